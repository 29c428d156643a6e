"""Points of a sweep handed to the studies: best of several, two outcomes at once, and misses.

Eighth floor of planner. Points that differ in levers alone have the same futures, so that they are
held against each other future by future, as scenarios are.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from planner.ensemble.conditioning.chosen import choosing
from planner.ensemble.draws.drawn import drawn_assumptions, drawn_at
from planner.ensemble.progress import Steps, as_part
from planner.model.graph import model
from planner.model.outcome import Better
from planner.studies.discover.covering import Covered, covering
from planner.studies.survive.surviving import best_shares
from planner.sweep.plan.columns import Column
from planner.sweep.summary.level import Level
from planner.sweep.summary.reader import Folder, Values

_DRAWN = 0.3
"""Share of the work that choosing and drawing were measured to take."""


def best_of(
    folder: Folder, points: Sequence[int], column: Column, better: Better | None = None
) -> NDArray[np.float64]:
    """Return in which share of futures each point is best, float64[points].

    They are points with the same futures. Futures that lack a number at one of them are left out.
    What is `better` is what the outcome says unless it is told. Raises SweepError as reading does.
    """
    values = np.stack([folder.of(point, column) for point in points])
    whole = values[:, np.isfinite(values).all(axis=0)]
    side = better or model().outcomes[column.outcome].better
    return best_shares(whole if side == "more" else -whole)


def medians_of(folder: Folder, points: Sequence[int], columns: Sequence[Column]) -> Values:
    """Return the median of each column at each point, float64[points, columns].

    Two columns are two outcomes that are weighed against each other.
    """
    found = np.array([[_median(folder.of(p, column)) for column in columns] for p in points])
    return found.reshape(len(points), len(columns))


def misses_of(
    folder: Folder, point: int, column: Column, level: Level
) -> Steps[tuple[tuple[str, ...], tuple[Covered, ...]]]:
    """Return the assumptions that are drawn, and boxes over them in which futures miss a level.

    Yields the share that is done. Raises SweepError as reading does.
    """
    scenario = folder.plan.points.scenario_at(folder.plan.base, point)
    chosen = yield from as_part(choosing(scenario, scenario.futures), 0, _DRAWN)
    values = folder.of(point, column)
    known = np.isfinite(values)
    drawn = drawn_at(chosen.places, scenario)[:, known]
    missed = ~level.met(values[known])
    found = yield from as_part(covering(drawn, missed), _DRAWN, 1)
    return drawn_assumptions(scenario), tuple(found)


def _median(values: Values) -> float:
    known = values[~np.isnan(values)]
    return float(np.median(known)) if len(known) else float("nan")
