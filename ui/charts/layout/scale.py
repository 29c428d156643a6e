"""What the axes of a chart span so that it is read well; no Qt.

Where that lies in pixels is known to the view box alone.
"""

from dataclasses import dataclass
from math import inf, log10

import numpy as np
from numpy.typing import NDArray

from planner.quantities.dates import MONTHS_PER_YEAR
from ui.charts.contents.picture import ChartPicture, Curve
from ui.charts.contents.specs import spec_of
from ui.charts.contents.states import FULL_PANEL, PITCH
from ui.charts.layout.ticks import nice_range
from ui.wording.figures.units import form_of

TICK_PIXELS = 38
TICKS_AT_LEAST = 2
TAME = 6.0
WILD = 4.0
FULL = 1.8
TYPICAL = 0.9
"""The share of the values of a curve that are at most a typical one."""
DECADES = 4.0
LOG_ROOM = 0.05
OUTER = (0, -1)
SIGNED_VIEWS = ("difference", "percent")


@dataclass(frozen=True, slots=True)
class Scale:
    """What the axes span: calendar years and values, the latter once for each of the `panels`.

    Where `is_log`, the values are powers of ten; where `is_signed`, they are differences.
    """

    first: float = 2025.0
    last: float = 2036.0
    low: float = 0.0
    high: float = 1.0
    panels: int = 1
    is_log: bool = False
    is_signed: bool = False

    def placed(self, value: float) -> float:
        """Return where a value lies on the scale: of a logarithmic one, its power of ten."""
        if not self.is_log:
            return value
        return log10(value) if value > 0 else -inf


def ticks_at_most(height: float) -> int:
    """Return how many value ticks a plot of this height carries."""
    return max(TICKS_AT_LEAST, min(6, int(height / TICK_PIXELS)))


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
    if picture.is_log and high > 0:
        return Scale(*years, *_powers(picture, high), is_log=True)
    form = form_of(spec_of(picture.setting).unit)
    ceiling = form.ceiling if picture.view == "absolute" else None
    values = nice_range(low, high, ticks_at_most(height), ceiling)
    return Scale(*years, *values, is_signed=picture.view in SIGNED_VIEWS)


def _powers(picture: ChartPicture, high: float) -> tuple[float, float]:
    """Return the powers of ten between which what is above zero lies, a few decades at most."""
    values = _finite([curve.line for curve in picture.curves])
    low = float(values[values > 0].min(initial=high))
    top = log10(high) + LOG_ROOM
    return max(log10(low) - LOG_ROOM, top - DECADES), top


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
    wanted = _finite([line.values for line in picture.targets])
    return float(min(low, high, *wanted)), float(max(low, high, *wanted))


def _reach(core: NDArray[np.float64], bands: list[NDArray[np.float64]]) -> float:
    """Return how far from zero an axis goes: for all but a line or a band that runs away."""
    if not core.size:
        return 0.0
    lines = min(float(np.abs(core).max()), WILD * _typical(np.abs(core)))
    lines = lines or float(np.abs(core).max())
    edges = [np.abs(edge) for edge in map(_one_finite, bands) if edge.size]
    full = max((FULL * _typical(edge) for edge in edges), default=0.0)
    return max(lines, min(TAME * lines, full))


def _typical(values: NDArray[np.float64]) -> float:
    """Return the quantile of a curve that is neither its start nor a peak.

    numpy's own function imports its masked arrays, which takes as long as drawing two charts.
    """
    last = values.size - 1
    return float(np.interp(TYPICAL * last, np.arange(values.size), np.sort(values)))


def _bands(picture: ChartPicture) -> list[NDArray[np.float64]]:
    return [
        curve.bands[row]
        for curve in picture.curves
        if curve.bands is not None and curve.has_fan
        for row in OUTER
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
