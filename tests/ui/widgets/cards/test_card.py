"""One card: what it paints, what a hand and keys do with it, what a screen reader hears."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from ui.widgets.cards.card import KpiCard, spoken, tip
from ui.widgets.cards.painter import CardForm, CardPainter
from ui.wording.key_figures import KpiDisplay

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SHOWN = KpiDisplay(
    title="Used compute",
    value="3,250",
    unit="EFLOPS realized",
    difference="+369",
    span="2,682–3,929",
    doc="What it is.",
    short_unit="EFLOPS",
    difference_span="+282 to +466",
    share="higher in 97% of futures",
    short_share="up in 97%",
    whisker=(282.0, 369.0, 466.0),
    full_title="Used compute, all of China",
)


@pytest.fixture
def card(qtbot):
    made = KpiCard()
    qtbot.addWidget(made)
    made.show_color("#0072b2")
    made.show_display(SHOWN)
    made.resize(240, made.sizeHint().height())
    with qtbot.waitExposed(made):
        made.show()
    return made


def _ink(card, place):
    """Return how many points of a place are not of its ground."""
    image = card.grab(place).toImage().convertToFormat(QImage.Format.Format_RGB32)
    points = np.frombuffer(image.constBits(), np.uint32)
    return points.size - np.unique(points, return_counts=True)[1].max()


def test_that_name_and_tip_say_everything_with_the_unit_in_full():
    assert spoken(SHOWN) == (
        "Used compute, all of China, 3,250 EFLOPS realized, 80% range 2,682–3,929, "
        "difference +369, 80% range +282 to +466, higher in 97% of futures"
    )
    said = tip(SHOWN)
    assert said.startswith("<p>Used compute, all of China: 3,250 EFLOPS realized</p>")
    assert "which need not be what the two medians differ by.</p>" in said
    assert said.endswith("<p>What it is.</p>")


def test_that_a_click_and_enter_open_it(card, qtbot):
    with qtbot.waitSignal(card.opened):
        QTest.mouseClick(card, LEFT, NONE, QPoint(20, 40))
    with qtbot.waitSignal(card.opened):
        QTest.keyClick(card, Qt.Key.Key_Return)


def test_that_the_dots_and_the_menu_key_open_the_menu(card, qtbot):
    dots = CardPainter(CardForm()).dots(card.width()).center()
    with qtbot.waitSignal(card.menu_wanted), qtbot.assertNotEmitted(card.opened):
        QTest.mouseClick(card, LEFT, NONE, dots)


def test_that_a_hand_that_moves_it_does_not_open_it(card, qtbot):
    with qtbot.waitSignal(card.dragged), qtbot.assertNotEmitted(card.opened):
        QTest.mousePress(card, LEFT, NONE, QPoint(20, 40))
        QTest.mouseMove(card, QPoint(120, 40))
        QTest.mouseRelease(card, LEFT, NONE, QPoint(120, 40))


@pytest.mark.parametrize(
    ("key", "modifier", "name"),
    [
        (Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier, "shifted"),
        (Qt.Key.Key_Delete, NONE, "removal_wanted"),
    ],
)
def test_that_keys_move_and_remove_it(card, qtbot, key, modifier, name):
    with qtbot.waitSignal(getattr(card, name)):
        QTest.keyClick(card, key, modifier)


@pytest.mark.parametrize("is_low", [False, True])
def test_that_no_two_texts_of_a_narrow_card_overlap(card, is_low):
    """Each line holds no more ink than its parts side by side: what has no room is left out."""
    card.set_form(is_low=is_low, has_belief=False)
    for width in (110, 140, 175, 211, 300):
        card.resize(width, card.sizeHint().height())
        painter = CardPainter(CardForm(is_low=is_low))
        for line in range(3 if is_low else 4):
            row = painter.lines(line, line, width)
            edge = row.adjusted(-8, 0, -row.width() - 1, 0)
            assert _ink(card, edge) == 0, "nothing leaves its line"


def test_that_a_low_card_is_lower_and_keeps_the_difference(card):
    high = card.sizeHint().height()
    card.set_form(is_low=True, has_belief=False)
    assert card.sizeHint().height() < high - 20
    card.resize(180, card.sizeHint().height())
    assert _ink(card, CardPainter(CardForm(is_low=True)).lines(2, 2, 180)) > 30


def test_that_a_low_card_keeps_its_unit_where_the_name_has_no_room_for_it(card):
    card.set_form(is_low=True, has_belief=False)
    card.resize(330, card.sizeHint().height())
    value = CardPainter(CardForm(is_low=True)).lines(1, 1, 330).adjusted(60, 0, -120, 0)
    assert _ink(card, value) == 0, "the unit stands behind the name"
    card.show_display(replace(SHOWN, title="Used compute of all the centers there are, in 2028"))
    assert _ink(card, value) > 30, "and else behind the value"


@pytest.mark.parametrize(("width", "needs_short"), [(260, False), (150, True)])
def test_that_a_high_card_writes_the_short_share_where_the_long_one_has_no_room(
    card, width, needs_short
):
    shown = replace(SHOWN, short_share="")
    card.resize(width, card.sizeHint().height())
    line = CardPainter(CardForm()).lines(3, 3, width).adjusted(0, 0, -50, 0)
    card.show_display(shown)
    assert (_ink(card, line) == 0) == needs_short, "nothing is cut: the short one stands there"
    card.show_display(SHOWN)
    assert _ink(card, line) > 30


def test_that_a_narrow_high_card_has_its_unit_behind_the_name_and_keeps_its_range(card):
    for width, is_beside in ((240, True), (170, False)):
        card.resize(width, card.sizeHint().height())
        place = CardPainter(CardForm()).lines(1, 1, width)
        value, span = place.adjusted(0, 0, -place.width() + 60, 0), place.adjusted(100, 0, 0, 0)
        assert _ink(card, value) > 30
        assert _ink(card, span) > 30
        between = place.adjusted(64, 0, -place.width() + 78, 0)
        assert (_ink(card, between) > 0) == is_beside
