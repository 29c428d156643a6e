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
Counts = NDArray[np.int64]


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
    """One side of one input cut off at a value."""

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
        total = int(self._cases[0].sum()) if len(self._cases) else 0
        if count == 0 or total in (0, count):
            return None
        sides = [self._cuts(alpha, is_low=is_low) for is_low in (False, True)]
        at, lost, own = (np.stack(each, axis=1) for each in zip(*sides, strict=True))
        with np.errstate(divide="ignore", invalid="ignore"):
            score = ((total - own) / (count - lost) - total / count) / lost
        score[(lost == 0) | (lost == count)] = -np.inf
        free = np.where(score == score.max(), self._free()[:, None], -1)
        column, side = np.unravel_index(np.argmax(free), free.shape)
        if score[column, side] <= 0 or count - lost[column, side] < least:
            return None
        return _Peel(int(column), bool(side), float(at[column, side]))

    def _cuts(self, alpha: float, *, is_low: bool) -> tuple[Inputs, Counts, Counts]:
        """Return where each input is cut at one side, how many it takes off, and of them cases.

        Inputs whose values are all different there are cut at the same place of their order.
        """
        count = self._sorted.shape[1]
        below, above = _places(count, alpha, is_low=is_low)
        first, second = self._sorted[:, below], self._sorted[:, above]
        at, taken = (first + second) / 2, below + 1 if is_low else count - above
        lost = np.full(len(at), taken)
        own = np.count_nonzero(self._off(taken, is_low=is_low), axis=1)
        for column in np.flatnonzero(first == second):
            line = self._sorted[column]
            at[column] = cut_at(line, alpha, is_low=is_low)
            lost[column] = _lost(line, at[column], is_low=is_low)
            own[column] = np.count_nonzero(self._off(lost[column], is_low=is_low)[column])
        return at, lost, own

    def _off(self, taken: int, *, is_low: bool) -> Cases:
        """Return of each input which of the futures at one end of its order are cases."""
        count = self._cases.shape[1]
        return self._cases[:, :taken] if is_low else self._cases[:, count - taken :]

    def _free(self) -> Counts:
        """Return of each input how many stay without a bound where it is cut."""
        bounded = np.isfinite(self._low) | np.isfinite(self._high)
        return np.asarray(len(bounded) - bounded.sum() - ~bounded)

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
    below, above = _places(len(line), alpha, is_low=is_low)
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


def _places(count: int, alpha: float, *, is_low: bool) -> tuple[int, int]:
    """Return between which places of an order a share is cut off; the same where it is on one."""
    place = (count - 1) * (alpha if is_low else 1 - alpha)
    return int(np.floor(place)), int(np.ceil(place))


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
    bound = cut_at(beside, share, is_low=not is_low) if len(beside) else 0
    if is_low:
        low[column] = bound if len(beside) else -np.inf
    else:
        high[column] = bound if len(beside) else np.inf
    return boxed(values, cases, (low, high), there)
