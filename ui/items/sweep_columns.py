"""Columns of the points of a sweep: what each sets, and what its futures say of a number.

Window and files tell the same ones. Floor: items.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np

from planner.quantities.told.lists import in_turn
from planner.quantities.told.numerals import fixed, numerals
from planner.storage.sentences.catalog import translate
from planner.sweep.design.listed import WORLD
from planner.sweep.design.points import Points
from ui.engine.sweeps.points import PointsFound, Values
from ui.wording.figures.differences import share_told
from ui.wording.sweeps.inputs import input_told, world_told
from ui.wording.sweeps.numbers import UNKNOWN, form_of_column, number_text, unit_of_column

Kind = Literal["number", "share", "word"]


@dataclass(frozen=True, slots=True, eq=False)
class PointsColumn:
    """A column: its key in files, its heading and tip, and the value of the model at each point.

    `told` says a value; `shown` is the number that is shown for it, a share as it is. Of words the
    values are places among the `keys`.
    """

    key: str
    heading: str
    tip: str
    values: Values
    told: Callable[[float], str]
    shown: Callable[[float], float] = float
    kind: Kind = "number"
    keys: tuple[str, ...] = ()


def columns_of_settings(points: Points) -> Iterator[PointsColumn]:
    """Yield the number of each point, its world where there are any, and what it sets."""
    numbers = np.arange(1, points.count + 1, dtype=np.float64)
    name = translate("Sweeps", "Point")
    tip = translate("Sweeps", "The number of the point")
    yield PointsColumn("point", name, tip, numbers, _whole)
    if points.worlds:
        yield _column_of_worlds(points)
    for place, each in enumerate(points.inputs):
        told = input_told(each)
        values, shown = points.values[:, place], told.shown
        yield PointsColumn(each.column, told.heading, told.name, values, told.number, shown)


def columns_of_figures(found: PointsFound) -> Iterator[PointsColumn]:
    """Yield the quantiles of each point, and its share where there is a level."""
    column = found.asked.column
    told = Number(found)
    tips = {
        "P10": translate("Sweeps", "A tenth of the futures of the point are below"),
        "P50": translate("Sweeps", "The median: half of the futures of the point are below"),
        "P90": translate("Sweeps", "Nine tenths of the futures of the point are below"),
    }
    for (name, tip), each in zip(tips.items(), (found.low, found.median, found.high), strict=True):
        heading = in_turn((name, unit_of_column(column)))
        yield PointsColumn(name.lower(), heading, tip, each, told, told.shown)
    if found.asked.level is not None:
        name = translate("Sweeps", "Meet the level")
        tip = translate("Sweeps", "The share of futures of the point that meet the level")
        yield PointsColumn("met", name, tip, found.shares, share_in_short, kind="share")


def _column_of_worlds(points: Points) -> PointsColumn:
    names = tuple(map(world_told, points.worlds))
    name = translate("Sweeps", "World")
    tip = translate("Sweeps", "The ranges of assumptions that the point is put into")
    values = points.world.astype(np.float64)
    return PointsColumn(WORLD, name, tip, values, Named(names), kind="word", keys=points.worlds)


@dataclass(frozen=True, slots=True, eq=False)
class Number:
    """Tells the values of the number that is looked at."""

    found: PointsFound

    def __call__(self, value: float) -> str:
        return number_text(self.found.asked.column, value)

    def shown(self, value: float) -> float:
        """Return the number that is shown."""
        return value * form_of_column(self.found.asked.column).factor


@dataclass(frozen=True, slots=True)
class Named:
    """Tells worlds by their place."""

    names: tuple[str, ...]

    def __call__(self, value: float) -> str:
        return self.names[int(value)]


def _whole(value: float) -> str:
    return fixed(value, 0, numerals())


def share_in_short(value: float) -> str:
    """Return a share of futures, unknown where there is none."""
    return UNKNOWN if np.isnan(value) else share_told(value)
