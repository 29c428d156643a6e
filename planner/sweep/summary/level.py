"""A level that a number of a sweep is held against, and who meets it; eighth floor of planner."""

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from planner.ensemble.met import ROUNDING

Sense = Literal["at least", "at most"]
SIGNS: Final[dict[Sense, str]] = {"at least": ">=", "at most": "<="}


@dataclass(frozen=True, slots=True)
class Level:
    """A number in the unit of a column's outcome that a future is to be at least or at most."""

    column: str
    sense: Sense
    value: float

    @property
    def text(self) -> str:
        """The level as it is written: `>=9000`."""
        return f"{SIGNS[self.sense]}{self.value:.10g}"

    def met(self, values: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Tell which values meet it, but for what the engine rounds; NaN meets none."""
        margin = ROUNDING * abs(self.value)
        if self.sense == "at least":
            return np.asarray(values >= self.value - margin)
        return np.asarray(values <= self.value + margin)
