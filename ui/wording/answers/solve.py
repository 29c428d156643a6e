"""What the answer to "What does it take?" says in words. Floor: wording.

One pure function per sentence, made of a solution alone: window, report and terminal say the same.
"""

from typing import Final

from planner.model.graph import model
from planner.model.indices import split_address
from planner.model.scenario import Scenario
from planner.quantities.listed import listed
from planner.quantities.shown import with_unit
from planner.quantities.told.labels import model_text
from planner.quantities.told.lists import clause_mark, in_turn, led_by, with_more
from planner.quantities.told.numerals import numerals
from planner.quantities.told.titles import shown_title
from planner.quantities.unit_table import PERCENT
from planner.storage.sentences.catalog import translate
from planner.studies.solve.handle import Handle
from planner.studies.solve.question import Goal, Question, Wanted
from planner.studies.solve.solution import Held, Move, Solution
from ui.wording.figures.differences import share_text, share_told
from ui.wording.figures.units import form_of
from ui.wording.figures.values import value_text
from ui.wording.rows.described import Described, described
from ui.wording.rows.path_display import knot_in
from ui.wording.targets.told import all_title, full_text, name_text, when_text
from ui.wording.translate import unit_text

_YEARS: Final = "years"
_WITH_START: Final = 2
"""Levers, up to which a short sentence tells from where they go."""


def row_told(name: str) -> Described:
    """Return the row of a handle: an area, or all areas together."""
    key, element = split_address(name)
    return described(model().levers[key], element)


def lever_text(name: str) -> str:
    """Return what a handle is called."""
    return row_told(name).full_name


def number_told(handle: Handle | str, number: float) -> str:
    """Return where a handle stands, in its shown unit."""
    scale = row_told(handle if isinstance(handle, str) else handle.name).scale
    if number == 1 and scale.shown_unit == _YEARS:
        return translate("Solve", "1 year")
    return with_unit(knot_in(scale, number), unit_text(scale.shown_unit))


def bare_number(name: str, number: float) -> str:
    """Return where a handle stands, without its unit where that stands beside it."""
    scale = row_told(name).scale
    text = knot_in(scale, number)
    return with_unit(text, scale.shown_unit) if scale.shown_unit == PERCENT else text


def lever_with_unit(name: str) -> str:
    """Return what a handle is called, and in which unit its bare numbers are."""
    row = row_told(name)
    unit = unit_text(row.scale.shown_unit)
    return row.full_name if unit in ("", PERCENT) else in_turn((row.full_name, unit))


def goal_text(goal: Goal | Wanted) -> str:
    """Return what is wanted: `Used compute: at least 3,000 EFLOPS, Dec 2030`."""
    match goal:
        case Goal(level=Scenario(title=title)):
            text = translate("Solve", "{name}: at least as much as in {scenario}")
            if goal.sense == "at most":
                text = translate("Solve", "{name}: no more than in {scenario}")
            said = text.format(name=name_text(goal.target), scenario=shown_title(title))
            return in_turn((said, when_text(goal.target)))
        case Goal():
            return full_text(goal.target)
        case Wanted(targets=(target,)):
            return full_text(target)
        case Wanted(targets=targets):
            return led_by(all_title(targets), "; ".join(map(full_text, targets)))


def asked_text(question: Question) -> str:
    """Return what is wanted, and in how many futures."""
    text = translate("Solve", "{goal}, in {share} of futures")
    return text.format(goal=goal_text(question.goal), share=share_told(question.probability))


def answer_text(solution: Solution, *, is_short: bool = False) -> str:
    """Return the answer in one sentence; a short one leaves out from where many levers go."""
    match solution.status:
        case "met already":
            text = translate("Solve", "Met already, in {share} of futures: nothing has to change.")
            return text.format(share=share_told(solution.share))
        case "reached":
            return _reached(solution, change_text(solution, is_short=is_short))
        case "out of reach":
            return _out_of_reach(solution, change_text(solution, is_short=is_short))


