"""Every default that the model cites is there, in the unit the model wants."""

import pytest

from planner.facts.defaults import default, explain
from planner.facts.load import evidence
from planner.facts.record import EvidenceError
from planner.quantities.spread import Spread, fixed

LEVERS = [
    ("J:voucher_budget.beijing", "M CNY/yr", 80),
    ("S026", "M CNY/yr", 600),
    ("P087a", "M CNY/yr", 500),
    ("S032", "M CNY/yr", 100),
    ("J:voucher_budget.ningbo", "M CNY/yr", 30),
    ("S033", "M CNY/yr", 30),
    ("P110a", "M CNY/yr", 50),
    ("S028", "share", 0.8),
    ("P089b", "share", 0.6),
    ("P110b", "share", 0.2),
    ("P087b", "share", 0.5),
    ("J:subsidy_rate", "share", 0.5),
    ("J:voucher_end", "year", 2031),
    ("S029", "M CNY/yr", 100),
    ("S041", "bn CNY", 380),
    ("S043", "yr", 3),
    ("J:alibaba_plan_tilt", "1", 0),
    ("J:alibaba_capex_after", "bn CNY/yr", 130),
    ("derived:other_capex", "bn CNY/yr", 523),
    ("S019", "bn CNY/yr", 2),
    ("J:center_utilization_target", "share", 0.45),
    ("J:network_build_time", "yr", 4),
    ("J:center_share", "share", 0.35),
    ("J:domestic_chip_growth", "1/yr", 0.32),
    ("J:chip_imports", "EFLOPS/yr", 300),
    ("J:supernode_share", "share", 0.3),
    ("J:hopper_plan_share", "share", 0.2),
]

ASSUMPTIONS = [
    ("P007", "CNY/CNY", 3, 4.15, 5),
    ("J:compute_share", "share", 0.5, 0.6, 0.7),
    ("P071", "share", 0.5, 0.6, 0.7),
    ("P051", "bn CNY/EFLOPS", 0.2, 0.27, 0.38),
    ("J:price_performance", "1/yr", 0.15, 0.22, 0.35),
    ("P073", "yr", 3, 5, 7),
    ("J:construction_time", "yr", 0.5, 0.75, 1.5),
    ("J:procurement_time", "yr", 0.3, 0.5, 1),
    ("J:domestic_supply_2025", "EFLOPS/yr", 300, 450, 600),
    ("J:domestic_growth_settled", "1/yr", 0.02, 0.05, 0.12),
    ("J:supply_pull", "1/yr", 0.15, 0.35, 0.6),
    ("J:import_trend", "1/yr", -0.3, -0.05, 0.1),
    ("J:efficiency_imported", "share", 0.8, 0.85, 0.9),
    ("J:efficiency_supernode", "share", 0.72, 0.8, 0.88),
    ("J:efficiency_standalone", "share", 0.55, 0.65, 0.75),
    ("J:cloud_capacity_2025", "EFLOPS", 220, 290, 360),
    ("J:center_capacity_2025", "EFLOPS", 360, 435, 510),
    ("P025", "share", 0.2, 0.25, 0.3),
    ("J:cloud_utilization_ceiling", "share", 0.75, 0.85, 0.9),
    ("J:cloud_growth_2025", "1/yr", 0.6, 0.85, 1.2),
    ("J:platform_growth_settled", "1/yr", 0.06, 0.12, 0.2),
    ("J:center_growth_2025", "1/yr", 0.25, 0.45, 0.7),
    ("J:sme_spend_2025", "M CNY/firm/yr", 0.3, 1.2, 5),
    ("J:sme_use_growth", "1/yr", 0.1, 0.2, 0.35),
    ("J:sme_price_elasticity", "1", 0.5, 1.1, 1.8),
    ("J:platform_price_elasticity", "share", 0.2, 0.5, 0.9),
    ("J:rent_2025", "bn CNY/EFLOPS/yr", 0.07, 0.1, 0.15),
    ("J:center_discount", "share", 0.55, 0.7, 0.85),
    ("P116", "share", 0.3, 0.65, 0.95),
    ("J:eligible_share", "share", 0.6, 0.8, 0.95),
    ("P136", "share", 0.05, 0.2, 0.53),
    ("J:relocation_share", "share", 0, 0.25, 0.6),
    ("J:perception_time", "yr", 0.25, 0.5, 1),
    ("J:birth_rate", "1/yr", 0.14, 0.17, 0.25),
    ("J:death_rate", "1/yr", 0.05, 0.08, 0.11),
    ("J:entry_elasticity", "1", 0.1, 0.3, 0.6),
    ("J:exit_elasticity", "1", 0.05, 0.15, 0.3),
    ("J:enterprise_room", "1", 3, 6, 12),
    ("J:revenue_growth", "1/yr", 0.01, 0.0275, 0.06),
    ("J:output_elasticity", "1", 0.03, 0.1, 0.2),
    ("J:data_voucher_lift", "firm*yr/M CNY", 0, 0.5, 1),
    ("derived:revenue_2025", "M CNY/firm/yr", 100, 125, 200),
]

