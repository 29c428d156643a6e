"""A line that tells how far long work has come, with a way to leave it.

Work that is over soon is never shown: what flashes by cannot be read.
"""

from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from planner.storage.sentences.catalog import translate
from ui.widgets.label import label

SHOWN_AFTER_MS: Final = 400
_BAR_WIDTH: Final = 90
_STEPS: Final = 1000


class TaskLine(QWidget):
    """What is being done, a bar and Cancel; `canceled` tells that it was pressed."""

    canceled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = label("", look="muted")
        self.bar = QProgressBar()
        self.bar.setRange(0, _STEPS)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(_BAR_WIDTH)
        self.button = QToolButton()
        self.button.setText(translate("TaskLine", "Cancel"))
        self.button.setProperty("look", "link")
        self.button.clicked.connect(self.canceled)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.setSpacing(8)
        layout.addWidget(self.text)
        layout.addWidget(self.bar)
        layout.addWidget(self.button)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SHOWN_AFTER_MS)
        self._soon.timeout.connect(self.show)
        self.hide()

    def tell(self, text: str, share: float) -> None:
        """Say what is done and how far it is, 0 to 1."""
        say_steadily(self.text, text)
        self.bar.setValue(round(share * _STEPS))
        self.bar.setAccessibleName(text)
        if self.isHidden() and not self._soon.isActive():
            self._soon.start()

    def clear(self) -> None:
        """Take the line away: nothing is being done."""
        self._soon.stop()
        self.hide()
        self.text.setMinimumWidth(0)


def say_steadily(place: QLabel, text: str) -> None:
    """Show a text that changes often; its place only grows, so that what stands beside it rests."""
    place.setText(text)
    place.setMinimumWidth(max(place.minimumWidth(), place.sizeHint().width()))
