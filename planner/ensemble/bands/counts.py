"""Quantiles of more futures than memory holds: values are counted where they lie on a fine grid.

Fifth floor of planner. Counts of several runs add up, so futures may come piece by piece. Each row
has a grid of its own, laid around its P10 to P90. A quantile is then known to half a step of the
grid. Where a quantile lies beside the grid, or the grid is too coarse for the row, `next_bounds`
tells where to lay it in another pass over the same futures.
"""

from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from planner.engine.run import kernel_is_ready
from planner.ensemble.bands.exact import between, places
from planner.ensemble.projection import QUANTILES

GRID: Final = 2048
TOLERANCE: Final = 1e-3
"""A step of the grid is at most this part of the range between the outermost quantiles."""
_MARGIN: Final = 4.0
_TINY: Final = 1e-30
_SAME: Final = 3e-7
_FURTHER: Final = 8
_NEGATIVE, _BELOW, _FIRST, _ABOVE, _POSITIVE, _UNDEFINED = 0, 1, 2, GRID + 2, GRID + 3, GRID + 4
_COLUMNS: Final = GRID + 5

Numbers = NDArray[np.float64]
Columns = NDArray[np.intp]


class Bounds(NamedTuple):
    """Where the grid of each row begins and ends, and how far its first one reached, [rows]."""

    low: Numbers
    high: Numbers
    reach: Numbers

    @property
    def step(self) -> Numbers:
        """The distance between two points of each row's grid; never zero."""
        width = np.maximum(self.high - self.low, least_step(self.low, self.high))
        return width / (GRID - 1)


def bounds_of(futures: NDArray[Any]) -> Bounds:
    """Return where the quantiles all but surely are, from some of all futures [rows, some], sorted.

    The margin is four standard errors of a random sample; Sobol' points stray less. Quantiles that
    may be unbounded are left out.
    """
    futures.sort(axis=-1)
    rows, some = futures.shape
    parts = np.array(QUANTILES)[:, None]
    margins = _MARGIN * np.sqrt(parts * (1 - parts) * some)
    low, high = (
        np.clip(np.rint(parts * (some - 1) + by), 0, some - 1).astype(np.intp)
        for by in (-margins, margins)
    )
    first = np.sum(np.isneginf(futures), axis=-1)
    last = first + np.sum(np.isfinite(futures), axis=-1) - 1
    known = (low >= first) & (high <= last)
    begin = np.where(known, low, some - 1).min(axis=0)
    end = np.where(known, high, 0).max(axis=0)
    found = (futures[range(rows), rank].astype(np.float64) for rank in (begin, end))
    below, above = (np.where(known.any(axis=0), bound, 0.0) for bound in found)
    return Bounds(below, above, above - below)


