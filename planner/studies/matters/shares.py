"""Which part of the spread of an outcome each assumption explains, from the futures at hand.

Sixth floor of planner; numbers only, and no run. The share is the first-order index of variance:
how much of the variance of the outcome is that of its mean, given the assumption. It is read off
the futures that are drawn anyway, by their projection on curves over ranks (`basis`), and less what
chance alone would give, as in the adjusted coefficient of determination. What that leaves: what
turns more often than four curves do is missed, so that a share is too small by 2% of itself where
the outcome follows what is drawn in a straight line, and by more where it turns often; a share is
uncertain by its `error`; and of a group, what its members do only together is not in its share.
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from planner.studies.matters.basis import CURVES, Basis, Numbers, basis_of

ENOUGH: Final = 0.95
"""Part of the futures that must have a number, as for bands."""
NOTHING: Final = 1e-6
"""A spread below this part of the level is rounding."""
FEWEST: Final = 100
"""With fewer futures nothing is told."""


@dataclass(frozen=True, slots=True, eq=False)
class Shares:
    """Shares of variance of several rows of values, 0 to 1: of groups, and of each name alone.

    `groups` and their standard errors are float64[rows, groups], `alone` [rows, names], `slopes`
    the correlations of rows with ranks along the first curve, -1 to 1, [rows, names]. Undefined in
    rows that do not vary, or have too few numbers.
    """

    groups: Numbers
    errors: Numbers
    alone: Numbers
    slopes: Numbers


def shares_of(basis: Basis, values: NDArray[Any], drawn: Numbers) -> Shares:
    """Return the shares of each row of values [rows, futures].

    `drawn` is float64[names, futures], looked at only where values are missing.
    """
    rows = np.asarray(values, np.float64)
    finite = np.isfinite(rows)
    if finite.all():
        return _of_whole(basis, rows)
    found = [
        _of_some(basis, row[None], known, drawn) for row, known in zip(rows, finite, strict=True)
    ]
    return Shares(*(np.concatenate(parts) for parts in zip(*map(_parts, found), strict=True)))


def _of_some(basis: Basis, row: Numbers, known: NDArray[np.bool_], drawn: Numbers) -> Shares:
    """Return the shares of one row, of the futures in which it has a number."""
    if known.all():
        return _of_whole(basis, row)
    if known.mean() < ENOUGH:
        return _undefined(basis)
    return _of_whole(basis_of(basis.names, drawn[:, known]), row[:, known])


def _of_whole(basis: Basis, rows: Numbers) -> Shares:
    """Return the shares of rows that have a number in every future of the basis."""
    futures = basis.futures
    means = rows.mean(axis=1, keepdims=True)
    around = rows - means
    total = np.einsum("rf,rf->r", around, around)
    told = (total > futures * (NOTHING * means[:, 0]) ** 2) & (futures >= FEWEST)
    size = np.where(told, total, np.nan)[:, None]
    single, jointly = _along(basis.alone, around), _along(basis.together, around)
    alone = (single**2).sum(axis=2) / size
    blocks = (jointly**2).sum(axis=2)
    grouped = np.add.reduceat(blocks, basis.begins, axis=1) / size
    groups = _adjusted(grouped, basis.widths, futures)
    errors = np.sqrt(4 * groups * (1 - groups) ** 2 / futures + 2 * basis.widths / futures**2)
    slopes = -single[:, :, 0] / np.sqrt(size)
    return Shares(groups, errors, _adjusted(alone, CURVES, futures), slopes)


def _along(curves: Numbers, around: Numbers) -> Numbers:
    """Return rows [rows, futures] along blocks of curves [blocks, curves, futures].

    Block by block: products so small stay in one thread, and wait for none that is busy elsewhere.
    """
    found: Numbers = np.matmul(curves, around.T)
    return found.transpose(2, 0, 1)


def _adjusted(shares: Numbers, curves: NDArray[np.int64] | int, futures: int) -> Numbers:
    """Return shares less what so many curves would explain by chance, none below zero."""
    left = (1 - shares) * (futures - 1) / np.maximum(futures - 1 - curves, 1)
    found: Numbers = np.clip(1 - left, 0.0, 1.0)
    return found


def _undefined(basis: Basis) -> Shares:
    groups, names = (1, len(basis.groups)), (1, len(basis.names))
    return Shares(*(np.full(shape, np.nan) for shape in (groups, groups, names, names)))


def _parts(shares: Shares) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    return shares.groups, shares.errors, shares.alone, shares.slopes
