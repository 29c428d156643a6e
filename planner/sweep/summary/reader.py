"""A folder of a sweep, read back batch by batch in bounded memory; eighth floor of planner.

The plan is made of the manifest and of the table of points again, so that a point's scenario, and
what its futures draw, are at hand without the file of the plan.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from planner.files.scenario.fields import scenario_of
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown_path
from planner.sweep.batches.encoding import POINT
from planner.sweep.batches.layout import Layout
from planner.sweep.design.inputs import Input
from planner.sweep.design.listed import WORLD
from planner.sweep.design.points import Points
from planner.sweep.plan.columns import Column, month_number
from planner.sweep.plan.plan import Plan
from planner.sweep.reading.error import SweepError
from planner.sweep.store import manifest, points_table
from planner.sweep.store.manifest import Done

Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Folder:
    """A folder with its plan, how its batches lie, and which of them are done."""

    path: Path
    plan: Plan
    layout: Layout
    done: dict[int, Done]

    @property
    def is_whole(self) -> bool:
        """Whether every batch is done."""
        return len(self.done) == self.layout.count

    def values(self) -> Iterator[tuple[int, Column, Values]]:
        """Yield the numbers of each point and column, float64[futures], NaN where there is none.

        In the order of points, then of columns; points of which nothing is done are passed over.
        Raises SweepError for a file that cannot be read.
        """
        for first in range(0, self.layout.count, self.layout.slices):
            numbers = [n for n in range(first, first + self.layout.slices) if n in self.done]
            if not numbers:
                continue
            if len(numbers) == 1:
                yield from self._of_points(numbers[0])
            else:
                yield from self._of_one_point(numbers)

    def of(self, point: int, column: Column) -> Values:
        """Return the numbers of one point and column, float64[futures]. Raises SweepError."""
        place = (point - 1) // self.layout.points_of_a_batch * self.layout.slices
        numbers = [n for n in range(place, place + self.layout.slices) if n in self.done]
        found = [self._read(number, [column]) for number in numbers]
        parts = [table[column.name][table[POINT] == point] for table in found]
        return np.concatenate([np.empty(0), *parts])

    def _of_points(self, number: int) -> Iterator[tuple[int, Column, Values]]:
        table = self._read(number, self.plan.columns)
        batch = self.layout.batch(number)
        for place in range(batch.points):
            rows = slice(place * batch.futures, (place + 1) * batch.futures)
            for column in self.plan.columns:
                yield batch.first_point + place, column, table[column.name][rows]

    def _of_one_point(self, numbers: list[int]) -> Iterator[tuple[int, Column, Values]]:
        point = self.layout.batch(numbers[0]).first_point
        for column in self.plan.columns:
            parts = [self._read(number, [column])[column.name] for number in numbers]
            yield point, column, np.concatenate(parts)

    def _read(self, number: int, columns: "list[Column] | tuple[Column, ...]") -> dict[str, Any]:
        from pyarrow import ArrowException, parquet

        path = self.path / self.done[number].file
        names = [POINT, *(each.name for each in columns)]
        try:
            table = parquet.read_table(path, columns=names, partitioning=None)
            return {
                name: table[name].to_numpy().astype(np.int64 if name == POINT else np.float64)
                for name in names
            }
        except (OSError, KeyError, ValueError, ArrowException) as error:
            raise _damaged(path) from error


def read_folder(path: Path) -> Folder:
    """Return a folder of a sweep. Raises SweepError where it is none."""
    if not (path / manifest.NAME).exists():
        said = translate("Planner", "{folder} is no folder of a sweep: it has no {file}")
        raise SweepError(said.format(folder=shown_path(path), file=manifest.NAME))
    fields = manifest.read_manifest(path)
    try:
        plan = _plan(fields, path)
    except (KeyError, TypeError, ValueError, OSError) as error:
        raise _damaged(path / manifest.NAME) from error
    layout = Layout(plan.points.count, plan.futures, max(1, fields["futures_of_a_batch"]))
    done = manifest.done_of(fields, path)
    return Folder(path, plan, layout, {n: each for n, each in done.items() if n < layout.count})


def _plan(fields: manifest.Fields, path: Path) -> Plan:
    told = fields["plan"]
    return Plan(
        title=fields["title"],
        base=scenario_of(told["scenario"], ""),
        points=_points(told, path),
        columns=tuple(_column(each) for each in fields["columns"]),
        precision=told["precision"],
        batch=told["batch"],
    )


def _points(told: manifest.Fields, path: Path) -> Points:
    from pyarrow import ArrowException, parquet

    place = path / points_table.NAME
    try:
        table = parquet.read_table(place)
    except (OSError, ArrowException) as error:
        raise _damaged(place) from error
    inputs = tuple(Input(each["name"], each["fixed"]) for each in told["inputs"])
    values = np.empty((table.num_rows, len(inputs)))
    for number, each in enumerate(inputs):
        values[:, number] = table[each.column].to_numpy()
    worlds = tuple(told["worlds"])
    named = table[WORLD].to_pylist() if worlds else []
    world = [worlds.index(each) for each in named] if worlds else [0] * table.num_rows
    return Points(inputs, values, worlds, np.array(world, np.int64))


def _column(told: manifest.Fields) -> Column:
    year, month = map(int, told["month"].split("-"))
    return Column(told["outcome"], told["element"], month_number(year, month))


def _damaged(path: Path) -> SweepError:
    said = translate("Planner", "{file} is damaged; the same sweep again mends it")
    return SweepError(said.format(file=shown_path(path)))
