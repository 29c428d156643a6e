"""The points of a sweep put into worlds: each setting in each world, and the worst of them.

Floor: engine.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from planner.ensemble.progress import Steps
from planner.model.graph import model
from planner.sweep.design.points import Points
from ui.engine.sweeps.points import PointsFound, Values

if TYPE_CHECKING:
    from planner.ensemble.many import Projector

Numbers = NDArray[np.int64]

NONE: Final = -1


@dataclass(frozen=True, slots=True, eq=False)
class InWorlds:
    """What settings say in worlds; a setting is what a point sets without its world.

    `places` int64[settings, worlds] are the places of the points, -1 where there is none. `medians`
    and `shares` float64[settings, worlds] are theirs, NaN without a number. `worst` int64[settings]
    is the world with the worst share, or without a level the worst median; -1 without numbers.
    """

    found: PointsFound
    settings: Values
    places: Numbers
    medians: Values
    shares: Values
    worst: Numbers

    @property
    def count(self) -> int:
        """How many settings there are."""
        return len(self.settings)

    def enough(self, needed: float) -> int:
        """Return how many settings meet the level in so many futures of every world."""
        return int((self.shares >= needed).all(axis=1).sum())


@dataclass(frozen=True, slots=True, eq=False)
class AskingWorlds:
    """Asks how points do in their worlds."""

    points: Points
    found: PointsFound

    def steps(self, _engine: "Projector") -> Steps[InWorlds]:
        """Put the points into their worlds; nothing is read."""
        yield 0.0
        return in_worlds(self.points, self.found)


def in_worlds(points: Points, found: PointsFound) -> InWorlds:
    """Return each setting in each world."""
    settings, number = np.unique(points.values, axis=0, return_inverse=True)
    places = np.full((len(settings), len(points.worlds)), NONE)
    places[number.ravel(), points.world] = np.arange(points.count)
    medians, shares = (_at(each, places) for each in (found.median, found.shares))
    return InWorlds(found, settings, places, medians, shares, _worst(found, medians, shares))


def _at(values: Values, places: Numbers) -> Values:
    return np.where(places == NONE, np.nan, values[places])


def _worst(found: PointsFound, medians: Values, shares: Values) -> Numbers:
    """Return the world in which each setting does worst."""
    is_more = model().outcomes[found.asked.column.outcome].better == "more"
    told = medians if is_more else -medians
    if found.asked.level is not None:
        told = shares
    filled = np.where(np.isnan(told), np.inf, told)
    return np.where(np.isinf(filled).all(axis=1), NONE, filled.argmin(axis=1))
