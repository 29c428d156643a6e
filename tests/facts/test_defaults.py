"""Evidence becomes a default, in the unit the model wants, and says why."""

import pytest

from planner.facts.defaults import default, explain
from planner.facts.load import evidence
from planner.facts.record import EvidenceError
from planner.facts.told import account_of, dispute_text
from planner.quantities.spread import Spread, fixed
from planner.storage.sentences.spoken import speaking

FIXED = [
    ("S007", "firm", 2400),
    ("J:enterprises_2025.shenzhen", "firm", 1000),
    ("derived:hopper_plan_size", "EFLOPS", 113.7),
    ("derived:alibaba_plan_yearly", "bn CNY/yr", 380 / 3),
    ("P170a", "EFLOPS/yr", 214),
]

FIGURES = [
    ("derived:other_capex", "bn CNY/yr", 473, 523, 573),
    ("J:rent_2025", "k CNY/PFLOPS/yr", 95, 108, 120),
    ("P025", "%", 20, 25, 30),
    ("P007", "CNY/CNY", 3, 4.15, 5),
    ("derived:revenue_2025", "M CNY/firm/yr", 135, 160, 185),
]


@pytest.mark.parametrize(("evidence_id", "unit", "low", "central", "high"), FIGURES)
def test_that_evidence_is_found_in_the_unit_asked_for(evidence_id, unit, low, central, high):
    assert default(evidence_id, unit).parts == pytest.approx((low, central, high), rel=1e-12)


@pytest.mark.parametrize(("evidence_id", "unit", "value"), FIXED)
def test_that_a_single_figure_is_its_own_range(evidence_id, unit, value):
    assert default(evidence_id, unit).central == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize(("evidence_id", "price"), [("P079", 0.6), ("P078", 0.38)])
def test_that_electricity_has_a_central_price(evidence_id, price):
    assert default(evidence_id, "CNY/kWh").central == price


def test_that_the_switch_of_figures_changes_what_the_articles_slipped():
    assert default("S019", "bn CNY/yr", "corroborated").central == 2
    assert default("S019", "bn CNY/yr", "as_stated").central == 20
    assert default("S001", "bn CNY/yr", "as_stated") == fixed(3000)
    assert default("derived:revenue_2025", "M CNY/firm/yr", "as_stated") == Spread(1350, 1600, 1850)


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
    assert any("30%" in account_of(each) for each in found.disputes)


def test_that_a_judgement_gives_its_argument_and_the_weakest_grade_it_rests_on():
    found = explain("J:rent_2025")
    assert found.kind == "assumption"
    assert found.grade == "C"
    assert found.text == evidence().judgements["J:rent_2025"].argument
    assert "https://apetops.com/zixundongtai/390.html" in found.urls


def test_that_a_judgement_without_a_measurement_is_graded_as_weak():
    found = evidence()
    guessed, weighed = found.judgements["J:center_capex_response"], found.judgements["J:pue"]
    assert not guessed.measured
    assert weighed.measured
    assert {found.facts[each].grade for each in guessed.evidence} == {"B"}
    assert explain(guessed.id).grade == "D"
    assert explain(weighed.id).grade == "A"


def test_that_what_a_judgement_weighs_puts_no_published_figure_in_dispute():
    known = explain("path:legal_imports")
    assert known.kind == "derived"
    assert [each.id for each in known.disputes] == ["C25"]
    assert explain("path:voucher_budget.beijing").disputes == ()
    chosen = explain("path:domestic_chip_growth")
    assert chosen.kind == "assumption"
    assert any(each.id == "C19" for each in chosen.disputes)


def test_that_an_unpublished_budget_says_so():
    assert explain("J:voucher_budget.beijing").kind == "unknown"
    assert explain("J:voucher_budget.ningbo").kind == "unknown"


def test_that_a_derivation_explains_itself():
    found = explain("derived:other_capex")
    assert found.kind == "derived"
    assert found.text.startswith("National AI capex")
    assert found.urls


def test_that_a_path_explains_each_of_its_knots():
    found = explain("path:voucher_budget.chengdu")
    assert found.text.startswith("January 2025: Chengdu voucher budget. ")
    assert "September 2025: " in found.text
    assert evidence().judgements["J:voucher_end"].argument in found.text
    assert found.kind == "seed"
    assert any("research institutes" in account_of(each) for each in found.disputes)
    assert len(set(found.urls)) == len(found.urls) > 1


def test_that_knots_of_one_argument_share_it():
    text = explain("path:other_capex").text
    assert text.count(evidence().judgements["J:other_capex_growth"].argument) == 1
    assert "January 2026 to January 2036: " in text


def test_that_a_path_is_unknown_where_its_largest_value_is():
    assert explain("path:voucher_budget.ningbo").kind == "unknown"
    assert explain("path:voucher_budget.beijing").kind == "sourced"


def test_that_an_unknown_path_names_those_near_it():
    with pytest.raises(EvidenceError, match="path:legal_imports"):
        explain("path:legal_import")


def test_that_reasons_and_disputes_are_told_in_the_language_spoken():
    with speaking("it"):
        path, dispute = explain("path:legal_imports"), evidence().disputes["C1"]
        told = dispute_text(dispute)
    assert path.text.startswith("gennaio 2025: ")
    assert "January" not in path.text
    assert path.source_names == explain("path:legal_imports").source_names
    assert told.startswith("C1 (")
    assert dispute.decision not in told
    assert dispute_text(dispute).endswith(dispute.decision)
