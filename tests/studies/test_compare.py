"""Scenarios are held against each other future by future, and it is told where they cannot be."""

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from planner.engine.clock import Clock
from planner.engine.run import run_batch
from planner.ensemble import runs
from planner.ensemble.many import Projector
from planner.ensemble.progress import to_the_end
from planner.ensemble.projection import Request
from planner.ensemble.sample import draw
from planner.model.scenario import Scenario, with_assumption, with_lever
from planner.quantities.spread import Spread
from planner.studies.compare import Change, changes, choice_of, is_paired

ENTERPRISES = ("enterprises", "")
PAIRS = (ENTERPRISES, ("utilization", ""), ("utilization", "centers"))
FIRST = Scenario(title="First", futures=40, last_year=2031)
OTHER = with_lever(replace(FIRST, title="Other"), "center_sellable_target", 0.8)


def _changes(first: Scenario, other: Scenario, pairs=PAIRS) -> dict[tuple[str, str], Change]:
    return dict(to_the_end(changes(Projector(), first, other, pairs, choice_of((first, other)))))


def _high(change: Change) -> NDArray[np.float64]:
    assert change.high is not None
    return change.high


def _median(scenario: Scenario, choice="own"):
    run = Projector().project(scenario, (Request(*ENTERPRISES),), choice=choice)
    return run.series[Request(*ENTERPRISES)].line


def _futures(scenario: Scenario):
    """Return the enterprises of each future, [months, futures], as the scenario draws them."""
    clock = Clock(scenario.last_year)
    run = run_batch(draw(scenario, scenario.futures, clock), clock, (ENTERPRISES,))
    return np.array(run.futures_of(ENTERPRISES), np.float64)


def test_that_a_change_is_the_median_of_differences_and_not_a_difference_of_medians():
    change = _changes(FIRST, OTHER)[ENTERPRISES]
    each = _futures(OTHER) - _futures(FIRST)
    for line, quantile in ((change.low, 0.1), (change.median, 0.5), (change.high, 0.9)):
        assert line == pytest.approx(np.quantile(each, quantile, axis=1), rel=1e-5, abs=1e-3)
    of_medians = _median(OTHER) - _median(FIRST)
    assert abs(change.median[-1] - of_medians[-1]) > 0.5


def test_that_a_scenario_differs_from_itself_by_nothing():
    change = _changes(FIRST, replace(FIRST, title="Again"))[ENTERPRISES]
    assert not change.median.any()
    assert not np.any(_high(change))


def test_that_scenarios_of_other_ranges_are_held_at_the_same_futures():
    wider = with_assumption(FIRST, "crowd_in", Spread(2, 4.15, 9))
    assert choice_of((FIRST, OTHER)) == "own"
    assert choice_of((FIRST, wider)) == "paired"
    change = _changes(FIRST, wider)[ENTERPRISES]
    assert _high(change)[0] == 0, "nothing can differ in the first month"
    assert _high(change)[-1] > change.median[-1]


@pytest.mark.parametrize("apart", [{"seed": 7}, {"draws": "as drawn"}, {"figures": "as_stated"}])
def test_that_scenarios_without_a_future_in_common_are_told_by_their_medians(apart):
    other = replace(OTHER, **apart)
    assert not is_paired(FIRST, other)
    change = _changes(FIRST, other)[ENTERPRISES]
    assert change.low is None
    assert change.high is None
    assert change.median == pytest.approx(_median(other) - _median(FIRST))


def test_that_they_are_compared_to_the_end_of_the_shorter_one():
    longer = replace(OTHER, last_year=2036)
    for first, other in ((FIRST, longer), (longer, FIRST)):
        assert len(_changes(first, other)[ENTERPRISES].median) == 12 * 7
    short, long = (_changes(FIRST, each)[ENTERPRISES] for each in (OTHER, longer))
    assert np.array_equal(_high(short), _high(long))


def test_that_what_does_not_fit_in_memory_at_once_is_compared_in_parts(monkeypatch):
    at_once = _changes(FIRST, OTHER)
    monkeypatch.setattr(runs, "LARGEST_RUN", 40 * 12 * 7 * 4)
    assert not runs.fits(OTHER, 40, 2)
    in_parts = _changes(FIRST, OTHER)
    assert list(in_parts) == list(PAIRS)
    for pair in PAIRS:
        assert np.array_equal(_high(in_parts[pair]), _high(at_once[pair]))


def test_that_pairs_too_large_for_memory_are_counted_in_one_run(monkeypatch):
    whole = _changes(FIRST, OTHER)
    monkeypatch.setattr(runs, "LARGEST_RUN", 0)
    asked = []
    steps = Projector.steps

    def noted(self, scenario, requests, **more):
        asked.append(tuple(each[:2] for each in requests))
        return steps(self, scenario, requests, **more)

    monkeypatch.setattr(Projector, "steps", noted)
    counted = _changes(FIRST, OTHER)
    assert asked == [PAIRS]
    for pair in PAIRS:
        assert counted[pair].median == pytest.approx(whole[pair].median, rel=1e-2, abs=0.5)
