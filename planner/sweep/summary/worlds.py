"""Settings of a sweep in each of its worlds: medians, shares that meet a level, the worst world.

Eighth floor of planner. A setting is a point without its world: what its inputs say. Where a world
of a setting is not there or has no number, nothing is told of all its worlds.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.model.outcome import Better
from planner.storage.sentences.catalog import translate
from planner.sweep.plan.columns import Column
from planner.sweep.reading.error import SweepError
from planner.sweep.summary.level import Level
from planner.sweep.summary.reader import Values
from planner.sweep.summary.summed import Summary
from planner.sweep.summary.tradeoffs import better_of, check_numbers


@dataclass(frozen=True, slots=True, eq=False)
class InWorlds:
    """One column of each setting in each world, by the keys of `worlds`.

    `points` is int64[settings, worlds], the number of the point, 0 where there is none; settings
    are in the order of their first points. `medians` is float64[settings, worlds], and `shares`,
    those of futures that meet the level, as well; NaN where there is no number. `worst` is
    int64[settings], the place of the world with the smallest share, of several or without a level
    that with the median that is worst by what is `better`; -1 where not every world has a number.
    """

    column: Column
    level: Level | None
    better: Better
    worlds: tuple[str, ...]
    points: NDArray[np.int64]
    medians: Values
    shares: Values | None
    worst: NDArray[np.int64]

    def meeting(self, share: float) -> NDArray[np.bool_]:
        """Tell which settings meet the level in so large a share of futures of every world.

        bool[settings]; none where there is no level.
        """
        if self.shares is None:
            return np.zeros(len(self.points), np.bool_)
        return np.asarray((self.shares >= share).all(axis=1))


def in_worlds(summary: Summary, column: Column, level: Level | None = None) -> InWorlds:
    """Return what a column of a summary, and one of its levels, are in each world.

    Raises SweepError where the plan names no worlds, and for states.
    """
    check_numbers(column)
    worlds = summary.folder.plan.points.worlds
    if not worlds:
        raise SweepError(translate("Planner", "the plan of this sweep names no worlds"))
    points, better = _settings(summary), better_of(column)
    medians = _placed(points, summary.medians(column))
    shares = None if level is None else _placed(points, summary.shares(level))
    good = medians if better == "more" else -medians
    order = np.lexsort((good, good if shares is None else shares), axis=1)
    worst = np.where(np.isnan(medians).any(axis=1), -1, order[:, 0])
    return InWorlds(column, level, better, worlds, points, medians, shares, worst)


def _settings(summary: Summary) -> NDArray[np.int64]:
    """Return the number of the point of each setting and world, 0 where there is none.

    Where a list tells a point twice, it is the first of both: they have the same futures.
    """
    told = summary.folder.plan.points
    _, first, own = np.unique(told.values, axis=0, return_index=True, return_inverse=True)
    places = np.empty(len(first), np.int64)
    places[np.argsort(first)] = np.arange(len(first))
    found = np.zeros((len(first), len(told.worlds)), np.int64)
    numbers = np.arange(told.count, 0, -1)
    found[places[own.ravel()][::-1], told.world[::-1]] = numbers
    return found


def _placed(points: NDArray[np.int64], values: Values) -> Values:
    """Return the value of each point, NaN where there is none."""
    return np.where(points > 0, values[points - 1], np.nan)
