"""F1: whether more capex means more enterprises, in variants of the model that are as defensible.

The sign for other capex hangs on how rents form; that the effect of Alibaba's plan is small, and
that money acts in every year, does not.
"""

from collections.abc import Callable

import numpy as np
import pytest

from tests.model.effects import FIRMS, INSTALLED, Levers, futures, gain, month, scenario, times

DATES = tuple(month(date) for date in ("2028-12", "2030-12", "2035-12"))
PLAN: Levers = {"alibaba_plan": 760}
CAPEX: Levers = {"other_capex": times("other_capex", 2)}

Row = tuple[int, int, int, float]
VARIANTS: dict[str, tuple[dict[str, float], Row, Row]] = {
    "as specified": ({}, (4, 10, 1, 0.47), (69, 36, 17, 0.53)),
    "rents follow the market only": ({"cost_pull": 0}, (2, 4, 0, 0.61), (6, 0, 0, 3.0)),
    "rents lean on cost": ({"cost_pull": 0.8}, (43, 33, 5, 0.14), (100, 100, 99, -4.3)),
    "the chip price clears fully": (
        {"premium_exponent": 1},
        (12, 35, 5, 0.12),
        (98, 88, 58, -1.4),
    ),
    "no answer of supply": ({"supply_pull": 0}, (7, 18, 4, 0.29), (81, 58, 53, -0.2)),
    "a strong answer of supply": ({"supply_pull": 0.8}, (2, 4, 0, 0.65), (53, 18, 2, 1.7)),
}
"""Percent of futures with fewer enterprises in 2028, 2030 and 2035; median effect of 2030 in %."""


def fewer(levers: Levers, held: dict[str, float], count: int) -> Row:
    """Return the row of one change in one variant."""
    found = gain(futures(scenario({}, held), count), futures(scenario(levers, held), count), FIRMS)
    shares = [round(100 * float(np.mean(found[date] < 0))) for date in DATES]
    return (*shares, round(100 * float(np.median(found[DATES[1]])), 2))  # type: ignore[return-value]


@pytest.mark.parametrize("name", VARIANTS)
def test_that_the_sign_of_capex_hangs_on_how_rents_form(
    name: str, sized: Callable[[int, int], int], record: Callable[[str, str], None]
) -> None:
    held, plan, capex = VARIANTS[name]
    count, points = sized(250, 1000), sized(12, 8)
    for what, levers, expected in (("plan 760", PLAN, plan), ("other capex x2", CAPEX, capex)):
        found = fewer(levers, held, count)
        record("F1", f"{name}, {what}: {found[:3]} % fewer, median {found[3]:+.2f} %")
        assert np.abs(np.subtract(found[:3], expected[:3])).max() <= points, (what, found)
        assert abs(found[3] - expected[3]) <= max(0.3, 0.1 * abs(expected[3])), (what, found)


def test_that_the_effect_of_the_plan_is_small_in_every_variant(
    sized: Callable[[int, int], int],
) -> None:
    for held, _, _ in VARIANTS.values():
        _, _, _, median = fewer(PLAN, held, sized(250, 1000))
        assert -0.1 <= median <= 1.4


def test_that_money_acts_in_every_year_in_every_variant(sized: Callable[[int, int], int]) -> None:
    count = sized(250, 1000)
    for held, _, _ in VARIANTS.values():
        none = futures(scenario({"alibaba_later": 0}, held), count)
        much = futures(scenario({"alibaba_later": 500}, held), count)
        assert np.median(gain(none, much, INSTALLED)[DATES[2]]) > 0.02