def change_text(solution: Solution, *, is_short: bool = False) -> str:
    """Return which levers go where: `Network build time from 4 to 2 years`.

    In short, of more than two it is left to the table where they come from.
    """
    with_start = not is_short or len(solution.moved) <= _WITH_START
    return listed([_move(each, with_start=with_start) for each in solution.moved])


def _reached(solution: Solution, change: str) -> str:
    text = translate("Solve", "{change}: met in {share} of futures.")
    if solution.question.other is not None:
        text = translate(
            "Solve", "{change} is worth as much: {share} of futures do at least as well."
        )
    return text.format(change=change, share=share_told(solution.share))


def _out_of_reach(solution: Solution, change: str) -> str:
    share = share_told(solution.share)
    if not solution.moved:
        text = translate(
            "Solve", "No setting comes nearer than today's: met in {share} of futures."
        )
        return text.format(share=share)
    text = translate("Solve", "Nothing reaches it. Nearest: {change}, met in {share} of futures.")
    return text.format(change=change, share=share)


def _move(move: Move, *, with_start: bool) -> str:
    """Return where one lever goes, and whether that is an end of its range or beyond it."""
    form = translate("Solve", "{lever} from {before} to {after}")
    if not with_start:
        form = translate("Solve", "{lever} to {after}")
    handle = move.handle
    said = form.format(
        lever=lever_text(handle.name),
        before=bare_number(handle.name, move.before),
        after=number_told(handle, move.after),
    )
    if not move.is_usual:
        return translate("Solve", "{move}, beyond the usual range").format(move=said)
    if move.is_at_end:
        return translate("Solve", "{move}, the end of its range").format(move=said)
    return said


def reached_text(solution: Solution) -> str:
    """Return how near it comes: the level that as many futures as are asked for reach.

    Where the level differs from future to future or year to year, by how much they miss it.
    """
    question = solution.question
    goal, share, number = question.goal, share_text(question.probability), solution.reached
    if isinstance(goal, Wanted) or question.other is not None:
        return _missed_text(goal, share, -number) if number < 0 else ""
    text = translate("Solve", "{share} of futures reach {level} at least.")
    if goal.sense == "at most":
        text = translate("Solve", "{share} of futures stay within {level}.")
    return text.format(share=share, level=_amount(goal.about.outcome, number))


def _missed_text(goal: Goal | Wanted, share: str, missed: float) -> str:
    match goal:
        case Wanted(targets=(target,)):
            outcome = target.outcome
        case Wanted():
            text = translate(
                "Solve", "In {share} of futures each misses its level by {part} at most."
            )
            return text.format(share=share, part=share_told(missed))
        case Goal():
            outcome = goal.about.outcome
    text = translate("Solve", "In {share} of futures it is missed by {level} at most.")
    return text.format(share=share, level=_amount(outcome, missed))


def _amount(outcome: str, number: float) -> str:
    form = form_of(model().outcomes[outcome].told_in).of_size(number)
    return with_unit(value_text(number * form.factor, form, numerals()), unit_text(form.short))


def survival_text(solution: Solution, held: tuple[Held, ...]) -> str:
    """Return whether the change holds in variants of the model, or is open."""
    if solution.status == "out of reach" or not held:
        return ""
    others = held[1:]
    missing = [each for each in others if not each.holds(solution.question.probability)]
    if missing:
        text = translate("Solve", "Open: met in far fewer futures where {cases}.")
        cases = [
            with_more(model_text(each.variant.title), share_told(each.share)) for each in missing
        ]
        return text.format(cases=listed(cases, clause_mark()))
    asked = solution.question.probability
    short = sum(each.share < asked for each in others)
    least = min(others, key=lambda each: each.share)
    if short:
        text = translate(
            "Solve",
            "Short of {asked} in {short} of {count} variants of the model: {share} at least, where "
            "{case}.",
        )
    else:
        text = translate(
            "Solve", "Holds in {count} variants of the model: {share} at least, where {case}."
        )
    return text.format(
        asked=share_told(asked),
        short=short,
        count=len(others),
        share=share_told(least.share),
        case=model_text(least.variant.title),
    )
