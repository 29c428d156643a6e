"""What a published figure is, as the lines of a tip: its name, value, source, and who differs.

And what the model has in its place. No Qt.
"""

import numpy as np

from planner.facts.record import Point
from planner.quantities.shown import unit_of_difference, with_unit
from planner.quantities.told.lists import spanning
from planner.quantities.unit_table import PERCENT_OF_BASELINE
from planner.storage.sentences.catalog import translate
from ui.charts.contents.picture import BASELINE, ChartPicture, Curve
from ui.charts.contents.series import points_on_parts
from ui.charts.contents.specs import parts
from ui.charts.contents.wording import Wording
from ui.wording.figures.units import shown_in
from ui.wording.numbers import Numerals, readable


def point_text(point: Point, picture: ChartPicture, words: Wording, numerals: Numerals) -> str:
    """Return the lines on a figure that a chart shows."""
    unit = "" if shown_in(point.unit)[0] == "" else picture.unit
    value = f"{readable(point.value, numerals)}{_span(point, numerals)}"
    dispute = (words.dispute.format(other=point.dispute),) if point.dispute else ()
    model = (_model_text(point, picture, unit, numerals),) if picture.scenario else ()
    return "\n".join(
        filter(None, (point.label, with_unit(value, unit), *model, point.source, *dispute))
    )


def _model_text(point: Point, picture: ChartPicture, unit: str, numerals: Numerals) -> str:
    """Return what the model has at the time of a figure, and how far that is from it."""
    curve = _curve_of(point, picture)
    value = np.nan if curve is None else np.interp(point.time, curve.times, curve.line)
    if not np.isfinite(value):
        return ""
    miss = max(point.low - value, 0.0) or min(point.high - value, 0.0)
    distance = readable(abs(miss), numerals, point.value)
    is_met = not any(digit in distance for digit in "123456789")
    return _sentence(point, None if is_met else miss).format(
        model=with_unit(readable(value, numerals, point.value), unit),
        distance=with_unit(distance, _unit_of_distance(picture, unit)),
    )


def _unit_of_distance(picture: ChartPicture, unit: str) -> str:
    """Return the unit of what lies between two values: percents differ by points."""
    return unit_of_difference(PERCENT_OF_BASELINE) if picture.is_share else unit


def _curve_of(point: Point, picture: ChartPicture) -> Curve | None:
    """Return the curve that a figure is about: of the scenario on screen, if that is drawn."""
    if picture.scenario is None:
        return None
    for pair in parts(picture.setting):
        if point in points_on_parts(picture.setting, (pair,), picture.scenario):
            drawn = [each for each in picture.curves if _is_of(each, pair)]
            return next(iter(sorted(drawn, key=_by_nearness)), None)
    return None


def _is_of(curve: Curve, pair: tuple[str, str]) -> bool:
    request = curve.request
    return request is not None and (request.outcome, request.element) == pair


def _by_nearness(curve: Curve) -> tuple[bool, bool]:
    """Order the curves of a part: that of the scenario on screen first, the baseline last."""
    return curve.color == BASELINE, curve.light


def _sentence(point: Point, miss: float | None) -> str:
    """Return what is said of a distance; None where there is none to be told."""
    if point.low == point.high:
        if miss is None:
            return translate("Chart", "Model: {model}, as the figure")
        if miss > 0:
            return translate("Chart", "Model: {model}, {distance} below the figure")
        return translate("Chart", "Model: {model}, {distance} above the figure")
    if miss is None:
        return translate("Chart", "Model: {model}, within the range of the figure")
    if miss > 0:
        return translate("Chart", "Model: {model}, {distance} below the range of the figure")
    return translate("Chart", "Model: {model}, {distance} above the range of the figure")


def _span(point: Point, numerals: Numerals) -> str:
    if point.low == point.high:
        return ""
    low, high = (readable(end, numerals, point.value) for end in (point.low, point.high))
    return f" ({spanning(low, high)})"
