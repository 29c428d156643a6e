"""What a screen reader is told at once: a sentence, or that a widget shows something else now.

Nothing happens while none listens, so that a drag pays nothing. Floor: accessibility.
"""

from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleValueChangeEvent,
)
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, sentence: str) -> None:
    """Let a sentence be read, as soon as what is being read ends."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


def tell_changed(widget: QWidget) -> None:
    """Tell that the name or the description of a widget is another one."""
    if QAccessible.isActive():
        for kind in (QAccessible.Event.NameChanged, QAccessible.Event.DescriptionChanged):
            QAccessible.updateAccessibility(QAccessibleEvent(widget, kind))


def tell_value(widget: QWidget, value: float | str) -> None:
    """Tell that a widget has another value."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleValueChangeEvent(widget, value))
