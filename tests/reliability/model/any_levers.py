"""Scenarios with levers and paths anywhere in the range of their sliders, from a seed.

Numbers are keyed by name, so that a new lever changes no other one's.
"""

from zlib import crc32

import numpy as np

from planner.model.inputs import Lever
from planner.model.paths import FIRST_DATE, LeverPath, constant_path
from planner.model.scenario import Scenario, lever_addresses, lever_at, with_lever

LAST_DATE = 2036.0
KNOTS_AT_MOST = 8


def any_levers(seed: int) -> Scenario:
    """Return a scenario with every lever at any number, or on any path, of its soft range."""
    scenario = Scenario(title=f"Any levers {seed}")
    for name in lever_addresses():
        row, _ = lever_at(name)
        if not row.part:
            random = np.random.default_rng((seed, crc32(name.encode())))
            scenario = with_lever(scenario, name, _setting(random, row))
    return scenario


def _setting(random: np.random.Generator, row: Lever) -> LeverPath | float:
    if row.over_time == "constant":
        return _value(random, row)
    if random.random() < 0.4:
        return constant_path(_value(random, row))
    dates = np.sort(random.uniform(FIRST_DATE, LAST_DATE, random.integers(1, KNOTS_AT_MOST + 1)))
    return LeverPath(tuple((float(date), _value(random, row)) for date in dates))


def _value(random: np.random.Generator, row: Lever) -> float:
    """Return a value of the soft range, one in five of them at an end."""
    place = random.random()
    if place < 0.1:
        return float(row.low)
    if place > 0.9:
        return float(row.high)
    return float(random.uniform(row.low, row.high))
