"""Scenarios in several worlds as one table, a row for each world and scenario, and what it means.

Sixth floor of planner; the numbers are those of `planner.studies.survive.survival`.
"""

from planner.model.outcome import Better
from planner.storage.sentences.catalog import translate
from planner.studies.answers.about import About
from planner.studies.answers.table import AnswerColumn, AnswerTable, Cell
from planner.studies.finding import outcome_name
from planner.studies.robustness import Asked
from planner.studies.survive.survival import Outcome, Survival
from planner.studies.survive.tradeoff import Point, TradeOff


def nothing_done() -> str:
    """Return what the baseline is called among scenarios."""
    return translate("Planner", "Baseline")


def survival_table(found: Survival) -> AnswerTable:
    """Return the table; the baseline stands first in each world."""
    unit = found.about.unit
    columns = (
        AnswerColumn("world", translate("Survive", "world")),
        AnswerColumn("scenario", translate("Survive", "scenario")),
        AnswerColumn("median", translate("Survive", "median"), unit),
        AnswerColumn("difference", translate("Survive", "difference"), unit, is_difference=True),
        AnswerColumn("p10", "P10", unit, is_difference=True),
        AnswerColumn("p90", "P90", unit, is_difference=True),
        AnswerColumn("up", translate("Survive", "up in"), "share"),
        AnswerColumn("down", translate("Survive", "down in"), "share"),
        AnswerColumn("regret", translate("Survive", "regret"), unit),
        AnswerColumn("best", translate("Survive", "best in"), "share"),
        AnswerColumn("met", translate("Survive", "targets met in"), "share"),
    )
    rows = tuple(
        (row.world.name, title, *_numbers(each))
        for row in found.rows
        for title, each in zip(
            (nothing_done(), *found.scenarios), (row.baseline, *row.outcomes), strict=True
        )
    )
    text = translate("Survive", "{outcome} in December {year}, in several worlds")
    title = text.format(outcome=_name(found.about), year=found.about.year)
    return AnswerTable(title, columns, rows, _notes(found.better))


def tradeoff_table(found: TradeOff) -> AnswerTable:
    """Return what scenarios change in both outcomes, doing nothing first."""
    first, second = found.first, found.second
    labels = [_name(each) for each in (first, second)]
    columns = (
        AnswerColumn("scenario", translate("Survive", "scenario")),
        *_span_columns("first", labels[0], first.unit),
        *_span_columns("second", labels[1], second.unit),
        AnswerColumn("pareto", translate("Survive", "not beaten")),
        AnswerColumn("unbeaten", translate("Survive", "not beaten in"), "share"),
    )
    text = translate(
        "Survive",
        "{first} in December {first_year} against {second} in December {second_year}, differences "
        "from the baseline: {world}",
    )
    title = text.format(
        first=labels[0],
        first_year=first.year,
        second=labels[1],
        second_year=second.year,
        world=found.world.name,
    )
    return AnswerTable(title, columns, tuple(map(_point, found.points)))


def better_text(better: Better) -> str:
    """Return in words which of two values of the outcome is the better one."""
    return {
        "more": translate("Survive", "more is better"),
        "less": translate("Survive", "less is better"),
    }[better]


def _notes(better: Better) -> tuple[str, ...]:
    return (
        translate(
            "Survive",
            "difference: median of each future's own difference from the baseline in the same "
            "world",
        ),
        translate(
            "Survive",
            "regret: by how much, in the median, it stays behind the best one in that world, doing "
            "nothing included",
        ),
        translate(
            "Survive",
            "best in: share of futures in which nothing else that is asked about does better",
        ),
        better_text(better),
        translate("Survive", "costs are not counted unless they are the outcome"),
    )


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
    title = point.title or nothing_done()
    return (
        title,
        *point.first,
        *point.second,
        _yes_or_no(is_so=not point.is_beaten),
        point.unbeaten,
    )


def _yes_or_no(*, is_so: bool) -> str:
    return translate("Survive", "yes") if is_so else translate("Survive", "no")
