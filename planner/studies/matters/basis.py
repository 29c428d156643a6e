"""Curves over the ranks of what futures draw, against which any outcome of them is held.

Sixth floor of planner. Of each drawn assumption they are the first cosines over its ranks, which
are orthogonal to each other whatever the draws are (E. Plischke, "How to compute variance-based
sensitivity indicators with your spreadsheet software", 2012); of a group those of all its members,
made orthogonal. Ranks do not depend on ranges, so that the same curves serve while a range moves,
and while a lever does: what is asked of an outcome is then one product of matrices.
"""

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock
from typing import Final

import numpy as np
from numpy.typing import NDArray

from planner.studies.matters.groups import groups_of

CURVES: Final = 4
"""Cosines for each assumption: with four, a full wave up and down is still told exactly."""
_KEPT: Final = 4
_PIECE: Final = 256

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Basis:
    """Curves of `names` over their ranks in so many `futures`, each of length one and mean zero.

    `alone` is float64[names, curves, futures]; `together` is as large, in the order of groups, of
    which one begins at each of `begins`. `groups` are places among the names. `order` is
    int64[names, futures]: the futures by what each name draws, the least first.
    """

    names: tuple[str, ...]
    groups: tuple[tuple[int, ...], ...]
    alone: Numbers
    together: Numbers
    begins: NDArray[np.int64]
    order: NDArray[np.int64]

    @property
    def futures(self) -> int:
        """Number of futures."""
        return int(self.order.shape[1])

    @property
    def widths(self) -> NDArray[np.int64]:
        """How many curves each group has, int64[groups]."""
        return CURVES * np.array([len(group) for group in self.groups], np.int64)


def basis_of(names: tuple[str, ...], drawn: Numbers) -> Basis:
    """Return the curves of what is drawn, float64[names, futures]."""
    futures = drawn.shape[1]
    order = np.argsort(drawn, axis=1, kind="stable")
    alone = np.empty((len(names), CURVES, futures))
    waves = _cosines(futures)
    for place, ranked in enumerate(order):
        alone[place][:, ranked] = waves
    groups = groups_of(names)
    curves = [_orthogonal(alone[list(group)]) for group in groups]
    begins = np.cumsum([0, *map(len, groups[:-1])])
    together = np.concatenate(curves)
    return Basis(names, groups, alone, together, begins, order)


class KeptBases:
    """The last curves by the places of their futures; asked for from any thread."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[object, ...], Basis] = OrderedDict()
        self._lock = Lock()

    def get(self, key: tuple[object, ...]) -> Basis | None:
        """Return the curves kept under a key."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def keep(self, key: tuple[object, ...], basis: Basis) -> Basis:
        """Keep curves under a key and return them."""
        with self._lock:
            self._kept[key] = basis
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return basis


def _cosines(futures: int) -> Numbers:
    """Return the first cosines over ranks, float64[curves, futures]."""
    waves = np.arange(1, CURVES + 1)[:, None]
    ranks = (np.arange(futures) + 0.5) / futures
    curves: Numbers = np.cos(np.pi * waves * ranks) * np.sqrt(2 / futures)
    return curves


def _orthogonal(curves: Numbers) -> Numbers:
    """Return curves [members, curves, futures] that span the same, each at right angles to others.

    Each is left with what those before it do not have (the Cholesky factor of their products).
    Products are made block by block: ones so small stay in one thread, and wait for none.
    """
    if len(curves) == 1:
        return curves
    count, futures = len(curves) * CURVES, curves.shape[-1]
    products = np.matmul(curves[:, None], curves[None].swapaxes(-1, -2))
    products = products.swapaxes(1, 2).reshape(count, count)
    left = np.linalg.inv(np.linalg.cholesky(products))
    flat, found = curves.reshape(count, futures), np.empty((count, futures))
    for begin in range(0, futures, _PIECE):
        found[:, begin : begin + _PIECE] = left @ flat[:, begin : begin + _PIECE]
    return found.reshape(curves.shape)
