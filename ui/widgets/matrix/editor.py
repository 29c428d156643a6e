"""The real field and slider of one cell of the matrix: the one under the pointer or with the focus.

It shows what it is given and reports what a hand does; it decides nothing and knows no scenario.
Between the two it lets the pointer through to the table. Floor: widgets.
"""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from planner.storage.sentences.catalog import translate
from ui.accessibility.accessible import Accessible
from ui.accessibility.events import tell_changed
from ui.widgets.fields.number_field import NumberField
from ui.widgets.fields.told_number import told_number
from ui.widgets.fields.value_slider import ValueSlider
from ui.widgets.label import set_look
from ui.widgets.matrix.layout import parts_in
from ui.wording.compared.lever_cells import LeverCell
from ui.wording.rows.accessible_names import sentences
from ui.wording.rows.described import Described

_ENDS: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class CellEditor(QWidget):
    """Moves one lever.

    `moved` gives a value and whether it is final; after some that are not, `settled` comes, or
    `canceled` where what moved is to be given back. `refused` gives a sentence, and an empty text
    once it no longer holds. `left` tells that the keys are done with it.
    """

    moved = Signal(float, bool)
    settled = Signal()
    canceled = Signal()
    refused = Signal(str)
    left = Signal()
    taken = Signal()

    def __init__(self, described: Described, parent: QWidget) -> None:
        super().__init__(parent)
        self.described = described
        self._default = self._value = described.scale.low
        self._number = ""
        self._called, self._told = described.full_name, ""
        self.field = NumberField(described.scale, described.full_name, self)
        self.slider = ValueSlider(described.scale.steps)
        self.slider.setParent(self)
        self.slider.tell_as(self._told_slider)
        for part in (self.field, self.slider):
            part.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        for each in (self.field, self.field.lineEdit(), self.slider):
            each.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)  # the table has one
        self._connect()

    @property
    def is_busy(self) -> bool:
        """Whether a hand is on the slider, or a number is being typed."""
        focus = QApplication.focusWidget()
        has_focus = focus is not None and self.isAncestorOf(focus)
        return self.slider.isSliderDown() or has_focus

    def show_cell(self, name: str, cell: LeverCell) -> None:
        """Show the cell of a scenario."""
        value, default = cell.row.values.central, cell.row.defaults.central
        scale, self._default = self.described.scale, default
        self.slider.show_value(scale.position(value), scale.position(default))
        self._value, self._called, self._told = value, name, cell.spoken
        tell_changed(self.slider)
        self.field.show_value(value)
        if cell.number != self._number:
            self._number = cell.number
            self._place()
        set_look(self.field, "" if cell.is_soft else "beyond")

    def step(self, steps: int) -> None:
        """Move the slider by some steps, as its own keys do."""
        self.slider.setValue(self.slider.value() + steps)

    def type(self, event: QKeyEvent | None = None) -> None:
        """Begin to type a number, with the key that was pressed in the table if there is one."""
        if event is not None:
            self.field.take_key(event)
            return
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def come_to_rest(self) -> None:
        """End what goes on: a run of keys, and what is half typed."""
        self.slider.come_to_rest()
        self.field.interpretText()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()
        super().resizeEvent(event)

    def _place(self) -> None:
        parts = parts_in(self.rect(), self._number)
        self.field.setGeometry(parts.field)
        self.slider.setGeometry(parts.slider)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape or event.key() in _ENDS:
            if not self.field.take_refusal():
                self.left.emit()
            return
        super().keyPressEvent(event)

    def _connect(self) -> None:
        self.slider.moved.connect(self._on_slider_moved)
        self.slider.settled.connect(self.settled)
        self.slider.canceled.connect(self.canceled)
        self.slider.sliderPressed.connect(self.taken)
        self.slider.sliderReleased.connect(self.left)
        self.field.moved.connect(self.moved)
        self.field.settled.connect(self.settled)
        self.field.refused.connect(self.refused)

    def _told_slider(self) -> Accessible:
        """Return the slider of the scenario's lever as it is told."""
        names = translate("Matrix", "{scenario}: {lever}")
        name = names.format(scenario=self._called, lever=self.described.full_name)
        said = sentences((self._told, self.described.doc))
        return told_number(name, self.described.scale, self._value, self.slider.take, said)

    def _on_slider_moved(self, position: int) -> None:
        self.moved.emit(self.described.scale.value_at(position, self._default), False)
