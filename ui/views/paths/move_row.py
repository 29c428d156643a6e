"""The slider that moves a whole path, with its ends and a field; floor: views.

It shows a number and reports what a hand makes of it.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.model.inputs import Lever
from planner.storage.sentences.catalog import translate
from ui.accessibility.accessible import Accessible
from ui.accessibility.events import tell_changed
from ui.widgets.fields.number_field import NumberField
from ui.widgets.fields.told_number import text_of, told_number
from ui.widgets.fields.value_slider import ValueSlider
from ui.widgets.label import label
from ui.widgets.rows.input_row import FIELD_WIDTH, LINE
from ui.wording.rows.described import Described


class MoveRow(QWidget):
    """`moved` carries a value and whether it is final; `refused` a sentence, or that it went."""

    moved = Signal(float, bool)
    settled = Signal()
    refused = Signal(str)

    def __init__(self, described: Described, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = described.scale
        self._default = described.scale.low
        self._value, self._described = described.scale.low, described
        self.slider = ValueSlider(self._scale.steps)
        self.slider.tell_as(self._told_slider)
        self.field = NumberField(self._scale, described.full_name)
        self.field.setFixedHeight(LINE)
        self.field.hold_width(FIELD_WIDTH)
        self._lay_out(described)
        self.slider.moved.connect(self._on_slider_moved)
        self.slider.settled.connect(self.settled)
        self.field.moved.connect(self.moved)
        self.field.settled.connect(self.settled)
        self.field.refused.connect(self.refused)

    def show_value(self, value: float, default: float) -> None:
        """Show where the path is, and where the published one is."""
        self._value, self._default = value, default
        self.slider.show_value(self._scale.position(value), self._scale.position(default))
        self.field.show_value(value)
        tell_changed(self.slider)

    def _told_slider(self) -> Accessible:
        """Return the slider as it is told."""
        text = translate("MoveRow", "Change the whole path of {name}")
        name = text.format(name=self._described.full_name)
        return told_number(name, self._scale, self._value, self.slider.take, self._described.doc)

    def _lay_out(self, described: Described) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        title = translate("MoveRow", "Change the whole path")
        if isinstance(described.row, Lever) and described.row.part:
            title = translate("MoveRow", "Change {name}").format(name=described.name)
        head.addWidget(label(title, look="title"))
        head.addWidget(label(translate("MoveRow", "keeps the dates"), look="muted"))
        head.addStretch(1)
        track = QHBoxLayout()
        track.setSpacing(6)
        track.addWidget(label(text_of(self._scale, self._scale.low), look="muted"))
        track.addWidget(self.slider, 1)
        track.addWidget(label(text_of(self._scale, self._scale.high), look="muted"))
        track.addWidget(self.field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(head)
        layout.addLayout(track)

    def _on_slider_moved(self, position: int) -> None:
        self.moved.emit(self._scale.value_at(position, self._default), False)
