"""Sliders over their whole range move outcomes by the figures that the model is known for.

Figures are percent of the baseline in December 2028, 2030 and 2035, at central values.
"""

import pytest

from planner.model.paths import LeverPath
from tests.model.effects import (
    CENTER_USE,
    CLOUD_RENT,
    FIRMS,
    INSTALLED,
    USED,
    Levers,
    Pair,
    budgets_times,
    center,
    close,
    effect,
    everywhere,
    month,
    scenario,
)
from tests.some import some

DATES = tuple(month(date) for date in ("2028-12", "2030-12", "2035-12"))
PAIRS = (FIRMS, INSTALLED, USED, CLOUD_RENT, CENTER_USE)

FIVE_BILLION = everywhere("voucher_budget", LeverPath(((2025, 5000), (2031, 0))))

Row = tuple[float, float, float]
SLIDERS: dict[str, tuple[Levers, tuple[Row, Row, Row, Row, Row]]] = {
    "no vouchers": (
        budgets_times(0),
        (
            *((-0.92, -1.26, -0.65), (-0.03, -0.07, -0.05), (-0.15, 0, -0.02)),
            *((-0.96, -0.80, -0.11), (-0.23, 0.18, 0)),
        ),
    ),
    "vouchers four times": (
        budgets_times(4),
        (
            *((0.80, 1.46, 0.83), (0.02, 0.07, 0.07), (0.48, 0.21, 0)),
            *((1.02, 1.11, 0.20), (0.71, -0.06, 0.05)),
        ),
    ),
    "5,000 M CNY everywhere": (
        FIVE_BILLION,
        (
            *((2.47, 3.85, 2.07), (0.05, 0.13, 0.13), (0.83, 0.66, 0.04)),
            *((1.77, 2.00, 0.45), (1.21, 0.31, 0.10)),
        ),
    ),
    "5,000 M CNY everywhere for the whole rent": (
        {**FIVE_BILLION, **everywhere("subsidy_rate", 1)},
        (
            *((3.16, 4.92, 2.69), (0.08, 0.20, 0.19), (1.12, 0.80, 0.05)),
            *((2.75, 2.97, 0.59), (1.63, 0.26, 0.14)),
        ),
    ),
    "no plan of Alibaba": (
        {"alibaba_plan": 0},
        ((-1.1, -1.1, -2.0), (-2.9, -1.3, 0.3), (-2.8, -3.9, -1.3), (35, 11, 1.6), (7, 4.6, -2.6)),
    ),
    "a plan of 760": (
        {"alibaba_plan": 760},
        ((0.66, 0.69, 1.19), (2.7, 1.4, -0.1), (2.7, 2.2, 1.0), (-18, -7.5, -1), (-4.5, -5, 2)),
    ),
    "a plan of 1,500": (
        {"alibaba_plan": 1500},
        ((1.1, 0.8, 1.9), (7.5, 4.3, -0.2), (5.2, 2.6, 2.3), (-32, -14, -2.3), (-9.4, -16, 4.7)),
    ),
    "nothing after the plan": (
        {"alibaba_later": 0},
        ((0, 0.2, 0.7), (-0.2, -2.2, -3.2), (-0.1, -2.0, -2.5), (1, 20, 24), (-2.7, -2.7, 2.6)),
    ),
    "500 a year after the plan": (
        {"alibaba_later": 500},
        ((0, -0.5, -1.7), (0.5, 4.5, 6.4), (-0.5, -1.2, 3.6), (0, -13, -24), (3.7, 4, -4.4)),
    ),
    "centers that sell a fifth": (
        {"center_sellable_target": 0.2},
        ((-1.7, -6.7, -16.2), (0, 0.2, 0), (-17, -25, -28), (13, 31, 29), (-38, -58, -64)),
    ),
    "centers that sell nine tenths": (
        {"center_sellable_target": 0.9},
        ((0.8, 2.9, 6.6), (0, -0.1, -0.2), (8, 13, 16), (-4.6, -9, -12), (18, 31, 31)),
    ),
}


@pytest.mark.parametrize("name", SLIDERS)
def test_that_a_slider_moves_outcomes_as_it_is_known_to(name: str) -> None:
    levers, rows = SLIDERS[name]
    for pair, row in some(zip(PAIRS, rows, strict=True)):
        path = effect(scenario(levers), pair)
        for date, expected in some(zip(DATES, row, strict=True)):
            assert close(path[date], expected), (pair, date, path[date], expected)


@pytest.mark.parametrize(("target", "realized"), [(0.2, 0.17), (0.65, 0.40), (0.9, 0.52)])
def test_that_centers_sell_less_than_they_can(target: float, realized: float) -> None:
    made = scenario({"center_sellable_target": target})
    found = center(made).center_of(CENTER_USE)[month("2030-12")]
    assert found == pytest.approx(realized, abs=0.01)


@pytest.mark.parametrize("name", ["nothing after the plan", "500 a year after the plan"])
def test_that_money_acts_after_the_plan_too(name: str) -> None:
    path = effect(scenario(SLIDERS[name][0]), INSTALLED)
    assert abs(path[month("2035-12")]) > 3


def test_that_money_for_clouds_takes_chips_from_small_enterprises() -> None:
    """Clouds outbid centers, where small enterprises rent most of their compute."""
    made = scenario({"alibaba_later": 500})
    late = month("2035-12")
    pair: Pair = FIRMS
    assert effect(made, INSTALLED)[late] > 5
    assert effect(made, pair)[late] < -1
