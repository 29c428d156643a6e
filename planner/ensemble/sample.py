"""Draws the futures: the same random numbers for every scenario of a seed.

Fifth floor of planner. Each value of each assumption has a dimension of its own, which its row
tells. An assumption whose low and high are equal is not drawn, and leaves the numbers of all others
as they are; so does one more assumption, and one less.
"""

from collections.abc import Iterator
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from planner.engine.batch import Batch, address_rows, central_values, lever_values, single
from planner.engine.clock import Clock
from planner.ensemble.copula import correlated_dimensions, joined
from planner.ensemble.keep import keep_array, kept_array, name_of
from planner.ensemble.marginals import quantiles_of
from planner.ensemble.points import points_at
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


def drawn_assumptions(scenario: Scenario) -> tuple[str, ...]:
    """Return the addresses whose low and high differ."""
    return tuple(
        name for name in assumption_addresses() if not assumption_spread(scenario, name).is_fixed
    )


def draw(scenario: Scenario, futures: int, clock: Clock | None = None) -> Batch:
    """Return the scenario's inputs: the central future first, then `futures` drawn ones.

    Levers are those of the clock's steps, by default of the scenario's horizon.
    """
    clock = clock or Clock(scenario.last_year)
    if futures == 0:
        return single(scenario, clock)
    drawn = _kept(scenario.assumptions, scenario.figures, scenario.seed, futures)
    return _batch(scenario, drawn, clock)


def draw_pieces(scenario: Scenario, futures: int, size: int) -> Iterator[Batch]:
    """Yield the scenario's inputs in pieces: the central future first, then `size` drawn ones.

    The pieces hold the futures that `draw` gives, in order; the last piece may hold fewer.
    """
    clock = Clock(scenario.last_year)
    for first in range(0, futures, size):
        places = np.arange(first, min(first + size, futures))
        yield _batch(scenario, drawn_at(places, scenario), clock)


def drawn_at(places: NDArray[np.int64], scenario: Scenario) -> Numbers:
    """Return what is drawn at places of the sequence of points, [drawn assumptions, places]."""
    names = drawn_assumptions(scenario)
    points = _joint_points(scenario.seed, places, frozenset(map(_dimension, names)))
    drawn = np.empty((len(names), len(places)))
    for row, name in enumerate(names):
        scale, spread = assumption_at(name)[0].scale, assumption_spread(scenario, name)
        drawn[row] = quantiles_of(points[_dimension(name)], spread, scale)
    return drawn


def _joint_points(
    seed: int, places: NDArray[np.int64], wanted: frozenset[int]
) -> dict[int, Numbers]:
    """Return the points by dimension, those that belong together with their correlations."""
    joint = correlated_dimensions()
    alone = tuple(sorted(wanted.difference(joint)))
    found = dict(zip(alone, points_at(seed, places, alone), strict=True))
    return found | dict(zip(joint, joined(points_at(seed, places, joint)), strict=True))


def _dimension(name: str) -> int:
    row, element = assumption_at(name)
    return dimension_of(row, element)


def _batch(scenario: Scenario, drawn: Numbers, clock: Clock) -> Batch:
    """Return a batch of the central future and those drawn."""
    names = drawn_assumptions(scenario)
    central = [[assumption_spread(scenario, name).central] for name in names]
    rows = np.array([address_rows()[name] for name in names], np.int64)
    both = np.hstack((np.reshape(central, (len(names), 1)), drawn))
    return Batch(central_values(scenario), rows, both, lever_values(scenario, clock))


@lru_cache(maxsize=4)
def _kept(
    assumptions: tuple[tuple[str, Spread], ...], figures: str, seed: int, futures: int
) -> Numbers:
    """Return what is drawn, from the disk if it was drawn before; no lever enters here.

    Kept on disk, because importing what joins draws takes longer than all else at a start.
    """
    scenario = Scenario(figures=figures, assumptions=assumptions, seed=seed)  # type: ignore[arg-type]
    names = drawn_assumptions(scenario)
    name, shape = name_of("draws", *_inputs(scenario), futures), (len(names), futures)
    drawn = kept_array(name, shape)
    if drawn is None:
        drawn = drawn_at(np.arange(futures), scenario)
        keep_array(name, drawn)
    drawn.flags.writeable = False
    return drawn


def _inputs(scenario: Scenario) -> tuple[object, ...]:
    """Return all that draws rest on besides the code of this folder."""
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
