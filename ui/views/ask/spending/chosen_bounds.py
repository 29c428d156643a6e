"""Bounds of a split as they were chosen: of each use, of each place, and of some by themselves.

A frozen value, M CNY a year. Floor: views.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from planner.studies.spending.instrument import Instrument

Side = Literal["least", "most"]
Bounded = Instrument | Literal["each", "place"]
"""What a bound is of: one use, each that has none of its own, or each place in all."""

MOST_EACH: Final = 200.0


@dataclass(frozen=True, slots=True)
class ChosenBounds:
    """The least and the most; a most that is None is none."""

    least_each: float = 0.0
    most_each: float | None = MOST_EACH
    least_place: float = 0.0
    least: Mapping[Instrument, float] = field(default_factory=dict)
    most: Mapping[Instrument, float] = field(default_factory=dict)

    def of(self, bounded: Bounded, side: Side) -> float | None:
        """Return a bound; None where there is none of its own."""
        match bounded, side:
            case "each", "least":
                return self.least_each or None
            case "each", "most":
                return self.most_each
            case "place", _:
                return self.least_place or None
            case Instrument(), "least":
                return self.least.get(bounded)
            case Instrument(), "most":
                return self.most.get(bounded)
        return None

    def having(self, bounded: Bounded, side: Side, amount: float | None) -> "ChosenBounds":
        """Return the bounds with another one; None takes it away."""
        match bounded, side:
            case "each", "least":
                return replace(self, least_each=amount or 0.0)
            case "each", "most":
                return replace(self, most_each=amount)
            case "place", _:
                return replace(self, least_place=amount or 0.0)
            case Instrument(), "least":
                return replace(self, least=_having(self.least, bounded, amount))
            case Instrument(), "most":
                return replace(self, most=_having(self.most, bounded, amount))
        return self

    def own_count(self, among: tuple[Instrument, ...]) -> int:
        """Return how many uses have a bound of their own."""
        return sum(each in self.least or each in self.most for each in among)


def _having(
    bounds: Mapping[Instrument, float], one: Instrument, amount: float | None
) -> Mapping[Instrument, float]:
    others = {each: bound for each, bound in bounds.items() if each != one}
    return others if amount is None else others | {one: amount}
