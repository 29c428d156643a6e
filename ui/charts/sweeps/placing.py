"""Where the points of a sweep stand from left to right, and how many share a pixel.

Pure arithmetic on arrays. Points stand in the order of their medians, or by the value of an input:
along its scale, or where it has few values in a band for each, there in the order of medians. Where
there are more points than pixels, a pixel shows the lowest and the highest of its points, so that
none is left out. Floor: charts.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ui.charts.layout.ticks import value_ticks
from ui.engine.sweeps.orders import runs_of

Values = NDArray[np.float64]
Numbers = NDArray[np.int64]

BANDS_AT_MOST: Final = 12
_MARGIN: Final = 0.06
"""Share of a band that is left free at each side."""
_TICKS: Final = 6


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """The place of each point, 0 to 1, points in their order there, and the marks of the axis.

    `title` says what is along it; `bands` are the places at which another value begins.
    """

    title: str
    places: Values
    order: Numbers
    ticks: tuple[tuple[float, str], ...] = ()
    bands: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Thinned:
    """Pixels that show points: ends of all ranges, and of all medians, of the points at each."""

    pixels: Numbers
    low: Values
    high: Values
    least_median: Values
    most_median: Values


def by_median(title: str, order: Numbers) -> Placed:
    """Return the points in the order of their medians, which is given."""
    places = np.empty(len(order))
    places[order] = (np.arange(len(order)) + 0.5) / len(order)
    return Placed(title, places, order)


def by_value(
    title: str, values: Values, orders: tuple[Numbers, Numbers], told: Callable[[float], str]
) -> Placed:
    """Return the points by the value that an input has at each.

    The `orders` are those in which the values rise, and the medians.
    """
    rising, rising_medians = orders
    begins, ends = runs_of(values[rising])
    distinct = values[rising[begins]]
    if len(distinct) > BANDS_AT_MOST:
        return _along(title, values, rising, told)
    counts = ends - begins
    band = np.empty(len(rising), np.int16)
    band[rising] = np.repeat(np.arange(len(distinct)), counts)
    order = rising_medians[np.argsort(band[rising_medians], kind="stable")]
    own = band[order]
    within = (np.arange(len(order)) - begins[own] + 0.5) / counts[own]
    places = np.empty(len(order))
    room = 1 - 2 * _MARGIN
    places[order] = (own + _MARGIN + room * within) / len(distinct)
    ticks = tuple(((n + 0.5) / len(distinct), told(float(v))) for n, v in enumerate(distinct))
    bands = tuple(n / len(distinct) for n in range(1, len(distinct)))
    return Placed(title, places, order, ticks, bands)


def _along(title: str, values: Values, rising: Numbers, told: Callable[[float], str]) -> Placed:
    low, high = float(values.min()), float(values.max())
    room = _MARGIN / 2
    places = room + (1 - 2 * room) * (values - low) / (high - low)
    marks, _ = value_ticks(low, high, _TICKS)
    ticks = tuple((room + (1 - 2 * room) * (v - low) / (high - low), told(v)) for v in marks)
    return Placed(title, places, rising, ticks)


def thinned(placed: Placed, ranges: tuple[Values, Values, Values], width: int) -> Thinned:
    """Return what each pixel of a width shows of P10, P50 and P90; those without points nothing."""
    low, median, high = (each[placed.order] for each in ranges)
    known = ~np.isnan(median)
    pixels = np.minimum((placed.places[placed.order] * width).astype(np.int64), width - 1)[known]
    if not len(pixels):
        none = np.empty(0)
        return Thinned(pixels, none, none, none, none)
    begins = np.concatenate(([0], np.flatnonzero(np.diff(pixels)) + 1))
    return Thinned(
        pixels[begins],
        np.minimum.reduceat(low[known], begins),
        np.maximum.reduceat(high[known], begins),
        np.minimum.reduceat(median[known], begins),
        np.maximum.reduceat(median[known], begins),
    )
