"""Targets as values: what the model has, where they are judged, and how a scenario holds them."""

from dataclasses import replace

import pytest

from planner.ensemble.projection import inputs_of
from planner.model.graph import model
from planner.model.paths import LeverPath
from planner.model.scenario import (
    Scenario,
    baseline_under,
    with_figures,
    with_lever,
    with_target,
    with_target_moved,
    with_targets,
    without_target,
)
from planner.model.targets.faults import TARGETS_AT_MOST, Fault, TargetError, check_target
from planner.model.targets.target import FIRST_YEAR, LAST_YEAR, Target, pairs_judged, years_judged
from planner.studies.differing_inputs import differing_inputs
from tests.some import some

PATH = LeverPath(((2027.5, 8000.0), (2030.0, 9000.0)))
ENOUGH = Target("enterprises", "at least", 9000.0, year=2030)
EVERY_YEAR = Target("voucher_spend", "at most", 2000.0)
WITHIN = Target("used_compute", "at most", "deliverable_compute")
ALONG = Target("enterprises", "at least", PATH, "chengdu", between="linear")
ALL = (ENOUGH, EVERY_YEAR, WITHIN, ALONG)


def test_that_every_number_of_the_model_can_be_wanted() -> None:
    numbers = [row for row in model().outcomes.values() if not row.is_counted]
    for row in some(numbers):
        for element in some(row.elements):
            target = Target(row.key, "at most", 0.0, element)
            check_target(target)
            assert pairs_judged(target) == ((row.key, element),)


@pytest.mark.parametrize(
    ("target", "fault", "said"),
    [
        (replace(ENOUGH, outcome="enterprise"), "unknown", "did you mean enterprises"),
        (replace(ENOUGH, outcome="weather"), "unknown", "there is no outcome weather"),
        (Target("limit", "at least", 1.0, "cloud"), "counted", "limit is a state and no number"),
        (
            replace(ENOUGH, element="guizhou"),
            "element",
            "must be one of: enterprises, enterprises.beijing",
        ),
        (replace(ENOUGH, sense="about"), "sense", "at least or at most, not about"),  # type: ignore[arg-type]
        (replace(ENOUGH, level=float("nan")), "level", "the level of enterprises is undefined"),
        (replace(ENOUGH, level=float("inf")), "level", "the level of enterprises is unbounded"),
        (replace(ENOUGH, level=-2e15), "level", "must be a number up to 10"),
        (replace(ENOUGH, level="limit"), "counted", "limit is a state"),
        (replace(ENOUGH, level="rent"), "element", "there is no rent"),
        (replace(ENOUGH, level="enterprises"), "unit", "no other outcome of its unit"),
        (replace(ENOUGH, level="used_compute"), "unit", "cannot be held against used_compute"),
        (replace(ENOUGH, year=2024), "year", "it must be 2025 to 2050"),
        (replace(ENOUGH, year=2051), "year", "it must be 2025 to 2050"),
        (replace(ALONG, year=2030), "knots_and_year", "takes no year as well"),
        (replace(ENOUGH, between="linear"), "between", "has no knots to be linear"),
        (replace(ALONG, between="curved"), "between", "step or linear"),  # type: ignore[arg-type]
    ],
)
def test_that_what_is_no_target_is_refused_in_one_sentence(
    target: Target, fault: Fault, said: str
) -> None:
    with pytest.raises(TargetError) as refused:
        with_target(Scenario(), target)
    assert refused.value.fault == fault
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


def test_that_a_scenario_holds_targets_in_the_order_they_were_put() -> None:
    scenario = Scenario()
    for target in ALL:
        scenario = with_target(scenario, target)
    assert scenario.targets == ALL
    moved = with_target_moved(scenario, EVERY_YEAR, replace(EVERY_YEAR, level=1.0))
    assert moved.targets == (ENOUGH, replace(EVERY_YEAR, level=1.0), WITHIN, ALONG)
    assert without_target(scenario, WITHIN).targets == (ENOUGH, EVERY_YEAR, ALONG)
    assert without_target(Scenario(), WITHIN) == Scenario()


def test_that_no_target_stands_twice_and_there_are_twenty_at_most() -> None:
    scenario = with_targets(Scenario(), ALL)
    for again in (
        lambda: with_target(scenario, ENOUGH),
        lambda: with_target_moved(scenario, WITHIN, ENOUGH),
    ):
        with pytest.raises(TargetError, match="such a target for enterprises already"):
            again()
    many = tuple(replace(ENOUGH, level=float(level)) for level in range(TARGETS_AT_MOST))
    full = with_targets(Scenario(), many)
    with pytest.raises(TargetError, match="20 targets at most, not 21"):
        with_target(full, ENOUGH)


def test_that_targets_are_judged_in_the_years_they_say() -> None:
    assert list(years_judged(ENOUGH, 2035)) == [2030]
    assert list(years_judged(ENOUGH, 2029)) == []
    assert years_judged(EVERY_YEAR, 2035) == range(2025, 2036)
    assert years_judged(ALONG, 2035) == range(2027, 2036)
    assert list(years_judged(ALONG, 2026)) == []
    assert (FIRST_YEAR, LAST_YEAR) == (2025, 2050)
    assert pairs_judged(WITHIN) == (("used_compute", ""), ("deliverable_compute", ""))


def test_that_a_target_is_no_input_of_the_model() -> None:
    plain = with_lever(Scenario(), "alibaba_plan", 500)
    wanted = with_targets(plain, ALL)
    assert inputs_of(wanted) == inputs_of(plain)
    assert wanted != plain
    assert baseline_under(wanted) == baseline_under(plain)
    assert with_figures(wanted, "as_stated").targets == ALL
    found = differing_inputs((plain, wanted))
    assert (found.levers, found.assumptions, found.settings) == ((), (), ())
