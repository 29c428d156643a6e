"""What may be wanted of an outcome, as the rows of a menu: a level, targets, other scenarios.

Pure: made of the wish that stands, the targets of the scenario and the names of the others.
Floor: views.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planner.model.scenario import Scenario
from planner.model.targets.target import SENSES, Target, TargetSense, years_judged
from planner.storage.sentences.catalog import translate
from planner.studies.answers.about import About
from ui.views.ask.takes.wish import Wish
from ui.wording.targets.told import all_title, asked_text, full_text, sense_text

Named = tuple[str, str]
"""The key of another document, and what it is called."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A row of the menu: its text, the wish it stands for, and what that is asked about."""

    text: str
    wish: Wish
    about: About


def offers(
    about: About, wish: Wish, scenario: Scenario, others: Sequence[Named]
) -> tuple[tuple[Offer, ...], ...]:
    """Return the rows of the menu in groups: levels, targets of the scenario, other scenarios."""
    levels = tuple(
        Offer(sense_text(Target(about.outcome, sense, 0.0)), wish.of_number(sense=sense), about)
        for sense in SENSES
    )
    beside = tuple(
        Offer(other_text(name, sense), wish.beside(key, sense), about)
        for sense in SENSES
        for key, name in others
    )
    targets = tuple(_targets(about, wish, scenario))
    return tuple(each for each in (levels, targets, beside) if each)


def _targets(about: About, wish: Wish, scenario: Scenario) -> Iterator[Offer]:
    last = scenario.last_year
    judged = [each for each in scenario.targets if years_judged(each, last)]
    for each in judged:
        year = each.year or min(about.year, last)
        own = About(each.outcome, each.element, year)
        yield Offer(full_text(each), wish.of_targets((each,)), own)
    if len(judged) > 1:
        pairs = {(each.outcome, each.element) for each in judged}
        first = About(judged[0].outcome, judged[0].element, min(about.year, last))
        own = about if about.pair in pairs else first
        yield Offer(all_title(judged), wish.of_targets(tuple(judged)), own)


def other_text(name: str, sense: TargetSense) -> str:
    """Return that as much is wanted as another scenario has, or no more."""
    text = translate("Solve", "As much as {name}")
    if sense == "at most":
        text = translate("Solve", "No more than {name}")
    return text.format(name=name)


def targets_text(targets: Sequence[Target]) -> str:
    """Return in short that targets are wanted: what one of them asks, or how many."""
    return asked_text(targets[0]) if len(targets) == 1 else all_title(targets)
