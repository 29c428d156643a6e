"""What comes only from doing things together, future by future, and where nothing combines."""

from dataclasses import replace

import numpy as np
import pytest

from planner.engine.clock import Clock
from planner.engine.run import run_batch
from planner.ensemble.many import Projector
from planner.ensemble.progress import to_the_end
from planner.ensemble.sample import draw
from planner.model.scenario import Scenario, with_assumption, with_lever
from planner.quantities.spread import Spread
from planner.studies.combination import Combined, combination, combined, years_of
from planner.studies.comparison import month_of

PAIR = ("enterprises", "")
MONTH = month_of(2030)
PLAIN = Scenario(futures=60, last_year=2031)
CENTERS = with_lever(replace(PLAIN, title="Centers"), "center_sellable_target", 0.8)
NETWORK = with_lever(replace(PLAIN, title="Network"), "network_build_time", 2.0)
BOTH = with_lever(replace(NETWORK, title="Both"), "center_sellable_target", 0.8)


def _futures(scenario: Scenario):
    clock = Clock(scenario.last_year)
    run = run_batch(draw(scenario, scenario.futures, clock), clock, (PAIR,))
    return np.array(run.futures_of(PAIR), np.float64)[MONTH]


def test_that_a_scenario_whose_levers_are_those_of_others_combines_them():
    assert combined((PLAIN, BOTH, CENTERS, NETWORK)) == (Combined(1, (2, 3)),)


@pytest.mark.parametrize(
    "parts",
    [
        (CENTERS,),
        (CENTERS, with_lever(NETWORK, "network_build_time", 3.0)),
        (CENTERS, BOTH),
        (CENTERS, with_lever(NETWORK, "alibaba_plan", 480)),
        (CENTERS, replace(NETWORK, seed=7)),
        (CENTERS, with_assumption(NETWORK, "crowd_in", Spread(2, 4.15, 9))),
    ],
)
def test_that_nothing_is_a_combination_that_is_none(parts):
    assert combined((BOTH, *parts)) == ()


def test_that_a_whole_is_made_up_of_single_measures_rather_than_of_both_at_once():
    plan = with_lever(replace(PLAIN, title="Plan"), "alibaba_plan", 480)
    everything = with_lever(BOTH, "alibaba_plan", 480)
    found = combined((everything, CENTERS, NETWORK, plan, BOTH))
    assert found == (Combined(0, (1, 2, 3)), Combined(4, (1, 2)))


def test_that_what_comes_only_together_is_told_future_by_future():
    scenarios = (BOTH, CENTERS, NETWORK)
    asked = combination(Projector(), scenarios, Combined(0, (1, 2)), (PAIR,), (2030,))
    (found,) = to_the_end(asked)
    base, both, centers, network = map(_futures, (PLAIN, BOTH, CENTERS, NETWORK))
    only = both - centers - network + base
    told = found.only_together
    assert [told.low, told.median, told.high] == pytest.approx(
        np.quantile(only, (0.1, 0.5, 0.9)), abs=0.01
    )
    assert told.higher == pytest.approx(np.mean(only > 0), abs=1 / 60)
    assert found.together.median == pytest.approx(np.median(both - base), abs=0.01)
    assert [each.median for each in found.alone] == pytest.approx(
        [np.median(centers - base), np.median(network - base)], abs=0.01
    )
    of_medians = found.together.median - sum(each.median for each in found.alone)
    assert told.median != pytest.approx(of_medians, abs=1e-4), "medians do not add up"


def test_that_each_year_that_all_know_has_its_own():
    scenarios = (BOTH, replace(CENTERS, last_year=2029), NETWORK)
    years = years_of(scenarios)
    assert years == (2025, 2026, 2027, 2028, 2029)
    found = to_the_end(combination(Projector(), scenarios, Combined(0, (1, 2)), (PAIR,), years))
    assert [each.year for each in found] == [*years]
    (alone,) = to_the_end(
        combination(Projector(), scenarios, Combined(0, (1, 2)), (PAIR,), (2028,))
    )
    assert found[3] == alone
    assert found[0].only_together.median == pytest.approx(0, abs=0.1), "nothing has begun to act"


def test_that_what_is_no_number_in_every_future_is_left_out():
    pairs = (("alibaba_payback", ""), PAIR)
    scenarios = (BOTH, CENTERS, NETWORK)
    asked = combination(Projector(), scenarios, Combined(0, (1, 2)), pairs, (2030,))
    assert [each.pair for each in to_the_end(asked)] in ([PAIR], [*pairs])
