"""Two columns of a sweep weighed against each other: which points are not beaten.

Eighth floor of planner. A point is beaten by another one of its world that is at least as good in
both medians and better in one; those that are not beaten are the front. Rounding beats nobody, as
in `planner.studies.survive.tradeoff`, whose question this is for a few scenarios; here a million
points take a sort.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.model.graph import model
from planner.model.outcome import Better
from planner.storage.sentences.catalog import translate
from planner.studies.robustness import NOTHING
from planner.sweep.plan.columns import Column
from planner.sweep.reading.error import SweepError
from planner.sweep.summary.reader import Values
from planner.sweep.summary.summed import Summary, states_of


@dataclass(frozen=True, slots=True, eq=False)
class Tradeoff:
    """Two columns with what is better of each; point number n is at place n - 1.

    `medians` is float64[points, 2], NaN where there is none. `is_known` tells which points have
    both, `is_beaten` which of these are beaten, bool[points]. `front` is int64[front], the numbers
    of the points that are not, world by world and by rising first median in each.
    """

    first: Column
    second: Column
    better: tuple[Better, Better]
    medians: Values
    is_known: NDArray[np.bool_]
    is_beaten: NDArray[np.bool_]
    front: NDArray[np.int64]


def weighing(
    summary: Summary, first: Column, second: Column, better: tuple[Better, Better] | None = None
) -> Tradeoff:
    """Return how two columns of a summary are weighed.

    What is `better` is what their outcomes say unless it is told. Raises SweepError for one column
    against itself, and for states.
    """
    check_numbers(first, second)
    if first == second:
        raise SweepError(translate("Planner", "the two outcomes are one and the same"))
    sides = better or (better_of(first), better_of(second))
    medians = np.column_stack((summary.medians(first), summary.medians(second)))
    known = np.asarray(~np.isnan(medians).any(axis=1))
    signed = medians * np.where(np.array(sides) == "more", 1.0, -1.0)
    worlds, lost = summary.folder.plan.points.world, np.zeros(len(medians), np.bool_)
    for world in np.unique(worlds).tolist():
        own = np.flatnonzero(known & (worlds == world))
        lost[own] = beaten_points(signed[own])
    front = np.flatnonzero(known & ~lost)
    order = np.lexsort((medians[front, 1], medians[front, 0], worlds[front]))
    return Tradeoff(first, second, sides, medians, known, lost, front[order] + 1)


def better_of(column: Column) -> Better:
    """Return which side of a column's outcome is better."""
    return model().outcomes[column.outcome].better


def check_numbers(*columns: Column) -> None:
    """Raise SweepError for a column that has states and no numbers."""
    for each in columns:
        if states_of(each):
            said = translate("Planner", "{column} has states and no numbers; name another column")
            raise SweepError(said.format(column=each.name))


def beaten_points(values: Values) -> NDArray[np.bool_]:
    """Tell which points are beaten by another one, bool[points].

    `values` is float64[points, 2], more being better in both.
    """
    if not len(values):
        return np.zeros(0, np.bool_)
    first, second = values.T
    order = np.argsort(-first, kind="stable")
    falling, best = -first[order], np.maximum.accumulate(second[order])
    margins = _margin(first), _margin(second)
    as_good = _best_of(best, np.searchsorted(falling, margins[0] - first, "right"))
    ahead = _best_of(best, np.searchsorted(falling, -first - margins[0], "left"))
    return np.asarray((as_good > second + margins[1]) | (ahead >= second - margins[1]))


def _margin(values: Values) -> float:
    finite = np.abs(values[np.isfinite(values)])
    return NOTHING * float(finite.max(initial=0.0))


def _best_of(best: Values, counts: NDArray[np.intp]) -> Values:
    """Return the best second value among so many points that lead in the first."""
    return np.concatenate(([-np.inf], best))[counts]
