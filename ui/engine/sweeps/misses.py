"""Asks in which futures of a sweep a level is missed. Floor: engine."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.ensemble.progress import Steps
from planner.sweep.summary.level import Level
from planner.sweep.summary.misses import Misses, missing
from planner.sweep.summary.reader import Folder

if TYPE_CHECKING:
    from planner.ensemble.many import Projector


@dataclass(frozen=True, slots=True, eq=False)
class AskingMisses:
    """Asks it of one point, or of all where the `point` is None."""

    folder: Folder
    level: Level
    point: int | None = None

    def steps(self, _engine: "Projector") -> Steps[Misses]:
        """Read the number and look for boxes. Raises SweepError as reading does."""
        return (yield from missing(self.folder, self.level, self.point))
