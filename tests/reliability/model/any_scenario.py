"""Any scenario a planner can make, drawn by a seeded generator: thousands in a second.

Numbers are keyed by name, so that a row more or less changes no other row's.
"""

from collections.abc import Iterator
from random import Random
from zlib import crc32

from planner.model.inputs import Lever
from planner.model.paths import FIRST_DATE, LAST_DATE, LeverPath
from planner.model.scenario import (
    FUTURES_AT_MOST,
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

PIECES = (
    *"abcXYZ019 .,;:!?'\"\\/<>&{}[]%$#@=+-",
    *(
        "  ",
        "\u00a0",
        "é",
        "ß",
        "算",
        "力",
        "券",
        "ق",
        "א",
        "🇮🇹",
        "👩\u200d👩\u200d👧",
        "e\u0301",
        "{0}",
        "%s",
    ),
)
LINES = ("\n", "\n\n", "\t", "  \n")


def any_scenario(random: Random) -> Scenario:
    """Return a scenario with any texts, levers and assumptions that are allowed."""
    scenario = Scenario(
        title=_text(random, 40) + "t",
        notes=_text(random, 200, LINES),
        author=_text(random, 20),
        figures=random.choice(("corroborated", "as_stated")),
        seed=random.randint(0, SEED_AT_MOST),
        futures=random.randint(1, FUTURES_AT_MOST),
        last_year=random.randint(2025, 2050),
    )
    key = random.getrandbits(64)
    chosen = dict(_some(lever_addresses(), key, 0.06))
    for name, own in chosen.items():
        row, _ = lever_at(name)
        if not (row.part and row.part.of.key in chosen):
            scenario = with_lever(scenario, name, _setting(own, row))
    for name, own in _some(assumption_addresses(), key, 0.04):
        assumed, _ = assumption_at(name)
        low, central, high = sorted(_number(own, assumed.least, assumed.most) for _ in range(3))
        scenario = with_assumption(scenario, name, Spread(low, central, high))
    return scenario


def _some(names: tuple[str, ...], key: int, share: float) -> Iterator[tuple[str, Random]]:
    """Yield about that share of the names, each with a generator of its own."""
    for name in names:
        if crc32(f"{key} {name}".encode()) < share * 2**32:
            yield name, Random(f"{key} {name}")  # noqa: S311 - luck that repeats


def _setting(random: Random, row: Lever) -> float | LeverPath:
    """Return a number, or a path where that is all the lever takes and half the times else."""
    number = _number(random, row.least, row.most)
    if row.over_time == "constant" or not (parts_of(row) or random.random() < 0.5):
        return number
    dates = {_number(random, FIRST_DATE, LAST_DATE) for _ in range(random.choice((2, 5, 120)))}
    return LeverPath(tuple((date, _number(random, row.least, row.most)) for date in sorted(dates)))


def _text(random: Random, most: int, more: tuple[str, ...] = ()) -> str:
    return "".join(random.choices(PIECES + more, k=random.randint(0, most)))


def _number(random: Random, least: float, most: float) -> float:
    value = random.choice((random.uniform(least, most), float(random.randint(0, 100)), least, most))
    return min(max(value, least), most) + 0.0
