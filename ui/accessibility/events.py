"""What a screen reader is told at once: a sentence, or that a widget shows something else now.

Nothing happens while none listens, so that a drag pays nothing. Orca hears announcements only from
version 45 on; every version hears that what has the keys is described otherwise, and what a
notification is called. So on Linux a sentence is told in these two ways. Floor: accessibility.
"""

import sys
from contextlib import AbstractContextManager, nullcontext
from typing import Final

from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleValueChangeEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from ui.accessibility.interface import saying
from ui.accessibility.notification import notification_of

_HEARS_ANNOUNCEMENTS: Final = sys.platform != "linux"


def announce(widget: QWidget, sentence: str) -> None:
    """Let a sentence be read, as soon as what is being read ends."""
    if not sentence or not QAccessible.isActive():
        return
    if _HEARS_ANNOUNCEMENTS:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))
    else:
        _say(widget, sentence)


def _say(widget: QWidget, sentence: str) -> None:
    """Describe what has the keys by a sentence for a moment; where Qt tells of it, notify."""
    focused = QApplication.focusWidget()
    if focused is not None and hasattr(focused, "accessible"):
        with saying(focused, sentence):
            _tell(focused, QAccessible.Event.DescriptionChanged)
    else:
        notification_of(widget.window()).say(sentence)


def tell_changed(widget: QWidget) -> None:
    """Tell that the name or the description of a widget is another one.

    What has the keys is not described again aloud: that would cut off what a key has changed.
    """
    if QAccessible.isActive():
        _tell(widget, QAccessible.Event.NameChanged)
        with _quietly(widget):
            _tell(widget, QAccessible.Event.DescriptionChanged)


def describe(widget: QWidget, description: str) -> None:
    """Describe a widget otherwise, not aloud while it has the keys; Qt tells of it."""
    if description != widget.accessibleDescription():
        with _quietly(widget):
            widget.setAccessibleDescription(description)


def _quietly(widget: QWidget) -> AbstractContextManager[None]:
    return saying(widget, "") if widget.hasFocus() else nullcontext()


def tell_focus(widget: QWidget) -> None:
    """Tell again that a widget has the keys, where something else has been told since."""
    if QAccessible.isActive() and widget.hasFocus():
        _tell(widget, QAccessible.Event.Focus)


def tell_value(widget: QWidget, value: float | str) -> None:
    """Tell that a widget has another value."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleValueChangeEvent(widget, value))


def _tell(widget: QWidget, kind: QAccessible.Event) -> None:
    QAccessible.updateAccessibility(QAccessibleEvent(widget, kind))
