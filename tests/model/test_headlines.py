"""What the baseline says in its futures: median and 80 % range of the headlines, and their limits.

Figures are those of December 2025, 2028, 2030 and 2035 in the futures weighed by 2025-26. They hold
medians to 1 % and ends to 2 %: other draws, by another seed, move medians by up to 3 %.
"""

from functools import cache

import numpy as np
import pytest

from planner.engine.clock import Clock
from planner.engine.run import Trajectories, run_batch, warm_up_kernel
from planner.ensemble.conditioning.chosen import choosing
from planner.ensemble.progress import to_the_end
from planner.ensemble.sample import draw
from planner.model.scenario import Scenario
from tests.model.effects import Pair, month
from tests.some import some

DATES = tuple(month(date) for date in ("2025-12", "2028-12", "2030-12", "2035-12"))
LAST = month("2035-12")

Band = tuple[float, float, float]
HEADLINES: dict[Pair, tuple[Band, Band, Band, Band]] = {
    ("enterprises", ""): (
        *((7091, 7232, 7359), (9252, 10_060, 10_920)),
        *((10_890, 12_430, 14_140), (15_400, 19_180, 24_750)),
    ),
    ("installed_compute", ""): (
        *((1252, 1351, 1449), (4036, 4612, 5293)),
        *((6697, 8226, 10_100), (18_210, 27_050, 39_510)),
    ),
    ("used_compute", ""): (
        *((325.2, 368.9, 419.2), (1434, 1700, 1975)),
        *((2408, 2887, 3478), (6558, 8842, 12_520)),
    ),
    ("utilization", ""): (
        *((0.3197, 0.3507, 0.3912), (0.4196, 0.478, 0.5323)),
        *((0.4067, 0.4572, 0.5057), (0.3661, 0.4273, 0.4936)),
    ),
    ("rent", "cloud"): (
        *((0.1244, 0.1391, 0.1551), (0.123, 0.1704, 0.2481)),
        *((0.09232, 0.1384, 0.2165), (0.03605, 0.06827, 0.1313)),
    ),
    ("rent", "centers"): (
        *((0.03577, 0.0448, 0.05354), (0.02417, 0.04159, 0.0726)),
        *((0.02656, 0.04493, 0.08082), (0.01286, 0.02412, 0.04726)),
    ),
    ("chip_shortage", ""): (
        *((0.9235, 1.123, 1.352), (1.2, 1.46, 1.874)),
        *((1.252, 1.659, 2.33), (1.289, 2.071, 3.638)),
    ),
    ("money_unspent", ""): (
        *((0, 5.857, 16.82), (12.17, 27.11, 50.11)),
        *((18.61, 44.04, 85.74), (29.7, 83.22, 172.9)),
    ),
    ("tokens", ""): (
        *((58.54, 67.16, 77.81), (1621, 2695, 4777)),
        *((6300, 11_580, 23_630), (94_440, 195_000, 439_600)),
    ),
    ("token_price", ""): (
        *((0.9922, 1.15, 1.336), (0.08037, 0.1404, 0.2543)),
        *((0.02455, 0.04999, 0.1058), (0.00199, 0.004909, 0.01342)),
    ),
    ("facility_power", ""): (
        *((2.224, 2.418, 2.628), (5.958, 6.939, 8.127)),
        *((8.208, 10.31, 13.07), (12.64, 19.61, 31.14)),
    ),
    ("alibaba_ai_revenue", ""): (
        *((27.47, 31.07, 35.44), (80.32, 109.4, 152)),
        *((107.5, 158.9, 245), (139.7, 246.6, 434.1)),
    ),
    ("industry_output", ""): (
        *((1251, 1361, 1484), (2277, 2702, 3234)),
        *((3022, 3829, 4837), (5531, 7902, 11_390)),
    ),
}
"""P10, median and P90 at each date."""

