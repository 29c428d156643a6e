"""The first minute: questions on an untouched baseline, what one opens, and what ends them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.model.scenario import Scenario, with_lever
from tests.some import some
from tests.ui.conftest import A_MINUTE
from ui.app import build
from ui.items.open_scenarios import SECOND_LINE
from ui.parts import Suanli
from ui.views.first.guide_bar import GuideBar
from ui.views.first.question_row import QuestionRow
from ui.wording.first.questions import QUESTIONS
from ui.wording.key_figures import title_of


@pytest.fixture
def first(suanli: Suanli, qtbot: QtBot) -> QuestionRow:
    """Return the questions of a window in which Help > First steps was chosen."""
    center = suanli.window.center
    qtbot.waitUntil(lambda: suanli.window.focusWidget() is center)  # as the first picture leaves it
    suanli.window.actions_["help_first"].trigger()
    questions = suanli.window.center.first.questions
    qtbot.waitUntil(questions.isVisible)
    return questions


def test_that_an_untouched_window_asks_questions_in_place_of_cards(qtbot: QtBot, qapp):
    made = build()
    with qtbot.waitExposed(made.window):
        made.window.show()
    center = made.window.center
    assert center.first.questions.isVisible()
    assert not center.kpis.isVisible()
    made.close()
    made.take_down()


def test_that_each_question_opens_its_scenarios_place_year_and_charts(
    first: QuestionRow, suanli: Suanli
):
    center, workspace = suanli.window.center, suanli.workspace
    for card, question in some(list(zip(first.cards, QUESTIONS, strict=True))):
        suanli.window.actions_["help_first"].trigger()
        QTest.mouseClick(card, Qt.MouseButton.LeftButton)
        titles = [each.title for each in question.scenarios()]
        drawn = [each.scenario.title for each in workspace.scenarios if workspace.is_drawn(each)]
        assert drawn == titles
        assert suanli.document.scenario.title == (titles or ["Baseline"])[0]
        assert "+".join(center.areas.chosen) == question.places
        assert center.year == question.year
        assert center.charts.settings[0].chart == question.charts.split("/")[0]
        assert center.kpis.isVisible()
        assert title_of(question.figure) in suanli.window.shelf.history.kpi.text()
        assert not first.isVisible()
        assert question.title in center.first.guide.accessibleName()
        assert not any(each.is_dirty for each in workspace.documents)


def test_that_choosing_one_again_opens_nothing_twice(first: QuestionRow, suanli: Suanli):
    for _ in range(2):
        suanli.window.actions_["help_first"].trigger()
        QTest.mouseClick(first.cards[2], Qt.MouseButton.LeftButton)
    assert len(suanli.workspace.scenarios) == len(QUESTIONS[2].presets)


def test_that_the_line_tells_a_number_of_the_run_once_it_is_known_to_survive(
    first: QuestionRow, suanli: Suanli, qtbot: QtBot
):
    QTest.mouseClick(first.cards[0], Qt.MouseButton.LeftButton)
    guide = suanli.window.center.first.guide
    qtbot.waitUntil(lambda: "80%" in guide.text.text(), timeout=A_MINUTE)
    assert "enterprises added by vouchers in Chengdu" in guide.text.text()


def test_that_moving_a_lever_takes_the_questions_and_gives_the_cards_back(
    first: QuestionRow, suanli: Suanli
):
    slider = suanli.window.side.levers.row("legal_imports").slider
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert not first.isVisible()
    assert suanli.window.center.kpis.isVisible()
    suanli.document.undo_stack.undo()
    assert not first.isVisible()


def test_that_the_line_of_a_question_stays_while_its_scenarios_are_edited(
    first: QuestionRow, suanli: Suanli, qtbot: QtBot
):
    QTest.mouseClick(first.cards[3], Qt.MouseButton.LeftButton)
    guide, question = suanli.window.center.first.guide, QUESTIONS[3]
    assert isinstance(guide, GuideBar)
    qtbot.waitUntil(lambda: "80%" in guide.text.text(), timeout=A_MINUTE)
    slider = suanli.window.side.levers.row("power_connections").slider
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert guide.isVisible()
    assert question.title in guide.text.text()
    assert guide.accessibleDescription() == question.look, "no number of another scenario"


def test_that_the_line_of_a_question_goes_when_it_is_closed_or_another_is_asked(
    first: QuestionRow, suanli: Suanli
):
    guide = suanli.window.center.first.guide
    QTest.mouseClick(first.cards[3], Qt.MouseButton.LeftButton)
    suanli.window.actions_["new"].trigger()
    assert guide.isVisible()
    suanli.window.actions_["help_first"].trigger()
    assert not guide.isVisible()
    QTest.mouseClick(first.cards[2], Qt.MouseButton.LeftButton)
    assert QUESTIONS[2].title in guide.text.text()
    QTest.mouseClick(guide.closer, Qt.MouseButton.LeftButton)
    assert not guide.isVisible()


def test_that_hiding_them_is_kept_and_help_brings_them_back(first: QuestionRow, suanli: Suanli):
    QTest.mouseClick(suanli.window.center.first.questions.closer, Qt.MouseButton.LeftButton)
    assert not first.isVisible()
    assert not suanli.settings.flag("first_steps", default=True)
    suanli.window.actions_["help_first"].trigger()
    assert first.isVisible()
    assert suanli.settings.flag("first_steps", default=False)


def test_that_keys_go_from_question_to_question_and_escape_hides_them(
    first: QuestionRow, suanli: Suanli
):
    assert suanli.window.focusWidget() is first.cards[0]
    QTest.keyClick(first.cards[0], Qt.Key.Key_Right)
    assert suanli.window.focusWidget() is first.cards[1]
    QTest.keyClick(first.cards[1], Qt.Key.Key_Escape)
    assert not first.isVisible()


def test_that_they_come_back_over_ask_and_go_while_it_stands_there(
    first: QuestionRow, suanli: Suanli
):
    suanli.window.actions_["ask_all"].trigger()
    assert not first.isVisible()
    slider = suanli.window.side.levers.row("legal_imports").slider
    QTest.keyClick(slider, Qt.Key.Key_Right)
    suanli.window.center.cover.take()
    assert not first.isVisible()
    assert suanli.window.center.kpis.isVisible()


def test_that_other_questions_lead_back_to_the_baseline(first: QuestionRow, suanli: Suanli):
    QTest.mouseClick(first.cards[1], Qt.MouseButton.LeftButton)
    QTest.mouseClick(suanli.window.center.first.guide.others, Qt.MouseButton.LeftButton)
    assert first.isVisible()
    assert suanli.document.is_baseline


def test_that_a_scenario_of_a_question_says_once_it_is_not_what_its_title_names(drawn):
    drawn.window.actions_["help_first"].trigger()
    QTest.mouseClick(drawn.window.center.first.questions.cards[3], Qt.MouseButton.LeftButton)
    document, model = drawn.document, drawn.window.shelf.scenarios.model
    came = document.scenario
    assert came.title != Scenario().title
    usual = model.index_of(document).data(SECOND_LINE)
    document.edit("Set", with_lever(came, "other_capex", 900))
    assert model.index_of(document).data(SECOND_LINE).endswith("edited since it was opened")
    document.undo_stack.undo()
    assert model.index_of(document).data(SECOND_LINE) == usual
    document.edit("Set", with_lever(came, "other_capex", 900))
    document.rename("Another plan")
    assert "edited" not in model.index_of(document).data(SECOND_LINE)
