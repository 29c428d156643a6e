"""What is on screen follows every scenario that is drawn, the current one or not."""

from dataclasses import replace

import pytest

from planner.model.scenario import Scenario, with_lever

A_MINUTE = 60_000
MORE = replace(with_lever(Scenario(), "alibaba_plan", 900), title="More")
CENTERS = replace(with_lever(Scenario(), "center_sellable_target", 0.8), title="Centers")


def _others(suanli):
    return [run.scenario for run, _ in suanli.published.run.others]


@pytest.fixture
def beside(drawn, qtbot):
    """Two scenarios that are drawn; the second is on screen."""
    for scenario in (MORE, CENTERS):
        drawn.workspace.open(scenario, anew=True)
    qtbot.waitUntil(lambda: MORE in _others(drawn), timeout=A_MINUTE)
    qtbot.waitUntil(lambda: drawn.published.run.is_whole, timeout=A_MINUTE)
    return drawn


def test_that_a_scenario_beside_the_one_on_screen_is_drawn_while_a_hand_moves_it(beside, qtbot):
    more = beside.workspace.scenarios[0]
    seen = []
    beside.published.changed.connect(lambda run: seen.append(len(run.others)))
    for number in range(900, 960, 2):
        moved = with_lever(more.scenario, "alibaba_plan", number)
        more.edit("Move", moved, "alibaba_plan", final=False)
        qtbot.wait(1)
    assert beside.live.state == "live"
    qtbot.waitUntil(lambda: more.scenario in _others(beside), timeout=A_MINUTE)
    assert seen
    assert set(seen) == {1}
    more.edit("", more.scenario)
    qtbot.waitUntil(lambda: beside.live.state == "held", timeout=A_MINUTE)
    assert more.scenario in _others(beside)
    assert beside.document.scenario == CENTERS
    assert more.undo_stack.count() == 1


def test_that_what_a_hand_moves_beside_is_taken_back_on_screen_too(beside, qtbot):
    more = beside.workspace.scenarios[0]
    more.edit("Move", with_lever(more.scenario, "alibaba_plan", 700))
    qtbot.waitUntil(lambda: more.scenario in _others(beside), timeout=A_MINUTE)
    more.undo_stack.undo()
    qtbot.waitUntil(lambda: MORE in _others(beside), timeout=A_MINUTE)
