"""An effect is told with its share of futures and of variants, and as open where one turns it."""

from dataclasses import replace

import numpy as np
import pytest

from planner.ensemble.progress import to_the_end
from planner.model.graph import model
from planner.model.scenario import (
    Scenario,
    assumption_addresses,
    assumption_spread,
    lever_value,
    with_lever,
)
from planner.studies.finding import finding, finding_of, share_text
from planner.studies.robustness import (
    Asked,
    Effect,
    Robustness,
    RobustnessError,
    effect_in,
    robustness,
)
from planner.studies.variants import SPECIFIED, Variant, variants, variants_for

FEW = Scenario(futures=32)
MORE_VOUCHERS = with_lever(FEW, "voucher_budget.shanghai", 3000.0)
ASKED = Asked("enterprises", "shanghai", 2030)


def test_that_every_variant_names_what_the_model_has():
    keys = [variant.key for variant in variants()]
    assert variants()[0] is SPECIFIED
    assert len(set(keys)) == len(keys) >= 5
    for variant in variants():
        assert {name for name, _ in variant.assumptions} <= set(assumption_addresses())
        assert {name for name, _ in variant.levers} <= set(model().levers)
        variant.applied(FEW)


def test_that_a_variant_fixes_its_assumption_and_leaves_the_others():
    variant = next(each for each in variants() if each.assumptions)
    made = variant.applied(FEW)
    (name, value), *_ = variant.assumptions
    spread = assumption_spread(made, name)
    assert spread.parts == (value, value, value)
    assert len(made.assumptions) == len(variant.assumptions)


def test_that_the_levers_asked_about_stay_on_top_of_those_of_a_variant():
    variant = next(each for each in variants() if each.levers)
    name = variant.levers[0][0]
    asked = with_lever(FEW, name, 123.0)
    assert lever_value(variant.applied(asked), name) == 123
    assert lever_value(variant.applied(FEW), name) != lever_value(FEW, name)


def test_that_other_draws_are_asked_for_by_name():
    made = Variant(key="x", title="x", draws="as drawn").applied(FEW)
    assert made.draws == "as drawn"
    assert SPECIFIED.applied(FEW).draws == FEW.draws


def test_that_an_effect_counts_futures_above_and_below():
    more = effect_in(SPECIFIED, MORE_VOUCHERS, ASKED)
    assert (more.above, more.below, more.sign) == (1.0, 0.0, 1)
    assert 0 < more.p10 <= more.p50 <= more.p90
    assert more.percent > 0
    less = effect_in(SPECIFIED, with_lever(FEW, "voucher_budget.shanghai", 0.0), ASKED)
    assert (less.above, less.below, less.sign) == (0.0, 1.0, -1)


def test_that_an_effect_of_nothing_has_no_sign():
    before = replace(ASKED, outcome="installed_compute", element="", year=2025)
    late = with_lever(FEW, "alibaba_plan", 381.0)
    assert effect_in(SPECIFIED, late, replace(before, year=2025)).futures == FEW.futures
    none = effect_in(SPECIFIED, FEW, ASKED)
    assert (none.above, none.below, none.sign, none.p50) == (0.0, 0.0, 0, 0.0)


def test_that_every_variant_is_run_and_progress_is_told():
    steps = robustness(MORE_VOUCHERS, ASKED, variants()[:3])
    shares = []
    while True:
        try:
            shares.append(next(steps))
        except StopIteration as stop:
            found = stop.value
            break
    assert shares == sorted(shares)
    assert [each.variant.key for each in found.effects] == [each.key for each in variants()[:3]]
    assert not found.is_open


def test_that_a_finding_can_be_asked_for_in_one_call():
    assert finding_of(MORE_VOUCHERS, ASKED).startswith(
        "AI enterprises (Shanghai) in 2030: up in 100% of 32 futures"
    )


def test_that_nothing_changed_is_no_question():
    with pytest.raises(RobustnessError, match="nothing is changed"):
        to_the_end(robustness(FEW, ASKED))


