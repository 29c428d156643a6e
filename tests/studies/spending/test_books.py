"""Books agree with what the model says of vouchers, and tell what each instrument is paid."""

import numpy as np
import pytest

from planner.engine.run import warm_up_kernel
from planner.model.scenario import Scenario
from planner.studies.spending.books import PAIRS, Books, books_of, net_of_tax, paid, tax_back
from planner.studies.spending.futures import Futures
from planner.studies.spending.instrument import Instrument
from planner.studies.spending.network import Network
from planner.studies.spending.spent import Spending, Years
from planner.studies.split.payments import paid_for

FEW = Scenario(draws="as drawn", futures=64)
SPENDING = Spending(Years(2027, 2030), Network((4.0, 2.0), (0.0, 1600.0)))
CHENGDU, DATA = Instrument("vouchers", "chengdu"), Instrument("data")
FUND, NETWORK = Instrument("fund", "beijing"), Instrument("network")


@pytest.fixture(scope="module", autouse=True)
def _compiled():
    warm_up_kernel()


@pytest.fixture(scope="module")
def futures() -> Futures:
    """Return futures to 2030."""
    return Futures(64, 2030)


def _books(futures: Futures, instrument: Instrument, amount: float) -> tuple[Books, Books]:
    moved = SPENDING.put(FEW, {instrument: amount})
    before, after = (books_of(futures.paths(each, PAIRS)) for each in (FEW, moved))
    return before, after


def test_that_what_vouchers_pay_and_bring_back_is_what_the_model_says(futures):
    books = _books(futures, CHENGDU, 200.0)
    before, after = books
    money = paid(CHENGDU, 200.0, SPENDING, 2030, books)
    assert money == pytest.approx(after.drawn - before.drawn, abs=0.05)
    assert net_of_tax(CHENGDU, money, books) == pytest.approx(after.net - before.net, abs=0.05)
    assert 0 < np.median(tax_back(*books)) < np.median(money)


def test_that_less_is_paid_than_budgeted_where_less_is_claimed(futures):
    henan = Instrument("vouchers", "henan")
    money = paid(henan, 200.0, SPENDING, 2030, _books(futures, henan, 200.0))
    assert np.median(money) < 1
    money = paid(CHENGDU, 200.0, SPENDING, 2030, _books(futures, CHENGDU, 200.0))
    assert 0.8 * 800 < np.median(money) < 800, "offices need time to grow"


def test_that_data_vouchers_are_paid_as_far_as_they_are_taken_up(futures):
    money = paid(DATA, 100.0, SPENDING, 2030, _books(futures, DATA, 100.0))
    assert (money > 0).all()
    assert (money < 400).all()


def test_that_a_fund_pays_what_it_is_given_by_then(futures):
    books = _books(futures, FUND, 100.0)
    assert paid(FUND, 100.0, SPENDING, 2030, books) == pytest.approx(400)
    assert paid(FUND, 100.0, SPENDING, 2028, books) == pytest.approx(200)


def test_that_a_network_is_paid_earlier_and_may_save_money_in_the_end(futures):
    books = _books(futures, NETWORK, 400.0)
    money = paid(NETWORK, 400.0, SPENDING, 2030, books)
    assert money == pytest.approx(1600)
    before, after = books
    saved = net_of_tax(NETWORK, money, books) + tax_back(*books)
    assert saved == pytest.approx(after.upgrade - before.upgrade)
    assert np.median(saved) < 0


def test_that_what_several_are_paid_adds_up(futures):
    amounts = {CHENGDU: 100.0, DATA: 50.0, FUND: 20.0, NETWORK: 0.0}
    together = paid_for(FEW, amounts, futures, SPENDING)
    alone = [
        paid(each, amount, SPENDING, 2030, _books(futures, each, amount))
        for each, amount in amounts.items()
        if amount
    ]
    assert together == pytest.approx(np.sum(alone, axis=0), rel=0.01)
