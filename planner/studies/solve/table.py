"""The numbers of a solution as one table for files, workbook, report and terminal.

Sixth floor of planner. Rows are told apart by their part: the goal, the moves, what else changes,
what holds back, variants, and the curve. Numbers are in the base unit that stands in their row.
"""

from collections.abc import Iterator, Sequence

from planner.model.graph import model
from planner.model.indices import address, place_text
from planner.model.scenario import Scenario, assumption_at
from planner.model.targets.target import Level
from planner.model.targets.words import all_met_text, target_text
from planner.quantities.told.labels import model_text
from planner.quantities.told.lists import led_by
from planner.quantities.told.titles import shown_title
from planner.storage.sentences.catalog import translate
from planner.studies.answers.table import AnswerColumn, AnswerTable, Cell
from planner.studies.solve.question import Goal, Wanted
from planner.studies.solve.solution import Held, HeldBack, Move, Solution
from planner.studies.solve.trials import Trial

Row = tuple[Cell, ...]


def title_text() -> str:
    """Return what the question is called."""
    return translate("Solve", "What does it take?")


def table_of(solution: Solution, variants: Sequence[Held] = ()) -> AnswerTable:
    """Return the table of a solution, with its share in variants where these were run."""
    rows = [*_goals(solution), *map(_move, solution.moves), *_effects(solution)]
    if solution.held_back is not None:
        rows += _held_back(solution.held_back)
    rows += [
        _row(translate("Solve", "variant"), each.variant.key, "", share=each.share)
        for each in variants
    ]
    rows += [*_curve(translate("Solve", "curve"), solution, solution.curve), *_beside(solution)]
    return AnswerTable(title_text(), _columns(), tuple(rows), (_note(),))


def _columns() -> tuple[AnswerColumn, ...]:
    return (
        AnswerColumn("part", translate("Solve", "Part")),
        AnswerColumn("item", translate("Solve", "Item")),
        AnswerColumn("unit", translate("Solve", "Unit")),
        AnswerColumn("before", translate("Solve", "Before")),
        AnswerColumn("after", translate("Solve", "After")),
        AnswerColumn("change", translate("Solve", "Change")),
        AnswerColumn("low", translate("Solve", "Low")),
        AnswerColumn("high", translate("Solve", "High")),
        AnswerColumn("share", translate("Solve", "Futures"), "share"),
    )


def _note() -> str:
    return translate(
        "Solve",
        "share is that of futures which meet the goal, or of those in which a change is upward; "
        "low and high are bounds of a lever, and P10 and P90 of a change",
    )


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
            yield _row(
                translate("Solve", "goal"), target_text(each), unit, before=_number(each.level)
            )
        unit = (
            goal.about.unit if len(goal.targets) == 1 else translate("Solve", "share of the level")
        )
        yield _row(
            translate("Solve", "goal"), all_met_text(), unit, change=solution.reached, share=share
        )
        return
    item = _goal_text(goal)
    if isinstance(goal.level, Scenario):
        text = translate("Solve", "{goal}, as in {title}")
        item = text.format(goal=item, title=goal.level.title)
        yield _row(
            translate("Solve", "goal"), item, goal.about.unit, change=solution.reached, share=share
        )
        return
    level, reached = goal.level, solution.reached
    yield _row(
        translate("Solve", "goal"), item, goal.about.unit, before=level, after=reached, share=share
    )


def _goal_text(goal: Goal) -> str:
    name, year = address(*goal.about.pair), goal.about.year
    if goal.sense == "at least":
        return translate("Solve", "{name} at least in {year}").format(name=name, year=year)
    return translate("Solve", "{name} at most in {year}").format(name=name, year=year)


def _number(level: Level) -> float | None:
    return float(level) if isinstance(level, float | int) else None


def _move(move: Move) -> Row:
    handle = move.handle
    return _row(
        translate("Solve", "lever"),
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
            translate("Solve", "also changes"),
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
        for limited in states:
            where = translate("Solve", "limited over the year by")
            limit = led_by(place_text(segment), model_text(limited.state.label))
            yield _row(where, limit, "", share=limited.share)
    for each in found.helps:
        unit = each.handle.row.unit
        yield _row(
            translate("Solve", "would help"),
            each.handle.name,
            unit,
            after=each.number,
            share=each.share,
        )
    for one in found.parted:
        unit = assumption_at(one.name)[0].unit
        yield _row(
            translate("Solve", "where missed"), one.name, unit, before=one.missed, after=one.met
        )


def _beside(solution: Solution) -> Iterator[Row]:
    other = solution.question.beside
    part = (
        translate("Solve", "curve of {title}").format(title=shown_title(other.title))
        if other
        else ""
    )
    return _curve(part, solution, solution.beside)


def _curve(part: str, solution: Solution, curve: Sequence[Trial]) -> Iterator[Row]:
    """Yield the share at each point: over the one lever, or over the way that several go."""
    (first, *others) = solution.moves
    for place, each in enumerate(curve):
        item, unit, number = first.handle.name, first.handle.row.unit, each.numbers[0]
        if others:
            item, unit, number = (
                translate("Solve", "part of the way"),
                "share",
                place / (len(curve) - 1),
            )
        yield _row(part, item, unit, after=number, share=each.share)
