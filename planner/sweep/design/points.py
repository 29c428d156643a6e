"""The points of a sweep: which value each input has at each, in which world.

Eighth floor of planner. Points are numbered from 1. Those that differ in levers alone have the
same futures: levers have no part in choosing them.
"""

import hashlib
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from planner.model.scenario import Scenario
from planner.studies.survive.worlds import World, worlds
from planner.sweep.design.inputs import Input

POINTS_AT_MOST: Final = 1_000_000


@dataclass(frozen=True, slots=True, eq=False)
class Points:
    """Values float64[points, inputs] of the `inputs`, and the key of each point's world.

    `world` is int64[points], the place of a key among `worlds`; there are none where all points
    are as the base scenario says.
    """

    inputs: tuple[Input, ...]
    values: NDArray[np.float64]
    worlds: tuple[str, ...]
    world: NDArray[np.int64]

    @property
    def count(self) -> int:
        """How many points there are."""
        return len(self.values)

    @property
    def sha256(self) -> str:
        """The SHA-256 of their values and worlds, in hexadecimal digits."""
        return hashlib.sha256(self.values.tobytes() + self.world.tobytes()).hexdigest()

    def in_each(self, keys: tuple[str, ...]) -> "Points":
        """Return the same points in each of some worlds, all of the first world first."""
        if not keys:
            return self
        values = np.tile(self.values, (len(keys), 1))
        return Points(self.inputs, values, keys, np.repeat(np.arange(len(keys)), self.count))

    def scenario_at(self, base: Scenario, number: int) -> Scenario:
        """Return the scenario of a point: the base, its levers, its world, its assumptions.

        A world has ranges of its own in place of the base's, as when scenarios are put into
        worlds; levers of the point stay on top. Raises DesignError or ScenarioError.
        """
        pairs = list(zip(self.inputs, self.values[number - 1].tolist(), strict=True))
        made = base
        for each, value in pairs:
            if each.is_lever:
                made = each.applied(made, value)
        if self.worlds:
            made = world_named(self.worlds[int(self.world[number - 1])]).applied(made)
        for each, value in pairs:
            if not each.is_lever:
                made = each.applied(made, value)
        return made


def world_named(key: str) -> World:
    """Return a world by its key. Raises KeyError."""
    return {each.key: each for each in worlds()}[key]


def world_keys() -> tuple[str, ...]:
    """Return the keys of all worlds."""
    return tuple(each.key for each in worlds())
