"""All that a report says of a run, worked out before anything is laid out. Floor: print."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from planner.model.scenario import Scenario
from planner.quantities.told.lists import in_a_row
from planner.quantities.told.numerals import numerals
from planner.quantities.told.titles import shown_title
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.direction import isolated
from planner.studies.cards import GENERAL
from ui.charts.contents.scopes import settings_in
from ui.charts.published.missed import missed_sentence
from ui.engine.shown_run import ShownRun
from ui.print.answers.told import answers_told
from ui.print.report.answer import answer, beside_answer
from ui.print.report.care import care
from ui.print.report.columns import Beside, columns_of, comparison_of, rows_asked, scenarios_of
from ui.print.report.dated import dates, target_bars
from ui.print.report.limits import limits_tables
from ui.print.report.parts import Asked, Contents, Heads, usual_order
from ui.print.report.tables import brief_tables, comparison_tables, inputs_tables, named
from ui.print.report.together import together_said, together_table, together_title
from ui.print.sheet import rests_on
from ui.wording.command_text import AsRun, command_text
from ui.wording.compared.argument import argument_paragraphs
from ui.wording.figures.others import others_line
from ui.wording.figures.units import outcome_told
from ui.wording.translate import day_text

_NAMED_IN_TITLE: Final = 4
_TITLE_AT_MOST: Final = 90
"""Scenarios and letters up to which a title names each."""


def contents(run: ShownRun, asked: Asked, name: str) -> Contents:
    """Return what a report says; `name` is that of its file, for the command that makes it again.

    The page is about the scenario at hand, beside it every other one on screen. What is not asked
    for is empty.
    """
    order = usual_order(len(asked.answers)) if asked.order is None else asked.order
    return _with_pages(replace(_all(run, asked, name), order=order))


def _all(run: ShownRun, asked: Asked, name: str) -> Contents:
    beside = columns_of(run)
    table = comparison_of(run, asked)
    day = asked.made or date.today()  # noqa: DTZ011 - the day where the reader is
    scenario, year = run.scenario, table.rows[0].year if table.rows else asked.year
    rows = rows_asked(table, asked)
    outcomes = tuple(outcome_told(each.outcome) for each in asked.cards)
    settings = asked.settings or settings_in(asked.areas)
    return Contents(
        title=title_of(run),
        day=day_text(day),
        author=scenario.author,
        notes=scenario.notes.strip(),
        argument=_argued(run),
        breaches=run.breaches,
        answer=tuple(
            filter(
                None,
                (
                    *answer(table, beside),
                    *beside_answer(run, beside, asked, year),
                    *_lost(run, beside, asked, year),
                    together_said(asked.combined, year, outcomes) or asked.together,
                    _said_alone(asked),
                ),
            )
        ),
        inputs=inputs_tables(beside),
        comparison_title=_comparison_title(year, run.against),
        comparison=comparison_tables(table, beside, rows),
        briefs=(comparison_tables(table, beside, rows, 0), brief_tables(table, beside, rows)),
        limits=limits_tables(beside),
        scenarios=tuple(map(named, beside)),
        outcomes=outcomes,
        settings=settings,
        dates=dates(beside, asked.areas),
        targets=target_bars(beside),
        together_title=together_title(asked.combined, year, outcomes),
        together=together_table(asked.combined, year, outcomes),
        care=care(table, beside, asked.areas, missed_sentence(settings, run.baseline)),
        answers=answers_told(asked.answers, [each.scenario for each, _ in run.in_order]),
        command=_command(run, beside, asked, year, name),
        provenance=rests_on(run.projection, numerals(), day),
        heads=heads(),
    )


def _with_pages(said: Contents) -> Contents:
    """Return contents without the pages that are not in their order.

    What a page cannot do without stays: its title, what breaks a law of the model, the command,
    and what the only answer says, which stands nowhere else.
    """
    if "summary" not in said.order:
        alone = [each.sentence for each in said.answers if len(said.answers) == 1]
        said = replace(said, notes="", argument=(), inputs=(), answer=tuple(filter(None, alone)))
    if "comparison" not in said.order:
        said = replace(said, comparison_title="", comparison=(), briefs=((),), limits=())
    if "charts" not in said.order:
        said = replace(said, settings=())
    if "dates" not in said.order:
        said = replace(said, dates=(), targets=(), together_title="", together=())
    return said if "care" in said.order else replace(said, care=())


def _argued(run: ShownRun) -> tuple[str, ...]:
    """Return question, finding and decision of each scenario, under its title if it is not one."""
    argued = [(each.scenario.title, each.scenario.presented) for each, _ in run.in_order]
    found = [(title, argument_paragraphs(told)) for title, told in argued]
    found = [(title, paragraphs) for title, paragraphs in found if paragraphs]
    if len(argued) == 1:
        return tuple(each for _, paragraphs in found for each in paragraphs)
    return tuple(each for title, paragraphs in found for each in (isolated(title), *paragraphs))


def _said_alone(asked: Asked) -> str:
    """Return what the only answer says; several say it beside their pictures."""
    return asked.answers[0].answer.sentence if len(asked.answers) == 1 else ""


def _lost(run: ShownRun, beside: Sequence[Beside], asked: Asked, year: int) -> tuple[str, ...]:
    """Return what other places lose; of several scenarios the table tells it."""
    if len(beside) != 1 + 1:
        return ()
    told, cards = beside[-1].run, [card.outcome for card in asked.cards]
    line = others_line(told, asked.areas, year, numerals(), run.reference_of(told), cards)
    return (translate("Sentences", "{clause}.").format(clause=line),) if line else ()


def title_of(run: ShownRun) -> str:
    """Return what the page is called: every scenario in the order of the list, in one line."""
    names = [shown_title(each.scenario.title) for each, _ in run.in_order]
    *before, last = names
    if not before:
        return last
    text = translate("Report", "{scenarios} and {last}")
    joined = text.format(scenarios=in_a_row(before), last=last)
    if len(names) <= _NAMED_IN_TITLE and len(joined) <= _TITLE_AT_MOST:
        return joined
    text = translate("Report", "{scenario} and {count} more")
    return text.format(scenario=names[0], count=len(before))


def _command(run: ShownRun, beside: Sequence[Beside], asked: Asked, year: int, name: str) -> str:
    """Return the command that makes the report again, with the charts of a first start."""
    scenarios = _to_run(run, beside)
    chosen = () if asked.cards == GENERAL else asked.cards
    against = None if run.reference is None else run.reference.scenario
    met = run.projection.met
    targets = run.scenario.targets if met is None else tuple(met.each)
    held = AsRun(against, asked.areas, chosen, targets)
    return command_text(scenarios, held, year, name)


def _to_run(run: ShownRun, beside: Sequence[Beside]) -> tuple[Scenario, ...]:
    """Return the scenarios that the command runs: those that differ, else the baseline.

    What the others are held against is among them where that is no baseline.
    """
    first, *others = scenarios_of(beside)
    is_told = run.reference is not None or first.levers or not others
    return (first, *others) if is_told else tuple(others)


def _comparison_title(year: int, against: str) -> str:
    text = translate("Report", "Comparison, December {year}")
    if against:
        text = translate("Report", "Comparison with {scenario}, December {year}")
    return text.format(year=year, scenario=isolated(against))


def heads() -> Heads:
    """Return what the sections of a page are called."""
    return Heads(
        inputs=translate("Report", "Inputs that differ"),
        charts=translate("Report", "Charts"),
        dates=translate("Report", "Dates (80% range)"),
        targets=translate("Report", "Targets: met in so many futures"),
        care=translate("Report", "Read with care"),
        answers=translate("Report", "Questions and answers"),
        reproduce=translate("Report", "To reproduce, in a terminal"),
        pages=translate("Report", "{page} of {pages}"),
        story=translate("Report", "Story"),
    )
