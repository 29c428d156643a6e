"""What is drawn at places of the sequence of points: a value of each uncertain assumption.

Fifth floor of planner. Each value of each assumption has a dimension of its own, which its row
tells. An assumption whose low and high are equal is not drawn, and leaves the numbers of all others
as they are; so does one more assumption, and one less. No lever enters here.
"""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from planner.engine.batch import Batch, address_rows, central_values, lever_values
from planner.engine.clock import Clock
from planner.ensemble.draws.copula import correlated_dimensions, joined
from planner.ensemble.draws.marginals import quantiles_of
from planner.ensemble.draws.points import points_at
from planner.facts.record import Figures
from planner.model.graph import model
from planner.model.inputs import dimension_of
from planner.model.scenario import (
    Scenario,
    assumption_addresses,
    assumption_at,
    assumption_spread,
)
from planner.quantities.spread import Spread

Numbers = NDArray[np.float64]
Places = NDArray[np.int64]


def drawn_assumptions(scenario: Scenario) -> tuple[str, ...]:
    """Return the addresses whose low and high differ."""
    return _drawn_of(assumption_addresses(), scenario.figures, scenario.assumptions)


@lru_cache(maxsize=64)
def _drawn_of(
    addresses: tuple[str, ...], figures: Figures, assumptions: tuple[tuple[str, Spread], ...]
) -> tuple[str, ...]:
    scenario = Scenario(figures=figures, assumptions=assumptions)
    return tuple(name for name in addresses if not assumption_spread(scenario, name).is_fixed)


def drawn_at(places: Places, scenario: Scenario) -> Numbers:
    """Return what is drawn at places of the sequence of points, [drawn assumptions, places]."""
    names = drawn_assumptions(scenario)
    points = _joint_points(scenario.seed, places, frozenset(map(_dimension, names)))
    drawn = np.empty((len(names), len(places)))
    for row, name in enumerate(names):
        scale, spread = assumption_at(name)[0].scale, assumption_spread(scenario, name)
        drawn[row] = quantiles_of(points[_dimension(name)], spread, scale)
    return drawn


def rows_of(scenario: Scenario) -> NDArray[np.int64]:
    """Return which inputs of a run are drawn, int64[drawn assumptions]."""
    return np.array([address_rows()[name] for name in drawn_assumptions(scenario)], np.int64)


def with_center(drawn: Numbers, scenario: Scenario) -> Numbers:
    """Return what is drawn with the central future in front of it."""
    names = drawn_assumptions(scenario)
    central = [assumption_spread(scenario, name).central for name in names]
    return np.hstack((np.reshape(central, (len(names), 1)), drawn))


def batch_at(places: Places, scenario: Scenario, clock: Clock) -> Batch:
    """Return the inputs of a run: the central future first, then those at places."""
    drawn = with_center(drawn_at(places, scenario), scenario)
    levers = lever_values(scenario, clock)
    return Batch(central_values(scenario), rows_of(scenario), drawn, levers)


def inputs_of_draws(scenario: Scenario) -> tuple[object, ...]:
    """Return all that draws rest on, besides the code that makes them."""
    return (
        scenario.seed,
        model().correlations,
        [
            (
                name,
                _dimension(name),
                assumption_at(name)[0].scale,
                assumption_spread(scenario, name),
            )
            for name in drawn_assumptions(scenario)
        ],
    )


def _joint_points(seed: int, places: Places, wanted: frozenset[int]) -> dict[int, Numbers]:
    """Return the points by dimension, those that belong together with their correlations."""
    joint = correlated_dimensions()
    alone = tuple(sorted(wanted.difference(joint)))
    found = dict(zip(alone, points_at(seed, places, alone), strict=True))
    if wanted.isdisjoint(joint):
        return found
    return found | dict(zip(joint, joined(points_at(seed, places, joint)), strict=True))


def _dimension(name: str) -> int:
    row, element = assumption_at(name)
    return dimension_of(row, element)
