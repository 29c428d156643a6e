"""The tour: four steps on real controls, each done by doing it, by keys or by the button."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.some import some
from tests.ui.conftest import A_MINUTE
from ui.controllers.first.tour import LEVER
from ui.parts import Suanli
from ui.views.first.tour_frame import TourFrame
from ui.wording.first.tour import STEPS


@pytest.fixture
def frame(suanli: Suanli, qtbot: QtBot) -> TourFrame:
    center = suanli.window.center
    qtbot.waitUntil(lambda: suanli.window.focusWidget() is center)  # as the first picture leaves it
    suanli.window.actions_["help_tour"].trigger()
    found = suanli.window.findChild(TourFrame)
    assert found is not None
    assert found.isVisible()
    return found


def test_that_it_is_offered_beside_the_questions(suanli: Suanli, qtbot: QtBot):
    suanli.window.actions_["help_first"].trigger()
    questions = suanli.window.center.first.questions
    QTest.mouseClick(questions.tour_link, Qt.MouseButton.LeftButton)
    assert not questions.isVisible()
    found = suanli.window.findChild(TourFrame)
    assert found is not None
    assert found.isVisible()
    assert suanli.settings.flag("first_steps", default=False)


def test_that_keys_turn_it_and_escape_closes_it(frame: TourFrame, suanli: Suanli):
    for step in some(STEPS[1:]):
        QTest.keyClick(frame.next, Qt.Key.Key_Right)
        assert frame.title.text() == step.title
    QTest.keyClick(frame.next, Qt.Key.Key_Left)
    assert frame.title.text() == STEPS[2].title
    assert frame.count.text() == "3 of 4"
    QTest.keyClick(frame.next, Qt.Key.Key_Escape)
    assert not frame.isVisible()
    assert not frame.mark.isVisible()


def test_that_enter_goes_on_and_ends_it_at_the_last_step(frame: TourFrame):
    for _ in range(len(STEPS)):
        assert frame.isVisible()
        QTest.keyClick(frame.next, Qt.Key.Key_Return)
    assert not frame.isVisible()


def test_that_doing_a_step_goes_on(frame: TourFrame, suanli: Suanli, qtbot: QtBot, tmp_path):
    slider = suanli.window.side.levers.row(LEVER).slider
    QTest.keyClick(slider, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: frame.title.text() == STEPS[1].title, timeout=A_MINUTE)
    QTest.mouseClick(suanli.window.center.kpis.cards[0], Qt.MouseButton.LeftButton)
    assert frame.title.text() == STEPS[2].title
    why = suanli.window.center.answer.why_button
    qtbot.waitUntil(why.isVisible, timeout=A_MINUTE)
    QTest.mouseClick(why, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: frame.title.text() == STEPS[3].title, timeout=A_MINUTE)
    assert suanli.saving.save_to(tmp_path / "kept.scenario.json")
    qtbot.waitUntil(lambda: not frame.isVisible(), timeout=A_MINUTE)


def test_that_it_stays_beside_its_control_while_the_window_changes(
    frame: TourFrame, suanli: Suanli, qtbot: QtBot
):
    QTest.keyClick(frame.next, Qt.Key.Key_Right)
    card = suanli.window.center.kpis.cards[0]
    before = frame.mark.geometry()
    suanli.window.splitter.setSizes([320, 1120])
    qtbot.waitUntil(lambda: frame.mark.geometry() != before)
    around = frame.mark.geometry()
    assert around.contains(card.mapTo(suanli.window, card.rect().center()))
    assert not frame.geometry().adjusted(9, 9, -9, -9).intersects(around.adjusted(5, 5, -5, -5))


def test_that_a_screen_reader_hears_title_and_text(frame: TourFrame):
    assert frame.accessibleName() == STEPS[0].title
    assert frame.next.accessibleDescription() == STEPS[0].text


def test_that_the_control_stays_within_reach(frame: TourFrame, suanli: Suanli):
    row = suanli.window.side.levers.row(LEVER)
    spot = row.mapTo(suanli.window, row.slider.geometry().center())
    assert suanli.window.childAt(spot) is not frame
    assert frame.mark.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
