"""What a published figure is, as the lines of a tip: its name, value, source, and who differs."""

from planner.facts.record import Point
from planner.quantities.shown import with_unit
from planner.quantities.told.lists import spanning
from ui.charts.contents.picture import ChartPicture
from ui.charts.contents.wording import Wording
from ui.wording.figures.units import shown_in
from ui.wording.numbers import Numerals, readable


def point_text(point: Point, picture: ChartPicture, words: Wording, numerals: Numerals) -> str:
    """Return the lines on a figure that a chart shows."""
    unit = "" if shown_in(point.unit)[0] == "" else picture.unit
    value = f"{readable(point.value, numerals)}{_span(point, numerals)}"
    dispute = (words.dispute.format(other=point.dispute),) if point.dispute else ()
    return "\n".join((point.label, with_unit(value, unit), point.source, *dispute))


def _span(point: Point, numerals: Numerals) -> str:
    if point.low == point.high:
        return ""
    low, high = (readable(end, numerals, point.value) for end in (point.low, point.high))
    return f" ({spanning(low, high)})"
