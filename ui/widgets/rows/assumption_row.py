"""One assumption on screen: low, central and high as fields and as a range on a groove."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QContextMenuEvent, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.quantities.spread import Spread
from ui.widgets.fields.number_field import NumberField
from ui.widgets.fields.spread_slider import PARTS, Part, SpreadSlider, with_part
from ui.widgets.label import ElidedLabel, set_look
from ui.widgets.rows.lever_row import FIELD_HEIGHT, FIELD_WIDTH, GUTTER, SPACING, RowSpec
from ui.widgets.rows.reset_button import ResetButton
from ui.widgets.rows.row_parts import (
    dispute_mark,
    paint_changed_mark,
    reset_menu,
    show_below,
    show_tip,
)
from ui.wording.translate import unit_text


@dataclass(frozen=True, slots=True)
class SpreadDisplay:
    """What a row shows: the range, and the default it is compared with."""

    spread: Spread
    default: Spread
    differs_from_saved: bool = False
    differs_from_baseline: bool = False

    @property
    def is_changed(self) -> bool:
        """Whether it differs from the default."""
        return self.spread != self.default


class AssumptionRow(QWidget):
    """A row that edits the range of one assumption.

    `moved` gives a range and whether it is final; after some that are not, `settled` comes.
    """

    moved = Signal(object, bool)
    settled = Signal()
    reset = Signal(str)
    refused = Signal(str)

    def __init__(self, spec: RowSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self._shown: SpreadDisplay | None = None
        self.name_label = ElidedLabel(spec.name, has_tip=False)
        self.slider = SpreadSlider(spec.scale)
        self.slider.setAccessibleDescription(spec.doc)
        self.reset_button = ResetButton(spec.full_name)
        self.fields = {part: self._field(part) for part in PARTS}
        self.name_label.setBuddy(self.fields["central"])
        self._lay_out()
        self.slider.moved.connect(self._on_slider_moved)
        self.slider.settled.connect(self.settled)
        self.fields["low"].moved.connect(self._on_low)
        self.fields["central"].moved.connect(self._on_central)
        self.fields["high"].moved.connect(self._on_high)
        for field in self.fields.values():
            field.settled.connect(self.settled)
        self.reset_button.clicked.connect(self._on_reset)

    def show_display(self, display: SpreadDisplay) -> None:
        """Show a range; what has not changed is left alone."""
        if display == self._shown:
            return
        self._shown = display
        self.slider.show_spread(display.spread, display.default)
        for part, value in zip(PARTS, display.spread.parts, strict=True):
            self.fields[part].show_value(value)
            set_look(self.fields[part], "" if self.spec.scale.is_soft(value) else "beyond")
        self.reset_button.set_active(display.is_changed)
        set_look(self.name_label, "assumption" if display.is_changed else "")
        self.update()

    def event(self, event: QEvent) -> bool:
        return show_tip(self, event, self.spec.tip) or super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = reset_menu(self, self._shown, self.reset)
        menu.popup(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shown is not None and self._shown.is_changed:
            paint_changed_mark(self, QPalette.ColorRole.LinkVisited)

    def _field(self, part: Part) -> NumberField:
        names = {
            "low": self.tr("{name}, low"),
            "central": self.tr("{name}, central"),
            "high": self.tr("{name}, high"),
        }
        field = NumberField(self.spec.scale, names[part].format(name=self.spec.full_name))
        field.setAccessibleDescription(self.spec.doc)
        field.setFixedSize(FIELD_WIDTH, FIELD_HEIGHT)
        field.refused.connect(self._on_refused)
        return field

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACING)
        head.addWidget(self.name_label, 1)
        if self.spec.is_disputed:
            head.addWidget(dispute_mark())
        head.addWidget(self.reset_button)
        fields = QHBoxLayout()
        fields.setSpacing(SPACING)
        for part in PARTS:
            fields.addWidget(self.fields[part])
        fields.addWidget(ElidedLabel(unit_text(self.spec.scale.shown_unit), "muted"), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GUTTER, 3, 4, 5)
        layout.setSpacing(1)
        layout.addLayout(head)
        layout.addLayout(fields)
        layout.addWidget(self.slider)

    def _move(self, part: Part, value: float, *, final: bool) -> None:
        if self._shown is not None:
            self.moved.emit(with_part(self._shown.spread, part, value), final)

    def _on_slider_moved(self, part: Part, value: float) -> None:
        self._move(part, value, final=False)

    def _on_low(self, value: float, final: bool) -> None:
        self._move("low", value, final=final)

    def _on_central(self, value: float, final: bool) -> None:
        self._move("central", value, final=final)

    def _on_high(self, value: float, final: bool) -> None:
        self._move("high", value, final=final)

    def _on_reset(self) -> None:
        self.reset.emit("default")

    def _on_refused(self, sentence: str) -> None:
        show_below(self, sentence)
        self.refused.emit(sentence)
