"""Single futures: their ranks, what is unusual in them, and the scenario that holds one."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from planner.ensemble.many import Projector
from planner.ensemble.progress import to_the_end
from planner.model.scenario import Scenario, baseline_under, with_assumption, with_lever
from planner.quantities.spread import fixed
from planner.studies.answers.about import About
from planner.studies.future.futures import FutureError, Futures, futures_of, ranked
from planner.studies.future.one import (
    TAIL,
    draws_of,
    number_at,
    number_beside,
    number_near,
    one_future,
)
from planner.studies.future.pinned import pinned, title_of
from planner.studies.future.table import named, table_of
from tests.some import some

ABOUT = About("enterprises", "", 2030)
PLAIN = Scenario(futures=120, last_year=2031)
FASTER = with_lever(replace(PLAIN, title="Faster"), "network_build_time", 2)


@cache
def _futures(scenario: Scenario = FASTER) -> Futures:
    return to_the_end(futures_of(Projector(), scenario, ABOUT))


def test_that_ranks_run_from_the_lowest_to_the_highest_future():
    futures = _futures()
    ends = [one_future(futures, number_at(futures, share)) for share in (0.0, 0.5, 1.0)]
    assert [each.rank for each in ends] == [1, 61, 120]
    assert [each.below for each in ends] == pytest.approx([0, 60 / 119, 1])
    assert [each.level for each in ends] == sorted(each.level for each in ends)
    lowest = ends[0].number
    assert number_beside(futures, lowest, -1) == lowest, "nothing is lower"
    assert one_future(futures, number_beside(futures, lowest, 3)).rank == 4


def test_that_the_future_nearest_to_a_level_is_found_in_any_month():
    futures = _futures()
    for number in (1, 60, 120):
        assert number_near(futures, float(futures.at_the_end[number - 1])) == number
        assert number_near(futures, float(futures.levels[40, number - 1]), 40) == number


def test_that_bands_and_futures_are_of_the_same_run():
    run = Projector().project(FASTER, [ABOUT.request(), ABOUT.request("difference")])
    futures = _futures()
    pairs = (ABOUT.request(), futures.at_the_end), (ABOUT.request("difference"), futures.gained)
    for request, values in pairs:
        bands = run.series[request].bands
        assert bands is not None
        wanted = np.quantile(values, (0.1, 0.5, 0.9))
        assert bands[[0, 2, 4], ABOUT.month] == pytest.approx(wanted, rel=1e-6)


def test_that_unusual_is_what_lies_in_the_tails_and_pushes_most_first():
    futures = _futures()
    told = one_future(futures, 17)
    for draw in some(told.unusual):
        row = futures.drawn[futures.names.index(draw.name)]
        assert draw.value == row[16]
        assert draw.median == pytest.approx(np.median(row))
        share = np.mean(row < draw.value)
        assert share <= TAIL or share >= 1 - TAIL - 1 / 120
        assert draw.is_high == (share > 0.5)
    pushes = [abs(draw.push) for draw in draws_of(futures, 17)]
    assert pushes == sorted(pushes, reverse=True)
    assert len(pushes) == len(futures.names) > 60


def test_that_a_push_tells_what_a_high_outcome_goes_with():
    futures = _futures()
    high, low = (one_future(futures, number_at(futures, share)) for share in (0.99, 0.01))
    both = ((draws_of(futures, each.number), each) for each in (high, low))
    pushes = [sum(draw.push for draw in draws) for draws, _ in both]
    assert pushes[0] > 0 > pushes[1]


def test_that_a_pinned_scenario_holds_the_future_to_a_millionth_with_levers_and_without():
    futures, engine = _futures(), Projector()
    for number in (3, 88):
        held = pinned(futures, number)
        assert held.levers == FASTER.levers
        requests = [ABOUT.request(), ABOUT.request("difference")]
        run = engine.project(held, requests, bands=False)
        level, gain = (run.series[each].center for each in requests)
        assert level == pytest.approx(futures.levels[:, number - 1], rel=1e-6)
        gained = (futures.levels - futures.without)[:, number - 1]
        assert gain == pytest.approx(gained, rel=1e-5, abs=5e-3)


def test_that_a_future_keeps_its_number_and_its_draws_while_levers_move():
    slower = with_lever(FASTER, "network_build_time", 8)
    one, other = _futures(), _futures(slower)
    assert np.array_equal(one.drawn, other.drawn)
    assert not np.array_equal(one.at_the_end, other.at_the_end)
    held = with_lever(pinned(one, 5), "network_build_time", 8)
    run = Projector().project(held, [ABOUT.request()], bands=False)
    moved = run.series[ABOUT.request()].center[ABOUT.month]
    assert moved == pytest.approx(other.at_the_end[4], rel=1e-6)


def test_that_futures_may_be_held_against_another_scenario():
    other = with_lever(replace(PLAIN, title="Slower"), "network_build_time", 8)
    found = to_the_end(futures_of(Projector(), FASTER, ABOUT, other))
    assert found.against == "Slower"
    assert found.without[ABOUT.month] == pytest.approx(_futures(other).at_the_end)
    assert _futures().against == ""
    below = _futures(baseline_under(FASTER))
    assert np.all(below.gained == 0)


@pytest.mark.parametrize(("last_year", "other"), [(2030, "Shorter"), (2028, "")])
def test_that_a_scenario_that_ends_before_is_held_against_where_it_has_the_year(last_year, other):
    shorter = with_lever(replace(PLAIN, title="Shorter", last_year=last_year), "alibaba_plan", 600)
    futures = to_the_end(futures_of(Projector(), FASTER, ABOUT, shorter))
    assert futures.against == other
    held = replace(shorter, last_year=2031) if other else baseline_under(FASTER)
    expected = to_the_end(futures_of(Projector(), held, ABOUT))
    np.testing.assert_allclose(futures.without, expected.levels, rtol=1e-5)


def test_that_what_was_pinned_before_is_no_draw():
    known = with_assumption(PLAIN, "crowd_in", fixed(4.2))
    assert "crowd_in" in _futures(PLAIN).names
    assert "crowd_in" not in _futures(known).names


def test_that_the_table_has_every_draw_or_the_unusual_ones():
    futures = _futures()
    table = table_of(futures, 17)
    assert len(table.rows) == len(futures.names)
    told = one_future(futures, 17)
    few = table_of(futures, 17, only_unusual=True)
    assert [row[0] for row in few.rows] == [named(each.name) for each in told.unusual]
    assert "future 17" in table.title


def test_that_a_long_title_still_fits_a_file():
    long = replace(_futures(), scenario=replace(FASTER, title="x" * 200))
    assert len(title_of(long, 1000)) <= 200
    assert title_of(_futures(), 17) == "Faster, future 17"


def test_that_futures_without_a_number_have_no_rank():
    assert ranked(np.array([3.0, np.nan, 1.0, np.inf])).tolist() == [2, 0]


@pytest.mark.parametrize("number", [0, -3, 121])
def test_that_a_future_there_is_not_is_refused(number):
    with pytest.raises(FutureError, match="there is no future"):
        one_future(_futures(), number)


def test_that_a_year_beyond_the_scenario_is_refused():
    with pytest.raises(FutureError, match="ends in 2031"):
        to_the_end(futures_of(Projector(), FASTER, replace(ABOUT, year=2033)))
