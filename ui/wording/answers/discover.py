"""Where a scenario misses its targets, in words: limits of assumptions, boxes, and the sentence.

Pure functions on a result; floor: wording.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from planner.model.graph import model
from planner.model.indices import split_address
from planner.model.scenario import assumption_at
from planner.model.targets.target import LAST_YEAR, years_judged
from planner.quantities.shown import with_unit
from planner.quantities.told import lists
from planner.quantities.told.numerals import numerals
from planner.storage.sentences.catalog import translate
from planner.studies.answers.about import About
from planner.studies.answers.answer import Answer
from planner.studies.answers.english import also_in_english
from planner.studies.discover.discovery import Discovery, Limit, MissBox
from planner.studies.discover.discovery_table import discovery_table
from ui.wording.figures.differences import share_text
from ui.wording.figures.units import form_of
from ui.wording.figures.values import value_text
from ui.wording.rows.described import described
from ui.wording.targets.told import full_text
from ui.wording.translate import unit_text

if TYPE_CHECKING:
    from ui.wording.sweeps.inputs import InputTold

_NAMED: Final = 1
"""Limits that the sentence of a card names; the others are in its picture and its table."""


def assumption_text(limit: Limit) -> str:
    """Return what the assumption of a limit is called, or of a sweep the input that points set."""
    told = _told_of_input(limit.address)
    return described(*assumption_at(limit.address)).full_name if told is None else told.name


def bounds_text(limit: Limit) -> str:
    """Return the limit itself: `at most 1.12`, `at least 30%`, `20% to 30%`."""
    low, high = (_number(limit, each) for each in (limit.low, limit.high))
    if limit.low is None:
        return translate("Discover", "at most {high}").format(high=high)
    if limit.high is None:
        return translate("Discover", "at least {low}").format(low=low)
    return translate("Discover", "{low} to {high}").format(low=low, high=high)


def limit_text(limit: Limit) -> str:
    """Return a limit as a sentence holds it: `life of a chip is at most 4.2 yr`."""
    name = assumption_text(limit)
    within = name if name[1:2].isupper() else f"{name[:1].lower()}{name[1:]}"
    text = translate("Discover", "{assumption} is {bounds}")
    return text.format(assumption=within, bounds=bounds_text(limit))


def box_sentence(box: MissBox, most: int | None = None) -> str:
    """Return where a box is and how well it tells misses; only the first limits are named."""
    text = translate(
        "Discover", "Where {limits}: {density} of futures miss, {coverage} of all misses."
    )
    return text.format(
        limits=_joined(box.limits, len(box.limits) if most is None else most),
        density=share_text(box.density),
        coverage=share_text(box.coverage),
    )


def box_figures(box: MissBox) -> str:
    """Return the figures of a box in a line: coverage, density, and how large it is."""
    text = translate("Discover", "{coverage} of all misses; {density} of its futures miss")
    return text.format(coverage=share_text(box.coverage), density=share_text(box.density))


@also_in_english
def answer_of(found: Discovery) -> Answer:
    """Return the answer as it is kept, told in full; it is about what the first target asks."""
    target = found.targets[0]
    year = years_judged(target, LAST_YEAR)[0]
    return Answer(
        study="discover",
        title=translate("Discover", "When does it fail?"),
        scenario=found.scenario,
        against="",
        about=About(target.outcome, target.element, year),
        sentence=lists.sentences(sentences(found)),
        table=discovery_table(found),
        stamp=found.stamp,
    )


def card_line(found: Discovery) -> str:
    """Return what counts as missed."""
    targets = lists.clauses(map(full_text, found.targets))
    return translate("Discover", "missed: {targets}").format(targets=targets)


def sentence(found: Discovery) -> str:
    """Return the answer: how often it misses, and where mostly."""
    first = _missed(found)
    return lists.sentences((first, box_sentence(found.boxes[0], _NAMED))) if found.boxes else first


def sentences(found: Discovery) -> tuple[str, ...]:
    """Return the answer with every box in full."""
    return (_missed(found), *map(box_sentence, found.boxes))


def _missed(found: Discovery) -> str:
    if found.missed != found.missed:
        return translate("Discover", "No future can be judged: all break a law of the model.")
    if found.stamp.futures == 1:
        meets = translate("Discover", "The one future that is drawn meets the targets.")
        misses = translate("Discover", "The one future that is drawn misses the targets.")
        return misses if found.missed else meets
    if found.missed in (0, 1):
        form = translate("Discover", "Missed in no future.")
        return translate("Discover", "Missed in all futures.") if found.missed else form
    missed = translate("Discover", "Missed in {share} of futures.").format(
        share=share_text(found.missed)
    )
    if found.boxes:
        return missed
    none = translate("Discover", "No assumption tells these from the others.")
    return lists.sentences((missed, none))


def _joined(limits: Sequence[Limit], most: int) -> str:
    named = [limit_text(each) for each in limits[:most]]
    if more := len(limits) - len(named):
        form = translate("Discover", "{limits}, with one more limit")
        if more > 1:
            form = translate("Discover", "{limits}, with {count} more limits")
        return form.format(limits=lists.in_a_row(named), count=more)
    if len(named) == 1:
        return named[0]
    form = translate("Discover", "{limits} and {last}")
    return form.format(limits=lists.in_a_row(named[:-1]), last=named[-1])


def _told_of_input(address: str) -> "InputTold | None":
    """Return how an input of a sweep is told, None for one value of an assumption."""
    key, element = split_address(address)
    row = model().assumptions.get(key)
    if row is not None and (element or row.index is None):
        return None
    from planner.sweep.design.inputs import input_named
    from ui.wording.sweeps.inputs import input_told

    return input_told(input_named(address))


def _number(limit: Limit, value: float | None) -> str:
    if value is None:
        return ""
    told = _told_of_input(limit.address)
    if told is not None:
        return told.value(value)
    form = form_of(assumption_at(limit.address)[0].unit).of_size(value)
    return with_unit(value_text(value * form.factor, form, numerals()), unit_text(form.shown))
