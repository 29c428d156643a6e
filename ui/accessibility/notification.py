"""What a sentence of a window is told by where Qt tells what has the keys. Floor: accessibility."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.accessibility.accessible import Accessible, Role


class Notification(QWidget):
    """A point of a window that shows nothing; a screen reader says what it is called."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(1, 1)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show up under another name; Qt tells of it."""
        self.hide()
        self.setAccessibleName(sentence)
        self.show()

    def accessible(self) -> Accessible:
        """Return what is said."""
        return Accessible(self.accessibleName(), Role.Notification)


def notification_of(window: QWidget) -> Notification:
    """Return that of a window, made when something is first said."""
    return window.findChild(Notification) or Notification(window)
