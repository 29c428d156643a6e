"""The rows of levers and assumptions: their defaults, their ranges, and what these rest on."""

import numpy as np
import pytest

from planner.facts.convert import convert
from planner.facts.defaults import explain, native
from planner.facts.derive import DERIVATIONS
from planner.facts.lever_paths import dated, is_path, lever_paths
from planner.facts.load import evidence
from planner.facts.record import EvidenceError
from planner.model.graph import model
from planner.model.indices import AREAS
from planner.model.inputs import (
    Input,
    default_path,
    default_spread,
    default_value,
    elements_of,
    evidence_of,
)
from planner.model.outcomes import OUTCOMES
from planner.model.paths import values_at
from tests.some import some

NUMBERS = {
    "alibaba_capex": 380 / 3,
    "alibaba_plan": 380,
    "alibaba_later": 140,
    "other_capex": 523,
    "fund_compute_share": 0.3,
    "center_share": 0.75,
    "center_sellable_target": 0.65,
    "network_build_time": 4,
    "domestic_chip_growth": 0.3,
    "legal_imports": 120,
    "smuggled_imports": 430,
    "supernode_share": 0.45,
    "software_ecosystem": 0.3,
    "hopper_plan_share": 0.2,
    "power_connections": 6,
    "sme_adoption_push": 0,
    "consumer_ai_growth": 0,
    "voucher_local_share": 0,
    "data_voucher_budget": 100,
}

BY_AREA = {
    "voucher_budget": (200, 600, 500, 100, 30, 30, 50),
    "subsidy_rate": (0.5, 0.8, 0.5, 0.6, 0.5, 0.5, 0.2),
    "institute_share": (0, 0, 0, 0.3, 0, 0, 0),
    "local_fund": (2000, 0, 0, 0, 0, 600, 0),
}

RANGES = {
    "crowd_in": (3, 4.15, 5),
    "alibaba_compute_share": (0.45, 0.6, 0.8),
    "other_compute_share": (0.45, 0.53, 0.62),
    "server_share": (0.5, 0.6, 0.7),
    "other_capex_drift": (-0.05, 0, 0.05),
    "alibaba_drift": (-0.04, 0, 0.06),
    "capex_response": (0, 0.4, 0.8),
    "hardware_price_2025": (0.165, 0.21, 0.29),
    "price_performance": (0.1, 0.18, 0.28),
    "domestic_supply_2025": (400, 490, 620),
    "domestic_realization": (0.6, 1, 1.35),
    "supply_pull": (0.1, 0.3, 0.6),
    "growth_limit": (0.3, 0.45, 0.7),
    "import_regime": (0.25, 1, 4),
    "smuggled_scale": (0.4, 1, 2.2),
    "smuggling_elasticity": (0.2, 0.5, 1),
    "premium_exponent": (0.6, 0.8, 1),
    "lapse_time": (1, 2, 4),
    "efficiency_imported": (0.8, 0.85, 0.9),
    "efficiency_supernode": (0.72, 0.8, 0.88),
    "efficiency_standalone": (0.55, 0.65, 0.75),
    "procurement_time": (0.3, 0.5, 1),
    "construction_time": (0.2, 0.35, 0.8),
    "commissioning_2025": (180, 350, 560),
    "accelerator_life": (3.5, 5, 7),
    "stock_2025": (660, 725, 800),
    "center_split_2025": (0.6, 0.67, 0.73),
    "cloud_use_2025": (0.55, 0.65, 0.76),
    "center_use_2025": (0.09, 0.13, 0.18),
    "cloud_ceiling": (0.78, 0.85, 0.9),
    "sellable_2025": (0.35, 0.45, 0.55),
    "platform_growth_2025": (0.95, 1.35, 1.75),
    "platform_growth_settled": (0.06, 0.12, 0.18),
    "inference_settled": (0.55, 0.7, 0.8),
    "sme_spend_2025": (0.4, 0.9, 2),
    "sme_use_growth": (0.1, 0.2, 0.32),
    "sme_price_elasticity": (0.6, 1.1, 1.6),
    "platform_price_elasticity": (0.25, 0.5, 0.8),
    "bill_cap": (0.03, 0.05, 0.08),
    "siting_elasticity": (0.6, 1.2, 2.2),
    "network_gain": (0.3, 0.8, 1.3),
    "rent_2025": (0.095, 0.108, 0.12),
    "center_discount": (0.5, 0.6, 0.75),
    "rent_speed": (1, 1.7, 2.6),
    "cost_pull": (0, 0.15, 0.4),
    "voucher_take_up": (0.3, 0.65, 0.95),
    "eligible_share": (0.6, 0.8, 0.95),
    "voucher_leakage": (0.05, 0.2, 0.45),
    "relocation_share": (0, 0.25, 0.6),
    "spin_off": (0.01, 0.03, 0.08),
    "net_growth_beijing": (0.075, 0.09, 0.105),
    "net_growth_other": (0.08, 0.135, 0.19),
    "churn": (0.05, 0.08, 0.11),
    "entry_elasticity": (0.1, 0.3, 0.6),
    "exit_elasticity": (0.05, 0.15, 0.3),
    "finance_effect": (0.02, 0.1, 0.25),
    "enterprise_room": (3, 6, 12),
    "perception_time": (0.25, 0.5, 1),
    "revenue_2025": (135, 160, 185),
    "revenue_growth_2025": (0.1, 0.17, 0.26),
    "revenue_growth_settled": (0, 0.025, 0.05),
    "output_elasticity": (0.03, 0.1, 0.2),
    "data_voucher_lift": (0, 0.5, 2),
    "power_decline": (0.08, 0.15, 0.25),
    "pue": (1.15, 1.3, 1.42),
    "alibaba_ai_multiple": (0.75, 1.08, 1.6),
    "algorithmic_gain": (0.6, 1, 1.5),
}