def _effect(key: str, above: float, below: float, percent: float = 1.0) -> Effect:
    variant = SPECIFIED if key == "specified" else Variant(key=key, title=f"{key} holds")
    return Effect(variant, 1000, above, below, -1.0, percent, 2.0, percent)


def _found(*effects: Effect) -> Robustness:
    return Robustness(Asked("enterprises", "", 2030), effects)


def test_that_a_finding_that_holds_tells_the_weakest_variant():
    found = _found(_effect("specified", 0.95, 0.05), _effect("rain", 0.61, 0.39, 0.4))
    assert not found.is_open
    assert finding(found) == (
        "AI enterprises in 2030: up in 95% of 1,000 futures (median +1.00%), and in at least "
        "61% in each of 1 variants, the fewest where rain holds; medians +0.40% to "
        "+1.00%."
    )


def test_that_a_finding_that_one_variant_turns_is_open():
    found = _found(
        _effect("specified", 0.05, 0.95, -1.0),
        _effect("rain", 0.9, 0.1),
        _effect("snow", 0.2, 0.8, -12.3),
    )
    assert [each.variant.key for each in found.turning] == ["rain"]
    assert finding(found) == (
        "Open. AI enterprises in 2030: down in 95% of 1,000 futures (median −1.00%), but not in "
        "1 of 2 variants: up in 90% where rain holds."
    )


def test_that_an_effect_without_direction_is_open():
    found = _found(_effect("specified", 0.5, 0.5, 0.0), _effect("rain", 1.0, 0.0))
    assert finding(found).startswith("Open. AI enterprises in 2030: up in 50% and down in 50%")


def test_that_a_variant_that_has_what_is_asked_about_turns_nothing():
    found = _found(_effect("specified", 0.95, 0.05), _effect("rain", 0.0, 0.0, 0.0))
    assert not found.is_open
    assert found.weakest is found.specified
    assert [each.variant.key for each in found.unchanged] == ["rain"]


def test_that_a_variant_without_any_change_is_named_and_not_counted():
    found = _found(
        _effect("specified", 0.0, 1.0, -3.5),
        _effect("rain", 0.0, 0.0, 0.0),
        _effect("snow", 0.0, 1.0, -1.5),
    )
    assert finding(found) == (
        "AI enterprises in 2030: down in 100% of 1,000 futures (median −3.50%), and in no fewer "
        "in any of 1 variants; medians −3.50% to −1.50%. Nothing changes where rain holds."
    )


def test_that_no_change_anywhere_is_no_open_question():
    found = _found(_effect("specified", 0.0, 0.0, 0.0), _effect("rain", 0.0, 0.0, 0.0))
    assert (
        finding(found)
        == "AI enterprises in 2030: the same in all 1,000 futures and all 1 variants."
    )


def test_that_only_all_futures_are_a_hundred_percent():
    shares = [share_text(share) for share in (0.0, 0.001, 0.5, 0.999, 1.0)]
    assert shares == ["0%", "under 1%", "50%", "over 99%", "100%"]


def test_that_futures_without_a_number_are_left_out():
    cost = Asked("public_cost_per_added_enterprise", "", 2030)
    effect = effect_in(SPECIFIED, MORE_VOUCHERS, cost)
    assert 0 < effect.futures <= FEW.futures
    assert np.isfinite(effect.p50)


def test_that_a_change_of_imports_is_not_held_against_other_chip_worlds():
    worlds = {"tight_chips", "open_chips"}
    budgets = Scenario(levers=(("voucher_budget.chengdu", 400.0),))
    imports = Scenario(levers=(("legal_imports", 0.0),))
    assert worlds <= {each.key for each in variants_for(budgets)}
    assert worlds.isdisjoint(each.key for each in variants_for(imports))
    assert worlds.isdisjoint(each.key for each in variants_for(budgets, imports))
    assert len(variants_for(imports)) == len(variants()) - len(worlds)
