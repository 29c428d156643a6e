"""The plot area of a chart: which values it spans, and where they lie in pixels; no Qt."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.engine.clock import MONTHS_PER_YEAR
from ui.charts.contents.picture import ChartPicture, Curve
from ui.charts.contents.states import FULL_PANEL, PITCH
from ui.charts.layout.ticks import nice_range

TICK_PIXELS = 38
OUTSIDE = 200.0
TAME = 6.0
WILD = 4.0
FULL = 1.8
TYPICAL = 90
OUTER = (0, -1)


@dataclass(frozen=True, slots=True)
class Scale:
    """What the axes span: calendar years and values, the latter once for each of the `panels`."""

    first: float = 2025.0
    last: float = 2036.0
    low: float = 0.0
    high: float = 1.0
    panels: int = 1


@dataclass(frozen=True, slots=True)
class Frame:
    """A plot area in pixels (top is smaller than bottom) and the scale it carries."""

    left: float
    top: float
    right: float
    bottom: float
    scale: Scale

    @property
    def width(self) -> float:
        """Width in pixels."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Height in pixels."""
        return self.bottom - self.top

    @property
    def value_per_pixel(self) -> float:
        """How much one pixel of height means."""
        return (self.scale.high - self.scale.low) / max(1.0, self.height)

    def x(self, times: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the pixels of calendar years."""
        scale = self.scale
        return self.left + (times - scale.first) * (self.width / (scale.last - scale.first))

    def y(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the pixels of values; what is far outside, or unbounded, stays just outside."""
        pixels: NDArray[np.float64] = self.bottom - (values - self.scale.low) / self.value_per_pixel
        return np.minimum(np.maximum(pixels, self.top - OUTSIDE), self.bottom + OUTSIDE)

    def x_of(self, time: float) -> float:
        """Return the pixel of one moment."""
        scale = self.scale
        return self.left + (time - scale.first) * (self.width / (scale.last - scale.first))

    def y_of(self, value: float) -> float:
        """Return the pixel of one value."""
        pixel = self.bottom - (value - self.scale.low) / self.value_per_pixel
        return min(max(pixel, self.top - OUTSIDE), self.bottom + OUTSIDE)

    def time_at(self, x: float) -> float:
        """Return the calendar year at a pixel."""
        scale = self.scale
        return scale.first + (x - self.left) / max(1.0, self.width) * (scale.last - scale.first)

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a pixel is in the plot area."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


def ticks_at_most(height: float) -> int:
    """Return how many value ticks a plot of this height carries."""
    return max(2, min(6, int(height / TICK_PIXELS)))


def scale_of(picture: ChartPicture, height: float) -> Scale:
    """Return a scale on which the picture is read well at this height in pixels."""
    if picture.is_empty:
        return Scale()
    times = np.concatenate([curve.times for curve in picture.curves])
    first, last = float(times.min()), float(times.max()) + 1 / MONTHS_PER_YEAR
    years = float(np.floor(first)), float(np.ceil(last - 1e-6))
    if picture.panels:
        count = len(picture.panels)
        return Scale(*years, 0.0, (count - 1) * PITCH + FULL_PANEL, count)
    low, high = _extent(picture, first, last)
    ceiling = 100.0 if picture.is_share and picture.view == "absolute" else None
    return Scale(*years, *nice_range(low, high, ticks_at_most(height), ceiling))


def month_at(curve: Curve, time: float) -> int:
    """Return the number of the month of a curve nearest to a calendar year."""
    return int(np.argmin(np.abs(curve.times - time)))


def _extent(picture: ChartPicture, first: float, last: float) -> tuple[float, float]:
    """Return the lowest and highest value worth showing: a tail does not flatten the rest."""
    core = _finite([curve.line for curve in picture.curves])
    outer = _finite([core, *_bands(picture), *_published(picture, first, last)])
    if not outer.size:
        return 0.0, 1.0
    low, high = float(outer.min()), float(outer.max())
    reach = _reach(core, _bands(picture))
    if reach > 0:
        low, high = max(low, -reach), min(high, reach)
    return min(low, high), max(low, high)


def _reach(core: NDArray[np.float64], bands: list[NDArray[np.float64]]) -> float:
    """Return how far from zero an axis goes: for all but a line or a band that runs away."""
    if not core.size:
        return 0.0
    lines = min(float(np.abs(core).max()), WILD * float(np.percentile(np.abs(core), TYPICAL)))
    lines = lines or float(np.abs(core).max())
    edges = [np.abs(edge) for edge in map(_one_finite, bands) if edge.size]
    full = max((FULL * float(np.percentile(edge, TYPICAL)) for edge in edges), default=0.0)
    return max(lines, min(TAME * lines, full))


def _bands(picture: ChartPicture) -> list[NDArray[np.float64]]:
    return [
        curve.bands[row] for curve in picture.curves if curve.bands is not None for row in OUTER
    ]


def _published(picture: ChartPicture, first: float, last: float) -> list[NDArray[np.float64]]:
    return [
        np.array((point.low, point.value, point.high))
        for point in picture.points
        if first <= point.time <= last
    ]


def _one_finite(values: NDArray[np.float64]) -> NDArray[np.float64]:
    return values[np.isfinite(values)]


def _finite(parts: list[NDArray[np.float64]]) -> NDArray[np.float64]:
    joined: NDArray[np.float64] = np.concatenate([np.empty(0), *map(np.ravel, parts)])
    return _one_finite(joined)
