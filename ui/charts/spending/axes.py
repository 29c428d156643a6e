"""The axes of a curve over money: where they end, and their marks; no Qt. Floor: charts."""

from collections.abc import Iterable
from math import isfinite
from typing import Final

from ui.charts.layout.ticks import nice_range, value_ticks
from ui.charts.spending.picture import Ticks
from ui.wording.numbers import Numerals, decimals_for, fixed

X_TICKS: Final = 5
Y_TICKS: Final = 4
_HIGHEST: Final = 3.0
"""So many times the highest median the axis reaches at most: a band that runs away is cut."""


def range_of(
    medians: Iterable[float], ends: Iterable[float], more: Iterable[float] = ()
) -> tuple[float, float]:
    """Return a range from zero or below around medians, their ends, and what else is marked."""
    middles = [each for each in medians if isfinite(each)]
    most = _HIGHEST * max((abs(each) for each in middles), default=1.0)
    told = [max(min(each, most), -most) for each in ends if isfinite(each)]
    values = [0.0, *middles, *told, *(each for each in more if isfinite(each))]
    low, high = min(values), max(values)
    return nice_range(low, high, Y_TICKS) if high > low else (0.0, 1.0)


def ticks_of(low: float, high: float, most: int, numerals: Numerals) -> Ticks:
    """Return the marks of an axis with their texts."""
    values, step = value_ticks(low, high, most)
    return tuple((each, fixed(each, decimals_for(step), numerals)) for each in values)
