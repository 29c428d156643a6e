"""What a page says of one answer by itself, without a run: as commands of the terminal write it.

Floor: print.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from planner.ensemble.projection import inputs_of
from planner.model.scenario import Scenario
from planner.quantities.told.numerals import numerals
from planner.studies.parts.belief import default_baseline
from ui.engine.answered import Answered
from ui.print.answers.told import answers_told
from ui.print.report.contents import heads
from ui.print.report.parts import Contents
from ui.print.report.tables import inputs_tables
from ui.print.sheet import rests_on_draws
from ui.style.theme import LIGHT, readable
from ui.wording.translate import day_text


@dataclass(frozen=True, slots=True)
class Named:
    """A scenario, and the color that its title is written in."""

    scenario: Scenario
    color: str


def answer_contents(
    answered: Answered, scenarios: Sequence[Scenario], command: str, made: date
) -> Contents:
    """Return what the page says; the inputs of `scenarios` are told that differ from the baseline.

    Where the answer is held against the first of several, that stands in place of the baseline.
    """
    answer = answered.answer
    return Contents(
        title=answer.title,
        day=day_text(made),
        author=scenarios[0].author,
        notes="",
        argument=(),
        breaches=(),
        answer=(answer.sentence,) if answer.sentence else (),
        inputs=inputs_tables(_columns(scenarios, answer.against)),
        comparison_title="",
        comparison=(),
        briefs=(),
        limits=(),
        scenarios=(),
        outcomes=(),
        settings=(),
        dates=(),
        targets=(),
        together_title="",
        together=(),
        care=(),
        answers=answers_told((answered,)),
        command=command,
        provenance=rests_on_draws(
            scenarios[0], answer.stamp.futures, answer.stamp.draws, numerals(), made
        ),
        heads=heads(),
    )


def _columns(scenarios: Sequence[Scenario], against: str) -> tuple[Named, ...]:
    """Return what others are held against, and behind it each that differs from it."""
    first, *others = scenarios
    below = first if others and first.title == against else default_baseline(first)
    told = [each for each in scenarios if inputs_of(each) != inputs_of(below)]
    colors = (readable(each, LIGHT) for each in LIGHT.data)
    return (Named(below, LIGHT.text), *map(Named, told, colors))
