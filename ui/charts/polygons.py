"""Polygons for the painter, written straight from arrays: runs of known values, gaps between."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QPolygonF
from shiboken6 import Shiboken

Values = NDArray[np.float64]

TINY = 1e-9
MITER = 0.4
BYTES = 16
"""Memory of one point: x and y."""


def lines(x: Values, y: Values) -> list[QPolygonF]:
    """Return one open polygon per run of known values; a lone point is no line."""
    return [
        polygon_of(x[start:end], y[start:end])
        for start, end in _runs(~np.isnan(y))
        if end - start > 1
    ]


def ribbons(x: Values, y: Values, width: float) -> list[QPolygonF]:
    """Return the outline of a line of this width, one per run of known values.

    Filling an outline takes a fifth of the time a wide pen takes.
    """
    return [
        _ribbon(x[start:end], y[start:end], width / 2)
        for start, end in _runs(~np.isnan(y))
        if end - start > 1
    ]


def bands(x: Values, low: Values, high: Values) -> list[QPolygonF]:
    """Return one closed polygon per run of months where both edges are known."""
    return [
        polygon_of(
            np.concatenate((x[start:end], x[start:end][::-1])),
            np.concatenate((low[start:end], high[start:end][::-1])),
        )
        for start, end in _runs(~(np.isnan(low) | np.isnan(high)))
        if end - start > 1
    ]


def polygon_of(x: Values, y: Values) -> QPolygonF:
    """Return the points as a polygon, written into its memory at once."""
    made = QPolygonF()
    made.resize(len(x))
    memory = Shiboken.VoidPtr(made.data(), len(x) * BYTES, True)  # type: ignore[call-arg, arg-type]
    points = np.frombuffer(memory, np.float64).reshape(-1, 2)  # type: ignore[call-overload]
    points[:, 0], points[:, 1] = x, y
    return made


def _ribbon(x: Values, y: Values, half: float) -> QPolygonF:
    """Return a line widened to both sides, its corners mitered as far as they stay short."""
    along, down = np.diff(x), np.diff(y)
    length = np.maximum(np.hypot(along, down), TINY)
    across = np.stack((-down / length, along / length))
    corner = np.concatenate((across[:, :1], across[:, :-1] + across[:, 1:], across[:, -1:]), axis=1)
    corner[:, 1:-1] *= 1 / np.maximum((corner[:, 1:-1] ** 2).sum(axis=0) / 2, MITER)
    right, below = half * corner
    return polygon_of(
        np.concatenate((x + right, (x - right)[::-1])),
        np.concatenate((y + below, (y - below)[::-1])),
    )


def _runs(known: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    if known.all():
        yield 0, len(known)
        return
    edges = np.flatnonzero(np.diff(np.concatenate(([False], known, [False]))))
    yield from zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)
