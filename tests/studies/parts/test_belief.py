"""What comes from belief is kept apart from what comes from policy."""

import numpy as np
import pytest

from planner.ensemble.many import Projector
from planner.ensemble.progress import to_the_end
from planner.model.scenario import (
    Scenario,
    assumption_default,
    baseline_under,
    with_assumption,
    with_figures,
    with_lever,
)
from planner.quantities.spread import Spread
from planner.studies.parts.belief import believe_otherwise, default_baseline, has_own_beliefs, parts

PAIR = ("used_compute", "")
DECEMBER = -1


def _higher(name):
    low, central, high = assumption_default(name).parts
    return Spread(low * 1.3, central * 1.3, high * 1.3)


@pytest.fixture(scope="module")
def believing():
    plain = Scenario(title="Mine", futures=60, last_year=2030)
    return with_assumption(plain, "crowd_in", _higher("crowd_in"))


def test_that_a_scenario_of_levers_alone_has_the_beliefs_by_default(believing):
    assert not has_own_beliefs(with_lever(Scenario(), "alibaba_plan", 760.0))
    assert has_own_beliefs(believing)
    assert has_own_beliefs(with_figures(Scenario(), "as_stated"))


def test_that_the_baseline_by_default_is_drawn_as_the_scenario_is(believing):
    default = default_baseline(with_lever(believing, "alibaba_plan", 760.0))
    assert default == Scenario(futures=60, last_year=2030)


def test_that_levers_alone_change_nothing_by_belief(believing):
    plan = with_lever(Scenario(futures=60, last_year=2030), "alibaba_plan", 760.0)
    found = to_the_end(parts(Projector(), plan, [PAIR]))
    assert found.belief[PAIR].median[DECEMBER] == 0
    assert found.policy[PAIR].median[DECEMBER] > 0


def test_that_assumptions_alone_change_nothing_by_policy(believing):
    found = to_the_end(parts(Projector(), believing, [PAIR]))
    assert found.policy[PAIR].median[DECEMBER] == 0
    assert found.belief[PAIR].median[DECEMBER] != 0
    assert found.belief[PAIR].low is not None, "the futures are the same ones"


def test_that_other_figures_have_no_future_in_common(believing):
    stated = with_figures(Scenario(futures=60, last_year=2030), "as_stated")
    found = to_the_end(parts(Projector(), stated, [PAIR]))
    assert found.belief[PAIR].low is None
    assert np.isfinite(found.belief[PAIR].median).all()


def test_that_scenarios_that_believe_otherwise_are_told(believing):
    plan = with_lever(believing, "alibaba_plan", 760.0)
    assert believe_otherwise((believing, plan, baseline_under(plan), Scenario())) == (Scenario(),)
