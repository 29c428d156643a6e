"""The numbers of a solution as one table for files, workbook, report and terminal.

Sixth floor of planner. Rows are told apart by their part: the goal, the moves, what else changes,
what holds back, variants, and the curve. Numbers are in the base unit that stands in their row.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from planner.model.graph import model
from planner.model.indices import LABELS, address
from planner.model.scenario import Scenario, assumption_at
from planner.model.targets.target import Level
from planner.model.targets.words import ALL_MET, target_text
from planner.studies.answers.table import AnswerColumn, AnswerTable, Cell
from planner.studies.solve.question import Wanted
from planner.studies.solve.solution import Held, HeldBack, Move, Solution
from planner.studies.solve.trials import Trial

TITLE: Final = "What does it take?"
COLUMNS: Final = (
    AnswerColumn("part", "Part"),
    AnswerColumn("item", "Item"),
    AnswerColumn("unit", "Unit"),
    AnswerColumn("before", "Before"),
    AnswerColumn("after", "After"),
    AnswerColumn("change", "Change"),
    AnswerColumn("low", "Low"),
    AnswerColumn("high", "High"),
    AnswerColumn("share", "Futures", "share"),
)
_NOTE: Final = (
    "share is that of futures which meet the goal, or of those in which a change is upward; low "
    "and high are bounds of a lever, and P10 and P90 of a change"
)

Row = tuple[Cell, ...]


def table_of(solution: Solution, variants: Sequence[Held] = ()) -> AnswerTable:
    """Return the table of a solution, with its share in variants where these were run."""
    rows = [*_goals(solution), *map(_move, solution.moves), *_effects(solution)]
    if solution.held_back is not None:
        rows += _held_back(solution.held_back)
    rows += [_row("variant", each.variant.key, "", share=each.share) for each in variants]
    rows += [*_curve("curve", solution, solution.curve), *_beside(solution)]
    return AnswerTable(TITLE, COLUMNS, tuple(rows), (_NOTE,))


def _row(  # noqa: PLR0913 - one cell each
    part: str,
    item: str,
    unit: str,
    *,
    before: float | None = None,
    after: float | None = None,
    change: float | None = None,
    low: float | None = None,
    high: float | None = None,
    share: float | None = None,
) -> Row:
    return part, item, unit, before, after, change, low, high, share


def _goals(solution: Solution) -> Iterator[Row]:
    """Yield what is wanted; of several targets a row each, and one of all together."""
    goal, share = solution.question.goal, solution.share
    if isinstance(goal, Wanted):
        for each in goal.targets:
            unit = model().outcomes[each.outcome].unit
            yield _row("goal", target_text(each), unit, before=_number(each.level))
        unit = goal.about.unit if len(goal.targets) == 1 else "share of the level"
        yield _row("goal", ALL_MET, unit, change=solution.reached, share=share)
        return
    item = f"{address(*goal.about.pair)} {goal.sense} in {goal.about.year}"
    if isinstance(goal.level, Scenario):
        item = f"{item}, as in {goal.level.title}"
        yield _row("goal", item, goal.about.unit, change=solution.reached, share=share)
        return
    level, reached = goal.level, solution.reached
    yield _row("goal", item, goal.about.unit, before=level, after=reached, share=share)


def _number(level: Level) -> float | None:
    return float(level) if isinstance(level, float | int) else None


def _move(move: Move) -> Row:
    handle = move.handle
    return _row(
        "lever",
        handle.name,
        handle.row.unit,
        before=move.before,
        after=move.after,
        change=move.after - move.before,
        low=handle.low,
        high=handle.high,
    )


def _effects(solution: Solution) -> Iterator[Row]:
    for each in solution.effects:
        unit, told = model().outcomes[each.pair[0]].unit, each.difference
        yield _row(
            "also changes",
            address(*each.pair),
            unit,
            before=each.before,
            change=told.median,
            low=told.low,
            high=told.high,
            share=told.higher,
        )


def _held_back(found: HeldBack) -> Iterator[Row]:
    for segment, states in found.limits:
        for state, share in states:
            yield _row("limited by", f"{LABELS[segment]}: {state}", "", share=share)
    for each in found.helps:
        unit = each.handle.row.unit
        yield _row("would help", each.handle.name, unit, after=each.number, share=each.share)
    for one in found.parted:
        unit = assumption_at(one.name)[0].unit
        yield _row("where missed", one.name, unit, before=one.missed, after=one.met)


def _beside(solution: Solution) -> Iterator[Row]:
    other = solution.question.beside
    return _curve(f"curve of {other.title}" if other else "", solution, solution.beside)


def _curve(part: str, solution: Solution, curve: Sequence[Trial]) -> Iterator[Row]:
    """Yield the share at each point: over the one lever, or over the way that several go."""
    (first, *others) = solution.moves
    for place, each in enumerate(curve):
        item, unit, number = first.handle.name, first.handle.row.unit, each.numbers[0]
        if others:
            item, unit, number = "part of the way", "share", place / (len(curve) - 1)
        yield _row(part, item, unit, after=number, share=each.share)
