"""Several scenarios become one where they do not contradict each other; else it says which do."""

from dataclasses import replace

import pytest

from planner.model.paths import LeverPath
from planner.model.scenario import Scenario, with_assumption, with_lever, with_target, with_targets
from planner.model.targets.faults import TARGETS_AT_MOST, TargetError
from planner.model.targets.target import Target
from planner.quantities.spread import Spread
from planner.studies.parts.joining import ClashError, joined

PLAIN = Scenario(futures=60, last_year=2031)
CENTERS = with_lever(replace(PLAIN, title="Centers"), "center_sellable_target", 0.8)
NETWORK = with_lever(replace(PLAIN, title="Network"), "network_build_time", 2.0)
MANY = Target("enterprises", "at least", 9000.0, year=2030)


def test_that_a_joined_scenario_has_the_levers_and_targets_of_all_and_no_texts():
    network = with_target(replace(NETWORK, notes="Faster", author="Somebody"), MANY)
    both = joined((network, with_target(CENTERS, MANY)), "Both")
    assert dict(both.levers) == {"center_sellable_target": 0.8, "network_build_time": 2.0}
    assert both.targets == (MANY,)
    assert (both.title, both.notes, both.author) == ("Both", "", "")
    assert (both.futures, both.last_year) == (60, 2031)


def test_that_what_two_set_alike_is_no_clash():
    assert joined((NETWORK, with_lever(CENTERS, "network_build_time", 2.0)), "").levers == (
        joined((NETWORK, CENTERS), "").levers
    )


@pytest.mark.parametrize(
    ("other", "address"),
    [
        (with_lever(CENTERS, "network_build_time", 3.0), "network_build_time"),
        (replace(CENTERS, seed=7), ""),
        (replace(CENTERS, figures="as_stated"), ""),
        (with_assumption(CENTERS, "crowd_in", Spread(2, 4.15, 9)), ""),
    ],
)
def test_that_two_that_contradict_each_other_are_named(other, address):
    with pytest.raises(ClashError) as caught:
        joined((NETWORK, other), "Both")
    assert (caught.value.first, caught.value.second) == ("Network", "Centers")
    assert caught.value.address == address


def test_that_a_path_and_a_number_for_a_part_of_it_clash():
    path = with_lever(CENTERS, "alibaba_capex", LeverPath(((2025.0, 90.0), (2027.0, 200.0))))
    with pytest.raises(ClashError) as caught:
        joined((path, with_lever(NETWORK, "alibaba_plan", 480.0)), "Both")
    assert caught.value.address == "alibaba_plan"
    assert (caught.value.first, caught.value.second) == ("Centers", "Network")


def test_that_more_targets_than_a_scenario_may_have_are_refused():
    levels = [replace(MANY, level=9000.0 + n) for n in range(TARGETS_AT_MOST)]
    full = with_targets(NETWORK, tuple(levels))
    with pytest.raises(TargetError):
        joined(
            (full, with_target(CENTERS, MANY), with_target(CENTERS, replace(MANY, year=2031))), ""
        )
