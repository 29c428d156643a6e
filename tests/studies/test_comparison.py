"""Scenarios beside each other: levels with ranges, differences future by future, and no less."""

from dataclasses import replace

import numpy as np
import pytest

from planner.engine.clock import Clock
from planner.engine.run import run_batch
from planner.ensemble.many import Projector
from planner.ensemble.progress import to_the_end
from planner.ensemble.sample import draw
from planner.model.scenario import Scenario, baseline_under, with_assumption, with_lever
from planner.model.targets.target import Target
from planner.quantities.spread import Spread
from planner.studies.comparison import (
    Comparison,
    Difference,
    Level,
    Row,
    by_outcome,
    by_year,
    column_from_baseline,
    compared,
    comparison,
    month_of,
    with_baseline,
)
from tests.some import some

ENTERPRISES = ("enterprises", "")
OUTCOMES = (ENTERPRISES, ("utilization", "centers"), ("installed_compute", ""))
PLAIN = Scenario(futures=40, last_year=2031)
CENTERS = with_lever(replace(PLAIN, title="Centers"), "center_sellable_target", 0.8)
NETWORK = with_lever(replace(PLAIN, title="Network"), "network_build_time", 2.0)
PLACES = by_outcome(OUTCOMES, 2030)
SCENARIOS = with_baseline((CENTERS, NETWORK))


def _compared(scenarios=SCENARIOS, places=PLACES, reference=None) -> Comparison:
    return to_the_end(compared(Projector(), scenarios, places, reference))


def _level(row: Row, column: int) -> Level:
    level = row.cells[column].level
    assert level is not None
    return level


def _difference(row: Row, column: int) -> Difference:
    difference = row.cells[column].difference
    assert difference is not None
    return difference


def _futures(scenario: Scenario, pair, year=2030):
    clock = Clock(scenario.last_year)
    run = run_batch(draw(scenario, scenario.futures, clock), clock, (pair,))
    return np.array(run.futures_of(pair), np.float64)[month_of(year)]


def test_that_the_baseline_is_the_first_column_and_stands_there_once():
    assert with_baseline((CENTERS, NETWORK)) == (baseline_under(CENTERS), CENTERS, NETWORK)
    assert with_baseline((PLAIN, NETWORK)) == (baseline_under(PLAIN), NETWORK)
    wanted = Target("enterprises", "at least", 9000.0, year=2030)
    renamed = replace(PLAIN, title="Today", targets=(wanted,))
    assert [each.title for each in with_baseline((CENTERS, renamed))] == ["Baseline", "Centers"]


def test_that_a_difference_is_that_of_the_same_futures_with_its_range():
    table = _compared()
    for row in some(table.rows):
        pair = row.request[:2]
        base = _futures(SCENARIOS[0], pair)
        for column in (1, 2):
            own = _futures(SCENARIOS[column], pair)
            level, change = _level(row, column), _difference(row, column)
            assert [level.low, level.median, level.high] == pytest.approx(
                np.quantile(own, (0.1, 0.5, 0.9)), rel=1e-4
            )
            assert [change.low, change.median, change.high] == pytest.approx(
                np.quantile(own - base, (0.1, 0.5, 0.9)), rel=1e-4, abs=1e-3
            )


def test_that_the_reference_has_a_level_and_no_difference():
    for reference, without in ((None, 0), (0, 0), (2, 2)):
        for row in some(_compared(reference=reference).rows):
            assert row.cells[without].level is not None
            assert [cell.difference is None for cell in row.cells].index(True) == without


def test_that_differences_are_from_any_scenario():
    (row,) = _compared(places=by_outcome((ENTERPRISES,), 2030), reference=1).rows
    each = _futures(NETWORK, ENTERPRISES) - _futures(CENTERS, ENTERPRISES)
    assert _difference(row, 2).median == pytest.approx(np.median(each), rel=1e-4)
    assert _difference(row, 0).median < 0, "the baseline is below what adds enterprises"
    assert row.reference == (row.cells[1].level,) * 3


def test_that_what_is_less_than_its_levels_can_tell_is_as_the_reference():
    hardly = with_lever(replace(PLAIN, title="Hardly"), "center_sellable_target", 0.65001)
    (row,) = _compared(with_baseline((hardly, CENTERS)), by_outcome((ENTERPRISES,), 2030)).rows
    assert 0 < _difference(row, 1).median < 0.05
    assert not _difference(row, 1).told
    assert _difference(row, 2).told


def test_that_the_table_of_runs_that_are_there_is_the_one_that_is_asked_for():
    places = by_outcome(OUTCOMES, 2030)
    requests = [request for request, _ in places]
    both = (*requests, *(each._replace(view="difference") for each in requests))
    runs = [Projector().project(each, both) for each in SCENARIOS]
    table = comparison([column_from_baseline(run, requests) for run in runs], places)
    for shown, asked in zip(some(table.rows), some(_compared().rows), strict=True):
        assert [cell.level for cell in shown.cells] == [cell.level for cell in asked.cells]
        for column in (1, 2):
            change, other = _difference(shown, column), _difference(asked, column)
            assert change.median == pytest.approx(other.median, abs=1e-3)
            assert change.told == other.told


def test_that_years_of_one_outcome_stand_below_each_other():
    table = _compared(places=by_year("enterprises", "", (2026, 2030)))
    assert [row.year for row in table.rows] == [2026, 2030]
    medians = [_level(row, 1).median for row in table.rows]
    assert medians[1] == pytest.approx(np.median(_futures(CENTERS, ENTERPRISES)), rel=1e-4)
    assert medians[0] < medians[1]


def test_that_a_scenario_has_nothing_to_say_beyond_its_horizon():
    long = replace(NETWORK, last_year=2034)
    table = _compared(with_baseline((CENTERS, long)), by_year("enterprises", "", (2030, 2033)))
    inside, beyond = table.rows
    assert all(cell.level is not None for cell in inside.cells)
    assert [cell.level is None for cell in beyond.cells] == [True, True, False]
    assert all(cell.difference is None for cell in beyond.cells)


def test_that_states_are_told_by_shares_of_futures_without_a_range():
    table = _compared(places=by_outcome([("limit", "cloud")], 2030))
    shares = [_level(row, 1).median for row in some(table.rows)]
    assert sum(shares) == pytest.approx(1.0)
    assert all(_level(row, 1).low is None for row in table.rows)


def test_that_each_scenario_differs_from_the_baseline_under_its_own_assumptions():
    wider = with_assumption(NETWORK, "crowd_in", Spread(2, 4.15, 9))
    table = _compared(with_baseline((CENTERS, wider)), by_outcome((ENTERPRISES,), 2030))
    (row,) = table.rows
    own = to_the_end(
        compared(Projector(), with_baseline((wider,)), by_outcome((ENTERPRISES,), 2030))
    )
    assert _difference(row, 2).median == pytest.approx(_difference(own.rows[0], 1).median, rel=0.05)
    assert table.inputs.assumptions == ("crowd_in",)


def test_that_the_table_knows_which_inputs_differ_and_no_others():
    assert _compared().inputs.levers == ("center_sellable_target", "network_build_time")
