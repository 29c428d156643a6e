"""What money buys is told by instrument: on average and of the next one, paid and net of tax."""

from dataclasses import replace

import numpy as np
import pytest

from planner.engine.run import warm_up_kernel
from planner.ensemble.progress import to_the_end
from planner.model.graph import model
from planner.model.paths import mean_between
from planner.model.scenario import Scenario, lever_path, lever_value
from planner.studies.money.applied import with_amount, with_enough
from planner.studies.money.gained import ends_of, gained
from planner.studies.money.money import money_of
from planner.studies.money.question import MoneyQuestion
from planner.studies.money.result import Costs, MoneyAnswer
from planner.studies.money.table import full_table, table_of
from planner.studies.spending.futures import Futures
from planner.studies.spending.instrument import Instrument, SpendingError, all_instruments
from planner.studies.spending.spent import Spending, Years
from planner.studies.variants import variants
from tests.some import some

FEW = Scenario(draws="as drawn", futures=64)
CHENGDU, HENAN = Instrument("vouchers", "chengdu"), Instrument("vouchers", "henan")
NINGBO, DATA = Instrument("vouchers", "ningbo"), Instrument("data")
FUND, NETWORK = Instrument("fund", "beijing"), Instrument("network")
AMONG = (CHENGDU, NINGBO, HENAN, DATA, FUND, NETWORK)


@pytest.fixture(scope="module")
def answer() -> MoneyAnswer:
    """Return what money buys in some instruments."""
    warm_up_kernel()
    return to_the_end(money_of(MoneyQuestion(FEW, 2030, among=AMONG)))


def _costs(answer: MoneyAnswer, instrument: Instrument) -> Costs:
    return next(each for each in answer.costs if each.instrument == instrument)


def test_that_an_average_cost_is_what_is_paid_over_what_is_added_in_each_future(answer):
    spending, futures = Spending(Years(2027, 2030)), Futures(64, 2030)
    before = ends_of(futures, FEW, "chengdu")
    after = ends_of(futures, spending.put(FEW, {CHENGDU: 100.0}), "chengdu")
    own = gained(CHENGDU, 100.0, spending, 2030, (before, after))
    told = _costs(answer, CHENGDU).at(100)
    assert told.per_enterprise.median == pytest.approx(np.median(own.paid / own.added))
    assert told.per_enterprise.low < told.per_enterprise.median < told.per_enterprise.high
    assert told.added.median == pytest.approx(np.median(own.added))


def test_that_the_next_one_costs_more_than_the_average_where_gains_fall(answer):
    told = _costs(answer, NINGBO).at(100)
    assert told.next_one is not None
    assert told.next_one.until == 200
    assert told.next_one.per_enterprise.median > told.per_enterprise.median


def test_that_others_lose_what_moves_to_the_place_that_pays(answer):
    told = _costs(answer, CHENGDU).at(100)
    assert told.here is not None
    assert told.elsewhere is not None
    assert told.here.median > told.added.median > 0 > told.elsewhere.median
    assert _costs(answer, DATA).at(100).here is None


def test_that_tax_brings_a_part_back_so_that_an_enterprise_costs_less_in_the_end(answer):
    told = _costs(answer, CHENGDU).at(100)
    assert 0 < told.back.median < 1
    assert told.net.median < told.paid.median
    assert told.net_per_enterprise.median < told.per_enterprise.median


def test_that_data_vouchers_create_no_enterprise_at_any_price(answer):
    assert _costs(answer, DATA).at(100).per_enterprise.median == np.inf


def test_that_a_sooner_network_costs_less_than_vouchers_and_those_less_than_a_fund(answer):
    prices = [
        _costs(answer, each).at(100).per_enterprise.median for each in (NETWORK, CHENGDU, FUND)
    ]
    assert prices == sorted(prices)


def test_that_the_cheapest_is_looked_for_in_every_variant_too(answer):
    assert [each.key for each in answer.worlds] == [each.key for each in variants()[1:]]
    assert AMONG[answer.cheapest] == NETWORK
    assert answer.turning == ()
    for world in some(answer.worlds):
        assert world.prices[AMONG.index(NETWORK)] < world.prices[AMONG.index(CHENGDU)]
    dear = replace(answer.worlds[0], prices=(1.0, *answer.worlds[0].prices[1:]))
    assert replace(answer, worlds=(dear,)).turning == (dear,)


