"""What is unusual in a future: a row for each assumption, a click leads to it. Floor: views."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from planner.studies.future.one import Draw
from ui.widgets.elided_button import ElidedButton
from ui.widgets.label import label
from ui.wording.answers.future import assumption_name, draw_phrase, draw_short, draw_value
from ui.wording.literal import literal_tip
from ui.wording.sentences.window import window_speech

MOST: Final = 7
"""Rows there is room for; the sentence tells how many more there are."""


class _Row:
    """The three texts of a row."""

    def __init__(self, number: int, grid: QGridLayout) -> None:
        self.name = ""
        self.link = ElidedButton("row link")
        self.link.setCursor(Qt.CursorShape.PointingHandCursor)
        self.value, self.rank = label("", look="muted"), label("", look="muted")
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(self.link, number, 0)
        grid.addWidget(self.value, number, 1, right)
        grid.addWidget(self.rank, number, 2, right)

    def show(self, draw: Draw | None) -> None:
        """Show what a future draws, or nothing."""
        speech = window_speech()
        self.name = "" if draw is None else draw.name
        for widget in (self.link, self.value, self.rank):
            widget.setVisible(draw is not None)
        if draw is None:
            return
        self.link.show_text(assumption_name(draw.name, speech), has_choice=False)
        self.link.setAccessibleName(draw_phrase(draw, speech))
        self.link.setToolTip(literal_tip(draw_phrase(draw, speech)))
        self.value.setText(draw_value(draw.value, draw.name, speech))
        self.rank.setText(draw_short(draw, speech))


class UnusualDraws(QWidget):
    """Shows the draws that push most; `chosen` carries the address of one that was clicked."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Unusual assumptions"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        self.head = label(self.tr("Unusual in it"), look="title")
        grid.addWidget(self.head, 0, 0, 1, 3)
        self.rows = [_Row(number + 1, grid) for number in range(MOST)]
        for row in self.rows:
            row.link.clicked.connect(self._on_clicked)
            row.show(None)
        grid.setRowStretch(MOST + 1, 1)

    def show_draws(self, draws: Sequence[Draw]) -> None:
        """Show the first of these."""
        for number, row in enumerate(self.rows):
            row.show(draws[number] if number < len(draws) else None)

    def _on_clicked(self) -> None:
        clicked = next(row for row in self.rows if row.link is self.sender())
        self.chosen.emit(clicked.name)
