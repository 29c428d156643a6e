"""Worlds, misses, trade-offs and best points of a sweep as records; eighth floor of planner.

Each record names units, and points by their numbers; it is made when it is asked for.
"""

from collections.abc import Iterator, Sequence
from math import isfinite

import numpy as np
from numpy.typing import NDArray

from planner.files.exports.records import Record, Value
from planner.model.graph import model
from planner.storage.sentences.spoken import ENGLISH, speaking
from planner.studies.discover.discovery import Limit, MissBox
from planner.sweep.design.inputs import input_named
from planner.sweep.design.listed import WORLD
from planner.sweep.plan.columns import Column
from planner.sweep.summary.misses import InWorld, Misses
from planner.sweep.summary.reader import Folder
from planner.sweep.summary.table import settings_of
from planner.sweep.summary.tradeoffs import Tradeoff
from planner.sweep.summary.worlds import InWorlds


def world_records(folder: Folder, found: InWorlds) -> Iterator[Record]:
    """Yield a record per setting and world: what is set, median, share, whether it is worst.

    Worlds of a setting that the sweep has no point of are passed over.
    """
    for setting, points in enumerate(found.points.tolist()):
        for world, point in enumerate(points):
            if point:
                yield dict(_in_world(folder, found, (setting, world), point))


def miss_records(misses: Misses) -> Iterator[Record]:
    """Yield a record per limit of each box, one without limits for a world that has no box."""
    for world in misses.worlds:
        told = {
            WORLD: world.world,
            "point": None if misses.point is None else float(misses.point),
            "column": misses.level.column,
            "asked": misses.level.text,
            "futures": float(world.futures),
            "missed": _known(world.missed),
            "points": float(world.points),
            "sampled": float(world.sampled),
        }
        for limit in _limits(world):
            yield {**told, **limit}


def tradeoff_records(folder: Folder, found: Tradeoff) -> Iterator[Record]:
    """Yield a record per point: what it sets, both medians, whether it is on the front, and where.

    `place` is its place along the front of its world, counted from 1.
    """
    places, worlds = {}, folder.plan.points.world
    along: dict[int, int] = {}
    for point in found.front.tolist():
        world = int(worlds[point - 1])
        places[point] = along[world] = along.get(world, 0) + 1
    for point, medians in enumerate(found.medians.tolist(), 1):
        first, second = (_known(each) for each in medians)
        yield {
            "point": float(point),
            **settings_of(folder, point),
            found.first.name: first,
            found.second.name: second,
            "on_front": point in places,
            "place": float(places[point]) if point in places else None,
        }


def best_records(
    folder: Folder, column: Column, points: Sequence[int], shares: NDArray[np.float64]
) -> Iterator[Record]:
    """Yield a record per point: what it sets, and the share of futures in which it is best."""
    for point, share in zip(points, shares.tolist(), strict=True):
        settings = settings_of(folder, point)
        yield {"point": float(point), **settings, "column": column.name, "best": _known(share)}


def unit_of_input(name: str) -> str:
    """Return the base unit of an assumption, or of an input of a plan, by its name."""
    with speaking(ENGLISH):
        return input_named(name).unit


def _in_world(
    folder: Folder, found: InWorlds, place: tuple[int, int], point: int
) -> Iterator[tuple[str, Value]]:
    setting, world = place
    yield "setting", float(setting + 1)
    yield "point", float(point)
    yield from settings_of(folder, point).items()
    yield "column", found.column.name
    yield "unit", _unit(found.column)
    yield "p50", _known(float(found.medians[place]))
    yield "asked", "" if found.level is None else found.level.text
    yield "met", None if found.shares is None else _known(float(found.shares[place]))
    yield "is_worst", bool(found.worst[setting] == world)


def _limits(world: InWorld) -> Iterator[Record]:
    if not world.boxes:
        yield _limit(None, None, None)
    for number, box in enumerate(world.boxes, 1):
        for limit in box.limits:
            yield _limit(number, box, limit)


def _limit(number: int | None, box: MissBox | None, limit: Limit | None) -> Record:
    return {
        "box": None if number is None else float(number),
        "coverage": None if box is None else box.coverage,
        "density": None if box is None else box.density,
        "mass": None if box is None else box.mass,
        "input": "" if limit is None else limit.address,
        "at_least": None if limit is None else limit.low,
        "at_most": None if limit is None else limit.high,
        "unit": "" if limit is None else unit_of_input(limit.address),
        "chance": None if limit is None else limit.chance,
    }


def _known(value: float) -> float | None:
    return value if isfinite(value) else None


def _unit(column: Column) -> str:
    return model().outcomes[column.outcome].unit
