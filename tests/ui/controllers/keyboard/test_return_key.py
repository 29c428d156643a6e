"""Return presses the button that has the keys, and nothing around it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QPushButton, QToolButton, QWidget

from ui.controllers.keyboard.return_key import ReturnKey
from ui.widgets.elided_button import ElidedButton


class Around(QWidget):
    """Notes the keys that nothing in it has a use for."""

    def __init__(self):
        super().__init__()
        self.left = []

    def keyPressEvent(self, event):
        if event.key() != Qt.Key.Key_Control:
            self.left.append(event.key())


def _entered(qtbot, window, widget):
    ReturnKey(window)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    widget.setFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize("kind", [QPushButton, QToolButton])
def test_that_return_presses_a_button_and_ctrl_and_return_does_not(qtbot, kind, key):
    window = Around()
    button, other, pressed = kind(window), QPushButton(window), []
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.clicked.connect(lambda: pressed.append(key))
    _entered(qtbot, window, other)
    button.setFocus()
    QTest.keyClick(button, key)
    assert (pressed, window.left) == ([key], [])
    QTest.keyClick(button, key, Qt.KeyboardModifier.ControlModifier)
    assert (pressed, window.left) == ([key], [key])


def test_that_return_checks_no_box_and_leaves_dialogs_to_qt(qtbot):
    window, dialog = Around(), QDialog()
    box, chosen = QCheckBox(window), []
    _entered(qtbot, window, box)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert not box.isChecked()
    usual, other = QPushButton(dialog), QToolButton(dialog)
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    usual.setDefault(True)
    usual.clicked.connect(lambda: chosen.append("usual"))
    _entered(qtbot, dialog, other)
    QTest.keyClick(other, Qt.Key.Key_Return)
    assert chosen == ["usual"]


def test_that_return_on_the_title_of_a_chart_opens_its_list(drawn, qtbot):
    window = drawn.window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    chart = window.center.charts.views[0]
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(chart, Qt.Key.Key_Tab)
    title = QApplication.focusWidget()
    assert isinstance(title, ElidedButton)
    QTest.keyClick(title, Qt.Key.Key_Return)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()
    assert window.center.charts.enlarged is None
