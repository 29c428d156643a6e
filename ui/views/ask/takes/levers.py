"""The levers that may move, one below the other, up to four. Floor: views."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QToolButton, QWidget

from planner.storage.sentences.catalog import translate
from planner.studies.solve.handle import Handle
from planner.studies.solve.question import HANDLES_AT_MOST
from ui.views.ask.takes.lever_row import LeverRow, groups_without
from ui.widgets.chooser import Chooser
from ui.widgets.choosing.entry import Entry, Group

_LEAVE_OUT: Final = ""
_ADD_WIDTH: Final = 26


class LeverRows(QWidget):
    """Shows up to four levers between their bounds.

    `chosen` carries the names of all of them, `bounded` one with other bounds, `refused` a
    sentence, empty once that no longer holds.
    """

    chosen = Signal(object)
    bounded = Signal(object)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._place = 0
        self.rows = [LeverRow(translate("LeverRows", "by"), self) for _ in range(HANDLES_AT_MOST)]
        self.add_button = QToolButton()
        self.add_button.setText("+")
        self.add_button.setFixedWidth(_ADD_WIDTH)
        self.add_button.setToolTip(translate("LeverRows", "Let one more lever move, up to four"))
        self.add_button.setAccessibleName(self.add_button.toolTip())
        self.add_button.clicked.connect(self._on_add)
        self._lay_out()

    def show_handles(self, handles: Sequence[Handle]) -> None:
        """Show these levers between their bounds."""
        self._names = tuple(each.name for each in handles)
        for place, row in enumerate(self.rows):
            row.show_handle(handles[place] if place < len(handles) else None)
        self.add_button.setEnabled(len(handles) < HANDLES_AT_MOST)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(4)
        for place, row in enumerate(self.rows):
            row.pressed.connect(self._on_pressed)
            row.bounds.bounded.connect(self.bounded)
            row.bounds.refused.connect(self.refused)
            for column, part in enumerate(row.parts):
                grid.addWidget(part, place, column)
        grid.addWidget(self.add_button, 0, grid.columnCount())
        grid.setColumnStretch(grid.columnCount(), 1)

    def _on_pressed(self) -> None:
        row = self.sender()
        if isinstance(row, LeverRow):
            self._open(self.rows.index(row), row.button)

    def _on_add(self) -> None:
        self._open(len(self._names), self.add_button)

    def _open(self, place: int, beside: QWidget) -> None:
        """Let the lever at a place be chosen, or left out where others stay."""
        self._place = place
        others = [name for number, name in enumerate(self._names) if number != place]
        groups = groups_without(others)
        if others and place < len(self._names):
            groups.insert(
                0,
                Group("", (Entry(value=_LEAVE_OUT, text=translate("LeverRows", "Leave it out")),)),
            )
        chooser = Chooser(
            groups,
            translate("LeverRows", "Find a lever"),
            translate("LeverRows", "No lever is called that."),
            translate("LeverRows", "Levers"),
            self,
        )
        chooser.chosen.connect(self._on_chosen)
        chooser.open_beside(beside, self._names[place] if place < len(self._names) else "")

    def _on_chosen(self, name: object) -> None:
        names = list(self._names)
        names[self._place : self._place + 1] = [] if name == _LEAVE_OUT else [str(name)]
        self.chosen.emit(tuple(names))
