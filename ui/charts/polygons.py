"""Polygons for the painter, written straight from arrays: runs of known values, gaps between."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from pyqtgraph.functions import arrayToQPolygonF
from PySide6.QtGui import QPolygonF

Values = NDArray[np.float64]


def lines(x: Values, y: Values) -> list[QPolygonF]:
    """Return one open polygon per run of known values; a lone point is no line."""
    return [
        arrayToQPolygonF(x[start:end], y[start:end])
        for start, end in _runs(~np.isnan(y))
        if end - start > 1
    ]


def bands(x: Values, low: Values, high: Values) -> list[QPolygonF]:
    """Return one closed polygon per run of months where both edges are known."""
    return [
        arrayToQPolygonF(
            np.concatenate((x[start:end], x[start:end][::-1])),
            np.concatenate((low[start:end], high[start:end][::-1])),
        )
        for start, end in _runs(~(np.isnan(low) | np.isnan(high)))
        if end - start > 1
    ]


def _runs(known: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    if known.all():
        yield 0, len(known)
        return
    edges = np.flatnonzero(np.diff(np.concatenate(([False], known, [False]))))
    yield from zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)
