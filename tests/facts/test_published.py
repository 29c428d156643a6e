"""Published figures reach charts and backtests with their values and sources."""

from math import isinf

import pytest

from planner.facts.published import intervals, points


def test_that_installed_compute_is_drawn_in_fp16_only():
    found = points("installed_compute")
    assert [point.fact_id for point in found] == ["P013", "P014", "P015", "P016a", "P016b"]
    assert [point.time for point in found] == [2025.0, 2025.5, 2026.0, 2027.0, 2029.0]
    assert (found[2].low, found[2].value, found[2].high) == (1037, 1590, 1590)
    assert "MIIT" in found[2].source


def test_that_quarters_of_capex_are_drawn_at_a_yearly_rate():
    found = points("alibaba_capex")
    assert [round(point.value, 6) for point in found] == [98.4, 154.8, 126.0, 115.6, 107.6]
    assert {point.unit for point in found} == {"bn CNY/yr"}


def test_that_the_industry_follows_the_switch_of_figures():
    assert points("industry_output", "beijing")[0].value == 300
    assert points("industry_output", "beijing", "as_stated")[0].value == 3000
    assert len(points("industry_output", "beijing")) == 2


def test_that_points_come_in_the_unit_asked_for():
    (first, *_) = points("rent", "cloud", unit="k CNY/PFLOPS/yr")
    assert first.value == pytest.approx(72.5 * 12 / (8 * 0.989))
    assert points("industry_output", "beijing", unit="M CNY/yr")[0].value == pytest.approx(3e5)


@pytest.mark.parametrize(
    ("outcome", "index", "count"),
    [
        ("utilization", "", 1),
        ("utilization", "centers", 1),
        ("enterprises", "beijing", 2),
        ("chip_orders", "", 1),
        ("domestic_chip_share", "", 2),
        ("rent", "centers", 1),
        ("voucher_spend", "", 0),
        ("enterprises", "", 0),
    ],
)
def test_that_an_outcome_has_the_points_that_were_published(outcome, index, count):
    assert len(points(outcome, index)) == count


def test_that_the_backtest_has_its_nine_intervals():
    found = intervals()
    assert len(found) == 9
    assert all(each.low < each.high and each.start <= each.end for each in found)
    assert [each.kind for each in found].count("level") == 7
    (open_ended,) = (each for each in found if isinf(each.high))
    assert (open_ended.outcome, open_ended.low) == ("enterprises", 6000)
    (share,) = (each for each in found if each.kind == "share")
    assert share.base == "sme_compute_spend"
