"""The least change is that of a search through all settings, and what it says of it is so."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from planner.engine.run import warm_up_kernel
from planner.ensemble.many import Projector
from planner.ensemble.progress import StoppedError, to_the_end
from planner.model.paths import tidy
from planner.model.scenario import Scenario, lever_value, with_lever
from planner.model.targets.target import Target
from planner.studies.answers.about import About
from planner.studies.solve.handle import handle_of
from planner.studies.solve.one import nearest_brackets
from planner.studies.solve.question import Goal, Question
from planner.studies.solve.several import size_of
from planner.studies.solve.solve import in_variants, solve
from planner.studies.solve.trials import Trial, judged
from tests.some import some
from tests.studies.solve.asked import CENTERS, FEW, NETWORK, YEAR, asked, solved, tries


def _steps(name):
    handle = handle_of(name)
    count = round(handle.span / handle.step)
    return [tidy(handle.low + place * handle.step) for place in range(count + 1)]


@pytest.mark.parametrize(
    ("level", "name", "share"),
    [
        (1400.0, CENTERS, 0.8),
        (1540.0, CENTERS, 0.8),
        (1600.0, CENTERS, 0.7),
        (1700.0, "network_build_time", 0.5),
        (1750.0, "domestic_chip_growth", 0.5),
    ],
)
def test_that_one_lever_goes_to_the_first_step_that_a_grid_of_all_steps_finds(level, name, share):
    question = asked(level, name, share=share)
    found, tried, now = solved(question), tries(question), lever_value(FEW, name)
    met = [each for each in some(_steps(name)) if tried.at((each,)).is_met]
    least = min(met, key=lambda each: abs(each - now))
    if tried.at((now,)).is_met:
        assert found.status == "met already"
        assert found.moves[0].after == now
    else:
        assert found.status == "reached"
        assert found.moves[0].after == pytest.approx(least)


def test_that_a_goal_at_most_is_searched_on_the_other_side():
    goal = Goal(About("used_compute", "", YEAR), "at most", 1500.0)
    found = solved(Question(FEW, goal, (handle_of(CENTERS),), 0.5))
    assert found.moves[0].after < found.moves[0].before
    assert found.share >= 0.5 > found.share_before


def test_that_the_share_is_the_one_a_target_of_the_same_level_shows():
    found = solved(asked(1540.0, CENTERS))
    target = Target("used_compute", "at least", 1540.0, "", YEAR)
    for scenario, share in ((FEW, found.share_before), (found.scenario, found.share)):
        run = Projector().project(scenario, (), targets=(target,))
        assert run.met is not None
        assert run.met.all_met == share


def test_that_what_flows_is_judged_by_the_mean_of_the_year_as_a_target_is():
    goal = Goal(About("tokens", "", YEAR), "at least", 500.0)
    found = solved(Question(FEW, goal, (handle_of("consumer_ai_growth"),), 0.5))
    target = Target("tokens", "at least", found.reached, "", YEAR)
    run = Projector().project(found.scenario, (), targets=(target,))
    assert run.met is not None
    assert run.met.all_met == pytest.approx(0.5, abs=1 / FEW.futures)


def test_that_what_is_met_already_moves_nothing():
    found = solved(asked(1000.0, CENTERS))
    assert found.status == "met already"
    assert found.scenario == FEW
    assert (found.moved, found.effects, found.held_back) == ((), (), None)


def test_that_what_nothing_reaches_is_told_with_what_comes_nearest_and_what_would_help():
    question = asked(1800.0, CENTERS)
    found, tried = solved(question), tries(question)
    assert found.status == "out of reach"
    assert found.share == max(tried.at((each,)).share for each in some(_steps(CENTERS)))
    assert found.reached < 1800
    assert found.held_back is not None
    first, *others = found.held_back.helps
    assert first.share > found.share
    assert first.share == tried.share_of(
        with_lever(found.scenario, first.handle.name, first.number)
    )
    assert all(first.share >= each.share for each in some(others))
    for _, states in some(found.held_back.limits):
        assert sum(each.share for each in states) == pytest.approx(1)


def test_that_as_many_futures_reach_the_level_it_names_as_are_asked_for():
    found = solved(asked(1800.0, CENTERS))
    target = Target("used_compute", "at least", found.reached, "", YEAR)
    run = Projector().project(found.scenario, (), targets=(target,))
    assert run.met is not None
    assert run.met.all_met == pytest.approx(0.8, abs=1 / FEW.futures)


def test_that_an_equivalent_is_worth_as_much_as_the_other_scenario_in_half_of_the_futures():
    question = asked(NETWORK, CENTERS, share=0.5)
    found, tried = solved(question), tries(question)
    assert found.status == "reached"
    assert np.median(tried.margins_of(found.scenario)) >= 0
    step = found.moves[0].handle.step
    before = with_lever(FEW, CENTERS, tidy(found.moves[0].after - step))
    assert np.median(tried.margins_of(before)) < 0
    assert tried.share_of(NETWORK) == 1


def test_that_two_levers_move_no_farther_than_a_grid_finds():
    names = (CENTERS, "network_build_time")
    question = asked(1650.0, *names)
    found, tried = solved(question), tries(question)
    now = tuple(lever_value(FEW, each) for each in names)
    ways = (np.linspace(each.low, each.high, 15) for each in question.handles)
    grid = (tried.at(tuple(map(float, each))) for each in product(*ways))
    sizes = [size_of(question.handles, now, each.numbers) for each in grid if each.is_met]
    own = size_of(question.handles, now, tuple(move.after for move in found.moves))
    assert found.status == "reached"
    assert own <= min(some(sizes)) + 0.01


def test_that_none_of_several_levers_could_go_back_by_a_step():
    question = asked(1750.0, CENTERS, "network_build_time", "domestic_chip_growth")
    found, tried = solved(question), tries(question)
    numbers = tuple(move.after for move in found.moves)
    for place, move in enumerate(some(found.moved)) if len(found.moved) == 3 else ():
        back = move.after + np.sign(move.before - move.after) * move.handle.step
        assert not tried.at((*numbers[:place], tidy(back), *numbers[place + 1 :])).is_met
    assert found.curve[0].share == found.share_before
    assert found.curve[-1].share == found.share


def test_that_what_else_changes_is_held_future_by_future_against_the_scenario_as_it_was():
    found = solved(asked(1540.0, CENTERS))
    by_pair = {each.pair: each for each in found.effects}
    assert ("used_compute", "") not in by_pair
    told = by_pair["deliverable_compute", ""].difference
    assert told.low is not None
    assert 0 < told.low <= told.median
    assert told.higher == 1


def test_that_the_scenario_beside_is_told_over_the_same_lever():
    found = solved(replace(asked(1540.0, CENTERS), beside=NETWORK))
    shares = {each.numbers[0]: each.share for each in found.curve}
    common = [each for each in found.beside if each.numbers[0] in shares and each.numbers[0] > 0.6]
    assert all(each.share >= shares[each.numbers[0]] for each in some(common))


def test_that_the_change_is_tried_in_every_variant_the_model_as_specified_first():
    found = solved(asked(1540.0, CENTERS))
    held = to_the_end(in_variants(Projector(), found))
    assert held[0].share == found.share
    assert held[0].holds(0.8)
    assert len({each.variant.key for each in held}) == len(held) > 5


def test_that_the_share_that_is_done_never_falls():
    for question in (asked(1800.0, CENTERS), asked(1540.0, CENTERS)):
        warm_up_kernel()
        shares = some(solve(Projector(), replace(question, beside=NETWORK)))
        assert shares == sorted(shares)
        assert 0 <= shares[0] <= shares[-1] <= 1


def test_that_nobody_who_left_is_waited_for():
    warm_up_kernel()
    with pytest.raises(StoppedError):
        to_the_end(solve(Projector(), asked(1540.0, CENTERS)), lambda: True)


def test_that_broken_futures_count_neither_way_and_the_last_one_asked_for_decides():
    margins = np.array([3.0, 1.0, -2.0, -4.0, np.nan, -np.inf])
    assert judged(margins, 0.4) == (0.4, 1.0)
    assert judged(margins, 0.5) == (0.4, -2.0)


def test_that_brackets_are_the_nearest_on_either_side():
    shares = (0.9, 0.1, 0.2, 0.9, 0.1, 0.9)
    tried = [Trial((float(at),), each, each - 0.5) for at, each in enumerate(shares)]
    found = [(a.numbers[0], b.numbers[0]) for a, b in nearest_brackets(tried, 2.0)]
    assert found == [(1.0, 0.0), (2.0, 3.0)]


def test_that_a_scenario_may_stand_outside_the_bounds():
    far = replace(asked(1540.0, CENTERS), scenario=with_lever(FEW, CENTERS, 0.1))
    found = solved(far)
    assert found.status == "reached"
    assert found.moves[0].before == 0.1
    assert isinstance(found.scenario, Scenario)


def test_that_a_level_far_away_does_not_blur_how_near_it_comes():
    near, far = (solved(asked(level, CENTERS)) for level in (1e5, 3.8e11))
    assert far.reached == pytest.approx(near.reached, rel=1e-3)
