"""What a published figure is, as the lines of a tip: its name, value, source, and who differs.

And what the model has in its place. No Qt.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.facts.record import Point
from planner.quantities.shown import unit_of_difference, with_unit
from planner.quantities.telling import level_decimals
from planner.quantities.told.lists import spanning, with_more
from planner.quantities.unit_table import PERCENT, PERCENT_OF_BASELINE
from planner.storage.sentences.catalog import translate
from ui.charts.contents.picture import BASELINE, ChartPicture, Curve
from ui.charts.contents.series import points_on_parts
from ui.charts.contents.specs import parts
from ui.charts.contents.wording import Wording
from ui.wording.figures.units import form_of, shown_in
from ui.wording.numbers import Numerals, fixed, has_digits, printed_alike


@dataclass(frozen=True, slots=True)
class Given:
    """What the model has at the time of a figure: its median, P10 and P90 where there are some."""

    median: float
    low: float
    high: float

    @property
    def is_known(self) -> bool:
        """Whether there is a median; a model may end before, or have no such number."""
        return bool(np.isfinite(self.median))

    @property
    def has_band(self) -> bool:
        """Whether there is a range around it."""
        return bool(np.isfinite(self.low) and np.isfinite(self.high)) and self.low < self.high


def point_text(point: Point, picture: ChartPicture, words: Wording, numerals: Numerals) -> str:
    """Return the lines on a figure that a chart shows."""
    unit = "" if shown_in(point.unit)[0] == "" else picture.unit
    dispute = (words.dispute.format(other=point.dispute),) if point.dispute else ()
    model = (_model_text(point, picture, unit, numerals),) if picture.scenario else ()
    value = value_text(point, unit, numerals)
    return "\n".join(filter(None, (point.label, value, *model, point.source, *dispute)))


def value_text(point: Point, unit: str, numerals: Numerals) -> str:
    """Return a figure as it was printed, with its range: `25% (20–30%)`."""
    value, low, high = printed_alike((point.value, point.low, point.high), numerals)
    span = "" if point.low == point.high else _with_percent(spanning(low, high), unit)
    return with_more(with_unit(value, unit), span)


def model_text(point: Point, given: Given, unit: str, numerals: Numerals) -> str:
    """Return what the model has with its range, and how far that is from a figure."""
    miss = max(point.low - given.median, 0.0) or min(point.high - given.median, 0.0)
    decimals = level_decimals(point.value, form_of(point.unit))
    numbers = abs(miss), given.median, given.low, given.high
    distance, median, *ends = (fixed(each, decimals, numerals) for each in numbers)
    span = _with_percent(spanning(*ends), unit) if given.has_band else ""
    ranged = translate("Chart", "80%: {range}").format(range=span) if span else ""
    return _sentence(point, miss if has_digits(distance) else None).format(
        model=with_more(with_unit(median, unit), ranged),
        distance=with_unit(distance, _unit_of_distance(unit)),
    )


def given_at(
    time: float, times: NDArray[np.float64], line: NDArray[np.float64], bands: object = None
) -> Given:
    """Return what a line and its quantiles have at a time between two months."""
    rows = (line, line * np.nan, line * np.nan)
    if isinstance(bands, np.ndarray):
        rows = (line, bands[0], bands[-1])
    return Given(*(float(np.interp(time, times, row)) for row in rows))


def _model_text(point: Point, picture: ChartPicture, unit: str, numerals: Numerals) -> str:
    """Return what the model has at the time of a figure; empty where that is not known."""
    curve = _curve_of(point, picture)
    if curve is None:
        return ""
    given = given_at(point.time, curve.times, curve.line, curve.bands)
    return model_text(point, given, unit, numerals) if given.is_known else ""


def _with_percent(text: str, unit: str) -> str:
    """Return a range with a percent sign; any other unit stands behind the value before it."""
    return with_unit(text, PERCENT) if unit.startswith(PERCENT) else text


def _unit_of_distance(unit: str) -> str:
    """Return the unit of what lies between two values: percents differ by points."""
    return unit_of_difference(PERCENT_OF_BASELINE) if unit.startswith(PERCENT) else unit


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
