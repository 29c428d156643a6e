"""A field for one number of the model, typed in the user's locale and shown in its unit.

What lies beyond the hard range, or is no number, is refused with a sentence and the old value
comes back. The wheel changes it only when it has the focus. Undo, redo and Ctrl+E belong to the
window unless a number is half typed.
"""

from typing import Final

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QValidator, QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from ui.widgets.numbers import number_text, parse_number
from ui.widgets.scale import Scale

_FARTHEST: Final = 1e15
_DIGITS: Final = 10
_MARGIN: Final = 4


class NumberField(QDoubleSpinBox):
    """A spin box in shown units; `committed` gives the value in the model's unit."""

    committed = Signal(float)
    refused = Signal(str)

    def __init__(self, scale: Scale, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = scale
        self._name = name
        self._kept = 0.0
        self.setDecimals(_DIGITS)
        self.setRange(-_FARTHEST, _FARTHEST)
        self.setSingleStep(scale.step * scale.factor)
        self.setProperty("buttons", "none")
        self.lineEdit().setTextMargins(_MARGIN, 0, _MARGIN, 0)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.valueChanged.connect(self._on_value_changed)

    def show_value(self, value: float) -> None:
        """Show a value of the model without telling anybody."""
        self._kept = value
        number = self._scale.shown(value)
        if number != self.value():
            blocked = self.blockSignals(True)
            self.setValue(number)
            self.blockSignals(blocked)

    def textFromValue(self, value: float) -> str:
        return number_text(value, grouped=not self._scale.is_date, most=self._scale.decimals)

    def valueFromText(self, text: str) -> float:
        number = parse_number(text, QLocale())
        return self._scale.shown(self._kept) if number is None else number

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        readable = parse_number(text, QLocale()) is not None
        state = QValidator.State.Acceptable if readable else QValidator.State.Intermediate
        return state, text, position

    def fixup(self, text: str) -> str:
        self.refused.emit(self.tr("“{text}” is not a number.").format(text=text))
        return self.textFromValue(self._scale.shown(self._kept))

    @property
    def is_half_typed(self) -> bool:
        """Whether the text is not yet the value."""
        return self.lineEdit().text() != self.textFromValue(self._scale.shown(self._kept))

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and _is_of_window(event)
            and not self.is_half_typed
        ):
            event.ignore()
            return False
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _on_value_changed(self, number: float) -> None:
        if self.textFromValue(number) == self.textFromValue(self._scale.shown(self._kept)):
            return
        value = self._scale.typed(number)
        if self._scale.is_allowed(value):
            self._kept = value
            self.committed.emit(value)
            return
        self.refused.emit(self._why_not(number))
        self.show_value(self._kept)

    def _why_not(self, number: float) -> str:
        sentence = self.tr("{name} cannot be {number}; allowed are {least} to {most} {unit}.")
        return sentence.format(
            name=self._name,
            number=self.textFromValue(number),
            least=self.textFromValue(self._scale.shown(self._scale.least)),
            most=self.textFromValue(self._scale.shown(self._scale.most)),
            unit=self._scale.shown_unit,
        ).replace(" .", ".")


def _is_of_window(event: QKeyEvent) -> bool:
    """Whether keys that a line of text takes for itself mean a command of the window."""
    key = QKeySequence.StandardKey
    if event.matches(key.Undo) or event.matches(key.Redo):
        return True
    held = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return held and event.key() == Qt.Key.Key_E
