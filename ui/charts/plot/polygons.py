"""Polygons for the painter, written straight from arrays: runs of known values, gaps between.

A polygon that is no longer needed as it is can be handed back, and its memory is written again:
while a curve moves, nothing is made anew.
"""

from collections.abc import Sequence
from math import isfinite

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QPolygonF
from shiboken6 import Shiboken

Values = NDArray[np.float64]
Runs = Sequence[tuple[int, int]]
"""Where each stretch of known values begins and ends."""

TINY = 1e-9
MITER = 0.4
BYTES = 16
"""Memory of one point: x and y."""


class Polygon:
    """A polygon whose points are an array, one row each: what is written there gets painted."""

    def __init__(self, length: int) -> None:
        self.shape = QPolygonF()
        self.shape.resize(length)
        memory = Shiboken.VoidPtr(self.shape.data(), length * BYTES, True)  # type: ignore[call-arg, arg-type]
        self.points: Values = np.frombuffer(memory, np.float64).reshape(-1, 2)  # type: ignore[call-overload]


def lines(x: Values, y: Values, runs: Runs, kept: Sequence[Polygon] = ()) -> list[Polygon]:
    """Return one open polygon per run of known values."""
    made = _polygons([end - start for start, end in runs], kept)
    for polygon, (start, end) in zip(made, runs, strict=True):
        polygon.points[:, 0] = x[start:end]
        polygon.points[:, 1] = y[start:end]
    return made


def ribbons(
    x: Values, y: Values, width: float, runs: Runs, kept: Sequence[Polygon] = ()
) -> list[Polygon]:
    """Return the outline of a line of this width, one per run of known values.

    Filling an outline takes a fifth of the time a wide pen takes.
    """
    made = _polygons([2 * (end - start) for start, end in runs], kept)
    for polygon, (start, end) in zip(made, runs, strict=True):
        _write_ribbon(polygon.points, x[start:end], y[start:end], width / 2)
    return made


def bands(
    x: Values, low: Values, high: Values, runs: Runs, kept: Sequence[Polygon] = ()
) -> list[Polygon]:
    """Return one closed polygon per run of months where both edges are known."""
    made = _polygons([2 * (end - start) for start, end in runs], kept)
    for polygon, (start, end) in zip(made, runs, strict=True):
        points, count = polygon.points, end - start
        points[:count, 0] = x[start:end]
        points[:count, 1] = low[start:end]
        points[count:, 0] = x[start:end][::-1]
        points[count:, 1] = high[start:end][::-1]
    return made


def _polygons(lengths: Sequence[int], kept: Sequence[Polygon]) -> list[Polygon]:
    """Return polygons of these lengths: those kept, if they fit."""
    if [len(polygon.points) for polygon in kept] == lengths:
        return list(kept)
    return [Polygon(length) for length in lengths]


def _write_ribbon(points: Values, x: Values, y: Values, half: float) -> None:
    """Write a line widened to both sides, its corners mitered as far as they stay short."""
    count = len(x)
    along, down = x[1:] - x[:-1], y[1:] - y[:-1]
    unit = half / np.maximum(np.hypot(along, down), TINY)
    corner = np.empty((2, count))
    across = np.stack((-down * unit, along * unit))
    corner[:, 0], corner[:, -1] = across[:, 0], across[:, -1]
    inner = corner[:, 1:-1]
    np.add(across[:, :-1], across[:, 1:], out=inner)
    inner /= np.maximum((inner[0] ** 2 + inner[1] ** 2) / (2 * half * half), MITER)
    np.add(x, corner[0], out=points[:count, 0])
    np.add(y, corner[1], out=points[:count, 1])
    np.subtract(x, corner[0], out=points[: count - 1 : -1, 0])
    np.subtract(y, corner[1], out=points[: count - 1 : -1, 1])


def runs_of(edges: Values) -> Runs:
    """Return the runs of two or more months in which every row of [edges, months] is known.

    A lone point is no line.
    """
    count = edges.shape[1]
    if isfinite(np.add.reduce(edges, axis=None)):
        return [(0, count)] if count > 1 else []
    known = ~np.isnan(edges).any(axis=0)
    turns = np.flatnonzero(np.diff(np.concatenate(([False], known, [False]))))
    runs = zip(turns[::2].tolist(), turns[1::2].tolist(), strict=True)
    return [(start, end) for start, end in runs if end - start > 1]
