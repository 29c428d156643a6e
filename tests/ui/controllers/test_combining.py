"""Checked scenarios become one with the changes of all, or the window says why they cannot."""

from dataclasses import replace

import pytest

from planner.model.scenario import Scenario, with_assumption, with_lever
from planner.quantities.spread import Spread

NETWORK = with_lever(Scenario(title="Network"), "network_build_time", 2.0)
CENTERS = with_lever(Scenario(title="Centers"), "center_sellable_target", 0.8)


def _open(suanli, *scenarios):
    for each in scenarios:
        suanli.workspace.open(anew=True).replace(each)


def _combine(suanli):
    suanli.window.actions_["combine"].trigger()
    return suanli.document.scenario


def test_that_what_is_checked_becomes_one_scenario_beside_its_parts(suanli):
    _open(suanli, NETWORK, CENTERS)
    made = _combine(suanli)
    assert made.title == "Network + Centers"
    assert dict(made.levers) == {"network_build_time": 2.0, "center_sellable_target": 0.8}
    assert suanli.document.path is None
    assert suanli.document.is_dirty
    titles = [each.scenario.title for each in suanli.workspace.scenarios]
    assert titles == ["Network", "Centers", "Network + Centers"]


def test_that_combining_again_shows_the_combination_that_is_open(suanli):
    _open(suanli, NETWORK, CENTERS)
    _combine(suanli)
    document = suanli.document
    suanli.workspace.show(suanli.workspace.scenarios[0])
    _combine(suanli)
    assert suanli.document is document
    assert len(suanli.workspace.scenarios) == 3


def test_that_an_unchecked_scenario_is_left_out(suanli):
    power = with_lever(Scenario(title="Power"), "power_connections", 12.0)
    _open(suanli, power, NETWORK, CENTERS)
    suanli.workspace.draw(suanli.workspace.scenarios[0], False)
    assert "power_connections" not in dict(_combine(suanli).levers)


def test_that_a_long_title_names_the_first_and_counts_the_rest(suanli):
    _open(suanli, replace(NETWORK, title="N" * 60), CENTERS)
    assert _combine(suanli).title == f"{'N' * 48} + 1 more"


@pytest.mark.parametrize(
    ("other", "said"),
    [
        (
            with_lever(CENTERS, "network_build_time", 3.0),
            "“Network” and “Centers” set Network build time differently: uncheck one of them",
        ),
        (
            with_assumption(CENTERS, "crowd_in", Spread(2, 4.15, 9)),
            "“Network” and “Centers” assume different things: they cannot be one",
        ),
        (Scenario(title="Empty"), "Check two scenarios or more that change levers"),
    ],
)
def test_that_the_window_says_why_scenarios_cannot_be_one(suanli, other, said):
    _open(suanli, NETWORK, other)
    _combine(suanli)
    assert said in suanli.window.status.told
    assert len(suanli.workspace.scenarios) == 2
