"""The model as a problem of SALib gives the indices that Suanli works out itself."""

from typing import Any

import numpy as np
import pytest
from SALib.analyze import sobol
from SALib.sample import sobol as sobol_samples

import suanli
import suanli.salib
from planner.ensemble.draws.drawn import drawn_assumptions
from planner.ensemble.progress import to_the_end
from planner.studies.answers.about import About
from planner.studies.matters.totals import totals
from tests.some import some
from tests.studies.matters.few_drawn import with_few_drawn

USED = About("used_compute", "", 2030)
POINTS = 1024


@pytest.fixture(scope="module")
def few():
    """Return a scenario in which few assumptions are drawn."""
    return suanli.Scenario(with_few_drawn())


def test_that_a_problem_names_what_is_drawn(few):
    found = suanli.salib.problem(few)
    assert tuple(found["names"]) == drawn_assumptions(few.value)
    assert found["num_vars"] == len(found["names"]) == len(found["bounds"])


def test_that_salib_gives_the_total_shares_of_the_command(few):
    problem = suanli.salib.problem(few)
    points = sobol_samples.sample(problem, POINTS, calc_second_order=False, seed=few.value.seed)
    values = suanli.salib.evaluate(points, few, "used_compute", 2030)
    theirs = sobol.analyze(problem, values, calc_second_order=False, num_resamples=10, seed=1)
    ours = to_the_end(totals(few.value, POINTS)).of(USED)
    by_name = {each.name: each for each in ours}
    for place, name in enumerate(some(problem["names"])):
        assert abs(theirs["ST"][place] - by_name[name].total) < 1e-3
        assert abs(theirs["S1"][place] - by_name[name].first) < 0.02


def test_that_the_middle_of_every_range_is_the_run_at_central_values():
    problem = suanli.salib.problem()
    middle = np.full((1, problem["num_vars"]), 0.5)
    outcomes = ["used_compute", "enterprises.chengdu"]
    found = suanli.salib.evaluate(middle, outcome=outcomes, year=2031)
    run = suanli.run(futures=8)
    for place, name in enumerate(outcomes):
        assert found[0, place] == pytest.approx(run.band(name).at(2031)["center"], rel=1e-6)


def test_that_many_points_run_as_few_do(few):
    count = suanli.salib.problem(few)["num_vars"]
    points = np.random.default_rng(1).random((5000, count))
    many = suanli.salib.evaluate(points, few)
    assert np.array_equal(many[4990:], suanli.salib.evaluate(points[4990:], few))


def test_that_no_outcome_and_points_that_are_no_numbers_are_refused(few):
    with pytest.raises(suanli.Error, match="outcome takes a text or several, and there is none"):
        suanli.salib.evaluate(np.full((1, suanli.salib.problem(few)["num_vars"]), 0.5), few, [])
    odd: Any = "odd"
    with pytest.raises(suanli.Error, match="of numbers"):
        suanli.salib.evaluate(odd, few)


@pytest.mark.parametrize(
    ("points", "sentence"),
    [(np.zeros((3, 2)), "points are an array"), (np.full((1, 5), 2.0), "between 0 and 1")],
)
def test_that_other_points_are_refused(few, points, sentence):
    inputs = suanli.salib.problem(few)["num_vars"]
    given = np.full((1, inputs), 2.0) if points.shape[1] == 5 else points
    with pytest.raises(suanli.Error, match=sentence):
        suanli.salib.evaluate(given, few)
