"""A listener in the place of a screen reader: what it is told, and in which words."""

from PySide6.QtGui import QAccessible

from ui.accessibility.notification import Notification

TEXT = QAccessible.Text
KIND = QAccessible.Event


class Listener:
    """Keeps what is told, as Orca reads it: names of notifications, descriptions, values."""

    Event = QAccessible.Event

    def __init__(self) -> None:
        self.told: list[tuple[QAccessible.Event, str]] = []

    def isActive(self) -> bool:
        return True

    def updateAccessibility(self, event) -> None:
        heard = QAccessible.queryAccessibleInterface(event.object())
        of_name = event.type() in (KIND.NameChanged, KIND.Focus)
        self.told.append((event.type(), heard.text(TEXT.Name if of_name else TEXT.Description)))

    @property
    def read(self) -> list[str]:
        """What is read of the widget that has the keys: whatever is not empty."""
        return [text for kind, text in self.told if kind == KIND.DescriptionChanged and text]


def notified(window) -> str:
    """Return what a window was last notified of; empty where it was not."""
    found = window.findChildren(Notification)
    return found[0].accessibleName() if found else ""
