"""Why an outcome differs between two scenarios, as a frozen value, and as a table.

Sixth floor of planner. Means add up, medians do not: the parts are means, and add up to the mean of
the difference; its median stands beside it. All numbers are in the base unit of the outcome.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from planner.model.scenario import Scenario
from planner.studies.answers.about import About
from planner.studies.answers.stamp import Stamp
from planner.studies.explain.changed_inputs import ChangedInput
from planner.studies.variants import Variant

NOTHING: Final = 1e-6
"""What is smaller than this share of the level is rounding and has no sign."""
MOST: Final = 0.5
"""A part has the sign that more than this share of its futures have."""
_QUANTILES: Final = (0.1, 0.5, 0.9)


@dataclass(frozen=True, slots=True)
class Amount:
    """How much, over the futures: the mean, P10, P50 and P90, shares above and below zero."""

    mean: float
    low: float
    median: float
    high: float
    higher: float
    lower: float

    @property
    def sign(self) -> int:
        """1 or -1 where most futures agree, else 0."""
        return int(self.higher > MOST) - int(self.lower > MOST)

    @property
    def is_none(self) -> bool:
        """Whether no future changes."""
        return self.higher == self.lower == 0


@dataclass(frozen=True, slots=True)
class InputPart:
    """The part of one input in the difference, its Shapley value.

    `alone` is the mean of what it changes where all else is as before, `last` where all else is as
    after. `error` is the standard error of the part's mean, 0 where it is exact.
    """

    changed: ChangedInput
    amount: Amount
    alone: float
    last: float
    error: float = 0.0


@dataclass(frozen=True, slots=True)
class Turning:
    """A part, or the difference where `changed` is None, with the variants that turn its sign."""

    changed: ChangedInput | None
    variants: tuple[Variant, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """The parts of all inputs, in the order of the model, and what they add up to.

    `level` and `level_after` are the means of the outcome in both scenarios. `together` is what
    comes only from changing several at once: the difference without what each changes alone; None
    where one input differs. `orders` are those that were drawn, 0 where the parts are exact;
    `left_out` futures have no number. `turning` tells what other defensible structures of the model
    turn; None where that was not asked.
    """

    about: About
    before: Scenario
    after: Scenario
    stamp: Stamp
    level: float
    level_after: float
    parts: tuple[InputPart, ...]
    total: Amount
    together: Amount | None
    orders: int = 0
    left_out: int = 0
    turning: tuple[Turning, ...] | None = None

    @property
    def by_size(self) -> tuple[InputPart, ...]:
        """The parts, the largest first."""
        return tuple(sorted(self.parts, key=lambda each: -abs(each.amount.mean)))


def amount_of(futures: NDArray[np.float64], level: NDArray[np.float64]) -> Amount:
    """Return how much something is in futures, float64[futures], beside a level of each."""
    low, median, high = (float(each) for each in np.quantile(futures, _QUANTILES))
    smallest = NOTHING * np.abs(level)
    higher, lower = float(np.mean(futures > smallest)), float(np.mean(futures < -smallest))
    return Amount(float(futures.mean()), low, median, high, higher, lower)
