"""A number with its range: low, central, high.

What a default, an assumption or a published figure is known as.  Knows nothing of units or of
where the number comes from.  Floor: quantities.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
from typing import Final, Literal

Part = Literal["low", "central", "high"]

PARTS: Final[tuple[Part, ...]] = ("low", "central", "high")


@dataclass(frozen=True, slots=True)
class Spread:
    """A central value between a low and a high one, all finite and in the same unit.

    Raises ValueError when the three are not finite or not in order.
    """

    low: float
    central: float
    high: float

    def __post_init__(self) -> None:
        """Refuse what is not finite or not in order."""
        if not (isfinite(self.low) and isfinite(self.central) and isfinite(self.high)):
            message = f"low, central and high must be finite, not {self.parts}"
            raise ValueError(message)
        if not self.low <= self.central <= self.high:
            message = f"low <= central <= high must hold, not {self.parts}"
            raise ValueError(message)

    @property
    def parts(self) -> tuple[float, float, float]:
        """Low, central and high, in this order."""
        return self.low, self.central, self.high

    @property
    def is_fixed(self) -> bool:
        """Whether the range is a single number."""
        return self.low == self.high

    def part(self, part: Part) -> float:
        """Return one of the three."""
        return self.parts[PARTS.index(part)]

    def with_part(self, part: Part, value: float) -> Spread:
        """Return the spread with one part moved; the others give way where they must."""
        match part:
            case "low":
                return Spread(value, max(value, self.central), max(value, self.high))
            case "high":
                return Spread(min(value, self.low), min(value, self.central), value)
            case "central":
                return Spread(min(value, self.low), value, max(value, self.high))

    def scaled(self, factor: float) -> Spread:
        """Return the spread times a factor that is not negative."""
        return Spread(self.low * factor, self.central * factor, self.high * factor)


def fixed(value: float) -> Spread:
    """Return a spread without range."""
    return Spread(value, value, value)
