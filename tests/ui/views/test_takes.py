"""The card "What does it take?" asks, answers at rest, applies in one step, and refuses kindly."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from planner.model.scenario import Scenario, lever_value, with_lever, with_target
from planner.model.targets.target import Target
from planner.studies.answers.about import About
from planner.studies.solve.handle import moved
from tests.some import some
from ui.charts.takes.curve import plot_of
from ui.style.theme import LIGHT
from ui.views.ask.takes.card import TakesCard
from ui.views.ask.takes.levers import groups_without
from ui.views.ask.takes.sentences import SentencesLabel
from ui.views.ask.takes.wish import Wish, of_number, usual_lever, usual_wish

CENTERS = "center_sellable_target"
FEW = Scenario(title="Few", futures=64, last_year=2028, draws="as drawn")
NETWORK = with_lever(replace(FEW, title="Network"), "network_build_time", 2.0)


@pytest.fixture
def card(drawn):
    """Return the card, of a scenario of few futures, asked about used compute in 2028."""
    drawn.workspace.open(NETWORK, anew=True)
    drawn.window.center.choose_year(2028)
    drawn.window.actions_["ask_takes"].trigger()
    panel = drawn.ask.panel
    assert panel is not None
    panel.head.outcome.chosen.emit("used_compute")
    found = panel.cards["takes"]
    assert isinstance(found, TakesCard)
    found.levers.chosen.emit((CENTERS,))
    return found


def _typed(field, text):
    field.setText(text)
    field.setModified(True)
    field.editingFinished.emit()


def _solved(card, qtbot, level):
    _typed(card.goal.level, level)
    qtbot.waitUntil(card_has_answer(card), timeout=20_000)
    return card.answer().answer


def card_has_answer(card):
    """Return whether the card has an answer, as a question to be asked again."""
    return lambda: card.answer() is not None


def test_that_an_answer_is_applied_as_one_step_that_is_undone(card, drawn, qtbot):
    answer = _solved(card, qtbot, "1600")
    assert "met in" in card.sentence.text()
    assert card.links["apply"].isVisible()
    before = drawn.workspace.current.undo_stack.count()
    (lever,) = (row for row in some(answer.table.rows) if row[0] == "lever")
    card.links["apply"].click()
    assert lever_value(drawn.workspace.current.scenario, CENTERS) == pytest.approx(lever[4])
    assert drawn.workspace.current.undo_stack.count() == before + 1
    drawn.workspace.current.undo_stack.undo()
    assert lever_value(drawn.workspace.current.scenario, CENTERS) == lever[3]


def test_that_the_answer_is_about_what_is_asked_and_carries_its_curve(card, qtbot):
    answer = _solved(card, qtbot, "1600")
    assert answer.study == "takes"
    assert answer.about == About("used_compute", "", 2028)
    assert answer.sentence.startswith("Used compute: at least 1,600")
    picture = QImage(400, 200, QImage.Format.Format_ARGB32)
    picture.fill(0)
    painter = QPainter(picture)
    card.answer().paint(painter, QRectF(0, 0, 400, 200), LIGHT)
    painter.end()
    assert any(picture.pixel(x, 100) for x in range(60, 380))
    view = card.curve
    plot = plot_of(view.rect().toRectF())
    assert "Network: " in view.text_at(plot.center().x())
    assert view.text_at(plot.left() - 5) == ""
    assert not view.grab().isNull()


def test_that_what_is_out_of_reach_says_why_and_offers_nothing_to_apply(card, qtbot):
    _solved(card, qtbot, "2500")
    assert card.sentence.text().startswith("Nothing reaches it")
    assert "Would help most" in card.more.text()
    assert not card.links["apply"].isVisible()


def test_that_another_scenario_may_be_the_level(card, drawn, qtbot):
    drawn.workspace.open(FEW, anew=True)
    key = next(each.key for each in drawn.workspace.scenarios if each.scenario == NETWORK)
    card.goal.sense.menu().aboutToShow.emit()
    action = next(each for each in card.goal.sense.menu().actions() if each.data() == key)
    assert action.text() == "As much as Network"
    action.trigger()
    assert not card.goal.level.isVisible()
    assert card.goal.share.text() == "50%"
    qtbot.waitUntil(card_has_answer(card), timeout=20_000)
    assert "as in Network" in card.answer().answer.sentence


def test_that_what_cannot_be_read_is_marked_and_nothing_is_lost(card, qtbot):
    _solved(card, qtbot, "1600")
    _typed(card.goal.level, "lots")
    assert "lots" in card.sentence.text()
    assert card.goal.level.property("look") == "beyond"
    _typed(card.goal.share, "140%")
    assert card.goal.share.property("look") == "beyond"
    assert card.answer() is not None


def test_that_two_levers_are_solved_with_their_way(card, qtbot):
    card.levers.chosen.emit((CENTERS, "network_build_time"))
    assert [each.isVisible() for each in card.levers.buttons] == [True, True, False, False]
    _solved(card, qtbot, "1650")
    assert card.curve.drawing is not None
    assert card.curve.drawing.handle is None


def test_that_a_lever_that_moves_another_one_is_not_offered_twice():
    offered = [
        each.value for group in some(groups_without(["voucher_budget"])) for each in group.entries
    ]
    assert "voucher_budget.chengdu" not in offered
    assert {"subsidy_rate.chengdu", "alibaba_plan"} <= set(offered)
    assert "alibaba_capex" not in offered


def test_that_the_target_of_the_scenario_is_what_is_wanted_first(drawn):
    run = drawn.published.run
    assert run is not None
    about = About("enterprises", "", 2030)
    wish = usual_wish(about, run, None)
    assert wish.sense == "at least"
    assert wish.level == float(f"{wish.level:.2g}")
    target = Target("enterprises", "at most", 13_000.0, "", 2030)
    scenario = with_target(run.scenario, target)
    own = replace(run, projection=replace(run.projection, scenario=scenario))
    found = usual_wish(about, own, wish)
    assert (found.sense, found.level, found.levers) == ("at most", 13_000.0, wish.levers)


def test_that_the_usual_lever_is_one_that_is_changed_else_one_of_the_subject():
    assert usual_lever(About("used_compute", "", 2030), NETWORK) == "network_build_time"
    assert usual_lever(About("used_compute", "", 2030), FEW) == CENTERS
    fourfold = moved(FEW, "voucher_budget", 6040.0)
    assert usual_lever(About("used_compute", "", 2030), fourfold) == "voucher_budget"
    assert usual_lever(About("enterprises", "", 2030), FEW) == "voucher_budget"
    assert usual_lever(About("enterprises", "chengdu", 2030), FEW) == "voucher_budget.chengdu"


def test_that_from_a_scenario_back_to_a_number_the_share_is_the_usual_one():
    wish = Wish("at least", 9.0, 0.9, (CENTERS,)).beside("key")
    assert (wish.share, wish.other) == (0.5, "key")
    assert of_number(wish, sense="at most") == Wish("at most", 9.0, 0.8, (CENTERS,))
    assert of_number(wish, share=0.6, keeps_other=True).other == "key"


def test_that_as_many_sentences_are_shown_as_fit_and_all_are_in_the_tip(qtbot):
    found = SentencesLabel()
    qtbot.addWidget(found)
    found.show()
    found.resize(200, 200)
    found.show_sentences(("First one here.", "Second one. " * 30, "Third."))
    assert found.text() == "First one here."
    assert "Third." in found.toolTip()
    found.resize(9000, 200)
    assert found.text().endswith("Third.")


def test_that_one_lever_may_go_as_far_as_its_bounds_say(card, qtbot):
    _solved(card, qtbot, "2500")
    assert (card.bounds.low.text(), card.bounds.high.text()) == ("20%", "90%")
    _typed(card.bounds.high, "70")
    qtbot.waitUntil(card_has_answer(card), timeout=20_000)
    assert "to 70%, the end of its range" in card.sentence.text()
    _typed(card.bounds.low, "95")
    assert card.bounds.low.property("look") == "beyond"
    assert "no room" in card.sentence.text()
    card.levers.chosen.emit((CENTERS, "network_build_time"))
    assert not card.bounds.isVisible()
