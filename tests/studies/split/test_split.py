"""The best split of real instruments is that of trying every one, and says what others give."""

from dataclasses import replace

import numpy as np
import pytest

from planner.engine.run import warm_up_kernel
from planner.ensemble.many import Projector
from planner.ensemble.progress import to_the_end
from planner.ensemble.projection import MEDIAN, Request
from planner.model.graph import model
from planner.model.paths import LeverPath
from planner.model.scenario import Scenario, lever_path, with_lever
from planner.studies.answers.about import About
from planner.studies.spending.futures import Futures
from planner.studies.spending.instrument import (
    Instrument,
    SpendingError,
    instruments_named,
    instruments_of,
)
from planner.studies.spending.network import network_of
from planner.studies.spending.spent import Spending, Years
from planner.studies.split.question import Question
from planner.studies.split.result import SplitAnswer
from planner.studies.split.split import split_of
from planner.studies.split.table import table_of, told_of
from planner.studies.split.valued import Valued
from planner.studies.variants import variants
from tests.some import some

FEW = Scenario(draws="as drawn", futures=64)
ABOUT = About("enterprises", "", 2030)
CHENGDU, NINGBO = Instrument("vouchers", "chengdu"), Instrument("vouchers", "ningbo")
TWO = Question(FEW, ABOUT, budget=200.0, among=(CHENGDU, NINGBO))


@pytest.fixture(scope="module", autouse=True)
def _compiled():
    warm_up_kernel()


@pytest.fixture(scope="module")
def answer() -> SplitAnswer:
    """Return the split of a budget among all places."""
    return to_the_end(split_of(Question(FEW, ABOUT, most_each=200.0)))


def _effects(question: Question) -> Valued:
    futures = Futures(question.scenario.futures, question.about.year)
    network = to_the_end(network_of(question.scenario, futures))
    return Valued(question, question.scenario, futures, Spending(question.years, network))


def _every_split(question: Question) -> list[tuple[float, float]]:
    """Return all splits between two uses in whole blocks."""
    block = question.block
    return [(block * first, block * second) for first in range(21) for second in range(21 - first)]


@pytest.mark.parametrize("goal", [None, 12262.0])
def test_that_the_best_split_between_two_is_that_of_trying_every_one(goal):
    question = replace(TWO, goal=goal)
    found = to_the_end(split_of(question, in_worlds=False))
    valued = _effects(question)
    best = max(valued.score(split) for split in some(_every_split(question)))
    assert valued.score(found.best.amounts) == best
    assert found.best.amounts[0] > found.best.amounts[1] > 0, "neither gets it all"


def test_that_it_is_so_too_between_vouchers_and_a_network_whose_gains_rise():
    question = replace(TWO, budget=800.0, among=(CHENGDU, Instrument("network")))
    found = to_the_end(split_of(question, in_worlds=False))
    valued = _effects(question)
    best = max(valued.score(split) for split in some(_every_split(question)))
    # the network takes less than whole blocks at its end, so that more can be found
    assert valued.score(found.best.amounts) >= best
    assert min(found.best.amounts) > 0


def test_that_an_effect_is_that_of_the_scenario_one_would_save(answer):
    made = FEW
    for instrument, amount in (pair for pair in answer.order if pair[1] > 0):
        path = lever_path(FEW, instrument.lever)
        raised = [(2027.0, path.values[-2] + amount), (2031.0, 0.0)]
        knots = tuple(knot for knot in path.knots if knot[0] < 2027)
        made = with_lever(made, instrument.lever, LeverPath((*knots, *raised)))
    steps = Projector().steps(made, [Request("enterprises", "", "difference")])
    run = to_the_end(steps)
    bands = run.series[Request("enterprises", "", "difference")].bands
    assert bands is not None
    assert answer.best.effect.median == pytest.approx(bands[MEDIAN, ABOUT.month], abs=2e-3)
    assert answer.made.levers == made.levers


