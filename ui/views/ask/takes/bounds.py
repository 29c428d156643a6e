"""The bounds between which one lever may move, as two fields and their unit. Floor: views.

What is no number, or leaves no room, stays in its field, marked; `refused` says why. An emptied
field takes the usual end.
"""

from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from planner.quantities.unit_table import PERCENT
from planner.studies.solve.handle import Handle
from ui.widgets.label import ElidedLabel, label, set_look
from ui.wording.answers.solve import bare_number, lever_text, row_told
from ui.wording.answers.solve_bounds import End, bound_typed
from ui.wording.paths.typed import Refused
from ui.wording.translate import unit_text

_LEAST_WIDTH: Final = 52
_MARGIN: Final = 16
"""Pixels of a field beside its text."""


class Bounds(QObject):
    """The fields of one lever; `bounded` carries it with other bounds, `refused` a sentence."""

    bounded = Signal(object)
    refused = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._handle: Handle | None = None
        self.low, self.high = QLineEdit(), QLineEdit()
        self._unit = ElidedLabel("", look="muted", is_greedy=False)
        self.parts: tuple[QWidget, ...] = (
            self.low,
            label("–", look="muted"),
            self.high,
            self._unit,
        )
        for field in (self.low, self.high):
            field.editingFinished.connect(self._on_edited)

    def show_handle(self, handle: Handle) -> None:
        """Show the bounds of a lever."""
        self._handle = handle
        name = lever_text(handle.name)
        self._fill(self.low, handle.low, self.tr("Lower bound: {lever}").format(lever=name))
        self._fill(self.high, handle.high, self.tr("Upper bound: {lever}").format(lever=name))
        unit = row_told(handle.name).scale.shown_unit
        self._unit.set_full_text("" if unit == PERCENT else unit_text(unit))

    def _fill(self, field: QLineEdit, number: float, name: str) -> None:
        text = bare_number(self._handle.name, number) if self._handle else ""
        set_look(field, "")
        field.setText(text)
        field.setModified(False)
        field.setAccessibleName(name)
        field.setToolTip(self.tr("How far the lever may go; empty for the end of its slider"))
        needed = field.fontMetrics().horizontalAdvance(text) + _MARGIN
        field.setFixedWidth(max(_LEAST_WIDTH, needed))

    def _on_edited(self) -> None:
        field = next((each for each in (self.low, self.high) if each.isModified()), None)
        if self._handle is None or field is None:
            return
        end: End = "low" if field is self.low else "high"
        try:
            self.bounded.emit(bound_typed(self._handle, end, field.text()))
        except Refused as refusal:
            set_look(field, "beyond")
            self.refused.emit(str(refusal))
