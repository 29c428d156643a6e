"""The first sheet: outcomes by year, a scenario beside the other, the baseline first.

Seventh floor of planner. It words `planner.studies.comparison`: levels with their 80% range, and
what each scenario changes against the baseline under its own assumptions, future by future.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain
from typing import Final

from planner.ensemble.projection import Projection, Request, requests_of
from planner.files.exports.sheets.cells import Cell, Month, Percent, Row, Sheet, Told
from planner.files.scenario.titles import told_apart
from planner.model.graph import model
from planner.model.scenario import FIRST_YEAR
from planner.model.sums import label_of, with_sums
from planner.quantities.dates import MONTHS_PER_YEAR
from planner.quantities.told.labels import model_text
from planner.quantities.told.titles import shown_title
from planner.quantities.unit_forms import unit_form
from planner.quantities.unit_system import BASE, UnitSystem
from planner.quantities.unit_table import PERCENT
from planner.storage.sentences.catalog import translate
from planner.studies.comparison import (
    Cell as Compared,
)
from planner.studies.comparison import (
    Column,
    by_year,
    column_from_baseline,
    column_of_run,
    comparison,
    month_of,
    with_baseline,
)
from planner.studies.comparison import (
    Row as ComparedRow,
)

_DIFFERENCES: Final = 5
"""Columns of what a scenario differs by."""
_WIDTHS: Final = (34, 24, 22, 10)
_WIDTH: Final = 14


def comparison_requests(sums: Sequence[str] = ()) -> tuple[Request, ...]:
    """Return the series that the differences of the sheet are told by, of some sums too."""
    return tuple(
        Request(outcome.key, element, "difference")
        for outcome in model().outcomes.values()
        if not outcome.is_counted
        for element in with_sums(outcome, sums)
    )


def beside_baseline(runs: Sequence[Projection], baseline: Projection) -> tuple[Projection, ...]:
    """Return the baseline's run and behind it those that are not the same."""
    _, *others = with_baseline([run.scenario for run in runs])
    of_scenarios = {run.scenario: run for run in runs}
    return (baseline, *(of_scenarios[each] for each in others))


def comparison_sheet(
    runs: Sequence[Projection], reference: int | None = None, system: UnitSystem = BASE
) -> Sheet:
    """Return the sheet of runs, the baseline's first; a difference where a run holds it.

    It is from the run at `reference`, whose name the heads then tell; by default the baseline's.
    """
    requests = tuple(dict.fromkeys(request for run in runs for request in run.series))
    titles = tuple(told_apart(shown_title(run.scenario.title) for run in runs))
    against = "" if reference is None else titles[reference]
    columns = tuple(_columns(runs, requests, reference))
    heads = (_heads(column, title, against) for column, title in zip(columns, titles, strict=True))
    head = (*_head(), *chain.from_iterable(heads))
    widths = (*_WIDTHS, *[_WIDTH] * (len(head) - len(_WIDTHS)))
    rows = _rows(columns, reference, system)
    name = translate("Workbook", "Comparison")
    return Sheet(name, head, rows, widths, frozen=len(_WIDTHS))


def _columns(
    runs: Sequence[Projection], requests: Sequence[Request], reference: int | None
) -> Iterator[Column]:
    """Yield the runs with their differences, which the reference has none of."""
    for number, run in enumerate(runs):
        if reference is None:
            yield column_from_baseline(run, requests)
        else:
            yield Column(run) if number == reference else column_of_run(run, requests)


def _heads(column: Column, title: str, reference: str) -> tuple[str, ...]:
    levels = (
        title,
        translate("Workbook", "{title}: P10").format(title=title),
        translate("Workbook", "{title}: P90").format(title=title),
    )
    return (*levels, *_heads_of_differences(title, reference)) if _differs(column) else levels


def _heads_of_differences(title: str, reference: str) -> tuple[str, ...]:
    kind = translate("Workbook", "difference")
    if reference:
        kind = translate("Workbook", "difference from {reference}").format(reference=reference)
    texts = (
        translate("Workbook", "{title}: {difference}"),
        translate("Workbook", "{title}: {difference} P10"),
        translate("Workbook", "{title}: {difference} P90"),
        translate("Workbook", "{title}: higher in"),
        translate("Workbook", "{title}: lower in"),
    )
    return tuple(each.format(title=title, difference=kind) for each in texts)


def _head() -> tuple[str, ...]:
    return (
        translate("Workbook", "outcome"),
        translate("Workbook", "place"),
        translate("Workbook", "unit"),
        translate("Workbook", "date"),
    )


def _differs(column: Column) -> bool:
    return column.changes is not None


def _rows(columns: Sequence[Column], reference: int | None, system: UnitSystem) -> Iterator[Row]:
    years = range(FIRST_YEAR, max(column.scenario.last_year for column in columns) + 1)
    held = {request for column in columns for request in column.run.series}
    sums = sorted({request.element for request in held})
    pairs = (
        (outcome.key, element)
        for outcome in model().outcomes.values()
        for element in with_sums(outcome, sums)
        if held.intersection(requests_of(outcome, element))
    )
    places = tuple(place for pair in pairs for place in by_year(*pair, years))
    for row in comparison(columns, places, reference).rows:
        yield _row(row, columns, system)


def _row(row: ComparedRow, columns: Sequence[Column], system: UnitSystem) -> Row:
    outcome = model().outcomes[row.request.outcome]
    label = model_text(outcome.label)
    if row.request.state:
        text = translate("Workbook", "{outcome}, mean over the year: {state}")
        label = text.format(outcome=label, state=model_text(outcome.state(row.request.state).label))
    unit = PERCENT if row.request.state else unit_form(outcome.told_in, system).shown
    year, month = divmod(month_of(row.year), MONTHS_PER_YEAR)
    when = Month(date(FIRST_YEAR + year, month + 1, 1))
    place = label_of(row.request.element) if row.request.element else ""
    medians = (cell.level.median for cell in row.cells if cell.level is not None)
    told = Told.of("share" if row.request.state else outcome.told_in, medians, system)
    cells = (_cells(cell, told, column) for cell, column in zip(row.cells, columns, strict=True))
    return (label, place, unit, when, *chain.from_iterable(cells))


def _cells(cell: Compared, told: Told, column: Column) -> Iterator[Cell]:
    """Yield the cells of one scenario: as many as its head has columns."""
    level, difference = cell.level, cell.difference
    yield from told.cells((level.median, level.low, level.high) if level else (None,) * 3)
    if not _differs(column):
        return
    if difference is None:
        yield from (None,) * _DIFFERENCES
        return
    yield from told.cells((difference.median, difference.low, difference.high))
    for share in (difference.higher, difference.lower):
        yield None if share is None else Percent(share)