IN_RATIO = {
    "hardware_price_2025",
    "import_regime",
    "smuggled_scale",
    "lapse_time",
    "procurement_time",
    "construction_time",
    "sme_spend_2025",
    "spin_off",
    "enterprise_room",
    "alibaba_ai_multiple",
}


def test_the_tables_here_name_every_row():
    levers = {*NUMBERS, *BY_AREA}
    assert levers == set(model().levers)
    assert {*RANGES, "enterprises_2025"} == set(model().assumptions)


@pytest.mark.parametrize(("key", "number"), NUMBERS.items())
def test_a_lever_shows_its_number(key, number):
    assert default_value(model().levers[key]) == pytest.approx(number, rel=1e-12)


@pytest.mark.parametrize(("key", "numbers"), BY_AREA.items())
def test_a_lever_shows_its_number_in_every_area(key, numbers):
    row = model().levers[key]
    assert tuple(default_value(row, area) for area in AREAS) == pytest.approx(numbers)


@pytest.mark.parametrize(("key", "parts"), RANGES.items())
def test_an_assumption_has_its_range(key, parts):
    assert default_spread(model().assumptions[key]).parts == pytest.approx(parts, rel=1e-12)


def test_wide_ranges_of_positive_values_are_drawn_by_ratio():
    assert {key for key, row in model().assumptions.items() if row.scale == "ratio"} == IN_RATIO


def test_every_default_and_every_slider_lies_in_what_is_allowed():
    for row in some(model().levers.values()):
        assert row.least <= row.low < row.high <= row.most, row.key
        for element in some(elements_of(row)):
            path = default_path(row, element)
            hard = row.part.of if row.part else row
            assert all(hard.least <= value <= hard.most for value in some(path.values)), row.key
    for drawn in some(model().assumptions.values()):
        for element in some(elements_of(drawn)):
            spread = default_spread(drawn, element)
            assert drawn.least <= spread.low <= spread.high <= drawn.most, drawn.key


def test_a_year_of_vouchers_begins_and_ends_with_its_programs():
    shanghai = default_path(model().levers["voucher_budget"], "shanghai")
    dates = np.array((2025.0, 2025.58, 2025.6, 2030.99, 2031.0))
    assert list(values_at(shanghai, "step", dates)) == [0, 0, 600, 600, 0]


def test_no_chip_was_imported_legally_from_may_to_july_2025():
    imports = default_path(model().levers["legal_imports"])
    months = 2025 + (np.arange(12) + 0.5) / 12
    rates = values_at(imports, "step", months)
    assert list(rates) == [214, 214, 214, 270, 0, 0, 0, 15, 15, 0, 0, 0]
    assert sum(rates[3:6]) / 12 == pytest.approx(90 / 4)


def test_shandong_spends_its_billion_within_twenty_months():
    path = default_path(model().levers["local_fund"], "shandong")
    (_, start), (end, _) = ((path.dates[1], path.values[1]), path.knots[2])
    assert start * (end - path.dates[1]) == pytest.approx(1000, rel=1e-3)


def test_every_knot_rests_on_evidence():
    assert len(lever_paths()) > 15
    for knots in lever_paths().values():
        for knot in knots:
            assert explain(knot.evidence).text


def test_a_knot_lies_in_the_range_of_evidence_that_measures_it():
    seen = 0
    for name, knots in lever_paths().items():
        for knot in knots:
            spread, unit = native(knot.evidence)
            try:
                low, high = (convert(each, unit, knot.unit) for each in (spread.low, spread.high))
            except EvidenceError:
                continue
            seen += 1
            assert knot.value == 0 or 0.999 * low <= knot.value <= 1.001 * high, (name, knot)
    assert seen > 40


def test_no_judgement_is_left_without_use():
    cited = {"J:revenue_2025", "J:budget_fully_used"}  # by a derivation, and by the events
    rows: list[Input] = [*model().levers.values(), *model().assumptions.values()]
    rows += model().constants.values()
    for row in rows:
        ids = {evidence_of(row, element) for element in elements_of(row)}
        for each in ids:
            cited |= {knot.evidence for knot in dated(each)} if is_path(each) else {each}
    assert set(evidence().judgements) <= cited
    assert cited - set(evidence().judgements) <= set(evidence().facts) | set(DERIVATIONS)


def test_a_figure_of_a_place_that_nobody_published_is_marked_as_unknown():
    seen = 0
    for row in model().levers.values():
        for area in AREAS if row.index == "area" else ():
            ids = evidence_of(row, area)
            if is_path(ids):
                ids = max(dated(ids), key=lambda knot: knot.value).evidence
            assert (explain(ids).kind == "unknown") == (area in row.unknown), (row.key, area)
            seen += area in row.unknown
    assert seen > 5


def test_that_spending_answers_to_returns_from_where_the_plan_ends() -> None:
    levers, end = model().levers, default_value(model().constants["alibaba_plan_end"])
    plan, later = levers["alibaba_plan"].part, levers["alibaba_later"].part
    assert plan is not None
    assert later is not None
    assert plan.end == later.start == end


def test_that_a_limit_has_a_state_for_every_code_its_equations_give() -> None:
    assert sorted(each.code for each in model().outcomes["limit"].states) == [1, 2, 3, 4]


def test_that_no_curve_is_called_by_a_word_of_another_outcome() -> None:
    labels = {row.key: row.label for row in OUTCOMES}
    alike = [
        (row.key, key)
        for row in some([each for each in OUTCOMES if each.curve])
        for key, label in labels.items()
        if key != row.key and label.startswith(row.curve)
    ]
    assert alike == [], "installed compute is nameplate, what is realized of it is less"
