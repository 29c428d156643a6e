"""A bar over the charts that says one sentence and offers a few things to do about it."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ui.accessibility.events import announce
from ui.widgets.label import label


@dataclass(frozen=True, slots=True)
class BarDisplay:
    """What a bar says: which one it is, the sentence, and the choices by key.

    One that tells only what was done has `is_good`: its edge is not that of a warning.
    """

    key: str
    sentence: str
    choices: tuple[tuple[str, str], ...] = ()
    is_good: bool = False


class ActionBar(QFrame):
    """One sentence with buttons; `chosen` gives the keys of the bar and of the choice."""

    chosen = Signal(str, str)

    def __init__(self, display: BarDisplay, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.display = display
        self.setObjectName(f"bar-{display.key}")
        self.setProperty("look", "done" if display.is_good else "notice")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.sentence = label(display.sentence)
        self.sentence.setWordWrap(True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.sentence.setAccessibleName(display.sentence)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 5, 8, 5)
        layout.setSpacing(6)
        layout.addWidget(self.sentence, 1)
        self.buttons: dict[str, QPushButton] = {}
        for key, text in display.choices:
            button = QPushButton(text)
            button.setObjectName(key)
            button.clicked.connect(self._on_clicked)
            layout.addWidget(button)
            self.buttons[key] = button
        announce(self if parent is None else parent, display.sentence)

    def _on_clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.chosen.emit(self.display.key, sender.objectName())
