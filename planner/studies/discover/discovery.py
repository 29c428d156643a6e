"""What is found of the futures in which a scenario misses its targets.

Sixth floor of planner, frozen values: how often it misses, and the boxes of assumptions that hold
most of the misses. How they are found is told in `planner.studies.discover.discovering`.
"""

from dataclasses import dataclass

from planner.model.targets.target import Target
from planner.studies.answers.stamp import Stamp


@dataclass(frozen=True, slots=True)
class Limit:
    """The part of one assumption that a box keeps, in the base unit of the assumption.

    `low` or `high` is None where it is open. `from_share` and `to_share` tell the same as shares
    of all futures, 0 to 1, by rank. `chance` is the larger quasi-p-value of its bounds.
    """

    address: str
    low: float | None
    high: float | None
    from_share: float
    to_share: float
    chance: float


@dataclass(frozen=True, slots=True)
class MissBox:
    """Limits that hold together, the one least likely by chance first.

    `coverage` is the share of all misses that are in it, `density` the share of its futures that
    miss, `mass` its share of all futures. `peeled` are coverage and density of the boxes it was
    chosen from, the widest first.
    """

    limits: tuple[Limit, ...]
    coverage: float
    density: float
    mass: float
    peeled: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Discovery:
    """How a scenario, told by its title, misses targets, any of them, and where.

    `missed` is the share of the whole futures that miss; the others break a law of the model and
    are left out. No boxes are told where no assumption tells misses from the rest.
    """

    scenario: str
    targets: tuple[Target, ...]
    missed: float
    boxes: tuple[MissBox, ...]
    stamp: Stamp

    @property
    def coverage(self) -> float:
        """The share of all misses that the boxes hold together."""
        return sum(each.coverage for each in self.boxes)
