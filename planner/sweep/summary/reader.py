"""A folder of a sweep, read back batch by batch in bounded memory; eighth floor of planner.

The plan is made of the manifest and of the table of points again, so that a point's scenario, and
what its futures draw, are at hand without the file of the plan. Files are held against the sizes
and checksums of the manifest before a number of theirs is told.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from planner.ensemble.progress import Steps, as_part
from planner.files.scenario.fields import scenario_of
from planner.model.graph import model
from planner.model.sums import can_be_asked
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import FileError, shown_path
from planner.sweep.batches.layout import FILES, Layout, Slice
from planner.sweep.design.inputs import input_named
from planner.sweep.design.listed import WORLD
from planner.sweep.design.points import Points, world_keys
from planner.sweep.plan.columns import Column, month_number
from planner.sweep.plan.plan import Plan
from planner.sweep.reading.error import SweepError
from planner.sweep.store import manifest, points_table
from planner.sweep.store.manifest import Done
from planner.sweep.store.origin import hash_of_model
from planner.sweep.store.whole import is_as_told

Values = NDArray[np.float64]

_OF_ANOTHER_SHAPE: Final = (
    AttributeError,
    KeyError,
    TypeError,
    ValueError,
    ArithmeticError,
    FileError,
)
"""What making a plan raises where a manifest has other fields, or other kinds of values, than ours.
"""


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """The numbers of one column at points from `first` on, float64[points, futures].

    Each stands at its future's place; NaN where there is none, and where no batch is done: so many
    `futures` of a point are. They are for whoever takes the block, to keep or to change.
    """

    first: int
    column: Column
    values: Values
    futures: int


@dataclass(frozen=True, slots=True, eq=False)
class Folder:
    """A folder with its plan, how its batches lie, and which of them are done.

    `model` is the hash of the model that it was made by.
    """

    path: Path
    plan: Plan
    layout: Layout
    done: dict[int, Done]
    model: str

    @property
    def is_whole(self) -> bool:
        """Whether every batch is done."""
        return len(self.done) == self.layout.count

    @property
    def is_of_this_model(self) -> bool:
        """Whether the model that it was made by is the one that is at hand."""
        return self.model == hash_of_model()

    def column(self, name: str) -> Column:
        """Return a column by its name. Raises KeyError."""
        return {each.name: each for each in self.plan.columns}[name]

    def reading(self, columns: Sequence[Column], take: Callable[[Block], None]) -> Steps[None]:
        """Read some columns and hand all that is done to `take`, block by block.

        In the order of points, then of columns; points of which nothing is done are passed over.
        Yields the share that is read. Raises SweepError for a file that cannot be read.
        """
        slices, count = self.layout.slices, self.layout.count
        for first in range(0, count, slices):
            numbers = [n for n in range(first, first + slices) if n in self.done]
            if numbers and columns:
                made = self._of_points if slices == 1 else self._of_one_point
                steps = made(numbers, columns, take)
                yield from as_part(steps, first / count, (first + slices) / count)

    def of(self, point: int, column: Column) -> Values:
        """Return the numbers of one point and column, float64[futures], each at its future's place.

        NaN stands where there is none, and for futures of a batch that is not done. Raises
        SweepError.
        """
        place = (point - 1) // self.layout.points_of_a_batch * self.layout.slices
        numbers = [n for n in range(place, place + self.layout.slices) if n in self.done]
        values = np.full(self.layout.futures, np.nan)
        for number in numbers:
            self._check(number)
            batch, table = self.layout.batch(number), self._read(number, [column])
            rows = _rows_of(batch, point)
            values[batch.first : batch.first + batch.futures] = table[column.name][rows]
        return values

    def _check(self, number: int) -> None:
        """Raise SweepError for a batch that is not as the manifest says."""
        if not is_as_told(self.path, self.done[number]):
            raise _damaged(self.path / self.done[number].file)

    def _of_points(
        self, numbers: Sequence[int], columns: Sequence[Column], take: Callable[[Block], None]
    ) -> Steps[None]:
        """Read batches that have all futures of their points."""
        for number in numbers:
            self._check(number)
            batch, table = self.layout.batch(number), self._read(number, columns)
            yield 0.5
            for column in columns:
                values = table[column.name].reshape(batch.points, batch.futures)
                take(Block(batch.first_point, column, values, batch.futures))
            yield 1.0

    def _of_one_point(
        self, numbers: Sequence[int], columns: Sequence[Column], take: Callable[[Block], None]
    ) -> Steps[None]:
        """Read the slices of one point, a column at a time: they are many futures."""
        pieces, place = len(numbers) * (1 + len(columns)), 0
        for number in numbers:
            self._check(number)
            place += 1
            yield place / pieces
        batches = [self.layout.batch(number) for number in numbers]
        for column in columns:
            values = np.full((1, self.layout.futures), np.nan)
            for batch in batches:
                own = slice(batch.first, batch.first + batch.futures)
                values[0, own] = self._read(batch.number, [column])[column.name]
                place += 1
                yield place / pieces
            take(Block(batches[0].first_point, column, values, sum(e.futures for e in batches)))

    def _read(self, number: int, columns: Sequence[Column]) -> dict[str, Values]:
        from pyarrow import ArrowException, parquet

        batch = self.layout.batch(number)
        path = self.path / batch.file
        names = [each.name for each in columns]
        try:
            table = parquet.read_table(path, columns=names, partitioning=None)
            found = {name: table[name].to_numpy().astype(np.float64) for name in names}
        except (OSError, KeyError, ValueError, ArrowException) as error:
            raise _damaged(path) from error
        if table.num_rows != batch.rows:
            raise _damaged(path)
        return found


def read_folder(path: Path) -> Folder:
    """Return a folder of a sweep. Raises SweepError where it is none."""
    if not _has_manifest(path):
        if any(path.glob(FILES)):
            raise manifest.no_manifest(path)
        said = translate("Planner", "{folder} is no folder of a sweep: it has no {file}")
        raise SweepError(said.format(folder=shown_path(path), file=manifest.NAME))
    fields = manifest.read_manifest(path)
    try:
        plan = _plan(fields, path)
        is_as_hashed = plan.hash == fields["plan_sha256"]
        layout = Layout(plan.points.count, plan.futures, max(1, fields["futures_of_a_batch"]))
        done = manifest.done_of(fields, layout)
    except _OF_ANOTHER_SHAPE as error:
        raise _not_understood(fields, path) from error
    if not is_as_hashed and _is_of_this_model(fields):
        raise manifest.no_manifest(path)
    return Folder(path, plan, layout, done, fields["model_sha256"])


def _has_manifest(path: Path) -> bool:
    """Tell whether a manifest is there, or may be: reading it then says why it cannot be read."""
    try:
        return (path / manifest.NAME).exists()
    except OSError:
        return True


def _rows_of(batch: Slice, point: int) -> slice:
    """Return where the futures of a point stand in the file of a batch."""
    begin = (point - batch.first_point) * batch.futures
    return slice(begin, begin + batch.futures)


def _not_understood(fields: manifest.Fields, path: Path) -> SweepError:
    if _is_of_this_model(fields):
        return manifest.no_manifest(path)
    said = translate("Planner", "{folder} was made by another version of the model")
    return SweepError(said.format(folder=shown_path(path)))


def _is_of_this_model(fields: manifest.Fields) -> bool:
    return bool(fields["model_sha256"] == hash_of_model())


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
    inputs = tuple(input_named(each["name"], is_fixed=each["fixed"]) for each in told["inputs"])
    worlds = tuple(told["worlds"])
    if not {*worlds} <= {*world_keys()}:
        raise ValueError(WORLD)
    try:
        table = parquet.read_table(place)
        columns = [table[each.column].to_numpy() for each in inputs]
        named = table[WORLD].to_pylist() if worlds else []
        world = [worlds.index(each) for each in named] if worlds else [0] * table.num_rows
        values = np.column_stack(columns) if columns else np.empty((table.num_rows, 0))
    except (OSError, KeyError, ValueError, ArrowException) as error:
        raise _damaged(place) from error
    points = Points(inputs, values.astype(np.float64), worlds, np.array(world, np.int64))
    if points.sha256 != told["points_sha256"]:
        raise _damaged(place)
    return points


def _column(told: manifest.Fields) -> Column:
    year, month = map(int, told["month"].split("-"))
    if not can_be_asked(model().outcomes[told["outcome"]], told["element"]):
        raise ValueError(told["element"])
    return Column(told["outcome"], told["element"], month_number(year, month))


def _damaged(path: Path) -> SweepError:
    said = translate("Planner", "{file} is damaged; the same sweep again mends it")
    return SweepError(said.format(file=shown_path(path)))
