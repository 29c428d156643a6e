"""A field for one number, typed in any form that means one thing and shown in its unit.

What is not understood whole, or lies beyond the hard range, is refused with a sentence and the old
value comes back; the sentence goes with the next valid value, with Escape, and with undo, which
takes back no more than that. A run of notches or arrow keys is one change. Undo, redo and Ctrl+E
belong to the window unless a number is half typed.
What an input method composes is neither taken nor replaced by a value that is shown meanwhile.
"""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QKeySequence, QValidator
from PySide6.QtWidgets import QApplication, QDoubleSpinBox, QWidget

from planner.quantities.shown import with_unit
from planner.quantities.told.lists import led_by
from planner.quantities.typed.digits import ReadingError
from planner.quantities.typed.reading import read_quantity
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown
from ui.widgets.fields.fitted_width import FittedWidth
from ui.widgets.fields.step_run import StepRun
from ui.widgets.fields.wheel import WheelGuard
from ui.wording.field_numbers import number_text
from ui.wording.rows.accessible_names import named_with_unit
from ui.wording.scale import Scale
from ui.wording.translate import unit_text

_DIGITS: Final = 10
_MARGIN: Final = 4
_ENDS: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_BEGINNINGS: Final = frozenset("-−.,\N{FULLWIDTH HYPHEN-MINUS}")


