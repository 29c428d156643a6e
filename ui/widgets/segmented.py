"""A choice of a few words side by side, one of them chosen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from planner.quantities.told.lists import led_by
from ui.accessibility.accessible import Accessible, Role


class Segment(QToolButton):
    """One of several words, one of which is chosen."""

    def accessible(self) -> Accessible:
        """Return the word as one of a choice."""
        pressed = self.isChecked()
        return Accessible(
            self.accessibleName(), Role.RadioButton, is_checked=pressed, press=self.click
        )


class Segmented(QWidget):
    """Buttons in a row; `chosen` gives the key when a hand chooses another."""

    chosen = Signal(str)

    def __init__(self, choices: dict[str, str], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._keys = list(choices)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, Segment] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for number, (key, text) in enumerate(choices.items()):
            button = Segment()
            button.setText(text)
            button.setCheckable(True)
            button.setProperty("segment", self._place(number))
            button.setAccessibleName(led_by(name, text))
            self._group.addButton(button, number)
            self.buttons[key] = button
            layout.addWidget(button)
        self.buttons[self._keys[0]].setChecked(True)
        self._group.idClicked.connect(self._on_clicked)

    @property
    def choice(self) -> str:
        """The key of what is chosen."""
        return self._keys[self._group.checkedId()]

    def choose(self, key: str) -> None:
        """Choose without telling anybody."""
        self.buttons[key].setChecked(True)

    def _place(self, number: int) -> str:
        if number == 0:
            return "first"
        return "last" if number == len(self._keys) - 1 else "middle"

    def _on_clicked(self, number: int) -> None:
        self.chosen.emit(self._keys[number])
