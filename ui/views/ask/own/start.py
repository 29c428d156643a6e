"""What the card of own numbers shows before there are any: what a table looks like, and ways in.

It reads nothing itself: what was pressed is told. Floor: views.
"""

import csv
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.files.own.example import EXAMPLE
from planner.storage.sentences.catalog import translate
from ui.widgets.label import label

_GAP: Final = 10
_COLUMN_GAP: Final = 14


class StartPage(QWidget):
    """Says what can be attached; signals tell what was pressed."""

    attach_wanted = Signal()
    paste_wanted = Signal()
    example_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = label(
            translate(
                "StartPage",
                "Attach what was counted since, and budgets that nobody published. The futures are "
                "scored by it and can be fitted to it; public facts stay as they are.",
            )
        )
        self.words.setWordWrap(True)
        self.attach_button = QPushButton(translate("StartPage", "Attach a CSV…"))
        self.paste_button = QPushButton(translate("StartPage", "Paste"))
        self.example_button = QPushButton(translate("StartPage", "Try the example"))
        self.save_button = QPushButton(translate("StartPage", "Save the example…"))
        self.attach_button.setToolTip(translate("StartPage", "Or drop the file on the window"))
        self.paste_button.setToolTip(
            translate("StartPage", "Cells that were copied in a spreadsheet, with heads")
        )
        self.example_button.setToolTip(
            translate("StartPage", "Its numbers are invented; Remove takes them away")
        )
        self.save_button.setToolTip(translate("StartPage", "A file to fill in"))
        self._lay_out()
        self.attach_button.clicked.connect(self.attach_wanted)
        self.paste_button.clicked.connect(self.paste_wanted)
        self.example_button.clicked.connect(self.example_wanted)
        self.save_button.clicked.connect(self.save_wanted)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GAP)
        layout.addWidget(self.words)
        layout.addLayout(self._sample())
        heads = label(
            translate(
                "StartPage",
                "Heads may be Chinese or Italian; place, error and source may be left out.",
            ),
            look="muted",
        )
        heads.setWordWrap(True)
        layout.addWidget(heads)
        for buttons in (
            (self.attach_button, self.paste_button),
            (self.example_button, self.save_button),
        ):
            row = QHBoxLayout()
            row.setSpacing(_GAP)
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
            layout.addLayout(row)
        layout.addStretch(1)

    def _sample(self) -> QGridLayout:
        """Return the example as a table: a head and its rows."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(_COLUMN_GAP)
        grid.setVerticalSpacing(2)
        rows = list(csv.reader(EXAMPLE.splitlines()))
        for row, fields in enumerate(rows):
            for column, text in enumerate(fields):
                cell = label(text, look="muted" if row == 0 else "")
                if column == rows[0].index("value"):
                    cell.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                grid.addWidget(cell, row, column)
        grid.setColumnStretch(len(rows[0]), 1)
        return grid
