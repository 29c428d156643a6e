"""Tells what a word on screen means where it is pointed at and its part has no tip of its own.

Qt passes a wish for a tip on to what lies around a part, so that it comes to the window in the end.
Floor: views.
"""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QTabBar, QToolTip, QWidget


def explain_at(window: QWidget, event: QHelpEvent) -> bool:
    """Show what the words under the pointer mean; tell whether there was something to show."""
    from ui.wording.help.explained import explanation  # no start needs it

    widget = window.childAt(event.pos())
    told = "" if widget is None else explanation(text_at(widget, event.globalPos()))
    if told:
        QToolTip.showText(event.globalPos(), told, widget)
    return bool(told)


def text_at(widget: QWidget, place: QPoint) -> str:
    """Return the text of a part at a place of the screen; empty where it shows none."""
    match widget:
        case QLabel() | QAbstractButton():
            return widget.text()
        case QComboBox():
            return widget.currentText()
        case QTabBar():
            return widget.tabText(widget.tabAt(widget.mapFromGlobal(place)))
        case _:
            return ""
