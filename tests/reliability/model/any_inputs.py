"""Scenarios with every input anywhere in its allowed range, from a seed: few inputs, or all.

Numbers are keyed by name, so that a new row changes no other one's.
"""

from math import exp, log
from random import Random
from typing import Final, Literal, assert_never

from planner.model.inputs import Assumption, Lever
from planner.model.paths import FIRST_DATE, KNOTS_AT_MOST, LAST_DATE, LeverPath
from planner.model.scenario import (
    FIRST_YEAR,
    FUTURES_AT_MOST,
    LAST_YEAR_AT_MOST,
    SEED_AT_MOST,
    Scenario,
    assumption_addresses,
    assumption_at,
    lever_addresses,
    lever_at,
    parts_of,
    with_assumption,
    with_lever,
)
from planner.quantities.spread import Spread

Where = Literal["anywhere", "by size", "at an end", "mixed"]

SHARES: Final = (0.1, 0.4, 1.0)
WHERE: Final[tuple[Where, ...]] = ("anywhere", "by size", "at an end", "mixed")
SMALLEST: Final = 1e-6


def any_inputs(seed: int) -> Scenario:
    """Return a scenario that changes a tenth, some or all of its levers and assumptions.

    By the seed, values are spread evenly over their ranges, evenly by size, over the ends, or all
    of this.
    """
    own, where = _random(seed, "scenario"), WHERE[seed % len(WHERE)]
    share, in_parts = own.choice(SHARES), own.random() < 1 / 2
    scenario = Scenario(
        title=f"Any inputs {seed}, {where}",
        figures=own.choice(("corroborated", "as_stated")),
        draws=own.choice(("conditioned", "as drawn")),
        seed=own.randint(0, SEED_AT_MOST),
        futures=own.randint(1, FUTURES_AT_MOST),
        last_year=own.choice((LAST_YEAR_AT_MOST, own.randint(FIRST_YEAR, LAST_YEAR_AT_MOST))),
    )
    for name in lever_addresses():
        row, random = lever_at(name)[0], _random(seed, name)
        is_of_parts = bool(row.part or parts_of(row))
        left_out = is_of_parts and in_parts != bool(row.part)
        if random.random() < share and not left_out:
            scenario = with_lever(scenario, name, _setting(random, row, where))
    for name in assumption_addresses():
        assumed, random = assumption_at(name)[0], _random(seed, name)
        if random.random() < share:
            scenario = with_assumption(scenario, name, _spread(random, assumed, where))
    return scenario


def _setting(random: Random, row: Lever, where: Where) -> float | LeverPath:
    """Return a number, or a path; a lever with parts takes paths only."""
    if row.over_time == "constant" or not (parts_of(row) or random.random() < 1 / 2):
        return _value(random, row, where)
    knots = random.choice((1, 2, 5, KNOTS_AT_MOST))
    dates = sorted({random.uniform(FIRST_DATE, LAST_DATE) for _ in range(knots)})
    return LeverPath(tuple((date, _value(random, row, where)) for date in dates))


def _spread(random: Random, row: Assumption, where: Where) -> Spread:
    low, central, high = sorted(_value(random, row, where) for _ in range(3))
    return Spread(low, central, high)


def _value(random: Random, row: Lever | Assumption, where: Where) -> float:
    least, most = float(row.least), float(row.most)
    match where:
        case "anywhere":
            return random.uniform(least, most)
        case "at an end":
            return random.choice((least, most))
        case "by size":
            small = max(least, most * SMALLEST)
            value = exp(random.uniform(log(small), log(most)))
            return min(max(value, least), most)
        case "mixed":
            return _value(random, row, random.choice(WHERE[:-1]))
        case _:
            assert_never(where)


def _random(seed: int, name: str) -> Random:
    return Random(f"{seed} {name}")  # noqa: S311 - luck that repeats
