"""What is said of money, at the edges: no taker, nothing added, no next one, no limit."""

from dataclasses import replace
from math import inf, nan

from planner.model.scenario import Scenario
from planner.quantities.unit_system import UnitSystem
from planner.studies.answers.stamp import Stamp
from planner.studies.money.question import MoneyQuestion
from planner.studies.money.result import Bought, Costs, MoneyAnswer, Next, World
from planner.studies.spending.band import UNDEFINED, Band
from planner.studies.spending.instrument import Instrument, all_instruments
from ui.wording.answers.spending.answer import money_answer
from ui.wording.answers.spending.money import (
    buys,
    cheapest_compute,
    cheapest_enterprise,
    enough,
    lost,
    next_text,
    open_sentence,
    place_sentence,
    sentence,
    sentences,
    worlds_sentence,
)
from ui.wording.answers.spending.names import instrument_name, money, short_name, within
from ui.wording.figures.units import telling_in

QUESTION = MoneyQuestion(Scenario(), 2030)


def _around(median: float) -> Band:
    return Band(median, median / 2, median * 2)


CHENGDU = Instrument("vouchers", "chengdu")
BOUGHT = Bought(
    amount=100.0,
    paid=_around(365),
    net=_around(270),
    back=_around(0.26),
    added=_around(8.03),
    here=_around(10.2),
    elsewhere=Band(-2.1, -4.2, -1.0),
    used=_around(0.05),
    per_enterprise=Band(45.4, 27.4, 77.1),
    net_per_enterprise=_around(33.8),
    per_eflops=_around(6600),
    next_one=Next(200.0, _around(46.8), _around(6100)),
)
COSTS = Costs(CHENGDU, 100.0, (BOUGHT, replace(BOUGHT, amount=800.0)), Band(530, 310, 790))


def _at(price: float, kind: str, eflops: float = inf) -> Costs:
    (instrument, *_) = (each for each in all_instruments() if each.kind == kind)
    bought = replace(BOUGHT, per_enterprise=_around(price), per_eflops=_around(eflops))
    return Costs(instrument, 0.0, (bought,), None)


def _answer(*costs: Costs) -> MoneyAnswer:
    return MoneyAnswer(QUESTION, costs, Stamp(2025, "conditioned", 1000, "2.0"))


def test_that_a_place_is_told_what_its_money_buys_what_others_lose_and_what_is_enough():
    assert place_sentence(COSTS, QUESTION) == (
        "Vouchers in Chengdu: 100 M CNY more a year add 8.0 enterprises by December 2030, "
        "45 M CNY each (27 to 77); the next one costs 47, and 26% comes back in tax. "
        "The place itself gains 10; other places lose 2.1. "
        "Beyond 530 M CNY a year (310 to 790) the next enterprise costs more than 100 M CNY."
    )


def test_that_a_card_says_in_short_what_one_costs_and_where_it_costs_least():
    answer = _answer(COSTS, _at(8.84, "network"))
    assert sentence(answer, 0) == (
        "Vouchers in Chengdu: 45 M CNY for one more enterprise (27 to 77), 47 for the next. "
        "It costs least with an earlier network: 8.8 M CNY, not counting the cost of organizing it."
    )
    assert sentence(answer, 1).count("costs least") == 0
    vain = _answer(COSTS, _at(inf, "data"))
    assert sentence(vain, 1) == "Data vouchers: 100 M CNY more a year add no enterprise."
    last = replace(COSTS, bought=(replace(BOUGHT, next_one=None),))
    assert sentence(_answer(last), 0).endswith("enterprise (27 to 77).")


def test_that_a_place_alone_is_told_up_to_which_budget_one_is_worth_it():
    question = replace(QUESTION, among=(CHENGDU, Instrument("network")))
    assert question.place == "chengdu"
    answer = replace(_answer(COSTS, _at(8.84, "network")), question=question)
    assert sentence(answer, 0).endswith(
        "Beyond 530 M CNY a year (310 to 790) the next enterprise costs more than 100 M CNY."
    )
    assert sentence(answer, 1).startswith("An earlier network: ")
    told = money_answer(answer)
    assert told.about.element == "chengdu"
    assert "other places lose 2.1" in told.sentence


def test_that_the_next_one_is_told_between_two_budgets():
    assert next_text(200, 300, BOUGHT) == (
        "from 200 to 300 a year the next one costs 47 (23 to 94)"
    )
    assert next_text(200, 300, replace(BOUGHT, next_one=None)) == ""
    open_end = Next(200.0, Band(46.8, 20, inf), _around(6100))
    assert next_text(200, 300, replace(BOUGHT, next_one=open_end)).endswith("costs 47")


