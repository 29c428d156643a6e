"""The questions to start from: each opens scenarios and charts that the model and window know."""

import pytest

from planner.model.graph import model
from planner.model.indices import AREAS
from planner.model.paths import value_at
from planner.model.scenario import (
    Scenario,
    lever_default,
    lever_default_path,
    lever_path,
    lever_value,
)
from planner.studies.cards import MOST_CARDS, element_of
from planner.studies.combination import Combined, combined
from tests.some import some
from ui.charts.contents.specs import charts
from ui.charts.kept.charts import charts_in, text_of
from ui.controllers.kept.cards import cards_in, text_of_cards
from ui.wording.first.questions import QUESTIONS, Question


def test_that_there_are_five_of_different_keys():
    assert len({each.key for each in QUESTIONS}) == len(QUESTIONS) == 5


def test_that_charts_and_cards_are_known_and_none_is_left_out():
    for question in some(QUESTIONS):
        assert text_of(charts_in(question.charts)) == question.charts, question.key
        assert text_of_cards(cards_in(question.cards)) == question.cards, question.key
        assert len(question.cards.split()) <= MOST_CARDS


def test_that_places_are_those_of_the_model():
    assert {each.places for each in some(QUESTIONS)} <= {"", *AREAS}


def test_that_a_card_tells_what_the_line_tells_so_that_the_run_holds_it():
    for question in some(QUESTIONS):
        areas = (question.places,) if question.places else ()
        cards = cards_in(question.cards)
        assert question.about in {(each.outcome, element_of(each, areas)) for each in cards}


def test_that_every_scenario_changes_something_and_is_named_apart():
    titles = [each.title for question in QUESTIONS for each in question.scenarios()]
    assert len(set(titles)) == len(some(titles))
    assert all(each.levers for question in QUESTIONS for each in question.scenarios())


def test_that_the_texts_are_short_enough_for_their_cards():
    for question in some(QUESTIONS):
        assert len(question.title) <= 40
        assert len(question.text) <= 100
        assert question.look.endswith(".")


def test_that_the_first_question_doubles_the_budget_of_one_city():
    budgets = _first().scenarios()[0].levers
    assert [name for name, _ in budgets] == ["voucher_budget.chengdu"]
    assert model().levers["voucher_budget"].index == "area"
    assert "enterprises" in charts()


def test_that_three_measures_are_told_apart_in_pairs_and_together():
    network, fuller, capex, pair, everything = range(5)
    assert combined(_measures()) == (
        Combined(pair, (network, fuller)),
        Combined(everything, (network, fuller, capex)),
    )


def test_that_more_capex_leaves_the_past_and_adds_a_round_amount_from_2027_on():
    _, _, capex, _, everything = _measures()
    default, raised = lever_default_path("other_capex"), lever_path(capex, "other_capex")
    for date in some(raised.dates):
        more = value_at(raised, "linear", date) - value_at(default, "linear", date)
        assert more == pytest.approx(0 if date < 2027 else 200, abs=0.1), date
    assert "200 bn CNY" in capex.title
    assert "other AI spending" in everything.notes


def test_that_a_plan_spent_later_keeps_its_total_and_the_past():
    at_once, tight, later = _of("alibaba")
    assert [lever_value(each, "alibaba_plan") for each in (at_once, tight, later)] == [480] * 3
    published, path = (lever_path(each, "alibaba_capex") for each in (Scenario(), later))
    for date in some((2025.0, 2025.5, 2026.0, 2028.25, 2033.0, 2036.0)):
        assert value_at(path, "step", date) == pytest.approx(value_at(published, "step", date))
    spent = [value_at(path, "step", date) for date in (2025.5, 2026.5, 2027.5)]
    assert spent == sorted(spent)
    assert set(later.levers) >= {each for each in tight.levers if each[0] != "alibaba_plan"}


def test_that_every_scenario_says_what_it_changes():
    for each in some(tuple(one for question in QUESTIONS for one in question.scenarios())):
        assert each.notes.endswith("."), each.title
        assert any(letter.isdigit() for letter in each.notes) or "two years" in each.notes


def test_that_the_words_from_what_to_what_are_those_of_the_model():
    assert lever_default("center_sellable_target") == 0.65
    assert lever_default("network_build_time") == 4
    network, fuller, *_ = _measures()
    assert network.levers == (("network_build_time", 2.0),)
    assert fuller.levers == (("center_sellable_target", 0.8),)


def _measures() -> tuple[Scenario, ...]:
    return _of("network")


def _of(key: str) -> tuple[Scenario, ...]:
    return next(each for each in QUESTIONS if each.key == key).scenarios()


def _first() -> Question:
    return QUESTIONS[0]
