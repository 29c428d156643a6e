"""Scenarios in several worlds as one table, a row for each world and scenario, and what it means.

Sixth floor of planner; the numbers are those of `planner.studies.survive.survival`.
"""

from planner.studies.answers.about import About
from planner.studies.answers.table import AnswerColumn, AnswerTable, Cell
from planner.studies.finding import outcome_name
from planner.studies.robustness import Asked
from planner.studies.survive.survival import Outcome, Survival
from planner.studies.survive.tradeoff import Point, TradeOff

NOTHING_DONE = "Baseline"
_NOTES = (
    "difference: median of each future's own difference from the baseline in the same world",
    "regret: median by which it stays behind the best of the world, doing nothing among them",
    "best in: share of futures in which nothing else that is asked about does better",
    "costs are not counted unless they are the outcome",
)


def survival_table(found: Survival) -> AnswerTable:
    """Return the table; the baseline stands first in each world."""
    unit = found.about.unit
    columns = (
        AnswerColumn("world", "world"),
        AnswerColumn("scenario", "scenario"),
        AnswerColumn("median", "median", unit),
        AnswerColumn("difference", "difference", unit, is_difference=True),
        AnswerColumn("p10", "P10", unit, is_difference=True),
        AnswerColumn("p90", "P90", unit, is_difference=True),
        AnswerColumn("up", "up in", "share"),
        AnswerColumn("down", "down in", "share"),
        AnswerColumn("regret", "regret", unit),
        AnswerColumn("best", "best in", "share"),
        AnswerColumn("met", "targets met in", "share"),
    )
    rows = tuple(
        (row.world.name, title, *_numbers(each))
        for row in found.rows
        for title, each in zip(
            (NOTHING_DONE, *found.scenarios), (row.baseline, *row.outcomes), strict=True
        )
    )
    title = f"{_name(found.about)} in December {found.about.year}, in several worlds"
    return AnswerTable(title, columns, rows, _NOTES)


def tradeoff_table(found: TradeOff) -> AnswerTable:
    """Return what scenarios change in both outcomes, doing nothing first."""
    first, second = found.first, found.second
    labels = [_name(each) for each in (first, second)]
    columns = (
        AnswerColumn("scenario", "scenario"),
        *_span_columns("first", labels[0], first.unit),
        *_span_columns("second", labels[1], second.unit),
        AnswerColumn("pareto", "not beaten"),
        AnswerColumn("unbeaten", "not beaten in", "share"),
    )
    title = (
        f"{labels[0]} in December {first.year} against {labels[1]} in December {second.year}, "
        f"differences from the baseline: {found.world.name}"
    )
    return AnswerTable(title, columns, tuple(map(_point, found.points)))


def _name(about: About) -> str:
    return outcome_name(Asked(about.outcome, about.element, about.year))


def _numbers(each: Outcome) -> tuple[Cell, ...]:
    shares = each.up, each.down, each.regret, each.best, each.met
    return (each.median, each.change, each.low, each.high, *shares)


def _span_columns(key: str, label: str, unit: str) -> tuple[AnswerColumn, ...]:
    return (
        AnswerColumn(key, label, unit, is_difference=True),
        AnswerColumn(f"{key}_p10", "P10", unit, is_difference=True),
        AnswerColumn(f"{key}_p90", "P90", unit, is_difference=True),
    )


def _point(point: Point) -> tuple[Cell, ...]:
    title = point.title or NOTHING_DONE
    return (title, *point.first, *point.second, "no" if point.is_beaten else "yes", point.unbeaten)
