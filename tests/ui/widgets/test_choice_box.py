"""The wheel rolls over boxes of choices and tabs, and changes none of them."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from tests.some import some
from ui.widgets.fields.choice_box import ChoiceBox


def _roll(widget):
    place = QPointF(widget.rect().center())
    turned = QWheelEvent(
        place,
        widget.mapToGlobal(place),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, turned)
    return turned.isAccepted()


def test_that_the_wheel_chooses_nothing_in_a_box_that_it_rolls_over(qtbot):
    box = ChoiceBox()
    qtbot.addWidget(box)
    box.addItems(["first", "second", "third"])
    with qtbot.waitExposed(box):
        box.show()
    box.setFocus()
    assert not _roll(box), "what is around it scrolls"
    assert box.currentText() == "first"
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.currentText() == "second", "keys choose"


def test_that_every_box_and_tab_of_the_window_leaves_the_wheel_to_what_scrolls(drawn):
    drawn.window.center.setFocus()
    for box in some(drawn.window.findChildren(QComboBox)):
        before = box.currentIndex()
        _roll(box)
        assert box.currentIndex() == before, box.accessibleName()
    tabs = drawn.window.side.tabs
    before = tabs.currentIndex()
    _roll(tabs.tabBar())
    assert tabs.currentIndex() == before
