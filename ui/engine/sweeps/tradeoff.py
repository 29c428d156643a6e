"""Asks for two numbers of a sweep weighed against each other. Floor: engine."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.ensemble.progress import Steps
from planner.model.outcome import Better
from planner.sweep.plan.columns import Column
from planner.sweep.summary.reader import Folder
from planner.sweep.summary.summed import Summary
from planner.sweep.summary.summing import summing
from planner.sweep.summary.tradeoffs import Tradeoff, weighing

if TYPE_CHECKING:
    from planner.ensemble.many import Projector


@dataclass(frozen=True, slots=True, eq=False)
class Weighed:
    """What was found, and the summary it was found in."""

    found: Tradeoff
    summary: Summary


@dataclass(frozen=True, slots=True, eq=False)
class Weighing:
    """Asks which points are not beaten in two numbers; `known` is a summary of other ones."""

    folder: Folder
    columns: tuple[Column, Column]
    sides: tuple[Better, Better]
    known: Summary | None = None

    def steps(self, _engine: "Projector") -> Steps[Weighed]:
        """Read both numbers, unless they are known. Raises SweepError as reading does."""
        summary = self.known
        yield 0.0
        if summary is None or not {*self.columns} <= {*summary.columns}:
            summary = yield from summing(self.folder, (), self.columns)
        return Weighed(weighing(summary, *self.columns, better=self.sides), summary)
