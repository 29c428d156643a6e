"""Scenarios with every input anywhere in its allowed range, from a seed: few inputs, or all.

Numbers are keyed by name, so that a new row changes no other one's.
"""

from math import exp, log
from random import Random

from planner.model.inputs import Assumption, Lever
from planner.model.paths import FIRST_DATE, LAST_DATE, LeverPath
from planner.model.scenario import (
    Scenario,
    assumption_addresses,
    assumption_at,
    lever_addresses,
    lever_at,
    with_assumption,
    with_lever,
)
from planner.quantities.spread import Spread

SHARES = (0.1, 0.4, 1.0)
WIDE = 1000.0


def any_inputs(seed: int) -> Scenario:
    """Return a scenario that changes a tenth, some or all of its levers and assumptions."""
    own, share = _random(seed, "scenario"), SHARES[seed % len(SHARES)]
    scenario = Scenario(
        title=f"Any inputs {seed}",
        figures=own.choice(("corroborated", "as_stated")),
        last_year=own.randint(2025, 2050),
        draws="as drawn",
        seed=seed,
    )
    for name in lever_addresses():
        row, random = lever_at(name)[0], _random(seed, name)
        if random.random() < share and not row.part:
            scenario = with_lever(scenario, name, _setting(random, row))
    for name in assumption_addresses():
        assumed, random = assumption_at(name)[0], _random(seed, name)
        if random.random() < share:
            scenario = with_assumption(scenario, name, _spread(random, assumed))
    return scenario


def _setting(random: Random, row: Lever) -> float | LeverPath:
    if row.over_time == "constant":
        return _value(random, row)
    dates = {FIRST_DATE, *(random.uniform(FIRST_DATE, LAST_DATE) for _ in range(5))}
    knots = sorted(dates)[: random.randint(1, len(dates))]
    return LeverPath(tuple((date, _value(random, row)) for date in knots))


def _spread(random: Random, row: Assumption) -> Spread:
    low, central, high = sorted(_value(random, row) for _ in range(3))
    return Spread(low, central, high)


def _value(random: Random, row: Lever | Assumption) -> float:
    """Return a value of the allowed range: anywhere, by size where that is wide, or an end."""
    least, most, place = row.least, row.most, random.random()
    if place < 0.2:
        return random.choice((least, most))
    if place < 0.6 and least > 0 and most / least > WIDE:
        return min(max(exp(random.uniform(log(least), log(most))), least), most)
    return random.uniform(least, most)


def _random(seed: int, name: str) -> Random:
    return Random(f"{seed} {name}")  # noqa: S311 - luck that repeats
