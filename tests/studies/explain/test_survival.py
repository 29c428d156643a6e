"""What other defensible structures of the model turn of an explanation, and what they leave."""

from dataclasses import replace

import pytest

from planner.engine.run import warm_up_kernel
from planner.ensemble.progress import to_the_end
from planner.model.indices import AREAS
from planner.model.scenario import Scenario, with_assumption, with_lever
from planner.quantities.spread import fixed
from planner.studies.answers.about import About
from planner.studies.explain.changed_inputs import ChangedInput
from planner.studies.explain.explain import difference_of, explained
from planner.studies.explain.survival import explained_with_survival
from planner.studies.robustness import Asked, robustness

ABOUT = About("enterprises", "", 2030)
PLAIN = Scenario(futures=100, last_year=2031)
NETWORK = with_lever(replace(PLAIN, title="Network"), "network_build_time", 2.0)
SPENDING = with_lever(replace(PLAIN, title="Spending"), "other_capex", 1400)


@pytest.fixture(scope="module", autouse=True)
def _kernel():
    warm_up_kernel()


def test_that_what_no_variant_turns_holds():
    found = to_the_end(explained_with_survival(PLAIN, NETWORK, ABOUT))
    assert found.turning == ()
    assert replace(found, turning=None) == to_the_end(explained(PLAIN, NETWORK, ABOUT))


def test_that_what_a_variant_turns_is_what_turns_the_effect():
    found = to_the_end(explained_with_survival(PLAIN, SPENDING, ABOUT))
    effect = to_the_end(robustness(SPENDING, Asked("enterprises", "", 2030)))
    turning = {each.variant.key for each in effect.turning}
    assert turning, "spending of others is open in some structure"
    told = {each.changed: {one.key for one in each.variants} for each in found.turning or ()}
    assert told == {None: turning, ChangedInput("lever", "other_capex"): turning}


def test_that_one_open_part_leaves_the_others_as_they_are():
    both = with_lever(NETWORK, "other_capex", 1400)
    found = to_the_end(explained_with_survival(PLAIN, both, ABOUT))
    names = {each.changed.name for each in found.turning or () if each.changed}
    assert names == {"other_capex"}


def test_that_of_many_inputs_the_difference_alone_is_looked_at():
    many = SPENDING
    for area in AREAS[:6]:
        many = with_lever(many, f"voucher_budget.{area}", 450)
    found = to_the_end(explained_with_survival(PLAIN, many, ABOUT))
    assert len(found.parts) == 7
    told = found.turning or ()
    assert [each.changed for each in told] in ([], [None])
    whole = to_the_end(difference_of(PLAIN, many, ABOUT))
    assert whole == found.total


def test_that_an_input_that_a_variant_sets_itself_turns_nothing():
    plan = with_assumption(NETWORK, "capex_response", fixed(0.0))
    found = to_the_end(explained_with_survival(PLAIN, plan, ABOUT))
    keys = {one.key for each in found.turning or () if each.changed for one in each.variants}
    assert "plan" not in keys
