"""Calibrated scenarios beside others: one set of futures for all that is compared."""

from dataclasses import replace

import pytest

from planner.engine.run import warm_up_kernel
from planner.ensemble.many import Projector
from planner.ensemble.progress import to_the_end
from planner.model.own.scenarios import way_of_drawing
from planner.model.scenario import Scenario, with_lever
from planner.studies.explain.explain import explained
from planner.studies.survive.surviving import alike
from tests.own_points import counted
from tests.studies.calibrate.own import ABOUT, with_points

POINT = counted("enterprises", "chengdu", 2027.9, 1385, 0.03)
FITTED = replace(with_points(POINT), draws="calibrated")
PLANNED = with_lever(replace(FITTED, title="Planned"), "voucher_budget.chengdu", 400)


def test_that_a_difference_is_explained_in_the_futures_that_fit() -> None:
    warm_up_kernel()
    used = Projector()
    runs = [
        to_the_end(used.futures_at(each, [ABOUT.pair], [ABOUT.month], futures=1000))[0, 0]
        for each in (FITTED, PLANNED)
    ]
    found = to_the_end(explained(Scenario(last_year=2031), PLANNED, ABOUT))
    assert found.total.mean == pytest.approx((runs[1] - runs[0]).mean(), rel=1e-6)


def test_that_scenarios_in_other_worlds_are_drawn_as_the_first_one_is() -> None:
    other = with_lever(Scenario(title="Other"), "alibaba_plan", 500)
    first, second = alike([PLANNED, other])
    assert way_of_drawing(second) == way_of_drawing(first)


def test_that_calibrated_runs_are_held_against_their_baseline_future_by_future() -> None:
    warm_up_kernel()
    run = Projector().project(PLANNED, (ABOUT.request("difference"),))
    series = run.series[ABOUT.request("difference")]
    assert run.draws.kind == "calibrated"
    assert series.bands is not None
    assert series.bands[0, ABOUT.month] > 0
