"""What is behind a change is what explains it, with the variants that turn its sign."""

from dataclasses import replace

import pytest

from planner.engine.run import warm_up_kernel
from planner.ensemble.progress import to_the_end
from planner.model.indices import AREAS
from planner.model.scenario import Scenario, with_lever
from planner.studies.answers.about import About
from planner.studies.explain.behind import Change, behind, behind_at_once, known_behind
from planner.studies.explain.explain import explained
from planner.studies.robustness import Asked, robustness

ABOUT = About("enterprises", "", 2030)
PLAIN = Scenario(futures=64, last_year=2031)
SPENDING = with_lever(replace(PLAIN, title="Spending"), "other_capex", 1400)
BOTH = with_lever(SPENDING, "network_build_time", 2.0)


@pytest.fixture(scope="module", autouse=True)
def _kernel():
    warm_up_kernel()


def test_that_parts_are_those_that_explain_the_change():
    (found,) = behind_at_once([Change(PLAIN, BOTH, ABOUT)])
    whole = to_the_end(explained(PLAIN, BOTH, ABOUT))
    assert found.parts == whole.by_size
    assert (found.total, found.together) == (whole.total, whole.together)
    assert found.parts[0].changed.name == "network_build_time"


def test_that_what_turns_is_what_turns_the_effect():
    (found,) = behind_at_once([Change(PLAIN, SPENDING, ABOUT)])
    effect = to_the_end(robustness(SPENDING, Asked(*ABOUT.pair, 2030)))
    assert found.turning, "spending of others is open in some structure"
    assert {each.key for each in found.turning} == {each.variant.key for each in effect.turning}
    assert found.looked_into == len(effect.effects) - 1
    assert found.parts == ()


def test_that_what_was_found_is_remembered_whatever_a_scenario_is_called():
    change = Change(PLAIN, with_lever(BOTH, "network_build_time", 2.5), ABOUT)
    assert known_behind([change]) == ()
    found = behind_at_once([change])
    renamed = replace(change, after=replace(change.after, title="Another", notes="said"))
    assert known_behind([renamed]) == found
    assert known_behind([replace(change, has_parts=False)]) == ()


def test_that_parts_are_left_out_where_nobody_asks_and_where_many_inputs_differ():
    many = BOTH
    for area in AREAS:
        many = with_lever(many, f"voucher_budget.{area}", 100 + len(area))
    asked = [Change(PLAIN, BOTH, ABOUT, has_parts=False), Change(PLAIN, many, ABOUT)]
    found = behind_at_once(asked)
    assert [each.parts for each in found] == [(), ()]
    assert [each.total.sign for each in found] == [1, 1]


@pytest.mark.parametrize(
    "change",
    [
        Change(PLAIN, replace(PLAIN, title="The same"), ABOUT),
        Change(PLAIN, SPENDING, replace(ABOUT, year=2035)),
        Change(PLAIN, SPENDING, About("limit", "cloud", 2030)),
    ],
)
def test_that_nothing_is_behind_what_is_no_change(change):
    assert behind_at_once([change]) == ()


def test_that_it_tells_how_far_it_is():
    steps = behind([Change(PLAIN, with_lever(SPENDING, "other_capex", 1300), ABOUT)])
    shares = list(steps)
    assert len(shares) >= 9
    assert shares == sorted(shares)