FIXED = [
    ("S007", "firm", 2400),
    ("J:enterprises_2025.shanghai", "firm", 1500),
    ("J:enterprises_2025.shenzhen", "firm", 1000),
    ("J:enterprises_2025.chengdu", "firm", 900),
    ("J:enterprises_2025.ningbo", "firm", 150),
    ("J:enterprises_2025.shandong", "firm", 400),
    ("J:enterprises_2025.henan", "firm", 150),
    ("derived:alibaba_capex_before_plan", "bn CNY/yr", 98.4),
    ("J:alibaba_plan_start", "year", 2025.25),
    ("J:alibaba_growth_after", "1/yr", 0.05),
    ("J:other_capex_growth_2025", "1/yr", 0.22),
    ("J:other_capex_growth_settled", "1/yr", 0.05),
    ("J:capex_settling_time", "yr", 4),
    ("J:domestic_growth_settling_time", "yr", 4),
    ("J:shortage_pull_floor", "1", 0.5),
    ("J:shortage_pull_ceiling", "1", 1.5),
    ("J:premium_ceiling", "1", 2),
    ("J:premium_exponent", "1", 0.5),
    ("derived:hopper_plan_size", "EFLOPS", 113.7),
    ("J:hopper_delivery_start", "year", 2025),
    ("J:hopper_delivery_end", "year", 2027),
    ("J:imported_share_of_fleet_2025", "share", 0.66),
    ("derived:commissioning_2025", "EFLOPS/yr", 392),
    ("J:network_reach_start", "share", 0.15),
    ("J:network_reach_gain", "share", 0.55),
    ("J:cloud_use_2025", "share", 0.62),
    ("J:center_use_2025", "share", 0.22),
    ("J:sme_center_share", "share", 0.4),
    ("J:sme_share_ceiling_2025", "share", 0.9),
    ("J:platform_growth_settling_time", "yr", 3),
    ("J:annuity", "1/yr", 0.25),
    ("J:design_utilization", "share", 0.85),
    ("J:tightness_floor", "1", 0.25),
    ("J:rent_adjustment_time", "yr", 1),
    ("J:pue", "1", 1.3),
    ("J:power_2025", "kW/PFLOPS", 1.5),
    ("J:power_decline", "1/yr", 0.25),
    ("J:idle_power_share", "share", 0.35),
    ("J:take_up_2025", "share", 0.05),
    ("J:take_up_time", "yr", 1.5),
    ("J:subsidy_smoothing_time", "yr", 0.25),
    ("J:alibaba_cloud_share_2025", "share", 0.358),
    ("J:smallest_addition", "firm", 1),
    ("J:smallest_return", "bn CNY/yr", 0.1),
]


@pytest.mark.parametrize(("evidence_id", "unit", "central"), LEVERS)
def test_that_a_lever_finds_its_default(evidence_id, unit, central):
    assert default(evidence_id, unit).central == pytest.approx(central, rel=1e-12)


@pytest.mark.parametrize(("evidence_id", "unit", "low", "central", "high"), ASSUMPTIONS)
def test_that_an_assumption_finds_its_range(evidence_id, unit, low, central, high):
    assert default(evidence_id, unit).parts == pytest.approx((low, central, high), rel=1e-12)


@pytest.mark.parametrize(("evidence_id", "unit", "value"), FIXED)
def test_that_a_constant_has_no_range(evidence_id, unit, value):
    assert default(evidence_id, unit) == fixed(value)


@pytest.mark.parametrize(("evidence_id", "price"), [("P079", 0.6), ("P078", 0.38)])
def test_that_electricity_has_a_central_price(evidence_id, price):
    assert default(evidence_id, "CNY/kWh").central == price


def test_that_the_switch_of_figures_changes_what_the_articles_slipped():
    assert default("S019", "bn CNY/yr", "corroborated").central == 2
    assert default("S019", "bn CNY/yr", "as_stated").central == 20
    assert default("S001", "bn CNY/yr", "as_stated") == fixed(3000)
    assert default("derived:revenue_2025", "M CNY/firm/yr", "as_stated") == Spread(1000, 1250, 2000)


def test_that_exactly_the_slips_differ_between_the_figures():
    differing = {fact.id for fact in evidence().facts.values() if fact.as_stated is not None}
    assert differing == {"S001", "S002", "S014", "S015", "S019", "S020", "S021", "S022"}
    assert default("S010", "bn CNY", "as_stated") == default("S010", "bn CNY") == fixed(4300)
    assert default("P007", "1", "as_stated") == default("P007", "1")


def test_that_a_pure_number_and_a_share_are_one_dimension():
    assert default("J:entry_elasticity", "share") == default("J:entry_elasticity", "1")


def test_that_a_wrong_unit_names_the_evidence():
    with pytest.raises(EvidenceError, match=r"^S041: cannot convert"):
        default("S041", "bn CNY/yr")


def test_that_an_unknown_id_names_those_near_it():
    with pytest.raises(EvidenceError, match="J:rent_2025"):
        default("J:rent_205", "bn CNY/EFLOPS/yr")


def test_that_a_fact_explains_itself_with_source_grade_and_dispute():
    found = explain("S028")
    assert found.kind == "seed"
    assert found.grade == "seed"
    assert "Article on compute vouchers" in found.source_names[0]
    assert any("30 %" in each for each in found.disputes)


def test_that_a_judgement_gives_its_argument_and_the_weakest_grade_it_rests_on():
    found = explain("J:rent_2025")
    assert found.kind == "assumption"
    assert found.grade == "D"
    assert found.text == evidence().judgements["J:rent_2025"].argument
    assert "https://apetops.com/zixundongtai/390.html" in found.urls


def test_that_an_unpublished_budget_says_so():
    assert explain("J:voucher_budget.beijing").kind == "unknown"
    assert explain("J:voucher_budget.ningbo").kind == "unknown"


def test_that_a_derivation_explains_itself():
    found = explain("derived:other_capex")
    assert found.kind == "derived"
    assert found.text.startswith("National AI capex")
    assert found.urls
