"""A widget that tells itself is heard: name, value, range, parts, what can be done with it."""

import gc

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton, QWidget
from shiboken6 import isValid

from tests.some import some
from ui.accessibility.accessible import Accessible, Part, Quantity, Role
from ui.accessibility.factory import install

TEXT = QAccessible.Text


class Dial(QWidget):
    """A widget that paints itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.value = 600.0
        self.pressed = 0
        self.parts = (Part("Low", "1", QRect(0, 0, 5, 5)), Part("High", "2", QRect(5, 0, 5, 5)))
        self.button = QPushButton("beside", self)

    def accessible(self) -> Accessible:
        return Accessible(
            "Budget",
            Role.Slider,
            value=f"{self.value:g} million",
            description="changed",
            quantity=Quantity(self.value, 0.0, 1000.0, 50.0, self.take),
            is_checked=True,
            press=self.press,
            parts=self.parts,
            leads_to=self.button,
        )

    def take(self, value: float) -> None:
        self.value = value

    def press(self) -> None:
        self.pressed += 1


@pytest.fixture
def dial(qtbot) -> Dial:
    install()
    made = Dial()
    qtbot.addWidget(made)
    return made


def _heard(widget):
    return QAccessible.queryAccessibleInterface(widget)


def test_that_a_widget_says_its_name_value_and_description(dial):
    heard = _heard(dial)
    assert heard.role() == Role.Slider
    assert [heard.text(each) for each in (TEXT.Name, TEXT.Value, TEXT.Description)] == [
        "Budget",
        "600 million",
        "changed",
    ]
    assert heard.state().checked


def test_that_a_value_can_be_set_within_its_ends(dial):
    number = _heard(dial).valueInterface()
    assert (number.minimumValue(), number.maximumValue()) == (0.0, 1000.0)
    assert number.minimumStepSize() == 50.0
    number.setCurrentValue(700.0)
    assert (dial.value, number.currentValue()) == (700.0, 700.0)
    number.setCurrentValue(5000.0)
    assert dial.value == 1000.0


def test_that_it_can_be_pressed_and_leads_to_its_like(dial):
    heard = _heard(dial)
    press = heard.actionInterface().actionNames()[0]
    heard.actionInterface().doAction(press)
    assert dial.pressed == 1
    other, kind = heard.relations()[-1]
    assert (other.object(), kind) == (dial.button, QAccessible.RelationFlag.FlowsTo)


def test_that_painted_parts_stand_behind_child_widgets(dial):
    heard = _heard(dial)
    names = [heard.child(number).text(TEXT.Name) for number in range(heard.childCount())]
    assert names == ["beside", "Low: 1", "High: 2"]
    assert heard.indexOfChild(heard.child(2)) == 2
    corner = dial.mapToGlobal(QPoint(7, 2))
    dial.button.move(50, 50)
    assert heard.childAt(corner.x(), corner.y()).text(TEXT.Name) == "High: 2"
    assert heard.child(1).parent().object() is dial


def test_that_a_part_that_is_gone_says_nothing(dial):
    part = _heard(dial).child(2)
    dial.parts = dial.parts[:1]
    assert not part.isValid()
    assert part.text(TEXT.Name) == ""
    assert _heard(dial).childCount() == 2


def test_that_there_is_no_other_interface(dial):
    heard = _heard(dial)
    assert heard.textInterface() is None
    assert heard.tableCellInterface() is None


def test_that_widgets_may_come_and_go_while_they_are_asked(qtbot):
    install()
    for _ in range(20):
        widget = Dial()
        heard = _heard(widget)
        parts = [heard.child(number) for number in range(heard.childCount())]
        assert some([QAccessible.uniqueId(part) for part in parts])
        widget.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        assert not isValid(widget)
        assert not isValid(parts[-1]) or not parts[-1].isValid()
        gc.collect()


def test_that_nothing_is_asked_of_other_widgets(qtbot):
    install()
    button = QPushButton("OK")
    qtbot.addWidget(button)
    assert _heard(button).text(TEXT.Name) == "OK"
