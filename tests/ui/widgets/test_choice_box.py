"""The wheel rolls over boxes of choices and tabs, and changes none of them."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from tests.rolling import roll
from tests.some import some
from ui.widgets.fields.choice_box import ChoiceBox


def test_that_the_wheel_chooses_nothing_in_a_box_that_it_rolls_over(qtbot):
    box = ChoiceBox()
    qtbot.addWidget(box)
    box.addItems(["first", "second", "third"])
    with qtbot.waitExposed(box):
        box.show()
    box.setFocus()
    assert not roll(box, -1), "what is around it scrolls"
    assert box.currentText() == "first"
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.currentText() == "second", "keys choose"


def test_that_every_box_and_tab_of_the_window_leaves_the_wheel_to_what_scrolls(drawn):
    drawn.window.center.setFocus()
    for box in some(drawn.window.findChildren(QComboBox)):
        before = box.currentIndex()
        roll(box, -1)
        assert box.currentIndex() == before, box.accessibleName()
    tabs = drawn.window.side.tabs
    before = tabs.currentIndex()
    roll(tabs.tabBar(), -1)
    assert tabs.currentIndex() == before
