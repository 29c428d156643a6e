"""In which share of futures each of a few points of a sweep is best; eighth floor of planner.

Points that differ in levers alone have the same futures, so that they are held against each other
future by future, as scenarios are. Others are refused: their futures are not the same.
"""

from collections.abc import Sequence

import numpy as np

from planner.ensemble.progress import Steps
from planner.model.outcome import Better
from planner.storage.sentences.catalog import translate
from planner.studies.survive.surviving import best_shares
from planner.sweep.batches.choices import key_of
from planner.sweep.plan.columns import Column
from planner.sweep.reading.error import SweepError
from planner.sweep.summary.reader import Folder, Values
from planner.sweep.summary.tradeoffs import better_of, check_numbers


def best_of(
    folder: Folder, points: Sequence[int], column: Column, better: Better | None = None
) -> Steps[Values]:
    """Return in which share of futures each of some points is best, float64[points].

    Futures that lack a number at one of them are left out; NaN where none is left. What is `better`
    is what the outcome says unless it is told. Yields the share that is read. Raises SweepError for
    points with other futures, for states, and as reading does.
    """
    check_numbers(column)
    _check_alike(folder, points)
    values = np.empty((len(points), folder.layout.futures))
    for place, point in enumerate(points):
        values[place] = folder.of(point, column)
        yield (place + 1) / len(points)
    whole = values[:, np.isfinite(values).all(axis=0)]
    if not whole.size:
        return np.full(len(points), np.nan)
    return best_shares(whole if (better or better_of(column)) == "more" else -whole)


def _check_alike(folder: Folder, points: Sequence[int]) -> None:
    plan = folder.plan
    keys = [key_of(plan.points.scenario_at(plan.base, point)) for point in points]
    for point, key in zip(points, keys, strict=True):
        if key != keys[0]:
            said = translate(
                "Planner",
                "points {first} and {other} differ in more than levers, so that their futures are "
                "not the same",
            )
            raise SweepError(said.format(first=points[0], other=point))