def test_that_the_best_split_is_better_than_the_even_one_and_that_of_today(answer):
    assert answer.today is not None
    assert answer.best.effect.median > answer.even.effect.median > 0
    assert answer.best.effect.median > answer.today.effect.median > 0
    assert answer.even.amounts == pytest.approx((500 / 7,) * 7)
    assert answer.today.amounts[1] == max(answer.today.amounts), "Shanghai spends most today"
    assert answer.best.spent == pytest.approx(500)
    assert answer.unspent == pytest.approx(0)
    assert max(answer.best.amounts) <= 200


def test_that_it_holds_in_every_variant_or_says_in_which_it_does_not(answer):
    assert [world.key for world in answer.worlds] == [each.key for each in variants()[1:]]
    assert answer.turning == ()
    worse = replace(answer.worlds[0], over_today=-1.0)
    turned = replace(answer, worlds=(worse, *answer.worlds[1:]))
    assert turned.turning == (worse,)


def test_that_the_frontier_rises_with_the_budget_through_the_best_split(answer):
    budgets = [each.spent for each in answer.frontier]
    effects = [each.effect.median for each in answer.frontier]
    assert budgets == sorted(budgets)
    assert effects == sorted(effects)
    assert (budgets[0], budgets[-1]) == pytest.approx((0, 800))
    assert any(each.amounts == answer.best.amounts for each in answer.frontier)
    assert answer.frontier[0].effect.median == 0


def test_that_the_next_money_adds_less_where_much_went_and_is_told_beyond_bounds(answer):
    added = {each.instrument: each.effect.median for each in answer.next_money}
    assert added[CHENGDU] > added[Instrument("vouchers", "henan")]
    assert all(np.isfinite(list(added.values())))


def test_that_of_uses_that_get_as_much_the_one_whose_next_money_adds_most_comes_first(answer):
    alike = replace(answer, best=replace(answer.best, amounts=(100.0,) * 7))
    added = {each.instrument: each.effect.median for each in alike.next_money}
    told = [added[instrument] for instrument, _ in alike.order]
    assert told == sorted(told, reverse=True)
    amounts = [amount for _, amount in answer.order]
    assert amounts == sorted(amounts, reverse=True)


def test_that_what_is_paid_for_one_is_more_than_nothing_and_less_than_the_budget(answer):
    cost = answer.best.per_unit
    assert cost is not None
    assert 0 < cost.low < cost.median < cost.high
    assert cost.median < 4 * 500 / answer.best.effect.median * 1.2


def test_that_the_answer_tells_how_it_was_drawn(answer):
    stamp = answer.stamp
    assert (stamp.seed, stamp.draws, stamp.futures) == (FEW.seed, "as drawn", 64)
    assert stamp.model == model().version


def test_that_the_table_holds_what_is_told_and_no_more_of_the_frontier_than_reads(answer):
    table = table_of(answer)
    names = [str(row[0]) for row in table.rows]
    assert names[:3] == ["Best split", "Even split", "In today's shares"]
    assert sum(name.startswith("Of it ") for name in names) == 7
    assert len(names) == 3 + 7 + len(told_of(answer.frontier)) < 22
    assert table.rows[0][1:5] == (answer.best.spent, *answer.best.effect.parts)
    assert "500 M CNY/yr from 2027 to 2030" in table.title
    assert "In 9 variants of the model it adds at least" in table.notes[2]
    assert table.notes[1] == "Bounds: each gets 200 M CNY/yr at most."
    assert "2,000 M CNY in all" in table.title


def test_that_a_sooner_network_and_a_fund_can_be_among_the_uses():
    among = (CHENGDU, *instruments_named("fund.beijing"), *instruments_named("network"))
    question = Question(FEW, ABOUT, budget=300.0, among=among, least={CHENGDU: 30.0})
    found = to_the_end(split_of(question, in_worlds=False))
    amounts = dict(found.order)
    assert amounts[CHENGDU] >= 30
    assert amounts[Instrument("network")] > 200, "the model charges little for it"
    notes = table_of(found).notes
    assert "organize" in " ".join(notes)
    assert "gets back" in " ".join(notes)


