"""A planner's own numbers, as one frozen value that a scenario carries.

Third floor of planner. They stand apart from the public facts: no default and no measured point is
changed by them. Nothing here knows scenarios or files.
"""

from dataclasses import dataclass, field
from typing import Final

from planner.facts.measured import Measured
from planner.model.paths import LeverPath
from planner.quantities.spread import Spread

POINTS_AT_MOST: Final = 400


@dataclass(frozen=True, slots=True)
class OwnNumbers:
    """`points` are what was counted, `levers` what was in force, by address: budgets of a place.

    `assumptions` are values of a planner's own in place of published ones, by address: enterprises
    of a place at the start.

    A scenario is asked for its hash in every frame of a drag, so that of many points is kept.
    """

    points: tuple[Measured, ...] = ()
    levers: tuple[tuple[str, float | LeverPath], ...] = ()
    assumptions: tuple[tuple[str, Spread], ...] = ()
    _hash: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_hash", hash((self.points, self.levers, self.assumptions)))

    def __hash__(self) -> int:
        return self._hash

    def __bool__(self) -> bool:
        return bool(self.points or self.levers or self.assumptions)


NONE: Final = OwnNumbers()