def test_that_a_budget_that_is_not_even_claimed_is_enough_as_it_is(answer):
    limit = _costs(answer, HENAN).enough
    assert limit is not None
    assert limit.median < 60, "today's 50 M CNY already find no taker"
    assert _costs(answer, FUND).enough is None


def test_that_a_dearer_enterprise_makes_more_budget_worth_it():
    def limit(worth: float) -> float:
        question = MoneyQuestion(FEW, 2030, among=(NINGBO,), worth=worth)
        found = to_the_end(money_of(question, in_worlds=False)).costs[0].enough
        assert found is not None
        return found.median

    assert 0 <= limit(20) < limit(100) < limit(200)


def test_that_a_budget_is_set_to_what_is_enough_in_its_years(answer):
    costs = _costs(answer, NINGBO)
    assert costs.enough is not None
    made = with_enough(answer, costs)
    assert made is not None
    path = lever_path(made, NINGBO.lever)
    assert mean_between(path, 2027, 2031) == pytest.approx(costs.enough.median)
    assert lever_path(made, CHENGDU.lever) == lever_path(FEW, CHENGDU.lever)
    assert with_enough(answer, _costs(answer, NETWORK), _costs(answer, DATA)) is None


def test_that_the_amount_asked_is_spent_on_top(answer):
    made = with_amount(answer, _costs(answer, CHENGDU))
    assert mean_between(lever_path(made, CHENGDU.lever), 2027, 2031) == pytest.approx(200)
    made = with_amount(answer, _costs(answer, NETWORK))
    assert lever_value(made, NETWORK.lever) < lever_value(FEW, NETWORK.lever)


def test_that_amounts_end_where_a_network_stands_as_soon_as_it_can(answer):
    told = _costs(answer, NETWORK)
    assert told.bought[-1].amount < 800
    assert told.bought[-1].next_one is None
    assert told.at(1e6) == told.bought[-1]
    assert told.at(1) == next(each for each in told.bought if each.amount > 0)


def test_that_the_table_has_a_row_for_each_amount_and_what_is_undefined_is_empty(answer):
    table = full_table(answer)
    assert len(table.rows) == sum(len(each.bought) for each in answer.costs)
    cells = [cell for row in some(table.rows) for cell in row if isinstance(cell, float)]
    assert not np.isnan(some(cells)).any()
    place = [column.key for column in table.columns].index("here")
    of_data = [row for row in table.rows if row[0] == DATA.label]
    assert {row[place] for row in some(of_data)} == {None}
    assert len(table.notes) == 5


def test_that_what_is_read_has_a_row_for_each_instrument_at_the_amount_asked(answer):
    table = table_of(answer)
    assert [row[0] for row in table.rows] == [each.label for each in AMONG]
    assert "100 M CNY/yr more" in table.title
    told = dict(zip([column.key for column in table.columns], table.rows[0], strict=True))
    assert told["per_enterprise"] == _costs(answer, CHENGDU).at(100).per_enterprise.median
    assert told["today"] == pytest.approx(100)


def test_that_a_place_alone_is_told_with_what_it_gains_and_others_lose(answer):
    question = replace(answer.question, among=(CHENGDU, NETWORK))
    costs = (_costs(answer, CHENGDU), _costs(answer, NETWORK))
    table = table_of(replace(answer, question=question, costs=costs))
    keys = [column.key for column in table.columns]
    told = dict(zip(keys, table.rows[0], strict=True))
    bought = costs[0].at(100)
    assert bought.here is not None
    assert bought.elsewhere is not None
    assert (told["here"], told["elsewhere"]) == (bought.here.median, bought.elsewhere.median)
    assert table.rows[1][keys.index("here")] is None
    assert "here" not in [column.key for column in table_of(answer).columns]


def test_that_it_tells_how_it_was_drawn(answer):
    assert (answer.stamp.futures, answer.stamp.model) == (64, model().version)


def test_that_all_instruments_are_asked_about_unless_some_are():
    assert MoneyQuestion(FEW, 2030).among == all_instruments()


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"amount": -1.0}, "more than nothing, not −1 M CNY"),
        ({"worth": 0.0}, "more than nothing, not 0"),
        ({"among": ()}, "one use at least"),
        ({"years": Years(2031, 2032)}, "changes nothing by the end of 2030"),
    ],
)
def test_that_what_is_no_money_is_refused_in_a_sentence(changes, why):
    with pytest.raises(SpendingError, match=why):
        replace(MoneyQuestion(FEW, 2030), **changes)
