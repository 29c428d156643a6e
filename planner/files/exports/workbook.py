"""Projections as a workbook for spreadsheets: the comparison first, every month last.

Seventh floor of planner. What its sheets hold is made in `sheets`; here they are put in order and
written. The numbers are those of the CSV, in the same columns. Texts are written as texts,
whatever they begin with: nothing in a workbook is a formula or a link.
"""

from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from itertools import islice
from typing import Final

from planner.ensemble.progress import Steps, to_the_end
from planner.ensemble.projection import Projection, Request
from planner.facts.record import FIGURES_IN_WORDS
from planner.files.exports.chart_table import CHART_COLUMNS, chart_rows
from planner.files.exports.sheets.answer_sheets import answer_sheets
from planner.files.exports.sheets.cells import (
    Row,
    Sheet,
    begin_sheet,
    forms_of,
    write_rows,
    write_sheet,
)
from planner.files.exports.sheets.comparison_sheet import comparison_sheet
from planner.files.exports.sheets.events_sheet import events_sheet, targets_sheet
from planner.files.exports.sheets.inputs_sheet import inputs_sheet, paths_sheet
from planner.files.exports.sheets.sources_sheet import sources_sheet
from planner.files.exports.sheets.together_sheet import together_sheets
from planner.files.exports.sheets.units_sheet import units_sheets
from planner.files.exports.tidy_table import BANDS, COLUMNS, tidy_table
from planner.files.exports.xml_text import xml_text
from planner.files.scenario.titles import distinct_names
from planner.model.graph import model
from planner.model.presented.presented import ARGUMENT
from planner.model.scenario import BASELINE
from planner.quantities.told.labels import model_text
from planner.quantities.told.titles import shown_title
from planner.quantities.unit_system import BASE, UnitSystem
from planner.storage.sentences.catalog import translate
from planner.studies.answers.answer import Answer
from planner.studies.combination import Combination

_NO_SURPRISES: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_ROWS_A_STEP: Final = 2000
_ROWS_OF_WORK: Final = 0.65
"""The share of the work that rows are: packing them into a file takes about half as long again."""
_USUAL_WIDTH: Final = 13
_WIDTHS: Final = {"scenario": 24, "time": 9, "outcome": 32, "index": 12, "unit": 18, "state": 10}


def workbook(projections: Sequence[Projection], system: UnitSystem = BASE) -> bytes:
    """Return a workbook of runs, the baseline's first.

    Its sheets are the comparison by year, inputs and their paths, events, targets, sources and
    disputes, what was run, and the tidy table of numbers. Undefined and unbounded values are said
    in words; a run without futures has no ranges.
    """
    return to_the_end(workbook_steps(projections, system=system))


def chart_workbook(
    projections: Sequence[Projection],
    requests: Sequence[Request],
    against: str = "",
    system: UnitSystem = BASE,
) -> bytes:
    """Return a workbook of what one chart shows, the numbers in the columns of its CSV."""
    rows = list(chart_rows(projections, requests, against, system))
    scenarios = tuple(each.scenario for each in projections)
    sheets = (_runs(projections), inputs_sheet(scenarios, system), *units_sheets(system))
    numbers = _numbers(projections, CHART_COLUMNS, rows)
    return to_the_end(_steps(projections, sheets, numbers, len(rows)))


def workbook_steps(
    projections: Sequence[Projection],
    reference: int | None = None,
    system: UnitSystem = BASE,
    combinations: Sequence[Combination] = (),
    answers: Sequence[Answer] = (),
) -> Steps[bytes]:
    """Do what `workbook` does, yielding the share of the work that is done.

    Runs hold what they differ by from the one at `reference`, by default from the baseline. What
    only `combinations` of them give has a sheet, and so has each of some `answers`.
    Every sheet tells a system of units.
    """
    table = tidy_table(projections, system)
    numbers = _numbers(projections, COLUMNS, table.itertuples(index=False))
    first, *others = _sheets(projections, reference, system)
    scenarios = tuple(each.scenario for each in projections)
    together = together_sheets(scenarios, combinations, system)
    sheets = (first, *together, *answer_sheets(answers, system), *others)
    return _steps(projections, sheets, numbers, len(table))


