"""Events stand where the scenario puts them."""

import pytest

from planner.ensemble.many import Projector
from planner.ensemble.projection import Projection
from planner.model.paths import LeverPath, constant_path
from planner.model.scenario import Scenario, with_lever
from planner.studies.events import Event, dates_between, events, exhaustion_requests


def projected(scenario: Scenario) -> Projection:
    return Projector().project(scenario, exhaustion_requests(), bands=False)


def test_that_the_plan_is_marked_at_its_dates_and_vouchers_where_the_paths_end() -> None:
    found = events(projected(Scenario()))
    assert Event(2025.25, "plan_starts") in found
    assert Event(2028.25, "plan_ends") in found
    assert Event(2031.0, "vouchers_end") in found
    assert list(found) == sorted(found)


def test_that_vouchers_end_with_the_last_budget_and_never_if_one_goes_on() -> None:
    longer = LeverPath(((2025.0, 500.0), (2033.5, 0.0)))
    scenario = with_lever(Scenario(), "voucher_budget.shenzhen", longer)
    assert Event(2033.5, "vouchers_end") in events(projected(scenario))
    on = with_lever(scenario, "voucher_budget.henan", constant_path(5.0))
    assert "vouchers_end" not in {event.kind for event in events(projected(on))}


def test_that_budgets_are_fully_used_one_after_the_other() -> None:
    """Offices only approach a budget, so that all but two percent of it counts as fully used."""
    found = {e.element: e.time for e in events(projected(Scenario())) if e.element}
    months = {
        "shanghai": 2027 + 7 / 12,
        "beijing": 2027 + 9 / 12,
        "chengdu": 2027 + 10 / 12,
        "henan": 2030 + 10 / 12,
    }
    for area, time in months.items():
        assert found[area] == pytest.approx(time, abs=0.1), area


def test_that_an_ample_budget_is_never_fully_used() -> None:
    ample = with_lever(Scenario(), "voucher_budget.shanghai", 50_000)
    assert not [e for e in events(projected(ample)) if e.element == "shanghai"]


def test_that_nothing_is_marked_beyond_the_horizon() -> None:
    found = events(projected(Scenario(last_year=2027)))
    assert "plan_starts" in {event.kind for event in found}
    assert "vouchers_end" not in {event.kind for event in found}


def test_that_a_budget_is_used_up_between_dates_around_the_central_one() -> None:
    found = Projector().project(Scenario(futures=50), exhaustion_requests())
    spent = [event for event in events(found) if event.kind == "budget_exhausted"]
    assert spent
    for event in spent:
        between = dates_between(found, event)
        assert between is not None
        assert between[0] <= between[1], event
    planned = [event for event in events(found) if event.kind != "budget_exhausted"]
    assert {dates_between(found, event) for event in planned} == {None}
    assert dates_between(projected(Scenario()), spent[0]) is None, "no futures are known"
