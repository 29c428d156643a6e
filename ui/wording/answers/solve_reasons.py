"""Why nothing reaches a goal, and what else a change moves, in words. Floor: wording."""

from typing import Final

from planner.model.graph import model
from planner.model.scenario import assumption_at
from planner.quantities.listed import listed
from planner.quantities.shown import with_unit
from planner.quantities.telling import is_told, level_decimals
from planner.quantities.told.labels import model_text
from planner.quantities.told.lists import clauses, in_turn
from planner.quantities.told.numerals import numerals
from planner.storage.sentences.catalog import translate
from planner.studies.solve.holding_back import NAMED
from planner.studies.solve.solution import Effect, Help, Parted, Solution
from ui.wording.answers.solve import lever_text, number_told
from ui.wording.elements import name_within
from ui.wording.figures.differences import Difference, share_told, told
from ui.wording.figures.units import form_of
from ui.wording.sentences.limits import limits_sentence
from ui.wording.translate import unit_text

_OF_PLACES: Final = ("enterprises", "vouchers")
"""Groups of outcomes that limits of compute say little of."""


def reasons(solution: Solution) -> tuple[str, ...]:
    """Return what holds the goal back: what would help, limits, what it is missed with."""
    found = solution.held_back
    if found is None:
        return ()
    about = solution.question.goal.about
    is_of_places = model().outcomes[about.outcome].group in _OF_PLACES
    limits = "" if is_of_places else limits_sentence(dict(found.limits), about.year, None)
    return tuple(filter(None, (helps_text(found.helps), limits, parted_text(found.parted))))


def parted_text(parted: tuple[Parted, ...]) -> str:
    """Return with which assumptions low or high the goal is missed, those that tell most."""
    low = listed([assumption_name(each.name) for each in parted if each.apart > 0])
    high = listed([assumption_name(each.name) for each in parted if each.apart <= 0])
    text = translate("Solve", "Missed mostly with these low: {low}; these high: {high}.")
    if not high:
        text = translate("Solve", "Missed mostly with these low: {low}.")
    elif not low:
        text = translate("Solve", "Missed mostly with these high: {high}.")
    return text.format(low=low, high=high) if parted else ""


def assumption_name(name: str) -> str:
    """Return what an assumption is called within a sentence."""
    row, element = assumption_at(name)
    label = model_text(row.label)
    within = label if label[1:2].isupper() else f"{label[:1].lower()}{label[1:]}"
    return in_turn((within, name_within(element))) if element else within


def helps_text(helps: tuple[Help, ...]) -> str:
    """Return which other levers would add most, each at the end of its range."""
    if not helps:
        return translate("Solve", "No other lever adds to it.")
    text = translate("Solve", "{lever} at {number} ({share})")
    cases = [
        text.format(
            lever=lever_text(each.handle.name),
            number=number_told(each.handle, each.number),
            share=share_told(each.share),
        )
        for each in helps
    ]
    text = translate("Solve", "Would help most, besides: {cases}.")
    return text.format(cases=listed(cases))


def effects_told(solution: Solution, most: int = NAMED) -> tuple[Effect, ...]:
    """Return the key figures that move most beside their levels, those that can be told first."""
    ordered = sorted(solution.effects, key=_size, reverse=True)
    return tuple(each for each in ordered if _is_told(each))[:most]


def effects_text(solution: Solution) -> str:
    """Return what else the change moves, with the range of 80% of futures."""
    cases = [effect_text(each) for each in effects_told(solution)]
    text = translate("Solve", "Also: {cases}.")
    return text.format(cases=clauses(cases)) if cases else ""


def effect_text(effect: Effect) -> str:
    """Return what a change does to one key figure: `Enterprises +464 (+282 to +766)`."""
    outcome, element = effect.pair
    row = model().outcomes[outcome]
    form = form_of(row.told_in)
    found, factor = effect.difference, form.factor
    ends = None
    if found.low is not None and found.high is not None:
        ends = (found.low * factor, found.high * factor)
    words = told(Difference(found.median * factor, ends), effect.before * factor, form, numerals())
    name = model_text(row.short_label)
    name = in_turn((name, name_within(element))) if element else name
    span = f" ({words.span})" if words.span else ""
    is_bare = form.is_count or form.difference != form.shown
    change = words.change if is_bare else with_unit(words.change, unit_text(form.short))
    return f"{name} {change}{span}"


def _size(effect: Effect) -> float:
    return abs(effect.difference.median) / (abs(effect.before) or 1.0)


def _is_told(effect: Effect) -> bool:
    form = form_of(model().outcomes[effect.pair[0]].told_in)
    level, change = effect.before * form.factor, effect.difference.median * form.factor
    return is_told(change, (), level_decimals(level, form))
