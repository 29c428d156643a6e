"""Two outcomes are weighed against each other; what another scenario beats is marked."""

from dataclasses import replace

import numpy as np
import pytest

from planner.ensemble.many import Projector
from planner.ensemble.progress import to_the_end
from planner.model.scenario import Scenario, with_lever
from planner.studies.answers.about import About
from planner.studies.survive.survival_table import tradeoff_table
from planner.studies.survive.surviving import SurviveError
from planner.studies.survive.tradeoff import beaten, trading_off
from planner.studies.survive.worlds import worlds

BASE = Scenario(futures=48)
MORE = with_lever(replace(BASE, title="More vouchers"), "voucher_budget.shanghai", 3000.0)
SOME = with_lever(replace(BASE, title="Some vouchers"), "voucher_budget.shanghai", 2000.0)
ABOUTS = About("enterprises", "", 2030), About("voucher_spend_cumulative", "", 2030)


@pytest.fixture(scope="module")
def used():
    made = Projector()
    made.warm_up()
    return made


@pytest.fixture(scope="module")
def found(used):
    return to_the_end(trading_off(used, (SOME, MORE), ABOUTS))


def test_that_who_is_worse_in_one_and_no_better_in_the_other_is_beaten():
    values = np.array([[1.0, 2.0, 2.0, 3.0], [1.0, 1.0, 4.0, 3.0]])
    assert beaten(values).tolist() == [True, True, False, False]


def test_that_equals_beat_nobody():
    values = np.array([[2.0, 2.0 * (1 + 1e-9)], [5.0, 5.0]])
    assert beaten(values).tolist() == [False, False]


def test_that_the_pareto_set_is_that_of_a_search_through_all_pairs():
    values = np.random.default_rng(1).random((2, 40))
    slowly = [
        any((values[:, other] >= values[:, each]).all() for other in range(40) if other != each)
        for each in range(40)
    ]
    assert beaten(values).tolist() == slowly
    assert 0 < sum(slowly) < 40


def test_that_doing_nothing_is_the_first_point(found):
    nothing = found.points[0]
    assert (nothing.title, nothing.first, nothing.second) == ("", (0, 0, 0), (0, 0, 0))
    assert not nothing.is_beaten


def test_that_more_for_more_money_is_not_beaten(found):
    assert [each.title for each in found.pareto] == ["", "Some vouchers", "More vouchers"]
    firsts = [each.first[0] for each in found.pareto]
    assert firsts == sorted(firsts)
    assert all(each.second[0] > 0 for each in found.points[1:])


def test_that_where_less_of_both_is_better_doing_nothing_beats_all(used):
    found = to_the_end(trading_off(used, (SOME, MORE), ABOUTS, ("less", "less")))
    assert [each.title for each in found.pareto] == [""]
    assert found.points[0].unbeaten == 1


def test_that_it_is_told_in_any_world(used, found):
    tight = next(each for each in worlds() if each.key == "tight_chips")
    elsewhere = to_the_end(trading_off(used, (SOME, MORE), ABOUTS, world=tight))
    assert elsewhere.world == tight
    assert [each.first for each in elsewhere.points[1:]] != [
        each.first for each in found.points[1:]
    ]


def test_that_an_outcome_is_not_weighed_against_itself(used):
    with pytest.raises(SurviveError, match="one and the same"):
        to_the_end(trading_off(used, (SOME,), (ABOUTS[0], ABOUTS[0])))


def test_that_the_table_tells_every_point(found):
    table = tradeoff_table(found)
    assert [row[0] for row in table.rows] == ["Baseline", "Some vouchers", "More vouchers"]
    assert [row[7] for row in table.rows] == ["yes", "yes", "yes"]
