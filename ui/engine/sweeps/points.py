"""A folder of a sweep as it is opened, and what its points say of one number.

Both are read in a thread for studies, batch by batch. Floor: engine.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from planner.ensemble.progress import Steps
from planner.model.graph import model
from planner.sweep.batches.encoding import check_parquet
from planner.sweep.plan.columns import Column
from planner.sweep.store.manifest import read_manifest
from planner.sweep.store.origin import hash_of_model
from planner.sweep.summary.level import Level
from planner.sweep.summary.reader import Folder, read_folder
from planner.sweep.summary.summed import Summary
from planner.sweep.summary.summing import summing
from ui.engine.sweeps.orders import Places, Values, rising

if TYPE_CHECKING:
    from planner.ensemble.many import Projector


@dataclass(frozen=True, slots=True, eq=False)
class Opened:
    """A folder, and whether another version of the model has filled it.

    `rising` are the points as their worlds rise, then as what each input sets does; they are put in
    order where a folder is opened, off the window's thread.
    """

    folder: Folder
    is_of_other_model: bool
    rising: tuple[Places, ...] = field(init=False)

    def __post_init__(self) -> None:
        points = self.folder.plan.points
        columns = (points.world.astype(np.float64), *points.values.T)
        object.__setattr__(self, "rising", tuple(map(rising, columns)))

    @property
    def numbers(self) -> tuple[Column, ...]:
        """The columns that are numbers, and no states."""
        columns = self.folder.plan.columns
        return tuple(each for each in columns if not model().outcomes[each.outcome].states)


@dataclass(frozen=True, slots=True)
class Opening:
    """Asks for a folder."""

    path: Path

    def steps(self, _engine: "Projector") -> Steps[Opened]:
        """Open the folder. Raises SweepError where it is none."""
        yield 0.0
        check_parquet()
        folder = read_folder(self.path)
        yield 0.5
        made_by = read_manifest(self.path)["model_sha256"]
        return Opened(folder, bool(made_by != hash_of_model()))


@dataclass(frozen=True, slots=True)
class Asked:
    """Which number is looked at, and the level that futures are held against, None for none."""

    column: Column
    level: Level | None = None


@dataclass(frozen=True, slots=True, eq=False)
class PointsFound:
    """What the points say of one number: its quantiles, and the share that meets the level.

    Each is float64[points], NaN where there is no number. `rising` are the points as their P10
    rise, their P50, P90 and shares: put in order where they are read.
    """

    asked: Asked
    summary: Summary
    rising: tuple[Places, ...] = field(init=False)

    def __post_init__(self) -> None:
        columns = (self.low, self.median, self.high, self.shares)
        object.__setattr__(self, "rising", tuple(map(rising, columns)))

    @property
    def count(self) -> int:
        """How many points there are, with a number or without."""
        return len(self.median)

    @property
    def order(self) -> Places:
        """Points in the order of their medians, those without one last."""
        return self.rising[1]

    @property
    def low(self) -> Values:
        """P10 of each point."""
        return self.summary.quantiles[:, 0, 0]

    @property
    def median(self) -> Values:
        """P50 of each point."""
        return self.summary.medians(self.asked.column)

    @property
    def high(self) -> Values:
        """P90 of each point."""
        return self.summary.quantiles[:, 0, -1]

    @property
    def shares(self) -> Values:
        """The share of futures that meet the level; all are NaN without one."""
        level = self.asked.level
        return np.full(self.count, np.nan) if level is None else self.summary.shares(level)

    @property
    def empty(self) -> int:
        """How many futures have no number, in all points together."""
        return int(self.summary.empty.sum())


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """Asks what the points of a folder say."""

    folder: Folder
    asked: Asked

    def steps(self, _engine: "Projector") -> Steps[PointsFound]:
        """Read the folder. Raises SweepError for a file that cannot be read."""
        asked = self.asked
        levels = () if asked.level is None else (asked.level,)
        return PointsFound(asked, (yield from summing(self.folder, levels, (asked.column,))))
