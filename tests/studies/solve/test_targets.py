"""Targets of any kind as goals: in every year, along a path, of an outcome, several together."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from planner.ensemble.many import Projector
from planner.ensemble.progress import to_the_end
from planner.model.paths import LeverPath, tidy
from planner.model.scenario import lever_value
from planner.model.targets.target import Target
from planner.studies.answers.about import About
from planner.studies.solve.handle import SolveError, handle_of
from planner.studies.solve.question import Goal, Question, Wanted, checked, goal_of
from planner.studies.solve.several import size_of
from planner.studies.solve.solve import in_variants
from planner.studies.solve.table import table_of
from tests.some import some
from tests.studies.solve.asked import CENTERS, FEW, USED, YEAR, solved, tries

EVERY = Target("used_compute", "at least", 480.0)
ALONG = Target(
    "used_compute", "at least", LeverPath(((2026.0, 400.0), (2029.0, 1620.0))), between="linear"
)
WITHIN = Target("used_compute", "at most", "deliverable_compute")
UTILIZED = Target("utilization", "at most", 0.55, "centers")
ENOUGH = Target("used_compute", "at least", 1550.0, "", YEAR)
LIMIT = Target("utilization", "at most", 0.55, "centers", YEAR)


def _asked(*targets, names=(CENTERS,), share=0.8):
    return Question(FEW, goal_of(targets, USED), tuple(map(handle_of, names)), share)


def _met(scenario, *targets):
    met = Projector().project(scenario, (), targets=targets).met
    assert met is not None
    return met.all_met


@pytest.mark.parametrize(
    ("target", "share"), [(EVERY, 0.6), (ALONG, 0.22), (UTILIZED, 0.95), (WITHIN, 1.0)]
)
def test_that_the_share_is_that_which_the_target_shows_before_and_after(target, share):
    found = solved(_asked(target, share=share))
    assert found.share_before == _met(FEW, target)
    assert found.share == _met(found.scenario, target)
    assert (found.share >= share) == (found.status != "out of reach")


def test_that_one_lever_goes_to_the_first_step_that_a_grid_finds_for_a_path():
    question = _asked(ALONG, share=0.22)
    found, tried, now = solved(question), tries(question), lever_value(FEW, CENTERS)
    (handle,) = question.handles
    count = round(handle.span / handle.step)
    steps = [tidy(handle.low + place * handle.step) for place in range(count + 1)]
    met = [each for each in some(steps) if tried.at((each,)).is_met]
    assert found.status == "reached"
    assert found.moves[0].after == pytest.approx(min(met, key=lambda each: abs(each - now)))


def test_that_two_targets_are_met_together_by_no_longer_moves_than_a_grid_finds():
    names = (CENTERS, "network_build_time")
    question = _asked(ENOUGH, LIMIT, names=names, share=0.75)
    found, tried = solved(question), tries(question)
    now = tuple(lever_value(FEW, each) for each in names)
    ways = (np.linspace(each.low, each.high, 15) for each in question.handles)
    grid = [tried.at(tuple(map(float, each))) for each in product(*ways)]
    sizes = [size_of(question.handles, now, each.numbers) for each in grid if each.is_met]
    own = size_of(question.handles, now, tuple(move.after for move in found.moves))
    assert found.status == "reached"
    assert found.share == _met(found.scenario, ENOUGH, LIMIT) >= 0.75
    assert own <= min(some(sizes)) + 0.01


def test_that_what_comes_nearest_is_met_in_no_fewer_futures_than_today():
    tight = replace(LIMIT, level=0.42)
    question = _asked(ENOUGH, tight, names=(CENTERS, "network_build_time"), share=0.9)
    found = solved(question)
    assert found.status == "out of reach"
    assert found.share == _met(found.scenario, ENOUGH, tight) >= found.share_before


def test_that_a_number_at_a_year_alone_is_the_plain_goal():
    assert goal_of((ENOUGH,), About("enterprises", "", 2027)) == Goal(USED, "at least", 1550.0)
    assert isinstance(goal_of((EVERY,), USED), Wanted)
    assert isinstance(goal_of((ENOUGH, LIMIT), USED), Wanted)


def test_that_variants_judge_and_the_table_tells_every_target():
    found = solved(_asked(ENOUGH, LIMIT, share=0.6))
    held = to_the_end(in_variants(Projector(), found))
    assert held[0].share == found.share
    table = table_of(found, held)
    keys = [column.key for column in table.columns]
    rows = [dict(zip(keys, row, strict=True)) for row in table.rows]
    goals = [row for row in rows if row["part"] == "goal"]
    assert [row["before"] for row in goals] == [1550.0, 0.55, None]
    assert goals[-1]["share"] == found.share
    assert not {"used_compute", "utilization.centers"} & {
        row["item"] for row in rows if row["part"] == "also changes"
    }


@pytest.mark.parametrize(
    ("target", "word"),
    [
        (replace(ENOUGH, year=2040), "a target is for 2040, and the scenario ends in 2028"),
        (replace(ALONG, level=LeverPath(((2034.0, 5.0), (2035.0, 6.0)))), "is for 2034"),
        (replace(WITHIN, level="enterprises"), "no other outcome of its unit"),
    ],
)
def test_that_a_target_that_cannot_be_judged_is_refused(target, word):
    with pytest.raises(SolveError, match=word):
        checked(_asked(EVERY, target))
    with pytest.raises(SolveError, match="no target"):
        checked(replace(_asked(EVERY), goal=Wanted(USED, ())))


def test_that_each_of_two_levers_stays_within_its_own_bounds_and_moves_as_a_grid_says():
    handles = (handle_of(CENTERS, 0.55, 0.75), handle_of("network_build_time", 2.5, 6.0))
    most = replace(ENOUGH, sense="at most", level=1500.0)
    for target, share in ((ENOUGH, 0.85), (most, 0.4)):
        question = Question(FEW, goal_of((target,), USED), handles, share)
        found, tried = solved(question), tries(question)
        now = tuple(lever_value(FEW, each.name) for each in handles)
        ways = (np.linspace(each.low, each.high, 12) for each in handles)
        grid = [tried.at(tuple(map(float, each))) for each in product(*ways)]
        sizes = [size_of(handles, now, each.numbers) for each in grid if each.is_met]
        own = size_of(handles, now, tuple(move.after for move in found.moves))
        assert found.status == "reached"
        assert all(each.handle.low <= each.after <= each.handle.high for each in found.moves)
        assert own <= min(some(sizes)) + 0.01