class NumberField(QDoubleSpinBox):
    """A spin box in shown units.

    `moved` gives a value in the model's unit and whether it is final: a typed one is, those of a
    run of steps are not, and `settled` ends it. `refused` gives a sentence, and an empty text once
    that no longer holds.
    """

    moved = Signal(float, bool)
    settled = Signal()
    refused = Signal(str)

    def __init__(self, scale: Scale, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = scale
        self._name = name
        self._kept = 0.0
        self._refusal = ""
        self._is_stepping = False
        self._is_clicked_into = False
        self._is_composing = False
        self._run = StepRun(self)
        self._guard = WheelGuard(self)
        self._width = FittedWidth(self)
        self.setDecimals(_DIGITS)
        self._take_range(scale)
        self.setProperty("buttons", "none")
        self.lineEdit().setTextMargins(_MARGIN, 0, _MARGIN, 0)
        self.lineEdit().installEventFilter(self)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(named_with_unit(name, unit_text(scale.shown_unit)))
        self.valueChanged.connect(self._on_value_changed)
        self._run.ended.connect(self.settled)

    def show_value(self, value: float) -> None:
        """Show a value of the model without telling anybody."""
        if value != self._kept:
            self._kept = value
            self._relent()
        if not self._is_composing:
            self._show_kept()

    def _show_kept(self) -> None:
        number = self._scale.shown(self._kept)
        if number != self.value():
            blocked = self.blockSignals(True)
            self.setValue(number)
            self.blockSignals(blocked)
            self._width.fit(self._whole_text())

    def hold_width(self, least: int) -> None:
        """Be as wide as this, and wider where the number needs it."""
        self._width.fit(self._whole_text())
        self._width.hold(least)

    def show_scale(self, scale: Scale) -> None:
        """Show the value that stands in another unit, without telling anybody."""
        self._scale = scale
        self.setAccessibleName(named_with_unit(self._name, unit_text(scale.shown_unit)))
        self._relent()
        blocked = self.blockSignals(True)
        self._take_range(scale)
        self.setValue(scale.shown(self._kept))
        self.lineEdit().setText(self._whole_text())
        self.blockSignals(blocked)
        self._width.fit(self._whole_text())

    @property
    def kept(self) -> float:
        """The value of the model that stands, whatever is half typed."""
        return self._kept

    @property
    def is_composing(self) -> bool:
        """Whether an input method is composing letters that are not yet text."""
        return self._is_composing

    @property
    def is_half_typed(self) -> bool:
        """Whether the text is not yet the value."""
        return self._bare(self.lineEdit().text()) != self._kept_text()

    def take_refusal(self) -> str:
        """Take what is half typed, return what was refused, and take that for read."""
        self.interpretText()
        said, self._refusal = self._refusal, ""
        return said

    def look_as_in_form(self) -> None:
        """Show the number at the left and arrows beside it, as other fields of a form do."""
        self.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.setProperty("buttons", "")

    def textFromValue(self, value: float) -> str:
        scale = self._scale
        return number_text(
            value, grouped=scale.is_grouped, most=scale.decimals, fewest=scale.fewest
        )

    def valueFromText(self, text: str) -> float:
        if self._bare(text) == self._kept_text():
            return self._scale.shown(self._kept)
        try:
            return self._number(text)
        except ReadingError:
            return self._scale.shown(self._kept)

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        state = (
            QValidator.State.Intermediate if self._why_not(text) else QValidator.State.Acceptable
        )
        return state, text, position

    def fixup(self, text: str) -> str:
        self._refuse(self._why_not(text))
        return self._kept_text()

    def stepBy(self, steps: int) -> None:
        """Take what is half typed first, then go on from there; not while it is composed."""
        if self._is_composing:
            return
        self._refusal, before = "", self._refusal
        self.interpretText()
        if self._refusal:
            return
        self._is_stepping = True
        super().stepBy(steps)
        self._is_stepping = False
        self._tell_relented(before)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QInputMethodEvent):
            return self._follow_composing(event)
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self._gives_back(event):
                event.accept()
                return True
            if _is_of_window(event) and not self.is_half_typed:
                event.ignore()
                return False
        return super().event(event)

    def _follow_composing(self, event: QInputMethodEvent) -> bool:
        """Follow a composition; one that left nothing gives place to the value by now."""
        was, self._is_composing = self._is_composing, bool(event.preeditString())
        is_taken = super().event(event)
        if was and not self._is_composing and not event.commitString():
            self._show_kept()
        return is_taken

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Select the whole number at a click into the field, and at a double-click in it.

        Not so where the pointer selects a part of it, and no number only between two commas.
        """
        if event.type() == QEvent.Type.MouseButtonDblClick:
            self.selectAll()
            return True
        if event.type() == QEvent.Type.MouseButtonRelease and self._is_clicked_into:
            self._is_clicked_into = False
            if not self.lineEdit().hasSelectedText():
                self.selectAll()
                return True
        return super().eventFilter(watched, event)

    def take_key(self, event: QKeyEvent) -> None:
        """Begin to type anew with a key that was pressed beside the field."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()
        QApplication.sendEvent(self, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._is_clicked_into = event.reason() == Qt.FocusReason.MouseFocusReason

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._gives_back(event):
            self.lineEdit().setText(self._whole_text())
            self.selectAll()
            self._relent()
            return
        if event.key() in _ENDS:
            self._guard.release()
            before, self._refusal = self._refusal, ""
            super().keyPressEvent(event)
            self._tell_relented(before)
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._is_clicked_into = False
        self._run.end()

    def _take_range(self, scale: Scale) -> None:
        self.setRange(scale.shown(scale.least), scale.shown(scale.most))
        self.setSingleStep(scale.step * scale.factor)

    def _on_value_changed(self, number: float) -> None:
        value = self._scale.typed(number)
        if value == self._kept:
            return
        self._kept = value
        self._width.fit(self._whole_text())
        self._relent()
        if self._is_stepping:
            self._run.step()
        self.moved.emit(value, not self._is_stepping)

    def _number(self, text: str) -> float:
        """Return the number a text means in the shown unit; ReadingError where there is none."""
        return read_quantity(self._bare(text), self._scale.typed_unit)

    def _bare(self, text: str) -> str:
        return text.removeprefix(self.prefix())

    def _why_not(self, text: str) -> str:
        """Return why a text cannot be taken, as a sentence; empty where it can."""
        if self._bare(text) == self._kept_text():
            return ""
        try:
            number = self._number(text)
        except ReadingError as error:
            return self._sentence(text, str(error))
        if self._scale.is_whole and not number.is_integer():
            return self._sentence(text, translate("NumberField", "it is not a whole number"))
        return "" if self._scale.is_allowed(self._scale.typed(number)) else self._sentence(text)

    def _sentence(self, text: str, reason: str = "") -> str:
        sentence = translate(
            "NumberField", "{name} cannot be {text}{reason}; allowed are {least} to {most}"
        )
        most = self.textFromValue(self._scale.shown(self._scale.most))
        said = sentence.format(
            name=self._name,
            text=shown(text),
            reason=led_by("", reason) if reason else "",
            least=self.textFromValue(self._scale.shown(self._scale.least)),
            most=with_unit(most, unit_text(self._scale.shown_unit)),
        )
        return f"{said}."

    def _whole_text(self) -> str:
        """Return what the field shows of the value that stands."""
        return f"{self.prefix()}{self._kept_text()}"

    def _kept_text(self) -> str:
        return self.textFromValue(self._scale.shown(self._kept))

    def _gives_back(self, event: QKeyEvent) -> bool:
        """Tell whether a key brings the value back that stands: undo only after a refusal."""
        if event.matches(QKeySequence.StandardKey.Undo):
            return bool(self._refusal) and not self.is_half_typed
        is_typed = self.is_half_typed or bool(self._refusal)
        return event.key() == Qt.Key.Key_Escape and is_typed

    def _refuse(self, sentence: str) -> None:
        self._refusal = sentence
        self.refused.emit(sentence)

    def _relent(self) -> None:
        """Take a refusal back, if one stands."""
        before, self._refusal = self._refusal, ""
        self._tell_relented(before)

    def _tell_relented(self, before: str) -> None:
        if before and not self._refusal:
            self.refused.emit("")


def begins_number(event: QKeyEvent) -> bool:
    """Tell whether a key, pressed beside a field, begins to type a number."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return not held and (event.text().isdigit() or event.text() in _BEGINNINGS)


def take_half_typed() -> None:
    """Take the number that is half typed, if one is, before a command acts on what was meant."""
    field = QApplication.focusWidget()
    if isinstance(field, NumberField) and not field.is_composing:
        field.interpretText()


def _is_of_window(event: QKeyEvent) -> bool:
    """Whether keys that a line of text takes for itself mean a command of the window."""
    key = QKeySequence.StandardKey
    if event.matches(key.Undo) or event.matches(key.Redo):
        return True
    held = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return held and event.key() in (Qt.Key.Key_E, Qt.Key.Key_K)
