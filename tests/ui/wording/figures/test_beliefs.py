"""Cards say what assumptions alone change, and sentences in what they differ."""

import pytest

from planner.ensemble.many import Projector
from planner.model.scenario import (
    Scenario,
    assumption_default,
    with_assumption,
    with_figures,
    with_lever,
)
from planner.quantities.spread import Spread
from planner.studies.cards import GENERAL
from ui.engine.order import Order
from ui.engine.runner import Runner
from ui.engine.shown_run import ShownRun
from ui.views.center.display import CenterInputs, center_display
from ui.wording.figures.beliefs import baseline_name, beliefs_sentence, other_beliefs
from ui.wording.numbers import ENGLISH_NUMERALS

REQUESTS = CenterInputs().requests


def _believing(scenario):
    low, central, high = assumption_default("crowd_in").parts
    return with_assumption(scenario, "crowd_in", Spread(low * 1.3, central * 1.3, high * 1.3))


def _cards(scenario):
    answer = Runner(Projector).run(Order((scenario,), REQUESTS, REQUESTS, scenario.futures))
    assert answer is not None
    run = ShownRun(answer.projection, answer.baseline, default=answer.default, belief=answer.belief)
    return run, center_display(CenterInputs(run=run), ENGLISH_NUMERALS).cards


@pytest.fixture(scope="module")
def plan():
    return with_lever(Scenario(futures=60, last_year=2030), "alibaba_plan", 1200.0)


def test_that_nothing_more_is_run_or_said_where_no_assumption_differs(plan):
    run, cards = _cards(plan)
    assert (run.default, run.belief) == (None, None)
    assert {(card.belief, card.belief_sentence) for card in cards} == {("", "")}


def test_that_a_card_tells_three_levels_where_assumptions_differ(plan):
    run, cards = _cards(_believing(plan))
    used = cards[1]
    assert run.default is not None
    assert run.default.scenario == Scenario(futures=60, last_year=2030)
    assert used.is_moved, "the levers change it under these assumptions"
    assert used.belief.startswith("assumptions alone: ")
    assert used.belief.removeprefix("assumptions alone: ") in used.belief_sentence
    assert used.belief_sentence.startswith("Baseline under default assumptions ")


def test_that_a_scenario_without_levers_says_what_its_assumptions_do():
    _, cards = _cards(_believing(Scenario(futures=60, last_year=2030)))
    assert {card.difference for card in cards} == {"as the baseline"}
    assert any(card.belief for card in cards)


def test_that_other_figures_are_told_by_medians(plan):
    run, cards = _cards(with_figures(plan, "as_stated"))
    assert run.belief is None
    assert len([card for card in cards if card.belief_sentence]) == len(GENERAL)


def test_that_sentences_name_what_differs(plan, qapp):
    assert beliefs_sentence(plan) == ""
    said = beliefs_sentence(with_figures(_believing(plan), "as_stated"))
    assert said.startswith("Assumptions differ from the default: figures as printed, ")


def test_that_scenarios_under_other_assumptions_are_named(qapp):
    plan = with_lever(Scenario(title="Plan"), "alibaba_plan", 760.0)
    scenarios, titles = (Scenario(), plan, _believing(plan)), ("Baseline", "Plan", "Believing")
    assert other_beliefs(scenarios[:2], titles[:2]) == ""
    said = other_beliefs(scenarios, titles)
    assert said.startswith("Under other assumptions or figures than Baseline: Believing. ")
    assert said.endswith("are not those of levers alone.")
    own = other_beliefs(scenarios, titles, has_own_baselines=True)
    assert own.endswith("under its own, so that differences are those of levers alone.")


def test_that_a_baseline_is_called_by_whose_assumptions_it_rests_on(qapp):
    assert baseline_name(Scenario(title="Vouchers")) == "Baseline"
    said = baseline_name(_believing(Scenario(title="Strong\ncrowd-in")))
    assert said.startswith("Baseline (assumptions of ")
    assert "Strong crowd-in" in said
    assert "As printed" in baseline_name(with_figures(Scenario(title="As printed"), "as_stated"))