class Counts:
    """How many futures of each row lie at each point of its grid."""

    def __init__(self, bounds: Bounds) -> None:
        self._bounds = bounds
        rows = len(bounds.low)
        self._counts = np.zeros((rows, _COLUMNS), np.uint32)
        self._least, self._most = bounds.low.copy(), bounds.high.copy()
        self._found: tuple[Columns, Columns] | None = None

    def add(
        self, rows: slice, futures: NDArray[Any], whole: NDArray[np.bool_] | None = None
    ) -> None:
        """Count the futures [rows, any number] of some rows; only the `whole` ones if given."""
        self._found = None
        if whole is not None:
            np.copyto(futures, np.nan, where=~whole)
        kind, bounds = futures.dtype, self._bounds
        low, scale = bounds.low[rows].astype(kind), (1 / bounds.step[rows]).astype(kind)
        ends = self._least[rows], self._most[rows]
        can_count = kernel_is_ready() and kind == np.float32
        count = count_natively if can_count else count_slowly
        count(futures, low, scale, self._counts[rows], *ends)
        if whole is not None:
            self._counts[rows, _UNDEFINED] -= (~whole).sum(axis=-1).astype(np.uint32)

    def quantiles(self) -> Numbers:
        """Return float64[5, rows], to half a step of each row's grid where that is fine enough."""
        low, high = (self._values(columns) for columns in self._columns())
        return between(low, high, np.hstack([places(count)[2] for count in self.futures]))

    def next_bounds(self) -> tuple[NDArray[np.bool_], Bounds]:
        """Return which rows need another pass, and where to lay the grids in it."""
        columns = np.concatenate(self._columns())
        beside = ((columns == _BELOW) | (columns == _ABOVE)).any(axis=0)
        values = self._values(columns)
        finite, step = np.isfinite(values), self._bounds.step
        least = np.min(values, axis=0, where=finite, initial=np.inf)
        most = np.max(values, axis=0, where=finite, initial=-np.inf)
        open_still = finite.any(axis=0) & (beside | (step > self._fine(finite, least, most)))
        further = np.where(self._bounds.reach > 0, _FURTHER * GRID * step, np.inf)
        low = np.where(beside, self._bounds.low - further, least - step)
        high = np.where(beside, self._bounds.high + further, most + step)
        low, high = np.maximum(low, self._least), np.minimum(high, self._most)
        both = np.where(open_still, (low, high), (self._bounds.low, self._bounds.high))
        return open_still, Bounds(both[0], both[1], self._bounds.reach)

    def _fine(self, finite: NDArray[np.bool_], least: Numbers, most: Numbers) -> Numbers:
        """Return the step that is fine enough for quantiles between these, [rows].

        One that is alone is held against itself, and equal ones against the first grid.
        """
        several = finite[: len(QUANTILES)].sum(axis=0) > 1
        spread = np.where(several, most - least, np.abs(most))
        first = _SAME * self._bounds.reach
        return np.maximum(np.maximum(TOLERANCE * spread, first), least_step(least, most))

    @property
    def futures(self) -> list[int]:
        """How many futures are counted of each row."""
        return [int(count) for count in self._counts.sum(axis=1, dtype=np.int64)]

    def _columns(self) -> tuple[Columns, Columns]:
        """Return the columns [5, rows] in which the futures below and above each quantile lie."""
        if self._found is None:
            ranks = [np.concatenate(places(count)[:2]) for count in self.futures]
            found = np.array(
                [
                    row.cumsum().searchsorted(asked, side="right")
                    for row, asked in zip(self._counts, ranks, strict=True)
                ],
                np.intp,
            ).T
            found = np.minimum(found, _UNDEFINED)
            self._found = found[: len(QUANTILES)], found[len(QUANTILES) :]
        return self._found

    def _values(self, columns: Columns) -> Numbers:
        """Return what the futures of columns [any, rows] are worth."""
        values = self._bounds.low + (columns - _FIRST) * self._bounds.step
        special: dict[int, float | Numbers] = {
            _NEGATIVE: -np.inf,
            _BELOW: self._least,
            _ABOVE: self._most,
            _POSITIVE: np.inf,
            _UNDEFINED: np.nan,
        }
        for column, value in special.items():
            values = np.where(columns == column, value, values)
        return values


def least_step(low: Numbers, high: Numbers) -> Numbers:
    """Return the distance below which two values are the same to the engine."""
    return np.maximum(1e-6 * np.maximum(np.abs(low), np.abs(high)), _TINY)


def count_natively(
    futures: NDArray[np.float32],
    low: NDArray[np.float32],
    scale: NDArray[np.float32],
    counts: NDArray[np.uint32],
    least: Numbers,
    most: Numbers,
) -> None:
    """Add futures [rows, any number] to the counts, and note the outermost ones."""
    from planner.engine.kernel.runtime.histogram import histogram

    count = histogram()
    places, ends = np.empty(futures.shape[1], np.int32), np.empty(2)
    for row, values in enumerate(np.ascontiguousarray(futures)):
        ends[:] = least[row], most[row]
        count(values, float(low[row]), float(scale[row]), GRID, places, counts[row], ends)
        least[row], most[row] = ends


def count_slowly(
    futures: NDArray[Any],
    low: NDArray[Any],
    scale: NDArray[Any],
    counts: NDArray[np.uint32],
    least: Numbers,
    most: Numbers,
) -> None:
    """Do what the compiled loop does, where nothing can be compiled."""
    below, half, above = np.array((0, 1.5, GRID + 1), futures.dtype)
    finite = np.isfinite(futures)
    values = np.where(finite, futures, 0)
    places = np.clip((values - low[:, None]) * scale[:, None] + half, below, above)
    columns = places.astype(np.intp) + _BELOW
    columns[np.isnan(futures)] = _UNDEFINED
    columns[np.isposinf(futures)] = _POSITIVE
    columns[np.isneginf(futures)] = _NEGATIVE
    for row, own in enumerate(columns):
        counts[row] += np.bincount(own, minlength=_COLUMNS).astype(np.uint32)
    least[:] = np.minimum(least, np.min(values, axis=1, where=finite, initial=np.inf))
    most[:] = np.maximum(most, np.max(values, axis=1, where=finite, initial=-np.inf))
