"""Scenarios with numbers of their own: attached, taken away, and what the baseline has of them."""

from dataclasses import replace

from planner.model.counted.own import NONE, OwnNumbers
from planner.model.own.levers import held
from planner.model.own.scenarios import is_calibrated, way_of_drawing, with_own, without_own
from planner.model.paths import LeverPath
from planner.model.scenario import (
    Scenario,
    baseline_under,
    lever_default_path,
    with_assumption,
    with_lever,
)
from planner.quantities.spread import Spread
from tests.own_points import counted

NAME = "voucher_budget.chengdu"
BUDGET = (NAME, LeverPath(((2026.0, 120.0), (2027.0, 90.0))))
POINT = counted("enterprises", "chengdu", 2027.0, 1200, 0.05)
OWN = OwnNumbers((POINT,), (BUDGET,))


def test_that_levers_in_force_are_in_the_scenario_and_in_its_baseline() -> None:
    scenario = with_own(Scenario(), OWN)
    assert scenario.levers == (BUDGET,)
    assert baseline_under(scenario).levers == (BUDGET,)
    assert baseline_under(Scenario()).levers == ()


def test_that_taking_own_numbers_away_undoes_attaching_them() -> None:
    plan = with_lever(Scenario(), "alibaba_plan", 500)
    calibrated = replace(with_own(plan, OWN), draws="calibrated")
    assert without_own(calibrated) == plan
    assert without_own(plan) == plan


def test_that_a_plan_laid_over_a_lever_in_force_stays_when_own_numbers_go() -> None:
    planned = with_lever(with_own(Scenario(), OWN), NAME, 500)
    assert dict(without_own(planned).levers) == {NAME: dict(planned.levers)[NAME]}


def test_that_a_lever_in_force_as_usual_leaves_no_trace() -> None:
    usual = OwnNumbers((), ((NAME, lever_default_path(NAME)),))
    assert with_own(Scenario(), usual) == Scenario()


def test_that_own_numbers_decide_which_futures_only_where_they_calibrate() -> None:
    scenario = with_own(Scenario(), OWN)
    assert way_of_drawing(scenario) == way_of_drawing(Scenario())
    calibrated = replace(scenario, draws="calibrated")
    assert way_of_drawing(calibrated)[-1] == OWN
    assert is_calibrated(calibrated)
    assert not is_calibrated(scenario)
    assert not is_calibrated(replace(Scenario(), draws="calibrated"))


def test_that_equal_own_numbers_are_equal_and_hash_alike() -> None:
    again = OwnNumbers((replace(POINT),), (BUDGET,))
    assert again == OWN
    assert hash(again) == hash(OWN)
    assert OWN != NONE
    assert not NONE


def test_that_what_was_held_for_a_while_leaves_the_rest_of_the_path() -> None:
    usual = lever_default_path(NAME)
    setting = held(Scenario(), NAME, (2026.0, 2027.0), 150.0)
    assert isinstance(setting, LeverPath)
    assert setting.knots[:2] == usual.knots[:2]
    assert setting.knots[2:4] == ((2026.0, 150.0), (2027.0, 100.0))
    assert setting.knots[-1] == usual.knots[-1]


def test_that_own_values_of_assumptions_come_and_go_with_own_numbers() -> None:
    name = "enterprises_2025.chengdu"
    own = OwnNumbers(assumptions=((name, Spread(1045, 1100, 1155)),))
    scenario = with_own(Scenario(), own)
    assert own
    assert scenario.assumptions == own.assumptions
    assert baseline_under(scenario).assumptions == own.assumptions
    assert without_own(scenario) == Scenario()
    moved = with_assumption(scenario, name, Spread(900, 950, 1000))
    assert without_own(moved).assumptions == moved.assumptions
