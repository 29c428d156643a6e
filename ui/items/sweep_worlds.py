"""Columns of the settings of a sweep in worlds. Floor: items."""

from collections.abc import Iterator

import numpy as np

from planner.quantities.told.lists import in_turn
from planner.storage.sentences.catalog import translate
from planner.sweep.design.points import Points
from planner.sweep.summary.worlds import InWorlds
from ui.items.sweep_columns import Named, Number, PointsColumn, share_in_short
from ui.wording.sweeps.inputs import input_told, world_told
from ui.wording.sweeps.numbers import UNKNOWN, unit_of_column


def columns_of_worlds(points: Points, shown: InWorlds) -> Iterator[PointsColumn]:
    """Yield what settings set, their medians and shares in each world, and the worst world."""
    firsts = shown.points.max(axis=1) - 1
    for place, each in enumerate(points.inputs):
        told = input_told(each)
        values, number = points.values[firsts, place], told.shown
        yield PointsColumn(each.column, told.heading, told.name, values, told.number, number)
    names = tuple(map(world_told, points.worlds))
    for place, name in enumerate(names):
        yield from _of_world(shown, place, name)
    heading = translate("Sweeps", "Worst world")
    tip = translate("Sweeps", "The world with the worst median, or with a level the worst share")
    worst = np.where(shown.worst < 0, len(names), shown.worst).astype(np.float64)
    keys = (*points.worlds, "")
    yield PointsColumn(
        "worst", heading, tip, worst, Named((*names, UNKNOWN)), kind="word", keys=keys
    )


def _of_world(shown: InWorlds, place: int, name: str) -> Iterator[PointsColumn]:
    number = Number(shown.column)
    heading = in_turn((name, "P50", unit_of_column(shown.column)))
    tip = translate("Sweeps", "The median of the futures of the setting in this world")
    yield PointsColumn("p50", heading, tip, shown.medians[:, place], number, number.shown)
    if shown.shares is not None:
        heading = translate("Sweeps", "{world}: meet the level").format(world=name)
        tip = translate("Sweeps", "The share of futures that meet the level in this world")
        values = shown.shares[:, place]
        yield PointsColumn("met", heading, tip, values, share_in_short, kind="share")
