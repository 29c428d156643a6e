"""The table of a split: splits, uses, and the frontier; sixth floor of planner."""

from typing import Final

from planner.model.graph import model
from planner.studies.answers.table import AnswerColumn, AnswerTable, Cell
from planner.studies.spending.notes import notes_on
from planner.studies.split.question import BLOCKS, NEXT
from planner.studies.split.result import SplitAnswer, Tried

EVERY: Final = BLOCKS // 5
"""Of the frontier each so manieth block is told."""
PER_YEAR: Final = "M CNY/yr"


def table_of(answer: SplitAnswer) -> AnswerTable:
    """Return the numbers of a split as one table."""
    about, years = answer.question.about, answer.question.years
    outcome = model().outcomes[about.outcome]
    title = (
        f"Best split of {answer.question.budget:,.10g} M CNY a year from {years.first} to "
        f"{years.last}: {outcome.label} in December {about.year}"
    )
    columns = (
        AnswerColumn("kind", "What"),
        AnswerColumn("name", "Name"),
        AnswerColumn("amount", "Amount", PER_YEAR),
        AnswerColumn("effect", "Adds (median)", about.unit),
        AnswerColumn("effect_p10", "P10", about.unit),
        AnswerColumn("effect_p90", "P90", about.unit),
        AnswerColumn("reached", "Futures that reach the goal", "share"),
        AnswerColumn("cost", "Paid for each", "M CNY"),
    )
    return AnswerTable(title, columns, _rows(answer), _notes(answer))


def _rows(answer: SplitAnswer) -> tuple[tuple[Cell, ...], ...]:
    rows: list[tuple[Cell, ...]] = [_split("best split", answer.best)]
    rows.append(_split("even split", answer.even))
    if answer.today is not None:
        rows.append(_split("in today's shares", answer.today))
    amounts = zip(answer.question.among, answer.best.amounts, strict=True)
    rows += [("best split", each.label, amount, *[None] * 5) for each, amount in amounts]
    rows += [
        (f"next {NEXT:g}", each.instrument.label, NEXT, *each.effect.parts, each.met, None)
        for each in answer.next_money
    ]
    rows += [_split("frontier", each) for each in told_of(answer.frontier)]
    rows += [
        ("best over even", each.title, None, each.over_even, None, None, None, None)
        for each in answer.worlds
    ]
    rows += [
        ("best over today's", each.title, None, each.over_today, None, None, None, None)
        for each in answer.worlds
        if each.over_today is not None
    ]
    return tuple(rows)


def told_of(frontier: tuple[Tried, ...]) -> tuple[Tried, ...]:
    """Return some splits of a frontier, evenly, with its last one."""
    some = frontier[::EVERY]
    return some if frontier[-1] in some else (*some, frontier[-1])


def _split(kind: str, tried: Tried) -> tuple[Cell, ...]:
    cost = None if tried.per_unit is None else tried.per_unit.median
    return kind, "", tried.spent, *tried.effect.parts, tried.met, cost


def _notes(answer: SplitAnswer) -> tuple[str, ...]:
    block = answer.question.block
    how = (
        f"Money is given on top of today's, in blocks of {block:,.10g} M CNY a year. Every figure "
        "is a run of the model in the same futures."
    )
    return (how, *notes_on(answer.question.among))
