"""A planner's own points as they are drawn on a chart, beside what was published.

Third floor of planner. One that holds a part of a series against another has no place there.
"""

from planner.facts.convert import can_convert, factor
from planner.facts.record import Point
from planner.model.counted.own import OwnNumbers


def points_on(
    own: OwnNumbers, shown: tuple[tuple[str, str], ...], unit: str, source: str
) -> tuple[Point, ...]:
    """Return the points on these pairs of outcome and element, in a unit; `source` names them all.

    A mean stands in the middle of its time. They name no fact.
    """
    return tuple(
        Point(
            time=(each.start + each.end) / 2,
            value=each.central * factor(each.unit, unit),
            low=each.low * factor(each.unit, unit),
            high=each.high * factor(each.unit, unit),
            label=each.label,
            fact_id="",
            source=source,
            unit=unit,
        )
        for each in own.points
        if (each.outcome, each.element) in shown
        and not each.is_relative
        and can_convert(each.unit, unit)
    )
