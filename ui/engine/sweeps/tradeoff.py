"""Two numbers of a sweep weighed against each other: medians of each point, and the front.

Floor: engine.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from planner.ensemble.progress import Steps
from planner.model.graph import model
from planner.model.outcome import Better
from planner.sweep.plan.columns import Column
from planner.sweep.summary.reader import Folder
from ui.engine.sweeps.points import Asked, PointsFound, Reading, Values

if TYPE_CHECKING:
    from planner.ensemble.many import Projector

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Weighed:
    """Medians of two numbers at each point; `front` are places not beaten, in order along it.

    A point is beaten by one that is as good in both and better in one. `sides` say which side of
    each number is better.
    """

    columns: tuple[Column, Column]
    sides: tuple[Better, Better]
    first: Values
    second: Values
    front: Numbers


@dataclass(frozen=True, slots=True, eq=False)
class Weighing:
    """Asks for the medians of a second number beside those that are known of a first one."""

    folder: Folder
    known: PointsFound
    second: Column
    sides: tuple[Better, Better]
    medians: Values | None = None
    """Those of the second number, where they are known."""

    def steps(self, engine: "Projector") -> Steps[Weighed]:
        """Read the second number. Raises SweepError for a file that cannot be read."""
        first, second = self.known.median, self.medians
        if second is None:
            found = yield from Reading(self.folder, Asked(self.second)).steps(engine)
            second = found.median
        columns = self.known.asked.column, self.second
        return Weighed(columns, self.sides, first, second, front_of(first, second, self.sides))


def better_of(column: Column) -> Better:
    """Return which side of a number is better unless somebody says otherwise."""
    return model().outcomes[column.outcome].better


def front_of(first: Values, second: Values, sides: tuple[Better, Better]) -> Numbers:
    """Return the places of points that no other one beats, from the least of the first on."""
    a, b = (
        each if side == "more" else -each for each, side in zip((first, second), sides, strict=True)
    )
    known = np.flatnonzero(~(np.isnan(a) | np.isnan(b)))
    order = known[np.lexsort((-b[known], -a[known]))]
    before = np.concatenate(([-np.inf], np.maximum.accumulate(b[order])[:-1]))
    is_free = b[order] > before
    free = order[is_free]
    leader = free[np.cumsum(is_free) - 1] if len(free) else order
    is_alike = (a[order] == a[leader]) & (b[order] == b[leader])
    found = order[is_free | is_alike]
    return np.asarray(found[np.argsort(first[found], kind="stable")])
