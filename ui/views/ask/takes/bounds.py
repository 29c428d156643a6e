"""The bounds between which one lever may move, as two fields. Floor: views.

What is no number, or leaves no room, stays in its field, marked; `refused` says why.
"""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from planner.model.paths import LeverPath
from planner.model.scenario import ScenarioError
from planner.studies.solve.handle import Handle, SolveError, handle_of
from ui.widgets.label import label, set_look
from ui.wording.answers.solve import bare_number, row_told
from ui.wording.compared.lever_text import setting_typed
from ui.wording.paths.typed import Refused

_WIDTH: Final = 50


class BoundsRow(QWidget):
    """Shows from where to where a lever may go; `bounded` carries it with other bounds."""

    bounded = Signal(object)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._handle: Handle | None = None
        self.low = _field(self.tr("Lower bound"), self.tr("As low as the lever may go"))
        self.high = _field(self.tr("Upper bound"), self.tr("As high as the lever may go"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for part in (self.low, label("–", look="muted"), self.high):
            row.addWidget(part)
        for field in (self.low, self.high):
            field.editingFinished.connect(self._on_edited)

    def show_handle(self, handle: Handle | None) -> None:
        """Show the bounds of a lever; without one there are none to show."""
        self._handle = handle
        self.setVisible(handle is not None)
        if handle is not None:
            for field, number in ((self.low, handle.low), (self.high, handle.high)):
                set_look(field, "")
                field.setText(bare_number(handle.name, number))
                field.setModified(False)

    def _on_edited(self) -> None:
        handle = self._handle
        field = next((each for each in (self.low, self.high) if each.isModified()), None)
        if handle is None or field is None:
            return
        try:
            number = setting_typed(row_told(handle.name), field.text())
            if isinstance(number, LeverPath):
                return
            ends = (number, handle.high) if field is self.low else (handle.low, number)
            self.bounded.emit(handle_of(handle.name, *ends))
        except (Refused, SolveError, ScenarioError) as refusal:
            set_look(field, "beyond")
            self.refused.emit(str(refusal))


def _field(name: str, tip: str) -> QLineEdit:
    made = QLineEdit()
    made.setFixedWidth(_WIDTH)
    made.setAccessibleName(name)
    made.setToolTip(tip)
    return made