def test_that_money_without_a_taker_and_money_that_adds_nothing_are_told_apart():
    idle = replace(BOUGHT, per_enterprise=UNDEFINED)
    assert buys(COSTS, idle, QUESTION) == (
        "Vouchers in Chengdu: 100 M CNY more a year find no taker; all claims are paid."
    )
    vain = replace(BOUGHT, per_enterprise=Band(inf, inf, inf))
    assert buys(COSTS, vain, QUESTION) == (
        "Vouchers in Chengdu: 100 M CNY more a year add no enterprise."
    )


def test_that_no_next_one_and_no_tax_are_left_out():
    last = replace(BOUGHT, next_one=None, back=_around(1.5))
    assert buys(COSTS, last, QUESTION).endswith("45 M CNY each (27 to 77).")
    dear = replace(last, next_one=Next(200.0, _around(inf), UNDEFINED))
    assert buys(COSTS, dear, QUESTION).endswith("45 M CNY each (27 to 77).")


def test_that_one_enterprise_is_one():
    one = replace(BOUGHT, added=_around(1.0))
    assert "add 1.0 enterprises" in buys(COSTS, one, QUESTION)


def test_that_others_are_not_said_to_lose_hardly_any():
    assert lost(replace(BOUGHT, elsewhere=_around(-0.1))) == ""
    assert lost(replace(BOUGHT, elsewhere=None)) == ""


def test_that_what_is_enough_may_lie_beyond_what_was_tried_or_be_nothing():
    beyond = replace(COSTS, enough=Band(inf, inf, inf))
    assert enough(beyond, QUESTION) == (
        "Up to 900 M CNY a year the next enterprise costs less than 100 M CNY."
    )
    wide = replace(COSTS, enough=Band(530, 310, inf))
    assert "(310 to over 900)" in enough(wide, QUESTION)
    none = replace(COSTS, enough=Band(0, 0, 0))
    assert enough(none, QUESTION) == "No budget adds an enterprise for 100 M CNY."
    assert enough(replace(COSTS, enough=None), QUESTION) == ""
    assert enough(replace(COSTS, enough=UNDEFINED), QUESTION) == ""


def test_that_the_cheapest_comes_first_and_the_dearest_last():
    costs = (_at(442, "fund"), _at(inf, "data"), _at(8.84, "network", 15.4), _at(45, "vouchers"))
    assert cheapest_enterprise(_answer(*costs)) == (
        "An enterprise costs least with an earlier network: 8.8 M CNY, then with vouchers in "
        "Beijing: 45 M CNY; most with the AI fund of Beijing: 442 M CNY."
    )
    assert cheapest_compute(_answer(*costs)) == (
        "One more EFLOPS in use costs least with an earlier network: 15 M CNY."
    )
    assert cheapest_enterprise(_answer(*costs[2:])).endswith("in Beijing: 45 M CNY.")
    assert sentences(_answer(*costs)).count("costs least") == 2


def test_that_the_cheapest_is_said_to_survive_or_to_be_open():
    rain, sun = (
        World(key, title, prices)
        for key, title, prices in (
            ("rain", "it rains", (400.0, 8.0)),
            ("sun", "it shines", (7.0, 8.0)),
        )
    )
    answer = _answer(_at(442, "fund"), _at(8.84, "network"))
    assert worlds_sentence(answer) == open_sentence(answer) == ""
    sure = replace(answer, worlds=(rain,))
    assert worlds_sentence(sure) == (
        "The first is the cheapest in each of 1 variants of the model."
    )
    doubtful = replace(answer, worlds=(rain, sun))
    assert open_sentence(doubtful) == ("Open: what costs least is another where it shines.")
    assert worlds_sentence(doubtful) == ""
    assert sentence(doubtful, 0).endswith("another where it shines.")
    assert "The first is the cheapest in each of 1" in sentences(sure)


def test_that_nothing_is_cheapest_where_nothing_adds():
    answer = _answer(_at(inf, "data"), _at(nan, "fund"))
    assert sentences(answer) == (
        "Nothing that money can go to here adds an enterprise. "
        "Nothing that money can go to here puts more compute to use."
    )


def test_that_money_is_told_in_the_currency_that_is_shown():
    assert money(100.0) == "100 M CNY"
    assert money(8.84) == "8.8 M CNY"
    with telling_in(UnitSystem(money="USD")):
        assert money(100.0) == "14 M USD"


def test_that_a_place_stands_for_its_vouchers_only_among_vouchers():
    assert short_name(CHENGDU, only_vouchers=True) == "Chengdu"
    assert short_name(CHENGDU, only_vouchers=False) == "Vouchers in Chengdu"
    assert within(CHENGDU, only_vouchers=True) == "Chengdu"
    names = [instrument_name(each) for each in all_instruments()]
    assert len(set(names)) == len(names) == 16