def _sheets(
    projections: Sequence[Projection], reference: int | None, system: UnitSystem
) -> Iterator[Sheet]:
    """Yield every sheet but that of the numbers."""
    scenarios = tuple(each.scenario for each in projections)
    yield comparison_sheet(projections, reference, system)
    yield inputs_sheet(scenarios, system)
    if (paths := paths_sheet(scenarios, system)) is not None:
        yield paths
    yield events_sheet(projections)
    if any(each.targets for each in scenarios):
        yield targets_sheet(projections, system)
    yield sources_sheet(scenarios)
    yield from units_sheets(system)
    yield _runs(projections)


def _steps(
    projections: Sequence[Projection], sheets: Iterable[Sheet], numbers: Sheet, count: int
) -> Steps[bytes]:
    """Write the sheets, and behind them that of the numbers, which has `count` rows.

    A file is packed in one step that tells nothing of its own: the share waits for it.
    """
    from xlsxwriter import Workbook

    data = BytesIO()
    with Workbook(data, _NO_SURPRISES) as book:
        book.set_properties(_properties(projections))
        forms = forms_of(book)
        for sheet in sheets:
            write_sheet(book, sheet, forms)
        made, rows = begin_sheet(book, numbers, forms), iter(numbers.rows)
        for begin in range(0, count, _ROWS_A_STEP):
            write_rows(made, islice(rows, _ROWS_A_STEP), forms, begin)
            yield _ROWS_OF_WORK * begin / count
        yield _ROWS_OF_WORK
    return data.getvalue()


def _properties(projections: Sequence[Projection]) -> dict[str, str]:
    """Return the title and the author of the document: those of the scenario it is about."""
    scenario = projections[-1].scenario
    said = {
        "title": shown_title(scenario.title),
        "author": scenario.author,
        "comments": translate("Workbook", "Made by Suanli"),
    }
    return {key: xml_text(text) for key, text in said.items()}


def _runs(projections: Sequence[Projection]) -> Sheet:
    """Return what was run; where a run breaks a law of the model, a last column says so."""
    breach = (translate("Workbook", "breach"),) if any(run.breach for run in projections) else ()
    names = distinct_names(each.scenario.title for each in projections)
    rows: Iterator[Row] = (
        (
            name,
            shown_title(run.scenario.title),
            run.scenario.author,
            run.scenario.notes,
            *(getattr(run.scenario.presented, key) for key in ARGUMENT),
            BASELINE,
            model_text(FIGURES_IN_WORDS[run.scenario.figures]),
            model().version,
            run.futures,
            run.draws.label if run.futures else "",
            run.scenario.seed,
            *([run.breach.sentence if run.breach else ""] if breach else ()),
        )
        for name, run in zip(names, projections, strict=True)
    )
    widths = (24, 32, 16, 48, 48, 48, 48, 16, 14, 8, 10, 12, 10, *(80 for _ in breach))
    return Sheet(translate("Workbook", "Runs"), (*_head_of_runs(), *breach), rows, widths)


def _head_of_runs() -> tuple[str, ...]:
    return (
        translate("Workbook", "scenario"),
        translate("Workbook", "title"),
        translate("Workbook", "author"),
        translate("Workbook", "notes"),
        translate("Workbook", "question"),
        translate("Workbook", "finding"),
        translate("Workbook", "decision"),
        translate("Workbook", "baseline"),
        translate("Workbook", "figures"),
        translate("Workbook", "model"),
        translate("Workbook", "futures"),
        translate("Workbook", "draws"),
        translate("Workbook", "seed"),
    )


def _numbers(
    projections: Sequence[Projection], columns: Sequence[str], rows: Iterable[Row]
) -> Sheet:
    """Return a tidy table; runs without futures have no ranges to tell."""
    names = distinct_names(each.scenario.title for each in projections)
    runs = zip(names, projections, strict=True)
    bare = frozenset(name for name, run in runs if not run.futures)
    ranges, state = columns.index(BANDS[0]), columns.index("state")
    told = (_told(row, ranges, state, is_bare=row[0] in bare) for row in rows)
    widths = tuple(_WIDTHS.get(column, _USUAL_WIDTH) for column in columns)
    return Sheet(translate("Workbook", "Numbers"), tuple(columns), told, widths)


def _told(row: Row, ranges: int, state: int, *, is_bare: bool) -> Row:
    """Return a row without what it has not: ranges that are not told, and what only states have."""
    if not row[state]:
        return row[:ranges] if is_bare else row[:state]
    last = state + 1 if is_bare else len(row)
    return (*row[:ranges], *[""] * len(BANDS), *row[state:last])
