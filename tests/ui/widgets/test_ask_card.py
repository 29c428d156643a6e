"""A card of Ask: its state, its progress, and what it says where there is no answer."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from ui.widgets.ask.card import AskCard


@pytest.fixture
def card(qtbot):
    made = AskCard("Why did it change?")
    qtbot.addWidget(made)
    made.show()
    return made


def test_that_a_long_answer_shows_its_progress_and_can_be_canceled(card, qtbot):
    card.show_state("live")
    assert card.cancel_button.isHidden()
    card.show_progress(0.25)
    assert card.progress.value() == 25
    with qtbot.waitSignal(card.canceled):
        card.cancel_button.click()
    card.show_state("live")
    assert card.progress.isHidden()
    assert card.state.text() == "live"


def test_that_a_card_without_an_answer_says_why_in_place_of_its_body(card):
    table = card.add_link("table", "Table")
    card.show_sentence("A fifth comes from both.")
    card.show_blank("Nothing is changed.")
    assert card.blank.isVisible()
    assert not table.isVisible()
    assert card.sentence.text() == ""
    card.show_blank("")
    QApplication.processEvents()
    assert card.blank.isHidden()
    assert table.isVisible()


def test_that_an_action_is_a_link_at_the_foot(card, qtbot):
    table = card.add_link("table", "Table")
    with qtbot.waitSignal(table.clicked):
        table.click()
    assert card.links["table"] is table


def test_that_a_card_tells_which_other_answer_comes_first(card):
    card.resize(700, 300)
    card.show_waiting("How to split a budget?")
    assert card.waiting.isVisible()
    assert card.cancel_button.isVisible()
    assert "How to split a budget?" in card.waiting.text()
    card.show_progress(0.1)
    assert not card.waiting.isVisible()
    card.show_waiting("How to split a budget?")
    card.show_state("")
    assert not card.waiting.isVisible()
    assert card.progress.isHidden()


def test_that_the_room_of_a_sentence_does_not_shrink_while_a_hand_moves(card, qtbot):
    card.resize(300, 300)
    card.show_sentence("A sentence of several words that takes more than two lines. " * 3)
    qtbot.waitUntil(lambda: card.sentence.height() > 3 * card.fontMetrics().height())
    high = card.sentence.height()
    card.show_sentence("A short one.", is_moving=True)
    QApplication.processEvents()
    assert card.sentence.height() == high
    card.show_sentence("A short one.")
    qtbot.waitUntil(lambda: card.sentence.height() < high)


@pytest.mark.parametrize(("times", "is_below"), [(1, False), (12, True)])
def test_that_links_stand_below_a_sentence_that_runs_on_beside_them(card, times, is_below):
    card.add_link("lower", "Lower")
    pin = card.add_link("pin", "Pin as scenario")
    card.resize(400, 400)
    card.show_sentence("A sentence of words. " * times)
    QApplication.processEvents()
    assert card.foot.has_links_below == is_below
    place = pin.mapTo(card.foot, QPoint(0, 0))
    assert (place.y() > card.sentence.geometry().bottom()) == is_below
    assert (card.sentence.geometry().right() > place.x()) == is_below
    card.resize(2000, 400)
    QApplication.processEvents()
    assert not card.foot.has_links_below


def test_that_links_do_not_rise_while_a_hand_moves(card):
    card.add_link("pin", "Pin as scenario")
    card.resize(400, 400)
    card.show_sentence("A sentence of words. " * 12)
    QApplication.processEvents()
    card.show_sentence("A short one.", is_moving=True)
    assert card.foot.has_links_below
    card.show_sentence("A short one.")
    assert not card.foot.has_links_below
