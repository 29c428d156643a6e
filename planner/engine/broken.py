"""Futures that break the law of stocks: none is ever negative, all are finite.

Fourth floor of planner. Both engines note the first month at which a future breaks it; here the
stock is found that did so first. What follows from such a future's later months is no result.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from planner.engine.batch import Batch, address_rows
from planner.engine.clock import MONTHS_PER_YEAR, Clock
from planner.engine.interpret import interpret
from planner.model.graph import COUNTERFACTUAL_ZERO, model
from planner.model.indices import ELEMENTS, split_address
from planner.model.scenario import FIRST_YEAR, LAST_YEAR_AT_MOST


@dataclass(frozen=True, slots=True)
class Break:
    """A variable's element that breaks a law in a month, in the world `without` vouchers or with.

    It is negative, or else not finite.
    """

    month: int
    variable: str
    element: str
    negative: bool
    without: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Broken:
    """From which month on each future is broken, the center first.

    `since` is float64[futures + 1], infinite where a future is whole. `told` holds the inputs of
    one future, the one to tell of: the center if it breaks, else the first that does.
    """

    since: NDArray[np.float64]
    told: Batch

    @property
    def center(self) -> float:
        """Month from which the center line is broken, infinite where it is whole."""
        return float(self.since[0])

    @property
    def first(self) -> int:
        """Month in which the future to tell of breaks."""
        return int(self.center if np.isfinite(self.center) else self.since.min())

    def whole(self, months: slice) -> NDArray[np.bool_]:
        """Tell which futures are whole at some months, bool[months, futures]."""
        return np.arange(months.start, months.stop)[:, None] < self.since[1:]


def broken_since(since: NDArray[np.float64], batch: Batch) -> Broken | None:
    """Return what a run noted of its batch, None where all futures are whole."""
    if not np.isfinite(since).any():
        return None
    lane = 0 if np.isfinite(since[0]) else int(np.argmin(since))
    return Broken(since.copy(), replace(batch, drawn=batch.drawn[:, lane : lane + 1].copy()))


def joined(pieces: Sequence[tuple[int, Broken | None]]) -> Broken | None:
    """Return what is broken of a run from the futures of each piece and what is of them.

    Every piece has the center in front.
    """
    known = [broken for _, broken in pieces if broken is not None]
    if not known:
        return None
    center = min(broken.center for broken in known)
    drawn = [np.full(futures, np.inf) if b is None else b.since[1:] for futures, b in pieces]
    told = min(known, key=lambda broken: broken.first).told
    return Broken(np.concatenate(([center], *drawn)), told)


def first_break(broken: Broken) -> Break:
    """Return which stock breaks the law first, found by running the future once more, slowly.

    It is nameless where rounding hides it from the interpreter.
    """
    month = broken.first
    clock = Clock(min(FIRST_YEAR + (month + 1) // MONTHS_PER_YEAR, LAST_YEAR_AT_MOST))
    worlds = (False, broken.told), (True, _without_vouchers(broken.told))
    found = [found for world, inputs in worlds for found in _breaks(inputs, clock, without=world)]
    nameless = Break(month, "", "", negative=False)
    return replace(min(found, key=lambda each: each.month, default=nameless), month=month)


def _breaks(batch: Batch, clock: Clock, *, without: bool) -> list[Break]:
    """Return the first break of every element of every stock."""
    found = []
    for name, path in interpret(batch, clock, model().stocks).items():
        elements = ELEMENTS[model().indices[name]]
        for element, values in zip(elements, path.reshape(len(path), -1).T, strict=True):
            lawless = ~((values >= 0) & (values < np.inf))
            if lawless.any():
                month = int(np.argmax(lawless))
                found.append(Break(month, name, element, bool(values[month] < 0), without))
    return found


def _without_vouchers(batch: Batch) -> Batch:
    rows = [
        row for name, row in address_rows().items() if split_address(name)[0] in COUNTERFACTUAL_ZERO
    ]
    fixed, drawn = batch.fixed.copy(), batch.drawn.copy()
    fixed[rows] = 0.0
    drawn[np.isin(batch.drawn_rows, rows)] = 0.0
    return Batch(fixed, batch.drawn_rows, drawn)