OUTERMOST: dict[Pair, tuple[float, float]] = {
    ("enterprises", ""): (13_000, 29_400),
    ("installed_compute", ""): (13_950, 51_600),
    ("utilization", ""): (0.3189, 0.5374),
    ("rent", "cloud"): (0.02312, 0.2402),
    ("chip_shortage", ""): (0.946, 6.49),
    ("sme_demand_share", ""): (0.02504, 0.5076),
    ("alibaba_payback", ""): (1.757, 12.68),
    ("tokens", ""): (56_550, 764_500),
    ("facility_power", ""): (8.667, 44.08),
    ("industry_output", ""): (4154, 14_740),
}
"""P1 and P99 at the end of 2035: nothing absurd happens in any future."""

DEMAND, POWER, CHIPS, MONEY = 1, 2, 3, 4
LIMITS: dict[tuple[int, str], tuple[int, int, int, int]] = {
    (2025, "cloud"): (0, 0, 51, 48),
    (2026, "cloud"): (3, 0, 78, 19),
    (2027, "cloud"): (15, 0, 81, 4),
    (2030, "cloud"): (66, 0, 34, 0),
    (2025, "centers"): (100, 0, 0, 0),
    (2026, "centers"): (100, 0, 0, 0),
    (2028, "centers"): (43, 0, 57, 0),
    (2030, "centers"): (68, 0, 31, 0),
    (2026, ""): (89, 0, 10, 1),
    (2028, ""): (44, 0, 55, 0),
    (2030, ""): (73, 0, 27, 0),
}
"""Percent of futures that demand, power, chips and money limit on 1 July, by segment."""


@cache
def futures() -> Trajectories:
    warm_up_kernel()
    wanted = (
        *HEADLINES,
        *(pair for pair in OUTERMOST if pair not in HEADLINES),
        *(("limit", element) for element in ("", "cloud", "centers")),
        ("unmet_demand", ""),
    )
    return run_batch(draw(Scenario(), Scenario().futures), Clock(), wanted)


@pytest.mark.parametrize("pair", HEADLINES, ids=".".join)
def test_that_the_baseline_says_what_it_is_known_for(pair: Pair) -> None:
    path = futures().futures_of(pair)
    for date, (low, middle, high) in some(zip(DATES, HEADLINES[pair], strict=True)):
        found = np.percentile(path[date], [10, 50, 90])
        assert found[1] == pytest.approx(middle, rel=0.01), (date, found)
        assert found[[0, 2]] == pytest.approx((low, high), rel=0.02, abs=1e-3), (date, found)


@pytest.mark.parametrize("pair", OUTERMOST, ids=".".join)
def test_that_no_future_is_absurd(pair: Pair) -> None:
    found = np.percentile(futures().futures_of(pair)[LAST], [1, 99])
    assert found == pytest.approx(OUTERMOST[pair], rel=0.1)


@pytest.mark.parametrize(("year", "segment"), LIMITS)
def test_that_limits_are_as_they_are_known(year: int, segment: str) -> None:
    codes = futures().futures_of(("limit", segment))[month(f"{year}-07")]
    found = [100 * float(np.mean(codes == code)) for code in (DEMAND, POWER, CHIPS, MONEY)]
    assert found == pytest.approx(LIMITS[year, segment], abs=3)
    assert sum(found) == pytest.approx(100)


def test_that_what_was_measured_weighs_like_four_tenths_of_the_pool() -> None:
    told = to_the_end(choosing(Scenario(), Scenario().futures)).told
    assert told.pool == 2**14
    assert told.effective == pytest.approx(6682, rel=0.05)
    assert not told.warning


def test_that_power_never_limits_the_baseline() -> None:
    for segment in ("", "cloud", "centers"):
        assert (futures().futures_of(("limit", segment)) != POWER).all()


def test_that_rents_clear_the_market_in_nearly_all_futures() -> None:
    """In some one in a hundred clouds are full for months while their rents rise."""
    unmet = futures().futures_of(("unmet_demand", ""))
    assert np.mean(unmet.max(axis=0) > 0.01) < 0.02
    assert unmet.max() < 100
