"""Published figures reach charts and backtests with their values and sources."""

import pytest

from planner.facts.published import points


def test_that_installed_compute_is_drawn_in_fp16_only():
    found = points("installed_compute")
    facts = ["P013", "M004", "M006", "M008", "P016a", "P016b"]
    assert [point.fact_id for point in found] == facts
    assert [point.time for point in found] == [2025.0, 2025.25, 2025.5, 2026.0, 2027.0, 2029.0]
    assert (found[3].low, found[3].value, found[3].high) == (1204, 1590, 1787)
    assert "Epoch AI" in found[3].source


def test_that_a_point_tells_what_contradicts_it():
    by_id = {point.fact_id: point for point in points("installed_compute")}
    for each in ("788", "1,590", "1,787"):
        assert each in by_id["M008"].dispute
    assert by_id["M008"].dispute == by_id["M006"].dispute
    assert not by_id["M008"].dispute.startswith("C24")
    assert points("alibaba_capex")[0].dispute == ""


def test_that_quarters_of_capex_are_drawn_at_a_yearly_rate():
    found = points("alibaba_capex")
    assert [round(point.value, 6) for point in found] == [98.4, 154.8, 126.0, 115.6, 107.6]
    assert {point.unit for point in found} == {"bn CNY/yr"}


def test_that_the_industry_follows_the_switch_of_figures():
    ours = points("industry_output", "beijing")
    theirs = points("industry_output", "beijing", "as_stated")
    assert [point.value for point in ours] == [300, 430.44, 450]
    assert [point.value for point in theirs] == [3000, 4304.4, 4500]


def test_that_a_mean_stands_in_the_middle_of_its_time():
    (_, half, year) = points("industry_output", "beijing")
    assert (half.time, year.time) == (2025.25, 2025.5)


def test_that_no_growth_is_drawn_as_a_level():
    assert [point.value for point in points("tokens")] == [140]


def test_that_points_come_in_the_unit_asked_for():
    (first, *_) = points("rent", "cloud", unit="k CNY/PFLOPS/yr")
    assert first.value == pytest.approx(75 * 12 / (8 * 0.989), rel=1e-3)
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


def test_that_imports_are_drawn_as_they_were_counted_by_quarter():
    legal = points("imports_legal")
    assert [point.time for point in legal] == [2025.125, 2025.375, 2025.625, 2025.875, 2026.125]
    assert [round(point.value) for point in legal] == [214, 90, 10, 0, 0]
    assert legal[1].label == "Counted in quarter 2 of 2025, at a yearly rate"
    assert "Epoch AI" in legal[1].source
    smuggled = points("imports_smuggled", unit="PFLOPS/yr")
    assert sum(point.value for point in smuggled) / 4 == pytest.approx(498e3, rel=1e-3)
    assert points("imports_legal", "beijing") == ()
