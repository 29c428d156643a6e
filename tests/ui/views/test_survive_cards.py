"""The cards on worlds and misses answer for what is drawn, and hand their answers on."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from planner.model.scenario import Scenario, with_assumption, with_lever, with_target
from planner.model.targets.target import Target
from planner.quantities.spread import fixed
from planner.studies.answers.about import About
from ui.views.ask.cards import CARDS
from ui.views.ask.worlds.discover import DiscoverCard
from ui.views.ask.worlds.survive import SurviveCard

A_MINUTE = 60_000
VOUCHERS = with_lever(
    Scenario(title="More vouchers", futures=200), "voucher_budget.shanghai", 3000.0
)
MONEY = with_lever(Scenario(title="More money", futures=200), "alibaba_plan", 760.0)
TARGET = Target("used_compute", "at least", 3000.0, year=2030)


@pytest.fixture
def answered(drawn, qtbot):
    """Return what opens scenarios and a card that has answered for them."""

    def open_(key, *scenarios):
        for each in scenarios:
            drawn.workspace.open(each, anew=True)
        drawn.window.actions_[f"ask_{key}"].trigger()
        card = drawn.ask.panel.cards[key]
        titles = {each.title for each in scenarios if each.levers and each.last_year >= 2030}
        qtbot.waitUntil(lambda: _is_answered(card, titles), timeout=A_MINUTE)
        return card

    return open_


def test_that_both_cards_have_their_rows():
    keys = [row.key for row in CARDS]
    assert {SurviveCard.key, DiscoverCard.key} <= set(keys)


def test_that_the_baseline_alone_is_no_advice(drawn):
    drawn.window.actions_["ask_survive"].trigger()
    card = drawn.ask.panel.cards["survive"]
    assert card.answer() is None
    assert "has levers of its own" in card.blank.text()


def test_that_drawn_scenarios_are_held_against_each_other(answered, qtbot):
    card = answered("survive", VOUCHERS, MONEY)
    survival, points = card.found.survival, card.found.points
    assert survival.scenarios == ("More vouchers", "More money")
    assert [each.title for each in points.points] == ["", "More vouchers", "More money"]
    assert "best" in card.sentence.text()
    assert card.answer().answer.table.rows
    assert "Tight chips" in card.worlds.accessibleDescription()

    qtbot.mouseClick(card.page_link, Qt.MouseButton.LeftButton)
    assert card.page_link.text() == "Worlds"
    assert card.sentence.text().startswith("Not beaten")
    assert card.tradeoff.points.picture.in_words().startswith("Do nothing")


def test_that_a_scenario_that_ends_before_the_year_is_said_to_be_left_out(answered):
    card = answered("survive", replace(MONEY, last_year=2028), VOUCHERS)
    assert card.found.survival.scenarios == ("More vouchers",)
    said = "Left out, as it ends before Dec 2030: More money."
    assert card.sentence.text().endswith(said)
    assert card.answer().answer.sentence.endswith(said)
    card.page_link.click()
    assert card.sentence.text().endswith(said)
    assert card.answer().answer.sentence.endswith(said)


def test_that_less_may_be_better(answered, qtbot):
    card = answered("survive", VOUCHERS)
    assert card.found.survival.better == "more"
    with qtbot.waitSignal(card.answer_changed, timeout=A_MINUTE):
        qtbot.mouseClick(card.better_link, Qt.MouseButton.LeftButton)
    assert card.found.survival.better == "less"
    assert card.sentence.text() == "Doing nothing is best in all 6 worlds."


def test_that_of_a_price_less_is_better_until_somebody_says_otherwise(answered, qtbot):
    card = answered("survive", VOUCHERS)
    assert card.better_link.text() == "Less is better"
    assert _line(card).endswith("more is better")
    with qtbot.waitSignal(card.answer_changed, timeout=A_MINUTE):
        card.show_about(About("rent", "cloud", 2030), card._run)
    assert card.found.survival.better == "less"
    assert card.better_link.text() == "More is better"
    assert _line(card).endswith("less is better")


def test_that_another_outcome_is_weighed_against_it(answered, qtbot):
    card = answered("survive", VOUCHERS)
    with qtbot.waitSignal(card.answer_changed, timeout=A_MINUTE):
        card.tradeoff.outcome.chosen.emit("voucher_spend_cumulative")
    assert card.found.points.second.outcome == "voucher_spend_cumulative"


def test_that_the_worlds_are_not_run_again_for_another_world_of_the_trade_off(answered, qtbot):
    card = answered("survive", VOUCHERS)
    before, page = card.found.survival, card.tradeoff
    assert card.found.points.world.key == "licensed_chips"
    page.world.setCurrentIndex(1)
    with qtbot.waitSignal(card.answer_changed, timeout=A_MINUTE):
        page.world.activated.emit(1)
    assert card.found.points.world.key == "tight_chips"
    assert card.found.survival is before


def test_that_more_of_the_second_outcome_may_be_better(answered, qtbot):
    card = answered("survive", VOUCHERS)
    box = card.tradeoff.better
    box.setCurrentIndex(box.findData("more"))
    with qtbot.waitSignal(card.answer_changed, timeout=A_MINUTE):
        box.activated.emit(box.currentIndex())
    assert card.found.points.better == ("more", "more")


def test_that_a_second_outcome_without_a_whole_is_asked_of_its_first_element(answered, qtbot):
    card = answered("survive", VOUCHERS)
    with qtbot.waitSignal(card.answer_changed, timeout=A_MINUTE):
        card.tradeoff.outcome.chosen.emit("rent")
    second = card.found.points.second
    assert (second.outcome, bool(second.element)) == ("rent", True)


def test_that_a_second_outcome_without_a_number_leaves_the_worlds_as_they_are(answered, qtbot):
    card = answered("survive", VOUCHERS)
    card.tradeoff.show_points(None, "no future has a number", ())
    assert card.tradeoff.missing.text() == "no future has a number"
    assert card.answer().answer.study == "survive"


def test_that_assumptions_of_a_scenario_that_is_not_drawn_are_a_world(answered, qtbot):
    own = with_assumption(Scenario(title="My rents", futures=200), "cost_pull", fixed(0.3))
    card = answered("survive", own, VOUCHERS)
    names = [row.world.name for row in card.found.survival.rows]
    assert names[-1] == "Ranges of My rents"
    assert card.tradeoff.world.count() == len(names) == 7


def test_that_each_page_is_kept_as_an_answer_of_its_own(answered, qtbot):
    card = answered("survive", VOUCHERS)
    qtbot.mouseClick(card.page_link, Qt.MouseButton.LeftButton)
    kept = card.answer()
    assert kept.answer.study == "survive-tradeoff"
    assert kept.answer.sentence.startswith("Not beaten")


def test_that_misses_of_the_targets_are_told(answered):
    card = answered("discover", with_target(MONEY, TARGET))
    assert card.found.targets == (TARGET,)
    assert card.sentence.text().startswith("Missed in")
    assert card.answer().answer.study == "discover"


def test_that_without_a_target_below_its_median_is_missed(answered):
    card = answered("discover", MONEY)
    assert card.found.missed == pytest.approx(0.5, abs=0.1)
    (target,) = card.found.targets
    assert (target.outcome, target.sense) == ("enterprises", "at least")


def _is_answered(card, titles):
    if card.found is None:
        return False
    is_of_one = isinstance(card, DiscoverCard)
    told = (card.found.scenario,) if is_of_one else card.found.survival.scenarios
    return titles <= set(told)


@pytest.mark.parametrize("key", ["survive", "discover"])
def test_that_why_there_is_no_answer_is_told_as_a_sentence(drawn, key):
    drawn.window.actions_[f"ask_{key}"].trigger()
    card = drawn.ask.panel.cards[key]
    card._runner.refused.emit("no assumption is drawn")
    assert card.blank.text() == "No assumption is drawn."


def _line(card):
    """Return the line under the title, as whole as it is told."""
    return card.line.toolTip().removesuffix("</p>") or card.line.text()
