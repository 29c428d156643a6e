"""The benchmark of Ask in a drag: what is dragged is explained live, in every other block."""

from planner.model.scenario import Scenario
from planner.studies.explain.changed_inputs import changed_inputs
from tests.benchmarks.asking import changed, is_live
from tests.benchmarks.moves import LEVER
from ui.views.ask.why import LIVE_FUTURES, LIVE_INPUTS


def test_that_with_the_lever_that_is_dragged_as_many_inputs_differ_as_are_explained_live():
    inputs = changed_inputs(Scenario(), changed())
    assert LEVER not in {each.name for each in inputs}
    assert len(inputs) == LIVE_INPUTS - 1
    assert LIVE_FUTURES >= 250


def test_that_why_answers_in_every_other_block():
    assert [is_live(block) for block in range(4)] == [False, True, False, True]
