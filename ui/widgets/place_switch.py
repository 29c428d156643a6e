"""A switch between a few choices of places and a list to make another; one button where narrow.

It knows no places: the choices and the list are given. Floor: widgets.
"""

from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from planner.quantities.told.lists import led_by
from ui.widgets.focus.arrow_keys import ArrowKeys
from ui.widgets.focus.order import follow_each_other
from ui.widgets.segmented import Segment

_ARROW: Final = "\N{BLACK DOWN-POINTING SMALL TRIANGLE}"

Keys = tuple[str, ...]


class PlaceSwitch(QWidget):
    """Buttons in a row, the last of which opens the list; `chosen` carries the keys of one."""

    chosen = Signal(object)
    list_wanted = Signal()
    reshaped = Signal()

    def __init__(self, name: str, tip: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._choices: dict[Keys, str] = {}
        self._compact = False
        self.buttons: dict[Keys, Segment] = {}
        self.more = self._opener(name, tip, "last")
        self.button = self._opener(name, tip, "")
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._keys = ArrowKeys(self, self._in_order)
        self._layout.addWidget(self.more)
        self._layout.addWidget(self.button)
        self.more.setText(_ARROW)

    def show_choices(self, choices: dict[Keys, str], current: Keys, short: str) -> None:
        """Offer choices, one of which is current; `short` says it where there is one button."""
        if choices != self._choices:
            self._choices = dict(choices)
            self._make_buttons()
        for keys, button in self.buttons.items():
            button.setChecked(keys == current)
        self.button.setText(f"{short} {_ARROW}")
        self.button.setAccessibleName(led_by(self.accessibleName(), short))
        self.updateGeometry()
        self.reshaped.emit()

    @property
    def opener(self) -> QToolButton:
        """The button that opens the list, in the form that is shown."""
        return self.button if self._compact else self.more

    def set_compact(self, compact: bool) -> None:
        """Be one button, or a row of them."""
        self._compact = compact
        for button in (*self.buttons.values(), self.more):
            button.setVisible(not compact)
        self.button.setVisible(compact)
        self.updateGeometry()

    def width_of(self, *, compact: bool) -> int:
        """Return the width that a form takes."""
        parts = (self.button,) if compact else (*self.buttons.values(), self.more)
        return sum(part.sizeHint().width() for part in parts)

    def sizeHint(self) -> QSize:
        return QSize(self.width_of(compact=self._compact), self.button.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _make_buttons(self) -> None:
        for button in self.buttons.values():
            self._layout.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = {}
        for place, (keys, text) in enumerate(self._choices.items()):
            button = Segment()
            button.setParent(self)
            button.setText(text.replace("&", "&&"))
            button.setCheckable(True)
            button.setProperty("segment", "middle" if place else "first")
            button.setAccessibleName(led_by(self.accessibleName(), text))
            button.clicked.connect(self._on_clicked)
            self._layout.insertWidget(place, button)
            self.buttons[keys] = button
        follow_each_other(self._in_order())
        self.set_compact(self._compact)
        self._keys.refresh()

    def _in_order(self) -> list[QToolButton]:
        """Return the buttons as they stand, in either form."""
        return [*self.buttons.values(), self.more, self.button]

    def _opener(self, name: str, tip: str, segment: str) -> QToolButton:
        made = QToolButton(self)
        made.setToolTip(tip)
        made.setAccessibleName(led_by(name, tip))
        if segment:
            made.setProperty("segment", segment)
        made.clicked.connect(self.list_wanted)
        return made

    def _on_clicked(self) -> None:
        keys = next(keys for keys, each in self.buttons.items() if each is self.sender())
        self.buttons[keys].setChecked(True)
        self.chosen.emit(keys)
