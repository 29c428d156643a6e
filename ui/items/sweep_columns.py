"""Columns of the points of a sweep: what each sets, and what its futures say of a number.

Window and files tell the same ones. Floor: items.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from planner.quantities.told.lists import in_turn
from planner.quantities.told.numerals import fixed, numerals
from planner.storage.sentences.catalog import translate
from planner.sweep.design.listed import WORLD
from planner.sweep.design.points import Points
from planner.sweep.plan.columns import Column
from ui.engine.sweeps.orders import Places, Values
from ui.engine.sweeps.points import PointsFound
from ui.wording.figures.differences import share_told
from ui.wording.sweeps.inputs import input_told, world_told
from ui.wording.sweeps.numbers import UNKNOWN, form_of_column, number_text, unit_of_column

Kind = Literal["number", "share", "word"]


@dataclass(frozen=True, slots=True, eq=False)
class PointsColumn:
    """A column: its key in files, its heading and tip, and the value of the model at each point.

    `told` says a value; `shown` is the number that is shown for it, a share as it is. Of words the
    values are places among the `keys`. `rising` are the places as values rise, where that is known.
    """

    key: str
    heading: str
    tip: str
    values: Values
    told: Callable[[float], str]
    shown: Callable[[float], float] = float
    kind: Kind = "number"
    keys: tuple[str, ...] = ()
    rising: Places | None = None


def columns_of_settings(points: Points, rising: Sequence[Places] = ()) -> Iterator[PointsColumn]:
    """Yield the number of each point, its world where there are any, and what it sets.

    `rising` are those of `Opened`, or none where nothing is to be sorted.
    """
    numbers = np.arange(1, points.count + 1, dtype=np.float64)
    name = translate("Sweeps", "Point")
    tip = translate("Sweeps", "The number of the point")
    yield PointsColumn("point", name, tip, numbers, _whole)
    if points.worlds:
        yield _column_of_worlds(points, rising[0] if rising else None)
    for place, each in enumerate(points.inputs):
        told = input_told(each)
        yield PointsColumn(
            each.column,
            told.heading,
            told.name,
            points.values[:, place],
            told.number,
            told.shown,
            rising=rising[place + 1] if rising else None,
        )


def columns_of_figures(found: PointsFound) -> Iterator[PointsColumn]:
    """Yield the quantiles of each point, and its share where there is a level."""
    column = found.asked.column
    told = Number(column)
    tips = {
        "P10": translate("Sweeps", "A tenth of the futures of the point are below"),
        "P50": translate("Sweeps", "The median: half of the futures of the point are below"),
        "P90": translate("Sweeps", "Nine tenths of the futures of the point are below"),
    }
    values = found.low, found.median, found.high
    for (name, tip), each, order in zip(tips.items(), values, found.rising[:-1], strict=True):
        heading = in_turn((name, unit_of_column(column)))
        yield PointsColumn(name.lower(), heading, tip, each, told, told.shown, rising=order)
    if found.asked.level is not None:
        name = translate("Sweeps", "Meet the level")
        tip = translate("Sweeps", "The share of futures of the point that meet the level")
        order = found.rising[-1]
        yield PointsColumn(
            "met", name, tip, found.shares, share_in_short, kind="share", rising=order
        )


def _column_of_worlds(points: Points, rising: Places | None) -> PointsColumn:
    names = tuple(map(world_told, points.worlds))
    name = translate("Sweeps", "World")
    tip = translate("Sweeps", "The ranges of assumptions that the point is put into")
    values = points.world.astype(np.float64)
    keys, told = points.worlds, Named(names)
    return PointsColumn(WORLD, name, tip, values, told, kind="word", keys=keys, rising=rising)


@dataclass(frozen=True, slots=True, eq=False)
class Number:
    """Tells the values of a number of the sweep."""

    column: Column

    def __call__(self, value: float) -> str:
        return number_text(self.column, value)

    def shown(self, value: float) -> float:
        """Return the number that is shown."""
        return value * form_of_column(self.column).factor


@dataclass(frozen=True, slots=True)
class Named:
    """Tells words by their place."""

    names: tuple[str, ...]

    def __call__(self, value: float) -> str:
        return self.names[int(value)]


def _whole(value: float) -> str:
    return fixed(value, 0, numerals())


def share_in_short(value: float) -> str:
    """Return a share of futures, unknown where there is none."""
    return UNKNOWN if np.isnan(value) else share_told(value)
