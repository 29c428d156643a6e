"""The tab key goes through parts one after the other, wherever they were made."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.some import some
from ui.widgets.focus.order import first_stop, follow_each_other


def _part(*names: str) -> QWidget:
    part = QWidget()
    layout = QVBoxLayout(part)
    for name in names:
        field = QLineEdit()
        field.setObjectName(name)
        layout.addWidget(field)
    return part


def _stops(window):
    """Return the names of what the tab key stops at, once around."""
    names, widget = [], window.nextInFocusChain()
    while widget is not window:
        names.append(widget.objectName())
        widget = widget.nextInFocusChain()
    return [name for name in names if len(name) == 1]


@pytest.fixture
def window(qtbot: QtBot):
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window)
    return window


@pytest.fixture
def parts(window):
    parts = [_part("a", "b"), _part("c"), _part("d", "e", "f")]
    for part in some(parts):
        window.layout().addWidget(part)
    return parts


def test_that_parts_follow_each_other_and_keep_their_own_order(window, parts):
    QWidget.setTabOrder(parts[2].findChild(QLineEdit, "f"), parts[2].findChild(QLineEdit, "e"))
    before, (first, second, third) = _stops(window), parts
    assert before == ["a", "b", "c", "d", "f", "e"]
    follow_each_other((third, first, second))
    around = _stops(window)
    start = around.index("d")
    assert around[start:] + around[:start] == ["d", "f", "e", "a", "b", "c"]


def test_that_parts_that_lie_in_no_window_yet_follow_each_other_in_it(window, parts):
    late = _part("g", "h")
    follow_each_other((late, _part_in(late, "h")))
    window.layout().addWidget(late)
    follow_each_other((parts[0], late, parts[1]))
    around = _stops(window)
    start = around.index("a")
    assert (around[start:] + around[:start])[:5] == ["a", "b", "g", "h", "c"]


def _part_in(part: QWidget, name: str) -> QWidget:
    found = part.findChild(QLineEdit, name)
    assert found is not None
    return found


def test_that_a_button_that_is_no_stop_now_comes_along(window, parts):
    button = QPushButton()
    button.setObjectName("x")
    parts[1].layout().addWidget(button)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    follow_each_other((parts[1], parts[0]))
    around = _stops(window)
    start = around.index("c")
    assert (around[start:] + around[:start])[:4] == ["c", "x", "a", "b"]
    assert button.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_that_the_first_stop_of_a_part_is_one_that_can_be_used(window, parts):
    window.show()
    assert first_stop(parts[2]) is _part_in(parts[2], "d")
    _part_in(parts[2], "d").setEnabled(False)
    assert first_stop(parts[2]) is _part_in(parts[2], "e")
    assert first_stop(QWidget(window)) is None
