"""The table of a split: splits, uses, and the frontier; sixth floor of planner."""

from collections.abc import Iterator
from typing import Final

from planner.model.graph import model
from planner.quantities.told.labels import model_text
from planner.quantities.told.lists import clauses
from planner.quantities.told.numerals import plain
from planner.quantities.told.values import value_text
from planner.storage.sentences.catalog import translate
from planner.studies.answers.table import AnswerColumn, AnswerTable, Cell
from planner.studies.spending.instrument import Instrument
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
    text = translate(
        "Split",
        "Split of {budget} from {first} to {last}, {total} in all: {outcome} in December {year}",
    )
    title = text.format(
        budget=value_text(question.budget, _PER_YEAR),
        first=years.first,
        last=years.last,
        total=value_text(question.total, "M CNY"),
        outcome=model_text(outcome.label),
        year=about.year,
    )
    has_goal = question.goal is not None
    reached = (
        (AnswerColumn("reached", translate("Split", "Reach the goal"), "share"),)
        if has_goal
        else ()
    )
    columns = (
        AnswerColumn("what", translate("Split", "Split")),
        AnswerColumn("amount", translate("Split", "More"), _PER_YEAR),
        AnswerColumn("effect", translate("Split", "Adds"), unit, is_difference=True),
        AnswerColumn("effect_p10", "P10", unit, is_difference=True),
        AnswerColumn("effect_p90", "P90", unit, is_difference=True),
        *reached,
        AnswerColumn("cost", translate("Split", "Paid for each"), "M CNY"),
        AnswerColumn("next", _next_text(), unit, is_difference=True),
        AnswerColumn("next_p10", "P10", unit, is_difference=True),
        AnswerColumn("next_p90", "P90", unit, is_difference=True),
    )
    return AnswerTable(title, columns, _rows(answer), _notes(answer))


def told_of(frontier: tuple[Tried, ...]) -> tuple[Tried, ...]:
    """Return some splits of a frontier, evenly, with its last one."""
    some = frontier[::EVERY]
    return some if frontier[-1] in some else (*some, frontier[-1])


def _rows(answer: SplitAnswer) -> tuple[tuple[Cell, ...], ...]:
    splits = [
        (translate("Split", "Best split"), answer.best),
        (translate("Split", "Even split"), answer.even),
    ]
    splits += (
        [(translate("Split", "In today's shares"), answer.today)]
        if answer.today is not None
        else []
    )
    following = {each.instrument: each.effect.parts for each in answer.next_money}
    goal = () if answer.question.goal is None else (None,)
    return (
        *(_split(name, each) for name, each in splits),
        *(
            (_part_text(each), amount, None, None, None, *goal, None, *following[each])
            for each, amount in answer.order
        ),
        *(_split(_best_of(each.spent), each) for each in told_of(answer.frontier)),
    )


def _split(name: str, tried: Tried) -> tuple[Cell, ...]:
    cost = None if tried.per_unit is None else tried.per_unit.median
    reached = () if tried.met is None else (tried.met,)
    return name, tried.spent, *tried.effect.parts, *reached, cost, None, None, None


def _next_text() -> str:
    return translate("Split", "Next {amount} add").format(amount=value_text(NEXT, _PER_YEAR))


def _part_text(instrument: Instrument) -> str:
    return translate("Split", "Of it {name}").format(name=instrument.label)


def _best_of(spent: float) -> str:
    text = translate("Split", "Best split of {amount}")
    return text.format(amount=value_text(spent, _PER_YEAR))


def _notes(answer: SplitAnswer) -> tuple[str, ...]:
    how = translate(
        "Split",
        "Money is given on top of today's, in blocks of {block}. Every figure is a run of the "
        "model in the same futures.",
    )
    how = how.format(block=value_text(answer.question.block, _PER_YEAR))
    asked = (*_best_for(answer.question), *_bounds(answer.question))
    return (how, *asked, *_worlds(answer), *notes_on(answer.question.among))


def _best_for(question: Question) -> tuple[str, ...]:
    """Say what is best where that is not the most added."""
    if question.goal is not None:
        goal = value_text(question.goal, question.about.unit)
        text = translate(
            "Split", "Best is what reaches at most {goal} in the largest share of futures."
        )
        if question.sense == "at least":
            text = translate(
                "Split", "Best is what reaches at least {goal} in the largest share of futures."
            )
        return (text.format(goal=goal),)
    if question.sign > 0:
        return ()
    return (translate("Split", "Best is what lowers the outcome most."),)


def _bounds(question: Question) -> tuple[str, ...]:
    """Say between which bounds the split was looked for; nothing without any."""
    told = [*_bounds_of_each(question), *_bounds_of_some(question)]
    text = translate("Split", "Bounds: {bounds}.")
    return (text.format(bounds=clauses(told)),) if told else ()


def _bounds_of_each(question: Question) -> Iterator[str]:
    least = value_text(question.least_each, _PER_YEAR)
    if question.most_each is not None:
        most = value_text(question.most_each, _PER_YEAR)
        text = translate("Split", "each gets {most} at most")
        if question.least_each:
            text = translate("Split", "each gets {least} at least and {most} at most")
        yield text.format(least=least, most=most)
    elif question.least_each:
        yield translate("Split", "each gets {least} at least").format(least=least)
    if question.least_place:
        text = translate("Split", "each place gets {least} at least")
        yield text.format(least=value_text(question.least_place, _PER_YEAR))


def _bounds_of_some(question: Question) -> Iterator[str]:
    for each, amount in question.least.items():
        if each in question.among:
            text = translate("Split", "{name}: {amount} at least")
            yield text.format(name=each.label, amount=value_text(amount, _PER_YEAR))
    for each, amount in question.most.items():
        if each in question.among:
            text = translate("Split", "{name}: {amount} at most")
            yield text.format(name=each.label, amount=value_text(amount, _PER_YEAR))


def _worlds(answer: SplitAnswer) -> tuple[str, ...]:
    """Say by how much the best split beats the others at the least, and where."""
    if not answer.worlds:
        return ()
    least = min(answer.worlds, key=lambda each: each.over_even)
    has_goal = answer.question.goal is not None
    number = 100 * least.over_even if has_goal else least.over_even
    text = _over_goal() if has_goal else _over_even(answer.question.sign)
    where = model_text(least.title)
    return (text.format(count=len(answer.worlds), number=plain(number, 3), where=where),)


def _over_goal() -> str:
    return translate(
        "Split",
        "In {count} variants of the model it reaches the goal in at least {number} percentage "
        "points more of futures than an even split, the least where {where}.",
    )


def _over_even(sign: int) -> str:
    if sign > 0:
        return translate(
            "Split",
            "In {count} variants of the model it adds at least {number} more than an even split, "
            "the least where {where}.",
        )
    return translate(
        "Split",
        "In {count} variants of the model it takes away at least {number} more than an even "
        "split, the least where {where}.",
    )