def test_that_a_place_gets_its_least_over_all_it_can_get():
    fund = Instrument("fund", "henan")
    among = (CHENGDU, Instrument("vouchers", "henan"), fund)
    question = Question(FEW, ABOUT, budget=100.0, among=among, least_place=30.0)
    found = to_the_end(split_of(question, in_worlds=False))
    amounts = dict(found.order)
    assert amounts[CHENGDU] == pytest.approx(70)
    assert amounts[fund] == pytest.approx(30), "vouchers find no taker there"
    assert found.even.amounts == pytest.approx((100 / 3,) * 3)
    assert found.frontier[0].spent == pytest.approx(60)
    assert "each place gets 30 M CNY/yr at least" in " ".join(table_of(found).notes)


@pytest.mark.parametrize("goal", [None, 300.0])
def test_that_less_can_be_what_is_best_as_trying_every_split_shows(goal):
    about = About("enterprises", "henan", 2030)
    question = replace(TWO, about=about, sense="at most", goal=goal)
    found = to_the_end(split_of(question, in_worlds=False))
    valued = _effects(question)
    best = max(valued.score(split) for split in some(_every_split(question)))
    assert valued.score(found.best.amounts) == best
    assert found.best.per_unit is None
    assert found.gain > 0, "founders move to where vouchers are"
    assert found.best.met is None or 0 < found.best.met < 1


def test_that_a_network_is_not_given_more_than_it_can_use():
    network = Instrument("network")
    question = replace(TWO, budget=5000.0, among=(network,), least={network: 4000.0})
    with pytest.raises(SpendingError, match=r"can use .* at most, less than the 4,000"):
        to_the_end(split_of(question))


def test_that_another_outcome_can_be_asked_for():
    question = Question(FEW, About("enterprises", "ningbo", 2030), budget=100.0)
    found = to_the_end(split_of(question, in_worlds=False))
    assert found.order[0][0] == NINGBO


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"budget": 0.0}, "more than nothing"),
        ({"among": ()}, "one use at least"),
        ({"years": Years(2031, 2032)}, "changes nothing by the end of 2030"),
        ({"least": {CHENGDU: 150.0}, "most": {CHENGDU: 100.0}}, "at least and 100 M CNY at most"),
        ({"least": {CHENGDU: 150.0, NINGBO: 100.0}}, "comes to more than the budget"),
        ({"least_each": 101.0}, "comes to more than the budget"),
        ({"least_place": 101.0}, "comes to more than the budget"),
        (
            {"least_place": 50.0, "most_each": 40.0},
            "Chengdu would get 50 M CNY at least and 40 M CNY",
        ),
        ({"least_each": -1.0}, "less than nothing"),
    ],
)
def test_that_what_cannot_be_split_is_refused_in_a_sentence(changes, why):
    with pytest.raises(SpendingError, match=why):
        replace(TWO, **changes)


def test_that_an_outcome_without_a_number_then_has_no_split():
    about = About("public_cost_per_added_enterprise", "", 2025)
    question = Question(FEW, about, years=Years(2025, 2025), among=instruments_of("vouchers"))
    with pytest.raises(SpendingError, match="no number in December 2025"):
        to_the_end(split_of(question))


def test_that_a_budget_beyond_what_levers_allow_is_spent_as_far_as_they_do():
    data = Instrument("data")
    question = Question(FEW, ABOUT, budget=250_000.0, among=(CHENGDU, data))
    found = to_the_end(split_of(question, in_worlds=False))
    assert dict(found.order)[CHENGDU] == pytest.approx(100_000 - 100)
    assert found.unspent > 100_000
