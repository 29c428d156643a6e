"""What each page of the window of a sweep tells as a table, for files and the clipboard.

It is told twice: in columns as it is read, and in records as programs read it, the same as those of
the terminal. Floor: items.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from math import isnan
from typing import TYPE_CHECKING, Final

import numpy as np

from planner.quantities.told.lists import in_turn
from planner.storage.sentences.catalog import translate
from planner.studies.discover.discovery import Limit, MissBox
from planner.sweep.summary.misses import InWorld, Misses
from planner.sweep.summary.reader import Folder
from planner.sweep.summary.tradeoffs import Tradeoff
from planner.sweep.summary.worlds import InWorlds
from ui.engine.sweeps.points import PointsFound
from ui.items.sweep_columns import (
    Named,
    Number,
    PointsColumn,
    columns_of_settings,
    share_in_short,
)
from ui.wording.answers.discover import assumption_text, bounds_text
from ui.wording.sweeps.head import count_text
from ui.wording.sweeps.inputs import world_told
from ui.wording.sweeps.numbers import UNKNOWN, column_text, unit_of_column

if TYPE_CHECKING:
    from planner.files.exports.records import Record


@dataclass(frozen=True, slots=True, eq=False)
class TableTold:
    """A table by its name: columns over so many rows, and what yields its records."""

    name: str
    columns: tuple[PointsColumn, ...]
    count: int
    records: "Callable[[], Iterable[Record]]"

    def lines(self) -> Iterator[tuple[str, ...]]:
        """Yield the headings and every row."""
        yield tuple(each.heading for each in self.columns)
        for place in range(self.count):
            yield tuple(each.told(float(each.values[place])) for each in self.columns)


def points_told(columns: Sequence[PointsColumn], found: PointsFound) -> TableTold:
    """Return the points with what they say of a number."""
    name = translate("Sweeps", "Points")
    records = partial(point_records, columns, found)
    return TableTold(name, tuple(columns), found.count, records)


def worlds_told(folder: Folder, columns: Sequence[PointsColumn], shown: InWorlds) -> TableTold:
    """Return settings in their worlds."""
    from planner.sweep.summary.answer_records import world_records

    name, records = translate("Sweeps", "Worlds"), partial(world_records, folder, shown)
    return TableTold(name, tuple(columns), len(shown.points), records)


def misses_told(found: Misses) -> TableTold:
    """Return the limits of boxes, a row for each; one without limits for a world without boxes."""
    from planner.sweep.summary.answer_records import miss_records

    rows = [row for world in found.worlds for row in _limits_of(world)]
    columns = tuple(_columns_of_misses(rows, has_worlds=any(each.world for each in found.worlds)))
    name = translate("Sweeps", "Misses")
    return TableTold(name, columns, len(rows), partial(miss_records, found))


def tradeoff_told(folder: Folder, found: Tradeoff) -> TableTold:
    """Return the points with both medians, and whether they are beaten."""
    from planner.sweep.summary.answer_records import tradeoff_records

    columns = [*columns_of_settings(folder.plan.points)]
    for place, column in enumerate((found.first, found.second)):
        number, values = Number(column), found.medians[:, place]
        heading = in_turn((column_text(column), "P50", unit_of_column(column)))
        columns.append(PointsColumn("p50", heading, "", values, number, number.shown))
    texts = (translate("Sweeps", "not beaten"), translate("Sweeps", "beaten"), UNKNOWN)
    state = np.where(found.is_known, np.where(found.is_beaten, 1.0, 0.0), 2.0)
    heading = translate("Sweeps", "Against the others")
    columns.append(PointsColumn("on_front", heading, "", state, Named(texts), kind="word"))
    name, records = translate("Sweeps", "Trade-offs"), partial(tradeoff_records, folder, found)
    return TableTold(name, tuple(columns), len(state), records)


def point_records(columns: Sequence[PointsColumn], found: PointsFound) -> "Iterator[Record]":
    """Yield a record per point: what the columns say, in units of the model, and what is asked."""
    asked: Record = {"column": found.asked.column.name}
    if found.asked.level is not None:
        asked = {**asked, "level": found.asked.level.text}
    keys = [each.key for each in columns]
    for place in range(found.count):
        values = (_plain(each, float(each.values[place])) for each in columns)
        yield {**dict(zip(keys, values, strict=True)), **asked}


def _plain(column: PointsColumn, value: float) -> str | float | None:
    if column.kind == "word":
        return column.keys[int(value)]
    return None if isnan(value) else value


_NONE: Final = float("nan")
_Row = tuple[InWorld, int, MissBox | None, Limit | None]


def _limits_of(world: InWorld) -> Iterator[_Row]:
    if not world.boxes:
        yield world, 0, None, None
    for number, box in enumerate(world.boxes, 1):
        for limit in box.limits:
            yield world, number, box, limit


def _columns_of_misses(rows: Sequence[_Row], *, has_worlds: bool) -> Iterator[PointsColumn]:
    worlds, numbers, boxes, limits = zip(*rows, strict=True)
    if has_worlds:
        names = [world_told(each.world) if each.world else "" for each in worlds]
        yield _texts("world", translate("Sweeps", "World"), names)
    yield _shares("missed", translate("Sweeps", "Miss the level"), [w.missed for w in worlds])
    counts = [count_text(each) if each else UNKNOWN for each in numbers]
    yield _texts("box", translate("Sweeps", "Box"), counts)
    heading = translate("Sweeps", "Coverage: share of all misses")
    yield _shares("coverage", heading, [_NONE if b is None else b.coverage for b in boxes])
    heading = translate("Sweeps", "Density: share of the box that misses")
    yield _shares("density", heading, [_NONE if b is None else b.density for b in boxes])
    inputs = [UNKNOWN if each is None else assumption_text(each) for each in limits]
    yield _texts("input", translate("Sweeps", "Input"), inputs)
    bounds = [UNKNOWN if each is None else bounds_text(each) for each in limits]
    yield _texts("limit", translate("Sweeps", "Limit"), bounds)


def _texts(key: str, heading: str, texts: Sequence[str]) -> PointsColumn:
    values = np.arange(len(texts), dtype=np.float64)
    return PointsColumn(key, heading, "", values, Named(tuple(texts)), kind="word")


def _shares(key: str, heading: str, shares: Sequence[float]) -> PointsColumn:
    return PointsColumn(key, heading, "", np.array(shares), share_in_short, kind="share")
