"""What is unusual in a future: a row for each assumption, a click leads to it. Floor: views."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from planner.storage.sentences.catalog import translate
from planner.studies.future.one import Draw
from ui.accessibility.tips import set_tip
from ui.widgets.elided_button import ElidedButton
from ui.widgets.label import ElidedLabel, label
from ui.wording.answers.future import assumption_name, draw_line, draw_phrase

_INDENT: Final = 3
MOST: Final = 5
"""Rows there is room for; the sentence of the answer tells how many more there are."""


class _Row:
    """The two lines of a row: the assumption, under it what the future draws and how far out."""

    def __init__(self, number: int, grid: QGridLayout) -> None:
        self.name = ""
        self.link = ElidedButton("row link")
        self.link.setCursor(Qt.CursorShape.PointingHandCursor)
        self.line = ElidedLabel("", "muted")
        self.line.setContentsMargins(_INDENT, 0, 0, 0)
        grid.addWidget(self.link, 2 * number - 1, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.line, 2 * number, 0)

    def show(self, draw: Draw | None) -> None:
        """Show what a future draws, or nothing."""
        self.name = "" if draw is None else draw.name
        for widget in (self.link, self.line):
            widget.setVisible(draw is not None)
        if draw is None:
            return
        self.link.show_text(assumption_name(draw.name), has_choice=False)
        self.link.setAccessibleName(draw_phrase(draw))
        set_tip(self.link, draw_phrase(draw))
        self.line.set_full_text(draw_line(draw))


class UnusualDraws(QWidget):
    """Shows the draws that push most; `chosen` carries the address of one that was clicked."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("UnusualDraws", "Unusual assumptions"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(0)
        self.head = label(translate("UnusualDraws", "Unusual in it"), look="title")
        grid.addWidget(self.head, 0, 0)
        self.rows = [_Row(number + 1, grid) for number in range(MOST)]
        for row in self.rows:
            row.link.clicked.connect(self._on_clicked)
            row.show(None)
        grid.setRowStretch(2 * MOST + 1, 1)

    def show_draws(self, draws: Sequence[Draw]) -> None:
        """Show the first of these."""
        for number, row in enumerate(self.rows):
            row.show(draws[number] if number < len(draws) else None)

    def _on_clicked(self) -> None:
        clicked = next(row for row in self.rows if row.link is self.sender())
        self.chosen.emit(clicked.name)
