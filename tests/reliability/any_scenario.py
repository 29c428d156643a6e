"""Any scenario a planner can make, drawn by a seeded generator: thousands in a second.

Numbers are keyed by name, so that a row more or less changes no other row's.
"""

from collections.abc import Iterator
from random import Random
from zlib import crc32

from planner.model.scenario import (
    FUTURES_AT_MOST,
    SEED_AT_MOST,
    Scenario,
    assumption_addresses,
    assumption_at,
    lever_addresses,
    lever_at,
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
    for name, own in _some(lever_addresses(), key, 0.06):
        row, _ = lever_at(name)
        scenario = with_lever(scenario, name, _number(own, row.least, row.most))
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


def _text(random: Random, most: int, more: tuple[str, ...] = ()) -> str:
    return "".join(random.choices(PIECES + more, k=random.randint(0, most)))


def _number(random: Random, least: float, most: float) -> float:
    value = random.choice((random.uniform(least, most), float(random.randint(0, 100)), least, most))
    return min(max(value, least), most) + 0.0
