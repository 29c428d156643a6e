"""The bounds between which one lever may move, as two fields and their unit. Floor: views.

What is no number, or leaves no room, stays in its field, marked; `refused` says why. An emptied
field takes the usual end.
"""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from planner.quantities.unit_table import PERCENT
from planner.storage.sentences.catalog import translate
from planner.studies.solve.handle import Handle
from ui.widgets.ask.typed_field import TypedField
from ui.widgets.label import ElidedLabel, label
from ui.wording.answers.solve import bare_number, lever_text, row_told
from ui.wording.answers.solve_bounds import End, bound_typed
from ui.wording.paths.typed import Refused
from ui.wording.translate import unit_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_LEAST_WIDTH: Final = 52


class Bounds(QObject):
    """The fields of one lever.

    `bounded` carries it with other bounds, `refused` a sentence, empty once that no longer holds.
    """

    bounded = Signal(object)
    refused = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._handle: Handle | None = None
        self.low, self.high = TypedField(), TypedField()
        self._unit = ElidedLabel("", look="muted", is_greedy=False)
        self.parts: tuple[QWidget, ...] = (
            self.low,
            label("–", look="muted"),
            self.high,
            self._unit,
        )
        for field in (self.low, self.high):
            field.hold_width(_LEAST_WIDTH)
            field.typed.connect(self._on_typed)
            field.relented.connect(self._on_relented)

    def show_handle(self, handle: Handle) -> None:
        """Show the bounds of a lever."""
        self._handle = handle
        name = lever_text(handle.name)
        self._fill(
            self.low, handle.low, translate("Bounds", "Lower bound: {lever}").format(lever=name)
        )
        self._fill(
            self.high, handle.high, translate("Bounds", "Upper bound: {lever}").format(lever=name)
        )
        unit = row_told(handle.name).scale.shown_unit
        self._unit.set_full_text("" if unit == PERCENT else unit_text(unit))

    def _fill(self, field: TypedField, number: float, name: str) -> None:
        text = bare_number(self._handle.name, number) if self._handle else ""
        field.show_text(text)
        field.setAccessibleName(name)
        field.setToolTip(
            translate("Bounds", "How far the lever may go; empty for the end of its slider")
        )

    def _on_typed(self, text: str) -> None:
        field = self.sender()
        if self._handle is None or not isinstance(field, TypedField):
            return
        end: End = "low" if field is self.low else "high"
        try:
            self.bounded.emit(bound_typed(self._handle, end, text))
        except Refused as refusal:
            field.refuse()
            self.refused.emit(str(refusal))

    def _on_relented(self) -> None:
        self.refused.emit("")
