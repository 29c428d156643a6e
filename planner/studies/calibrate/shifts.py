"""What own numbers say of each assumption: its range before and after; sixth floor of planner.

Both are quantiles of what futures draw: of those held to what was measured, and of those held to
own numbers as well.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from planner.ensemble.conditioning.pool import Chosen
from planner.ensemble.draws.drawn import drawn_assumptions, drawn_at
from planner.model.scenario import Scenario
from planner.studies.scores import TAIL

Range = tuple[float, float, float]
"""P10, median and P90."""
QUANTILES: Final = (TAIL, 0.5, 1 - TAIL)
TENTHS_APART: Final = 2.563
"""Standard deviations of a normal distribution from its P10 to its P90."""


@dataclass(frozen=True, slots=True)
class Shift:
    """An assumption by its address, and its range before and after."""

    address: str
    before: Range
    after: Range

    @property
    def moved(self) -> float:
        """By how many of its former standard deviations the median moved, signed."""
        width = self.before[2] - self.before[0]
        return TENTHS_APART * (self.after[1] - self.before[1]) / width if width > 0 else 0.0

    @property
    def narrowed(self) -> float:
        """By which share its range became narrower; below zero it became wider."""
        width = self.before[2] - self.before[0]
        return 1 - (self.after[2] - self.after[0]) / width if width > 0 else 0.0


def shifts_of(scenario: Scenario, before: Chosen, after: Chosen) -> tuple[Shift, ...]:
    """Return every drawn assumption, those that moved farthest first."""
    names = drawn_assumptions(scenario)
    one, other = (_ranges(drawn_at(each.places, scenario)) for each in (before, after))
    found = (Shift(*each) for each in zip(names, one, other, strict=True))
    return tuple(sorted(found, key=lambda each: -abs(each.moved)))


def telling(shifts: Sequence[Shift], least: float = 0.15) -> tuple[Shift, ...]:
    """Return the shifts that moved, or became narrower, by more than sampling does."""
    return tuple(each for each in shifts if abs(each.moved) >= least or each.narrowed >= least)


def range_of(values: NDArray[np.float64]) -> Range:
    """Return P10, median and P90 of the values that are numbers."""
    low, middle, high = np.nanquantile(values, QUANTILES)
    return float(low), float(middle), float(high)


def _ranges(drawn: NDArray[np.float64]) -> list[Range]:
    return [range_of(row) for row in drawn]
