"""In which futures of a sweep a level is missed, told by few inputs, world by world.

Eighth floor of planner. How many miss it is counted in all futures; boxes are looked for in a
sample of them, over the assumptions that are drawn and what the points set. They are found as
`suanli discover` finds those of one scenario.
"""

from dataclasses import dataclass

import numpy as np

from planner.ensemble.progress import Steps, as_part
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown_path
from planner.studies.discover.covering import covering
from planner.studies.discover.discovering import told
from planner.studies.discover.discovery import MissBox
from planner.sweep.batches.layout import Slice
from planner.sweep.batches.running import run_spec
from planner.sweep.batches.spec import Origin, Spec
from planner.sweep.plan.columns import Column
from planner.sweep.reading.error import SweepError
from planner.sweep.summary.level import Level
from planner.sweep.summary.reader import Block, Folder, Values
from planner.sweep.summary.sampled import (
    FUTURES_AT_MOST,
    Sample,
    drawing,
    places_of,
    sample_of,
)
from planner.sweep.summary.tradeoffs import check_numbers

_READ, _DRAWN = 0.3, 0.5
"""Shares of the work that are done when all is read, and drawn again."""
_TRIED = 16
_AGREES = 1e-4


@dataclass(frozen=True, slots=True)
class InWorld:
    """The misses in one world, empty where the plan names none.

    Of `futures` that have a number a share `missed`, NaN where there are none. Boxes were looked
    for in `sampled` futures of so many `points`; limits name an assumption by its address, or an
    input of the plan as the plan does. None are told where nothing tells misses from the rest.
    """

    world: str
    futures: int
    missed: float
    points: int
    sampled: int
    boxes: tuple[MissBox, ...]


@dataclass(frozen=True, slots=True)
class Misses:
    """How often a level is missed, at one point or, where `point` is None, at all of them."""

    level: Level
    point: int | None
    worlds: tuple[InWorld, ...]

    @property
    def futures(self) -> int:
        """How many futures have a number."""
        return sum(each.futures for each in self.worlds)

    @property
    def sampled(self) -> int:
        """In how many futures boxes were looked for."""
        return sum(each.sampled for each in self.worlds)

    @property
    def missed(self) -> float:
        """The share of all futures with a number that miss the level; NaN where there are none."""
        told = [each for each in self.worlds if each.futures]
        count = sum(each.missed * each.futures for each in told)
        return count / self.futures if told else float("nan")


def missing(
    folder: Folder, level: Level, point: int | None = None, most: int = FUTURES_AT_MOST
) -> Steps[Misses]:
    """Return in which futures a level is missed, by a sample of so many at most.

    Yields the share that is done. Raises SweepError for states, for a point of which nothing is
    done, where futures cannot be drawn again, and as reading does.
    """
    column = folder.column(level.column)
    check_numbers(column)
    read = _Read(folder, level, point, most)
    if point is None:
        yield from as_part(folder.reading((column,), read.take), 0, _READ)
    else:
        read.take(Block(point, column, folder.of(point, column)[None], 0))
    if not read.futures.any():
        raise SweepError(translate("Planner", "nothing of what is asked about is done"))
    if not folder.is_of_this_model:
        yield from _check_drawn(folder, read, column)
    found, count = [], len(read.samples)
    for place, world in enumerate(read.samples):
        begin, end = (_READ + (1 - _READ) * (place + step) / count for step in (0, 1))
        found.append((yield from as_part(_in_world(read, world), begin, end)))
    return Misses(level, point, tuple(found))


class _Read:
    """What is read of a column: misses counted by world, and the values of the samples."""

    def __init__(self, folder: Folder, level: Level, point: int | None, most: int) -> None:
        self.folder, self._level = folder, level
        points = folder.plan.points
        asked = np.arange(1, points.count + 1) if point is None else np.array([point])
        worlds = points.world[asked - 1]
        keys = np.unique(worlds).tolist()
        self.samples: dict[int, Sample] = {
            key: sample_of(folder, asked[worlds == key], max(1, most // len(keys))) for key in keys
        }
        self.values = {key: np.full(e.futures.shape, np.nan) for key, e in self.samples.items()}
        self.futures, self.missed = (np.zeros(max(1, len(points.worlds)), int) for _ in "12")

    def take(self, block: Block) -> None:
        """Count a block and keep what samples have of it."""
        last = block.first + len(block.values)
        worlds = self.folder.plan.points.world[block.first - 1 : last - 1]
        known = ~np.isnan(block.values)
        missed = known & ~self._level.met(block.values)
        np.add.at(self.futures, worlds, np.count_nonzero(known, axis=1))
        np.add.at(self.missed, worlds, np.count_nonzero(missed, axis=1))
        for key, sample in self.samples.items():
            begin, end = np.searchsorted(sample.points, (block.first, last))
            rows = sample.points[begin:end, None] - block.first
            self.values[key][begin:end] = block.values[rows, sample.futures[begin:end]]

    def known(self, key: int) -> tuple[np.ndarray, np.ndarray]:
        """Return which futures of a sample have a number, and which of those miss the level."""
        values = self.values[key].ravel()
        known = ~np.isnan(values)
        return known, ~self._level.met(values[known])


def _in_world(read: _Read, key: int) -> Steps[InWorld]:
    known, missed = read.known(key)
    boxes: tuple[MissBox, ...] = ()
    if 0 < np.count_nonzero(missed) < len(missed):
        names, values = yield from as_part(drawing(read.folder, read.samples[key]), 0, _DRAWN)
        own = values[:, known]
        found = yield from as_part(covering(own, missed), _DRAWN, 1)
        boxes = tuple(told(each, names, own, missed) for each in found)
    futures, worlds = int(read.futures[key]), read.folder.plan.points.worlds
    return InWorld(
        world=worlds[key] if worlds else "",
        futures=futures,
        missed=int(read.missed[key]) / futures if futures else float("nan"),
        points=len(read.samples[key].points),
        sampled=len(missed),
        boxes=boxes,
    )


def _check_drawn(folder: Folder, read: _Read, column: Column) -> Steps[None]:
    """Raise SweepError where the model at hand gives other numbers than the folder has."""
    for sample in read.samples.values():
        point = int(sample.points[0])
        stored = folder.of(point, column)[:_TRIED]
        again = yield from _run_again(folder, point, column, len(stored))
        if not np.allclose(stored, again, rtol=_AGREES, equal_nan=True):
            said = translate(
                "Planner",
                "{folder} was made by another version of the model; this one draws other futures",
            )
            raise SweepError(said.format(folder=shown_path(folder.path)))


def _run_again(folder: Folder, point: int, column: Column, futures: int) -> Steps[Values]:
    """Return the numbers of a point's first futures as this model gives them."""
    _, places = yield from places_of(folder, point, futures)
    plan, batch = folder.plan, Slice(0, 0, point, 1, 0, futures)
    scenario = plan.points.scenario_at(plan.base, point)
    spec = Spec(batch, (scenario,), (column,), plan.precision, Origin(plan.hash), places)
    return np.asarray(run_spec(spec).values[0], np.float64)
