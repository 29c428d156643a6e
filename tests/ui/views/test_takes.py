"""The card "What does it take?" asks, answers at rest, applies in one step, and refuses kindly."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from planner.model.scenario import Scenario, lever_value, with_lever, with_target
from planner.model.targets.target import Target
from planner.studies.answers.about import About
from planner.studies.solve import question
from planner.studies.solve.handle import moved
from planner.studies.solve.question import Goal
from tests.some import some
from ui.charts.takes.curve import plot_of
from ui.style.theme import LIGHT
from ui.views.ask.takes.asked import question_of
from ui.views.ask.takes.card import TakesCard
from ui.views.ask.takes.lever_row import groups_without
from ui.views.ask.takes.offers import offers
from ui.views.ask.takes.sentences import SentencesLabel
from ui.views.ask.takes.wish import Wish, is_still_meant, usual_lever, usual_wish
from ui.wording.answers.solve import lever_text

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


def _offered(card, text):
    """Return the row of the menu of goals that says a text."""
    card.goal.sense.menu().aboutToShow.emit()
    return next(each for each in card.goal.sense.menu().actions() if each.text() == text)


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


def test_that_an_answer_of_very_many_futures_says_how_many_were_tried_and_is_applied(
    card, drawn, qtbot, monkeypatch
):
    monkeypatch.setattr(question, "FUTURES_AT_MOST", 32)
    answer = _solved(card, qtbot, "1600")
    assert (answer.stamp.futures, answer.stamp.of) == (32, 64)
    assert answer.stamp.fewer.startswith("32 of 64 futures are used")
    before = drawn.workspace.current.undo_stack.count()
    card.links["apply"].click()
    assert drawn.workspace.current.undo_stack.count() == before + 1


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
    _offered(card, "As much as Network").trigger()
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


def test_that_escape_gives_back_a_refused_number_and_the_answer_again(card, drawn, qtbot):
    _solved(card, qtbot, "1600")
    said = card.sentence.text()
    _typed(card.goal.level, "lots")
    assert card.sentence.text() != said
    qtbot.keyClick(card.goal.level, Qt.Key.Key_Escape)
    assert card.goal.level.text() == "1,600"
    assert card.sentence.text() == said
    assert drawn.ask.is_open


def test_that_two_levers_are_solved_with_their_way(card, qtbot):
    card.levers.chosen.emit((CENTERS, "network_build_time"))
    assert [each.button.isVisible() for each in card.levers.rows] == [True, True, False, False]
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
    assert wish.of_number(sense="at most") == Wish("at most", 9.0, 0.8, (CENTERS,))


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


def test_that_each_lever_may_go_as_far_as_its_bounds_say(card, qtbot):
    _solved(card, qtbot, "2500")
    bounds = card.levers.rows[0].bounds
    assert (bounds.low.text(), bounds.high.text()) == ("20%", "90%")
    _typed(bounds.high, "70")
    qtbot.waitUntil(card_has_answer(card), timeout=20_000)
    assert "to 70%, the end of its range" in card.sentence.text()
    _typed(bounds.low, "95")
    assert bounds.low.property("look") == "beyond"
    assert "no room" in card.sentence.text()
    card.levers.chosen.emit((CENTERS, "network_build_time"))
    network = card.levers.rows[1].bounds
    _typed(network.low, "3")
    assert (network.low.text(), network.high.text()) == ("3", "12")
    assert [each.low for each in card._wish.handles] == [0.2, 3.0]
    _typed(network.low, "")
    assert network.low.text() == "1"


def test_that_a_bound_is_as_wide_as_its_number(card):
    card.levers.chosen.emit(("voucher_budget",))
    field = card.levers.rows[0].bounds.high
    assert field.text() == "10,000"
    assert field.fontMetrics().horizontalAdvance(field.text()) < field.width() - 8


def test_that_the_lever_that_would_help_most_may_move_as_well(card, qtbot):
    _solved(card, qtbot, "2500")
    assert card.links["more"].isVisible()
    card.links["more"].click()
    names = [each.name for each in card._wish.handles]
    assert names[0] == CENTERS
    assert len(names) == 2
    assert lever_text(names[1]) in card.levers.rows[1].button.full_text


def test_that_a_target_of_the_scenario_is_wanted_and_asked_about(card, drawn, qtbot):
    targets = (
        Target("used_compute", "at least", 1500.0, "", 2028),
        Target("voucher_spend", "at most", 4000.0),
    )
    wanted = replace(NETWORK, targets=targets, title="Wanted")
    drawn.workspace.open(wanted, anew=True)
    qtbot.waitUntil(lambda: drawn.published.run.scenario == wanted, timeout=20_000)
    _offered(card, "Vouchers paid: at most 4,000 M CNY/yr, every year").trigger()
    assert drawn.ask.panel.about.outcome == "voucher_spend"
    assert (card.goal.sense.full_text, card.goal.level.text()) == ("At most", "4,000")
    assert card.goal._unit._full == "M CNY/yr, every year, in"
    _typed(card.goal.level, "3000")
    assert card._wish.targets == (replace(targets[1], level=3000.0),)
    drawn.window.center.choose_year(2027)
    assert (card._about.year, card._wish.targets[0].level) == (2027, 3000.0)
    qtbot.waitUntil(card_has_answer(card), timeout=20_000)
    assert "every year" in card.answer().answer.sentence
    _offered(card, "Both targets").trigger()
    assert card.goal.sense.full_text == "Both targets"
    qtbot.waitUntil(card_has_answer(card), timeout=20_000)
    assert card.answer().answer.sentence.startswith("Both targets: ")
    _offered(card, "At most").trigger()
    assert card.goal.level.isVisible()


def test_that_the_baseline_and_other_scenarios_are_levels_on_either_side(card, drawn):
    drawn.workspace.open(replace(FEW, title="Few"), anew=True)
    _offered(card, "No more than Network").trigger()
    assert card.goal.sense.full_text == "No more than Network"
    _offered(card, "As much as the baseline").trigger()
    assert card.goal.sense.full_text == "As much as the baseline"
    assert card.goal.other("no such key") is None


def test_that_a_wish_goes_with_its_target_and_stays_otherwise():
    about = About("used_compute", "", 2028)
    target = Target("used_compute", "at least", 1500.0, "", 2028)
    before, after = replace(FEW, targets=(target,)), replace(FEW, targets=())
    wish = Wish("at least", 1500.0, 0.8, (CENTERS,))
    assert is_still_meant(wish, about, before, before)
    assert not is_still_meant(wish, about, before, after)
    assert is_still_meant(replace(wish, level=1400.0), about, before, after)
    every = replace(target, year=None)
    assert not is_still_meant(wish.of_targets((every,)), about, before, before)
    assert wish.of_targets((target,)) == wish
    assert wish.of_targets((every,)).of_number() == wish


def test_that_a_question_has_the_baseline_beside_it_where_that_differs(drawn):
    run = drawn.published.run
    wish = Wish("at least", 1500.0, 0.6, (CENTERS,))
    about = About("used_compute", "", 2028)
    asked = question_of(about, wish, run, None)
    assert asked.goal == Goal(about, "at least", 1500.0)
    assert (asked.probability, asked.beside) == (0.6, None)
    moved_on = with_lever(run.scenario, "network_build_time", 2.0)
    other = replace(run, projection=replace(run.projection, scenario=moved_on))
    assert question_of(about, wish, other, None).beside is not None
    every = wish.of_targets((Target("used_compute", "at least", 300.0),))
    assert question_of(about, every, run, None).last_year == run.scenario.last_year
    assert question_of(about, wish, run, moved_on).other == moved_on


def test_that_what_may_be_wanted_stands_in_groups():
    about, wish = About("used_compute", "", 2028), Wish("at least", 9.0, 0.8, (CENTERS,))
    assert [len(each) for each in offers(about, wish, FEW, ())] == [2]
    beyond = Target("used_compute", "at least", 9.0, "", 2040)
    one = Target("rent", "at most", 20.0, "cloud")
    found = offers(about, wish, replace(FEW, targets=(beyond, one)), (("k", "Other"),))
    texts = [[each.text for each in group] for group in found]
    assert texts[0] == ["At least", "At most"]
    assert len(texts[1]) == 1
    assert texts[2] == ["As much as Other", "No more than Other"]
    assert found[1][0].about.year == 2028
    assert found[2][1].wish == wish.beside("k", "at most")


def test_that_a_typed_level_stays_in_another_year_and_goes_with_another_outcome(card, drawn):
    _typed(card.goal.level, "1600")
    drawn.window.center.choose_year(2027)
    assert (card._about.year, card._wish.level) == (2027, 1600.0)
    drawn.ask.panel.head.outcome.chosen.emit("rent")
    assert card._wish.level != 1600.0


def test_that_other_units_keep_what_is_wanted_between_the_bounds_that_were_typed(card, drawn):
    drawn.ask.panel.head.outcome.chosen.emit("voucher_spend")
    card.levers.chosen.emit(("voucher_budget",))
    _typed(card.goal.level, "720")
    _typed(card.goal.share, "70")
    _typed(card.levers.rows[0].bounds.high, "1440")
    wish = card._wish
    drawn.window.actions_["money_usd"].trigger()
    try:
        assert card._wish == wish
        assert drawn.ask.panel.cards["takes"] is card
        assert (card.goal.level.text(), card.goal.share.text()) == ("100", "70%")
        assert card.levers.rows[0].bounds.high.text() == "200"
    finally:
        drawn.window.actions_["money_cny"].trigger()
