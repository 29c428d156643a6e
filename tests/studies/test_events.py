"""Events stand where the scenario puts them."""

import pytest

from planner.ensemble.many import Projector
from planner.ensemble.projection import Projection
from planner.model.scenario import Scenario, with_lever
from planner.studies.events import Event, events, exhaustion_requests


def projected(scenario: Scenario) -> Projection:
    return Projector().project(scenario, exhaustion_requests(), bands=False)


def test_that_the_plan_and_the_vouchers_end_where_the_levers_say() -> None:
    scenario = with_lever(with_lever(Scenario(), "alibaba_plan_years", 5), "voucher_end", 2029.5)
    found = events(projected(scenario))
    assert Event(2025.25, "plan_starts") in found
    assert Event(2030.25, "plan_ends") in found
    assert Event(2029.5, "vouchers_end") in found
    assert list(found) == sorted(found)


def test_that_an_exhausted_budget_is_marked_in_its_first_month() -> None:
    tight = with_lever(Scenario(), "voucher_budget.shanghai", 100)
    ample = with_lever(Scenario(), "voucher_budget.shanghai", 50_000)
    found = [e for e in events(projected(tight)) if e.element == "shanghai"]
    assert [e.kind for e in found] == ["budget_exhausted"]
    assert found[0].time == pytest.approx(2025.0 + 2 / 12, abs=0.3)
    assert not [e for e in events(projected(ample)) if e.element == "shanghai"]


def test_that_nothing_is_marked_beyond_the_horizon() -> None:
    scenario = with_lever(Scenario(last_year=2027), "voucher_end", 2031)
    assert "vouchers_end" not in {event.kind for event in events(projected(scenario))}
