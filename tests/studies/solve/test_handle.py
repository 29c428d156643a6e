"""What may be moved: a lever, one area, all areas; what may not is refused in one sentence."""

from dataclasses import replace

import pytest

from planner.model.graph import model
from planner.model.paths import LeverPath
from planner.model.scenario import Scenario, lever_path, lever_value, parts_of, with_lever
from planner.studies.answers.about import AboutError
from planner.studies.solve.handle import (
    SolveError,
    addresses_of,
    handle_of,
    moved,
    number_at,
    usual_range,
)
from planner.studies.solve.question import Goal, checked
from planner.studies.solve.solution import Move
from tests.some import some
from tests.studies.solve.asked import CENTERS, FEW, USED, asked


def test_that_all_areas_move_in_proportion():
    before = {each: lever_value(FEW, each) for each in addresses_of("voucher_budget")}
    total = number_at(FEW, "voucher_budget")
    after = moved(FEW, "voucher_budget", 2 * total)
    assert number_at(after, "voucher_budget") == pytest.approx(2 * total)
    for name, value in some(before.items()):
        assert lever_value(after, name) == pytest.approx(2 * value)


def test_that_where_nobody_has_anything_each_gets_as_much():
    nothing = moved(FEW, "voucher_budget", 0.0)
    after = moved(nothing, "voucher_budget", 700.0)
    assert {lever_value(after, each) for each in addresses_of("voucher_budget")} == {100.0}


def test_that_a_rate_of_all_areas_is_their_mean_and_stops_at_its_end():
    assert 0 < number_at(FEW, "subsidy_rate") < 1
    assert (
        max(lever_value(moved(FEW, "subsidy_rate", 0.9), n) for n in addresses_of("subsidy_rate"))
        == 1
    )


def test_that_a_path_is_moved_as_its_slider_moves_it():
    path = LeverPath(((2025.0, 0.4), (2030.0, 0.6)))
    after = moved(with_lever(FEW, CENTERS, path), CENTERS, 0.8)
    assert number_at(after, CENTERS) == pytest.approx(0.8)
    assert len(lever_path(after, CENTERS).knots) == 2


def test_that_an_area_has_the_ends_of_its_own_slider():
    assert usual_range("voucher_budget.chengdu") == (0, 400)
    assert usual_range("voucher_budget") == (0, 10_000)
    assert usual_range("voucher_budget.ningbo")[1] == 120


def test_that_the_usual_range_of_any_lever_is_that_of_its_slider():
    for row in some(model().levers.values()):
        if row.index is None and not parts_of(row):
            assert usual_range(row.key) == (row.low, row.high)


def test_that_a_move_beyond_the_usual_range_says_so():
    assert Move(handle_of("voucher_budget.chengdu", 0, 4000), 100.0, 500.0).is_usual is False


@pytest.mark.parametrize(
    ("name", "low", "high", "word"),
    [
        ("alibaba_capex", None, None, "alibaba_plan or alibaba_later"),
        (CENTERS, 0.0, 0.9, "it must be"),
        (CENTERS, 0.9, 0.2, "no room"),
        (CENTERS, float("nan"), 0.9, "it must be"),
    ],
)
def test_that_what_cannot_move_is_refused(name, low, high, word):
    with pytest.raises(SolveError, match=word):
        handle_of(name, low, high)


def _with(**changes):
    return replace(asked(1540.0, CENTERS), **changes)


@pytest.mark.parametrize(
    ("question", "word"),
    [
        (_with(handles=()), "one to 4 levers"),
        (asked(1.0, "voucher_budget", "voucher_budget.chengdu"), "moved twice"),
        (_with(probability=0.0), "above 0%"),
        (_with(scenario=replace(FEW, last_year=2027)), "ends in 2027"),
        (asked(replace(FEW, seed=7), CENTERS), "other futures"),
        (asked(replace(FEW, last_year=2026), CENTERS), "ends in 2026"),
    ],
)
def test_that_what_cannot_be_asked_is_refused(question, word):
    with pytest.raises(SolveError, match=word):
        checked(question)


def test_that_what_is_counted_is_no_goal():
    with pytest.raises(AboutError):
        checked(_with(goal=Goal(replace(USED, outcome="limit"), "at least", 1.0)))


def test_that_no_more_futures_are_tried_than_can_be():
    many = _with(scenario=Scenario(futures=100_000))
    assert checked(many).scenario.futures == 10_000
