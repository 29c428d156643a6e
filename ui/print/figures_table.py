"""The key figures of a report: of one scenario by year, of several side by side in each year.

Every figure stands with its range, and so does every difference from the baseline, or from the
scenario that is compared with: the median of the differences future by future, never a difference
of medians. Floor: print.
"""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import Final

from PySide6.QtCore import QCoreApplication

from planner.ensemble.projection import Projection
from planner.model.scenario import FIRST_YEAR
from planner.quantities.shown import with_unit
from planner.storage.sentences.direction import isolated
from planner.studies.differing_inputs import differing_inputs
from planner.studies.key_figures import CARDS, YEARS, years_within
from ui.engine.shown_run import ShownRun
from ui.print.html_table import Cell, Head, html_table
from ui.style.theme import LIGHT, readable
from ui.wording.key_figures import KpiDisplay, KpiHead, kpi_display, kpi_head, ranged
from ui.wording.translate import numerals

YEARS_TOLD: Final = tuple(year for year in YEARS if year > FIRST_YEAR)
COLUMNS_AT_MOST: Final = 4
"""Scenarios side by side on a page of paper; more of them stand in a table below."""

Column = tuple[Projection, str]
"""A run, and the color of its scenario."""


def figures_tables(run: ShownRun) -> str:
    """Return the tables of the key figures, and why some of them are no numbers."""
    years = years_within(run.scenario.last_year, YEARS_TOLD)
    columns = list(_columns(run)) if run.others else []
    tables = _side_by_side(run, columns, years) if columns else [_by_year(run, years)]
    return "\n".join((*tables, *_reasons(run, years)))


def _columns(run: ShownRun) -> Iterator[Column]:
    """Yield the runs that differ from the baseline, which has a column of its own."""
    for projection, color in ((run.projection, run.own), *run.others):
        found = differing_inputs((run.baseline.scenario, projection.scenario))
        if found.levers or found.assumptions or "figures" in found.settings:
            yield projection, readable(LIGHT.data[color % len(LIGHT.data)], LIGHT)


def _by_year(run: ShownRun, years: Sequence[int]) -> str:
    """Return the table of one scenario: a column a year."""
    rows = (
        [_title(head), *(_cell(head, run, run.projection, y) for y in years)] for head in _heads()
    )
    return html_table(("", *map(_december, years)), rows)


def _side_by_side(run: ShownRun, columns: Sequence[Column], years: Sequence[int]) -> Iterator[str]:
    """Yield a table a year: the baseline, and beside it each scenario."""
    for year in years:
        for start in range(0, len(columns), COLUMNS_AT_MOST):
            some = columns[start : start + COLUMNS_AT_MOST]
            baseline = QCoreApplication.translate("Report", "Baseline")
            heads = [Head(isolated(each.scenario.title), color) for each, color in some]
            rows = (
                [
                    _title(head),
                    _of_baseline(head, run, year),
                    *(_beside(head, run, each, year) for each, _ in some),
                ]
                for head in _heads()
            )
            yield html_table((_december(year), baseline, *heads), rows, look="beside")


def _heads() -> Iterator[KpiHead]:
    return map(kpi_head, CARDS)


def _title(head: KpiHead) -> Cell:
    return (head.title,)


def _december(year: int) -> str:
    return QCoreApplication.translate("Report", "December {year}").format(year=year)


def _level(told: KpiDisplay) -> Cell:
    """Return a figure and its range, a line each."""
    return _lines(with_unit(told.value, told.unit), ranged(told.span))


def _cell(head: KpiHead, run: ShownRun, projection: Projection, year: int) -> Cell:
    """Return a figure and its difference from what is compared with, each with its range."""
    told = _told(head, run, projection, year)
    return (*_level(told), *_lines(_difference(told), ranged(told.difference_span)))


def _of_baseline(head: KpiHead, run: ShownRun, year: int) -> Cell:
    """Return the level of the baseline, and by how much it differs where it is held against."""
    if run.reference is not None:
        return _beside(head, run, run.baseline, year)
    return _level(_told(head, run, run.baseline, year))


def _beside(head: KpiHead, run: ShownRun, projection: Projection, year: int) -> Cell:
    """Return by how much a figure differs, in which range, and its level."""
    told = _told(head, run, projection, year)
    level = QCoreApplication.translate("Report", "level {value}")
    said = level.format(value=with_unit(told.value, told.unit))
    return _lines(told.difference, ranged(told.difference_span), said)


def _told(head: KpiHead, run: ShownRun, projection: Projection, year: int) -> KpiDisplay:
    reference = run.reference_of(projection)
    return kpi_display(head, projection, run.below, year, numerals(), reference)


def _lines(*lines: str) -> Cell:
    return tuple(line for line in lines if line)


def _difference(told: KpiDisplay) -> str:
    """Return a difference under a level, named as such where it is a number."""
    if not told.is_moved:
        return told.difference
    text = QCoreApplication.translate("Report", "difference {change}")
    return text.format(change=told.difference)


def _reasons(run: ShownRun, years: Iterable[int]) -> Iterator[str]:
    """Yield why a figure of any run is unbounded or undefined."""
    runs = run.projections
    for head in _heads():
        told = (_told(head, run, each, y) for each in runs for y in years)
        if head.no_number and any(figure.doc != head.doc for figure in told):
            yield f'<p class="small">{escape(f"{head.title}: {head.no_number}")}</p>'
