"""What limits the compute of each segment, year by year: for the strip of a chart, and in words.

Of each year it has the shares of all states, averaged over its months, that of most futures first.
Whole China has no row: demand limits it throughout, which hides the chips that clouds lack. No Qt.
Floor: charts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Final

from planner.ensemble.projection import Projection, Request
from planner.model.indices import SEGMENTS
from planner.storage.sentences.catalog import translate
from planner.studies.parts.limits import LimitShare, limits_by_year, limits_requested
from ui.charts.contents.specs import ChartSetting
from ui.charts.contents.wording import Wording
from ui.wording.figures.limits import first_text, shares_text, state_name

CHART: Final = "compute_supply"
_KEPT: Final = 8


@dataclass(frozen=True, slots=True)
class Cell:
    """One year: the shares of all states, that of most futures first."""

    year: int
    shares: tuple[LimitShare, ...]

    @property
    def most(self) -> LimitShare:
        """The state that most futures are in."""
        return self.shares[0]


@dataclass(frozen=True, slots=True)
class LimitRow:
    """The years of one segment; of one future shares are those of the year."""

    name: str
    cells: tuple[Cell, ...]
    is_one_future: bool = False

    @property
    def runs(self) -> tuple[tuple[Cell, ...], ...]:
        """The years in a row that have one state."""
        return tuple(tuple(cells) for _, cells in groupby(self.cells, _state_of))


def shows_limits(setting: ChartSetting) -> bool:
    """Tell whether a chart has the strip."""
    return setting.chart == CHART and setting.view == "absolute"


def limit_requests(setting: ChartSetting) -> tuple[Request, ...]:
    """Return what the strip of a chart needs from a scenario's run."""
    return tuple(request for element in _elements(setting) for request in limits_requested(element))


@lru_cache(maxsize=_KEPT)
def limit_rows(
    setting: ChartSetting, projection: Projection, words: Wording
) -> tuple[LimitRow, ...]:
    """Return a row for each segment whose futures have been counted."""
    rows = (_row(element, projection, words) for element in _elements(setting))
    return tuple(row for row in rows if row.cells)


def rows_of(projection: Projection, words: Wording) -> tuple[LimitRow, ...]:
    """Return a row for every segment, without years where its futures have not been counted."""
    return tuple(_row(element, projection, words) for element in SEGMENTS)


def _elements(setting: ChartSetting) -> tuple[str, ...]:
    if not shows_limits(setting):
        return ()
    return (setting.element,) if setting.element else SEGMENTS


def _row(element: str, projection: Projection, words: Wording) -> LimitRow:
    years = limits_by_year(projection, element)
    cells = tuple(Cell(year, shares) for year, shares in years.items())
    return LimitRow(words.short[element], cells, projection.is_one_future)


def _state_of(cell: Cell) -> str:
    return cell.most.state.key


def cell_text(row: LimitRow, cell: Cell) -> str:
    """Return what is known of one year of a segment."""
    text = translate("Chart", "{segment}, {year}: limited by {shares} (mean share of futures)")
    if row.is_one_future:
        text = translate("Chart", "{segment}, {year}: limited by {shares} (share of the year)")
    return text.format(segment=row.name, year=cell.year, shares=run_text((cell,)))


def run_text(run: Sequence[Cell]) -> str:
    """Return what is said of years with one state: `chips 51–77%, demand 23–49%, money 0%`."""
    return shares_text(*(each.shares for each in run))


def short_texts(run: Sequence[Cell]) -> tuple[str, str]:
    """Return less of it, for little room: the state of most futures with its share, and without."""
    return first_text(*(each.shares for each in run)), state_name(run[0].most.state)
