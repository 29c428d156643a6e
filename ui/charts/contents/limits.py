"""What limits the compute of each segment, year by year: for the strip of a chart, and in words.

Of each year it tells the state that most futures are in, averaged over its months. Whole China has
no row: demand limits it throughout, which hides the chips that clouds lack. No Qt. Floor: charts.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Final

import numpy as np

from planner.ensemble.projection import Projection, Request
from planner.model.graph import model
from planner.model.indices import SEGMENTS
from planner.model.outcome import State
from planner.model.scenario import FIRST_YEAR
from planner.quantities.told.lists import spanning
from planner.studies.parts.limits import limits_requested, shares_by_year
from ui.charts.contents.specs import ChartSetting
from ui.charts.contents.wording import Wording

CHART: Final = "compute_supply"
_KEPT: Final = 8


@dataclass(frozen=True, slots=True)
class Cell:
    """One year: the state of most futures, its color, and the share of futures that are in it."""

    year: int
    state: str
    color: int | str
    share: float


@dataclass(frozen=True, slots=True)
class LimitRow:
    """The years of one segment."""

    name: str
    cells: tuple[Cell, ...]

    @property
    def runs(self) -> tuple[tuple[Cell, ...], ...]:
        """The years in a row that have one state."""
        return tuple(tuple(cells) for _, cells in groupby(self.cells, lambda cell: cell.state))


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
    name, by_year = words.short[element], shares_by_year(projection, element)
    if by_year is None:
        return LimitRow(name, ())
    states = model().outcomes["limit"].states
    known = np.flatnonzero(np.isfinite(by_year).all(axis=0)).tolist()  # a run may break off
    most = by_year.argmax(axis=0)
    return LimitRow(
        name,
        tuple(
            _cell(FIRST_YEAR + year, states[most[year]], float(by_year[most[year], year]), words)
            for year in known
        ),
    )


def _cell(year: int, state: State, share: float, words: Wording) -> Cell:
    return Cell(year, words.states[state.label], state.color, share)


def run_text(run: tuple[Cell, ...]) -> str:
    """Return what is said of years with one state, such as `chips 51–77%`."""
    low, high = (round(100 * end(cell.share for cell in run)) for end in (min, max))
    span = f"{low}%" if low == high else spanning(str(low), f"{high}%")
    return f"{run[0].state.lower()} {span}"
