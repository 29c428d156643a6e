"""What only together gives: scenarios that combine others beside their parts.

Seventh floor of planner. A row for each combination, key figure and year: what each part changes
alone, the whole, and what is left over, against the baseline and future by future. Medians do not
add up, so what is left over is a median of its own, with its range and the shares of futures in
which it is more or less.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from planner.files.exports.sheets.cells import Month, Percent, Row, Sheet, Told
from planner.files.scenario.titles import told_apart
from planner.model.graph import model
from planner.model.scenario import Scenario
from planner.model.sums import label_of
from planner.quantities.dates import MONTHS_PER_YEAR
from planner.quantities.told.labels import model_text
from planner.quantities.told.lists import clauses
from planner.quantities.told.titles import shown_title
from planner.quantities.unit_forms import unit_form
from planner.quantities.unit_system import UnitSystem
from planner.storage.sentences.catalog import translate
from planner.studies.combination import Combination

_WIDTHS: Final = (28, 40, 34, 24, 22, 10)
_WIDTH: Final = 14


def together_sheets(
    scenarios: Sequence[Scenario], found: Sequence[Combination], system: UnitSystem
) -> Iterator[Sheet]:
    """Yield the sheet where a scenario combines others."""
    if found:
        most = max(len(each.alone) for each in found)
        head = _head(most)
        widths = (*_WIDTHS, *[_WIDTH] * (len(head) - len(_WIDTHS)))
        titles = tuple(told_apart(shown_title(each.title) for each in scenarios))
        rows = (_row(each, titles, most, system) for each in found)
        yield Sheet(translate("Workbook", "Together"), head, rows, widths, frozen=3)


def _head(most: int) -> tuple[str, ...]:
    alone = translate("Workbook", "part {number} alone")
    return (
        translate("Workbook", "combination"),
        translate("Workbook", "parts"),
        translate("Workbook", "outcome"),
        translate("Workbook", "place"),
        translate("Workbook", "unit"),
        translate("Workbook", "date"),
        *(alone.format(number=number) for number in range(1, most + 1)),
        translate("Workbook", "together"),
        translate("Workbook", "only together"),
        "P10",
        "P90",
        translate("Workbook", "higher in"),
        translate("Workbook", "lower in"),
    )


def _row(found: Combination, titles: Sequence[str], most: int, system: UnitSystem) -> Row:
    key, element = found.pair
    outcome, only = model().outcomes[key], found.only_together
    parts = [*(each.median for each in found.alone), *[None] * (most - len(found.alone))]
    changes = (*(each.median for each in found.alone), found.together.median)
    told = Told.of(outcome.told_in, changes, system)
    return (
        titles[found.combined.whole],
        clauses(titles[part] for part in found.combined.parts),
        model_text(outcome.label),
        label_of(element) if element else "",
        unit_form(outcome.told_in, system).shown,
        Month(date(found.year, MONTHS_PER_YEAR, 1)),
        *told.cells((*parts, found.together.median, only.median, only.low, only.high)),
        *(None if each is None else Percent(each) for each in (only.higher, only.lower)),
    )
