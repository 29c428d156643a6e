"""A part that was jumped to stays at the top while others grow, until a hand scrolls."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from ui.widgets.ask.holding_scroll import HoldingScroll

PARTS = 6


@pytest.fixture
def scroll(qtbot):
    made, page = HoldingScroll(), QWidget()
    layout = QVBoxLayout(page)
    for number in range(PARTS):
        part = QPushButton(str(number))
        part.setMinimumHeight(100)
        layout.addWidget(part)
    made.setWidgetResizable(True)
    made.setWidget(page)
    made.resize(300, 250)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def _parts(scroll):
    return scroll.widget().findChildren(QPushButton)


def _top(scroll, part):
    return part.mapTo(scroll.viewport(), QPoint(0, 0)).y()


def _grow(scroll, by=90):
    first = _parts(scroll)[0]
    first.setMinimumHeight(first.minimumHeight() + by)
    QApplication.sendPostedEvents()
    QApplication.processEvents()


def test_that_a_part_stays_at_the_top_while_others_above_it_grow(scroll):
    part = _parts(scroll)[3]
    scroll.hold(part)
    assert _top(scroll, part) == 0
    _grow(scroll)
    assert _top(scroll, part) == 0


def test_that_the_last_part_is_at_the_top_once_there_is_room(scroll):
    part = _parts(scroll)[-1]
    scroll.hold(part)
    assert _top(scroll, part) > 0
    part.setMinimumHeight(400)
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    assert _top(scroll, part) == 0


def test_that_a_hand_that_scrolls_is_let_go_where_it_is(scroll):
    part = _parts(scroll)[3]
    scroll.hold(part)
    place = QPointF(scroll.viewport().rect().center())
    turned = QWheelEvent(
        place,
        scroll.viewport().mapToGlobal(place),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(scroll.viewport(), turned)
    before = scroll.verticalScrollBar().value()
    assert _top(scroll, part) > 0
    _grow(scroll)
    assert scroll.verticalScrollBar().value() == before


def test_that_the_keys_go_on_to_what_is_not_held(scroll, qtbot):
    parts = _parts(scroll)
    scroll.hold(parts[4])
    parts[1].setFocus()
    qtbot.keyClick(parts[1], Qt.Key.Key_Tab)
    assert 0 <= _top(scroll, parts[2]) < scroll.viewport().height()
    _grow(scroll, 10)
    assert _top(scroll, parts[4]) > 0
