"""One lever on screen: name, slider, typed value, unit, range ends, baseline tick, reset.

The row shows a display record and reports what a hand does; it decides nothing and knows no
scenario. A compact row, for one area of a lever, stands on one line; the value in the shown year
has a line of its own where it is another than the number in the field.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from ui.widgets.fields.number_field import NumberField
from ui.widgets.fields.value_slider import ValueSlider
from ui.widgets.label import ElidedLabel, ShortenedLabel, label, set_look
from ui.widgets.rows.reset_button import ResetButton
from ui.widgets.rows.row_parts import (
    dispute_mark,
    paint_changed_mark,
    reset_menu,
    show_below,
    show_tip,
)
from ui.wording.field_numbers import number_text
from ui.wording.path_display import MARK, marked
from ui.wording.row_display import RowDisplay
from ui.wording.scale import Scale
from ui.wording.translate import unit_text

GUTTER = 16
SPACING = 6
FIELD_WIDTH = 72
FIELD_HEIGHT = 23
LOW_WIDTH = 30
HIGH_WIDTH = 102
NAME_WIDTH = 78


@dataclass(frozen=True, slots=True)
class RowSpec:
    """What a row is, for as long as it lives."""

    name: str
    full_name: str
    doc: str
    scale: Scale
    tip: Callable[[], str]
    is_disputed: bool = False
    is_compact: bool = False


class LeverRow(QWidget):
    """A row that edits one number.

    `moved` gives a value and whether it is final; after some that are not, `settled` comes.
    """

    moved = Signal(float, bool)
    settled = Signal()
    reset = Signal(str)
    refused = Signal(str)

    def __init__(self, spec: RowSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self._shown: RowDisplay | None = None
        scale = spec.scale
        self.name_label = ElidedLabel(spec.name, has_tip=False)
        self.slider = ValueSlider(scale.steps)
        self.field = NumberField(scale, spec.full_name)
        self.reset_button = ResetButton(spec.full_name)
        self.remark_label = label("", look="muted")
        self.dated_label = ShortenedLabel(look="muted")
        self.path_mark = label(MARK, look="muted") if spec.is_compact else None
        self.outcome_label = label("", look="muted")
        self.dispute_mark = dispute_mark() if spec.is_disputed and not spec.is_compact else None
        self.name_label.setBuddy(self.slider)
        self.slider.setAccessibleDescription(spec.doc)
        self.field.setAccessibleDescription(spec.doc)
        self.field.setFixedSize(FIELD_WIDTH, FIELD_HEIGHT)
        if spec.is_compact:
            self._lay_out_compact()
        else:
            self._lay_out()
        self.slider.moved.connect(self._on_slider_moved)
        self.slider.settled.connect(self.settled)
        self.field.moved.connect(self.moved)
        self.field.settled.connect(self.settled)
        self.field.refused.connect(self._on_refused)
        self.reset_button.clicked.connect(self._on_reset)

    def show_display(self, display: RowDisplay) -> None:
        """Show a value; what has not changed is left alone."""
        if display == self._shown:
            return
        self._shown = display
        scale = self.spec.scale
        self.slider.show_value(scale.position(display.value), scale.position(display.default))
        self.field.show_value(display.value)
        set_look(self.field, "" if scale.is_soft(display.value) else "beyond")
        self.reset_button.set_active(display.is_changed)
        self.remark_label.setText(display.remark)
        self.remark_label.setVisible(bool(display.remark))
        self._show_dated(display)
        set_look(self.name_label, "changed" if display.is_changed else "")
        self.slider.setAccessibleName(self._spoken(display))
        self.update()

    def show_outcome(self, text: str) -> None:
        """Show what comes of the lever; nothing if empty."""
        if text != self.outcome_label.text():
            self.outcome_label.setText(text)
            self.outcome_label.setVisible(bool(text))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_dated()

    def event(self, event: QEvent) -> bool:
        return show_tip(self, event, self.spec.tip) or super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = reset_menu(self, self._shown, self.reset)
        menu.popup(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shown is not None and self._shown.is_changed:
            paint_changed_mark(self, QPalette.ColorRole.Highlight)

    def _show_dated(self, display: RowDisplay) -> None:
        self.dated_label.show_forms(display.dated)
        if self.path_mark is not None:
            told = marked(self._text_of(display.value)) in display.dated
            self.dated_label.setVisible(bool(display.dated) and not told)
            self.path_mark.setVisible(bool(display.dated))
        else:
            self._fit_dated()

    def _fit_dated(self) -> None:
        """Say the dated value as long as the name beside it stays whole."""
        begin = self.name_label.x() + self.name_label.sizeHint().width() + SPACING
        if self.dispute_mark is not None:
            begin += self.dispute_mark.sizeHint().width() + SPACING
        is_laid_out = self.field.x() > self.name_label.x()
        if is_laid_out and not self.spec.is_compact:
            self.dated_label.fit(self.field.x() - SPACING - begin)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(GUTTER, 3, 4, 2)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(SPACING)
        head.addWidget(self.name_label, 1)
        if self.dispute_mark is not None:
            head.addWidget(self.dispute_mark)
        head.addWidget(self.dated_label)
        head.addWidget(self.field)
        head.addWidget(self.reset_button)
        track = QHBoxLayout()
        track.setSpacing(4)
        low, high = self._ends()
        track.addWidget(low)
        track.addWidget(self.slider, 1)
        track.addWidget(high)
        grid.addLayout(head, 0, 0)
        grid.addLayout(track, 1, 0)
        grid.addWidget(self.remark_label, 2, 0)
        grid.addWidget(self.outcome_label, 3, 0)
        self.outcome_label.setWordWrap(True)
        self.remark_label.setWordWrap(True)
        self.remark_label.hide()
        self.dated_label.hide()
        self.outcome_label.hide()

    def _lay_out_compact(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(GUTTER + 8, 1, 4, 1)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(0)
        self.name_label.setFixedWidth(NAME_WIDTH)
        grid.addWidget(self.name_label, 0, 0)
        if self.path_mark is not None:
            grid.addWidget(self.path_mark, 0, 1)
            self.path_mark.hide()
        grid.addWidget(self.slider, 0, 2)
        grid.addWidget(self.field, 0, 3)
        grid.addWidget(self.reset_button, 0, 4)
        grid.addWidget(self.remark_label, 1, 0, 1, 5)
        grid.addWidget(self.dated_label, 2, 0, 1, 5)
        grid.addWidget(self.outcome_label, 3, 0, 1, 5)
        grid.setColumnStretch(2, 1)
        self.remark_label.hide()
        self.dated_label.hide()
        self.outcome_label.hide()

    def _ends(self) -> tuple[QLabel, QLabel]:
        """Return the labels of the soft range's ends, the upper one with the unit."""
        scale = self.spec.scale
        low = label(self._text_of(scale.low), look="muted")
        unit = unit_text(scale.shown_unit)
        high = label(f"{self._text_of(scale.high)} {unit}".rstrip(), look="muted")
        low.setMinimumWidth(LOW_WIDTH)
        high.setFixedWidth(HIGH_WIDTH)
        low.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return low, high

    def _text_of(self, value: float) -> str:
        scale = self.spec.scale
        return number_text(scale.shown(value), grouped=scale.is_grouped, most=scale.decimals)

    def _spoken(self, display: RowDisplay) -> str:
        scale = self.spec.scale
        number = self._text_of(display.value)
        text = f"{self.spec.full_name}: {number} {unit_text(scale.shown_unit)}".rstrip()
        dated = display.dated[0].removeprefix(MARK).strip() if display.dated else ""
        return ", ".join(part for part in (text, dated, display.remark) if part)

    def _value_of_slider(self) -> float:
        default = self._shown.default if self._shown else self.spec.scale.low
        return self.spec.scale.value_at(self.slider.value(), default)

    def _on_slider_moved(self, position: int) -> None:
        self.moved.emit(self._value_of_slider(), False)

    def _on_reset(self) -> None:
        self.reset.emit("default")

    def _on_refused(self, sentence: str) -> None:
        show_below(self.field, sentence)
        self.refused.emit(sentence)
