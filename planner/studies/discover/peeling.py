"""The patient rule induction method (PRIM): boxes of inputs in which cases are dense.

Sixth floor of planner, numbers alone: it knows no scenario and no assumption. Method: J. H.
Friedman and N. I. Fisher, "Bump hunting in high-dimensional data" (1999), with the objective for
shares and the quantiles of B. P. Bryant and R. J. Lempert, "Thinking inside the box" (2010).
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

ALPHA: Final = 0.05
"""Share of the futures of a box that one step peels off, at a side of one input."""
PASTED: Final = 0.05
"""Share of the futures beside a box that one step pastes on."""
LEAST_MASS: Final = 0.05
"""Share of all futures that a box holds at least."""

Inputs = NDArray[np.float64]
Cases = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Box:
    """Bounds of inputs, `low` and `high` float64[inputs], infinite where there is none.

    A value on a bound is inside. `inside` futures are in the box, `cases` of them are cases.
    """

    low: Inputs
    high: Inputs
    inside: int
    cases: int

    @property
    def density(self) -> float:
        """The share of its futures that are cases."""
        return self.cases / self.inside

    @property
    def restricted(self) -> tuple[int, ...]:
        """The inputs that it bounds."""
        bounded = np.isfinite(self.low) | np.isfinite(self.high)
        return tuple(int(each) for each in np.flatnonzero(bounded))


@dataclass(frozen=True, slots=True)
class Rules:
    """How boxes are peeled: shares from 0 to 1."""

    alpha: float = ALPHA
    pasted: float = PASTED
    least_mass: float = LEAST_MASS


@dataclass(frozen=True, slots=True)
class _Peel:
    """One side of one input cut off at a value: `score` is the gain in density per future lost."""

    score: float
    free: int
    column: int
    is_low: bool
    at: float


def trajectory(
    values: Inputs, cases: Cases, rules: Rules | None = None, start: Cases | None = None
) -> tuple[Box, ...]:
    """Return the boxes from the whole to the densest, each peeled from the one before.

    `values` is float64[inputs, futures], `cases` bool[futures]. `start` tells which futures are
    there to begin with, all unless given. The last ones are pasted where that makes them denser.
    """
    rules = rules or Rules()
    there = np.ones(len(cases), np.bool_) if start is None else start
    least = rules.least_mass * len(cases)
    sides = _Sides(values, cases, there)
    found = [sides.box()]
    while (peel := sides.best(rules.alpha, least)) is not None:
        sides.cut(peel)
        found.append(sides.box())
    while (wider := _pasted(values, cases, there, found[-1], rules)) is not None:
        found.append(wider)
    return tuple(found)


def inside(values: Inputs, box: Box) -> Cases:
    """Tell which futures lie in a box."""
    found = np.ones(values.shape[1], np.bool_)
    for column in box.restricted:
        found &= (values[column] >= box.low[column]) & (values[column] <= box.high[column])
    return found


def boxed(values: Inputs, cases: Cases, bounds: tuple[Inputs, Inputs], there: Cases) -> Box:
    """Return the box of some bounds, counted among the futures that are there."""
    made = Box(*bounds, 0, 0)
    held = inside(values, made) & there
    return Box(*bounds, int(held.sum()), int((held & cases).sum()))


class _Sides:
    """The futures of a box, sorted by each input, so that what a cut takes off is a beginning."""

    def __init__(self, values: Inputs, cases: Cases, there: Cases) -> None:
        places = np.flatnonzero(there)
        order = np.argsort(values[:, places], axis=1, kind="stable")
        self._order = places.astype(np.int32)[order]
        self._sorted = np.take_along_axis(values, self._order, axis=1)
        self._cases = cases[self._order]
        self._futures = values.shape[1]
        self._low = np.full(len(values), -np.inf)
        self._high = np.full(len(values), np.inf)

    def box(self) -> Box:
        """Return the box as it is."""
        inside = self._sorted.shape[1]
        cases = int(self._cases[0].sum()) if len(self._cases) else 0
        return Box(self._low.copy(), self._high.copy(), inside, cases)

    def best(self, alpha: float, least: float) -> _Peel | None:
        """Return the cut that makes the box denser by the most per future, None where none does.

        Of cuts that do as much, that which bounds the fewest inputs, then the first.
        """
        count = self._sorted.shape[1]
        total = self._cases[0].sum() if len(self._cases) else 0
        if count == 0 or total in (0, count):
            return None
        chosen: _Peel | None = None
        kept = 0
        for column, line in enumerate(self._sorted):
            free = _free(self._low, self._high, column)
            for is_low in (False, True):
                at = cut_at(line, alpha, is_low=is_low)
                lost = _lost(line, at, is_low=is_low)
                if lost in (0, count):
                    continue
                own = self._cases[column, :lost] if is_low else self._cases[column, count - lost :]
                density = (total - np.count_nonzero(own)) / (count - lost)
                peel = _Peel((density - total / count) / lost, free, column, is_low, at)
                if chosen is None or (peel.score, free) > (chosen.score, chosen.free):
                    chosen, kept = peel, count - lost
        return chosen if chosen is not None and chosen.score > 0 and kept >= least else None

    def cut(self, peel: _Peel) -> None:
        """Cut a side off."""
        line = self._sorted[peel.column]
        stays = np.zeros(self._futures, np.bool_)
        stays[self._order[peel.column][line >= peel.at if peel.is_low else line <= peel.at]] = True
        (self._low if peel.is_low else self._high)[peel.column] = peel.at
        kept = stays[self._order]
        shape = (len(kept), -1)
        self._order = self._order[kept].reshape(shape)
        self._sorted = self._sorted[kept].reshape(shape)
        self._cases = self._cases[kept].reshape(shape)


def cut_at(line: Inputs, alpha: float, *, is_low: bool) -> float:
    """Return where a share of sorted values is cut off: half way between two that differ."""
    place = (len(line) - 1) * (alpha if is_low else 1 - alpha)
    below, above = int(np.floor(place)), int(np.ceil(place))
    if is_low and line[below] == line[above]:
        above = min(int(np.searchsorted(line, line[below], "right")), len(line) - 1)
    elif not is_low and line[below] == line[above]:
        below = max(int(np.searchsorted(line, line[above], "left")) - 1, 0)
    return float(line[below] + line[above]) / 2


def _lost(line: Inputs, at: float, *, is_low: bool) -> int:
    """Return how many sorted values a cut takes off."""
    if is_low:
        return int(np.searchsorted(line, at, "left"))
    return len(line) - int(np.searchsorted(line, at, "right"))


def _free(low: Inputs, high: Inputs, column: int) -> int:
    """Return how many inputs stay without a bound where one is cut."""
    bounded = np.isfinite(low) | np.isfinite(high)
    return len(low) - int(bounded.sum()) - int(not bounded[column])


def _pasted(values: Inputs, cases: Cases, there: Cases, box: Box, rules: Rules) -> Box | None:
    """Return the box with one side moved out that makes it denser by the most, if any does."""
    best, score = None, 0.0
    for column in box.restricted:
        for is_low in (True, False):
            if not np.isfinite((box.low if is_low else box.high)[column]):
                continue
            wider = _widened(values, cases, there, box, (column, is_low, rules.pasted))
            gained = wider.inside - box.inside
            if gained > 0 and (rise := (wider.density - box.density) / gained) > score:
                best, score = wider, rise
    return best


def _widened(
    values: Inputs, cases: Cases, there: Cases, box: Box, side: tuple[int, bool, float]
) -> Box:
    """Return the box with a share of the futures beside one of its sides taken in."""
    column, is_low, share = side
    low, high = box.low.copy(), box.high.copy()
    if is_low:
        low[column], high[column] = -np.inf, box.low[column]
    else:
        low[column], high[column] = box.high[column], np.inf
    beside = np.sort(values[column][inside(values, Box(low, high, 0, 0)) & there])
    low, high = box.low.copy(), box.high.copy()
    bound = cut_at(beside, 1 - share if is_low else share, is_low=not is_low) if len(beside) else 0
    if is_low:
        low[column] = bound if len(beside) else -np.inf
    else:
        high[column] = bound if len(beside) else np.inf
    return boxed(values, cases, (low, high), there)
