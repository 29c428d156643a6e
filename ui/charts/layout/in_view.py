"""Which values a zoom shows, so that no hand zooms to where no curve is; no Qt. Floor: charts."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ui.charts.contents.picture import Curve

Span = tuple[float, float]
INSIDE: Final = 0.25
"""Of the values that are seen, how far within them the nearest curve is then."""


def kept_in_view(curves: Sequence[Curve], years: Span, values: Span, *, is_log: bool) -> Span:
    """Return these values if a curve or its band is among them, else as many around the nearest."""
    low, high = values
    drawn = ((curve, _values_of(curve)) for curve in curves)
    if any(_shift(extent, values) == 0 for extent in _extents(drawn, years, is_log=is_log)):
        return values
    lines = ((curve, curve.line[None]) for curve in curves)
    shifts = [_shift(extent, values) for extent in _extents(lines, years, is_log=is_log)]
    nearest = min(shifts, key=abs, default=0.0)
    inside = INSIDE * (high - low)
    shift = nearest + (inside if nearest > 0 else -inside) if nearest else 0.0
    return low + shift, high + shift


def _shift(extent: Span, values: Span) -> float:
    """Return by how much values would have to move to touch what spans an extent."""
    (lowest, highest), (low, high) = extent, values
    if highest < low:
        return highest - low
    return max(0.0, lowest - high)


def _extents(
    drawn: Iterable[tuple[Curve, NDArray[np.float64]]], years: Span, *, is_log: bool
) -> Iterator[Span]:
    """Yield the lowest and highest value of what is drawn of each curve that has any in years."""
    for curve, values in drawn:
        seen = (curve.times >= years[0]) & (curve.times <= years[1])
        found = values[:, seen]
        found = found[np.isfinite(found) & (found > 0)] if is_log else found[np.isfinite(found)]
        if found.size:
            ends = np.array((found.min(), found.max()))
            low, high = np.log10(ends) if is_log else ends
            yield float(low), float(high)


def _values_of(curve: Curve) -> NDArray[np.float64]:
    """Return what is drawn of a curve."""
    if curve.area is not None:
        return curve.area
    if curve.bands is not None and curve.has_fan and not curve.light:
        return curve.bands
    return curve.line[None]
