"""Asks how the points of a sweep do in their worlds. Floor: engine."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.ensemble.progress import Steps
from planner.sweep.summary.worlds import InWorlds, in_worlds
from ui.engine.sweeps.points import PointsFound

if TYPE_CHECKING:
    from planner.ensemble.many import Projector


@dataclass(frozen=True, slots=True, eq=False)
class AskingWorlds:
    """Asks it of the number that is looked at."""

    found: PointsFound

    def steps(self, _engine: "Projector") -> Steps[InWorlds]:
        """Put the points into their worlds; nothing is read."""
        yield 0.0
        asked = self.found.asked
        return in_worlds(self.found.summary, asked.column, asked.level)
