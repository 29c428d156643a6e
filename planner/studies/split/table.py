"""The table of a split: splits, uses, and the frontier; sixth floor of planner."""

from typing import Final

from planner.model.graph import model
from planner.studies.answers.table import AnswerColumn, AnswerTable, Cell
from planner.studies.spending.notes import notes_on
from planner.studies.split.question import BLOCKS, NEXT, Question
from planner.studies.split.result import SplitAnswer, Tried

EVERY: Final = BLOCKS // 5
"""Of the frontier each so manieth block is told."""
_PER_YEAR: Final = "M CNY/yr"


def table_of(answer: SplitAnswer) -> AnswerTable:
    """Return the numbers of a split as one table."""
    question, about, unit = answer.question, answer.question.about, answer.question.about.unit
    outcome, years = model().outcomes[about.outcome], question.years
    title = (
        f"Split of {question.budget:,.10g} M CNY a year from {years.first} to {years.last}, "
        f"{question.total:,.10g} in all: {outcome.label} in December {about.year}"
    )
    has_goal = question.goal is not None
    reached = (AnswerColumn("reached", "Reach the goal", "share"),) if has_goal else ()
    columns = (
        AnswerColumn("what", "Split"),
        AnswerColumn("amount", "More", _PER_YEAR),
        AnswerColumn("effect", "Adds", unit, is_difference=True),
        AnswerColumn("effect_p10", "P10", unit, is_difference=True),
        AnswerColumn("effect_p90", "P90", unit, is_difference=True),
        *reached,
        AnswerColumn("cost", "Paid for each", "M CNY"),
        AnswerColumn("next", f"Next {NEXT:g} add", unit, is_difference=True),
        AnswerColumn("next_p10", "P10", unit, is_difference=True),
        AnswerColumn("next_p90", "P90", unit, is_difference=True),
    )
    return AnswerTable(title, columns, _rows(answer), _notes(answer))


def told_of(frontier: tuple[Tried, ...]) -> tuple[Tried, ...]:
    """Return some splits of a frontier, evenly, with its last one."""
    some = frontier[::EVERY]
    return some if frontier[-1] in some else (*some, frontier[-1])


def _rows(answer: SplitAnswer) -> tuple[tuple[Cell, ...], ...]:
    splits = [("Best split", answer.best), ("Even split", answer.even)]
    splits += [("In today's shares", answer.today)] if answer.today is not None else []
    following = {each.instrument: each.effect.parts for each in answer.next_money}
    goal = () if answer.question.goal is None else (None,)
    return (
        *(_split(name, each) for name, each in splits),
        *(
            (f"Of it {each.label}", amount, None, None, None, *goal, None, *following[each])
            for each, amount in answer.order
        ),
        *(_split(f"Best split of {each.spent:,.10g}", each) for each in told_of(answer.frontier)),
    )


def _split(name: str, tried: Tried) -> tuple[Cell, ...]:
    cost = None if tried.per_unit is None else tried.per_unit.median
    reached = () if tried.met is None else (tried.met,)
    return name, tried.spent, *tried.effect.parts, *reached, cost, None, None, None


def _notes(answer: SplitAnswer) -> tuple[str, ...]:
    block = answer.question.block
    how = (
        f"Money is given on top of today's, in blocks of {block:,.10g} M CNY a year. Every figure "
        "is a run of the model in the same futures."
    )
    asked = (*_best_for(answer.question), *_bounds(answer.question))
    return (how, *asked, *_worlds(answer), *notes_on(answer.question.among))


def _best_for(question: Question) -> tuple[str, ...]:
    """Say what is best where that is not the most added."""
    if question.goal is not None:
        goal = f"{question.sense} {question.goal:,.10g} {question.about.unit}".strip()
        return (f"Best is what reaches {goal} in the largest share of futures.",)
    return () if question.sign > 0 else ("Best is what lowers the outcome most.",)


def _bounds(question: Question) -> tuple[str, ...]:
    """Say between which bounds the split was looked for, M CNY a year; nothing without any."""
    told = []
    if question.most_each is not None or question.least_each:
        most = "" if question.most_each is None else f" {question.most_each:,.10g} at most"
        least = f" {question.least_each:,.10g} at least" if question.least_each else ""
        told.append(f"each gets{' and'.join(filter(None, (least, most)))}")
    if question.least_place:
        told.append(f"each place gets {question.least_place:,.10g} at least")
    for bounds, name in ((question.least, "least"), (question.most, "most")):
        told += [
            f"{each.label} {amount:,.10g} at {name}"
            for each, amount in bounds.items()
            if each in question.among
        ]
    return (f"Bounds in M CNY a year: {'; '.join(told)}.",) if told else ()


def _worlds(answer: SplitAnswer) -> tuple[str, ...]:
    """Say by how much the best split beats the others at the least, and where."""
    if not answer.worlds:
        return ()
    least = min(answer.worlds, key=lambda each: each.over_even)
    if answer.question.goal is not None:
        points = 100 * least.over_even
        said = (
            f"In {len(answer.worlds)} variants of the model it reaches the goal in at least "
            f"{points:.3g} points more of futures than an even split, the least where "
            f"{least.title}."
        )
        return (said,)
    does = "adds" if answer.question.sign > 0 else "takes away"
    said = (
        f"In {len(answer.worlds)} variants of the model it {does} at least {least.over_even:,.3g} "
        f"more than an even split, the least where {least.title}."
    )
    return (said,)
