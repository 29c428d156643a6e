"""All that a report says of a run, worked out before anything is laid out. Floor: print."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate

from planner.model.scenario import Scenario
from planner.storage.sentences.direction import isolated
from ui.charts.contents.scopes import settings_in
from ui.engine.shown_run import ShownRun
from ui.print.report.answer import answer
from ui.print.report.care import care
from ui.print.report.columns import Beside, columns_of, comparison_of, rows_asked, scenarios_of
from ui.print.report.dated import dates, target_bars
from ui.print.report.limits import limits_tables
from ui.print.report.parts import Asked, Contents, Heads
from ui.print.report.tables import comparison_tables, inputs_tables, parted
from ui.print.sheet import rests_on, titles_in_words
from ui.wording.command_text import command_text
from ui.wording.figures.others import others_line
from ui.wording.translate import language, numerals


def contents(run: ShownRun, asked: Asked, name: str) -> Contents:
    """Return what a report says; `name` is that of its file, for the command that makes it again.

    The page is about the scenario at hand, beside it every other one on screen.
    """
    beside = columns_of(run)
    table = comparison_of(run, asked)
    day = asked.made or date.today()  # noqa: DTZ011 - the day where the reader is
    scenario, year = run.scenario, table.rows[0].year if table.rows else asked.year
    return Contents(
        title=title_of(run, beside),
        day=language().toString(QDate(day.year, day.month, day.day), "d MMMM yyyy"),
        author=scenario.author,
        notes=scenario.notes.strip(),
        breaches=run.breaches,
        answer=tuple(
            filter(None, (*answer(table, beside), *_lost(run, beside, asked, year), asked.together))
        ),
        inputs=inputs_tables(beside),
        comparison_title=_comparison_title(year, run.against),
        comparison=(
            *comparison_tables(table, beside, rows_asked(table, asked)),
            *limits_tables(beside, year, parted(len(beside) - 1)),
        ),
        settings=asked.settings or settings_in(asked.areas),
        dates=dates(beside, asked.areas),
        targets=target_bars(beside),
        care=care(table, beside, asked.areas),
        command=_command(run, beside, asked, year, name),
        provenance=rests_on(run.projection, numerals(), day),
        heads=_heads(),
    )


def _lost(run: ShownRun, beside: Sequence[Beside], asked: Asked, year: int) -> tuple[str, ...]:
    """Return what other places lose; of several scenarios the table tells it."""
    reference = run.reference_of(run.projection)
    cards = [card.outcome for card in asked.cards]
    line = others_line(run.projection, asked.areas, year, numerals(), reference, cards)
    return (f"{line}.",) if line and len(beside) == 1 + 1 else ()


def title_of(run: ShownRun, beside: Sequence[Beside]) -> str:
    """Return what the page is called: its scenario, or all of them where that is the baseline."""
    scenarios = scenarios_of(beside)
    if run.others and run.scenario not in scenarios[1:]:
        return titles_in_words((run.scenario, *(other.scenario for other, _ in run.others)))
    return run.scenario.title


def _command(run: ShownRun, beside: Sequence[Beside], asked: Asked, year: int, name: str) -> str:
    """Return the command that makes the same report; none where it cannot hold runs against it."""
    if run.reference is not None:
        return ""
    return command_text(_to_run(beside), asked.areas, year, name)


def _to_run(beside: Sequence[Beside]) -> tuple[Scenario, ...]:
    """Return the scenarios that the command runs: those that differ, else the baseline."""
    first, *others = scenarios_of(beside)
    return (first, *others) if first.levers or not others else tuple(others)


def _comparison_title(year: int, against: str) -> str:
    tr = QCoreApplication.translate
    text = tr("Report", "Comparison, December {year}")
    if against:
        text = tr("Report", "Comparison with {scenario}, December {year}")
    return text.format(year=year, scenario=isolated(against))


def _heads() -> Heads:
    tr = QCoreApplication.translate
    return Heads(
        inputs=tr("Report", "Inputs that differ"),
        charts=tr("Report", "Charts"),
        dates=tr("Report", "Dates (80% range)"),
        targets=tr("Report", "Targets: met in so many futures"),
        care=tr("Report", "Read with care"),
        reproduce=tr("Report", "To reproduce:"),
        pages=tr("Report", "{page} of {pages}"),
    )
