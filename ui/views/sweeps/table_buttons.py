"""What copies the table of a page, and what saves it. Floor: views."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from planner.storage.sentences.catalog import translate
from ui.accessibility.tips import set_tip

_GAP: Final = 6


class TableButtons(QWidget):
    """Two buttons beside each other; they tell what was pressed."""

    copy_wanted = Signal()
    table_wanted = Signal()

    def __init__(self, *, has_rows: bool) -> None:
        super().__init__()
        self.copy = QPushButton(translate("Sweeps", "Copy table"))
        self.save = QPushButton(translate("Sweeps", "Save table…"))
        if has_rows:
            set_tip(self.copy, translate("Sweeps", "Copies the chosen rows, or all (Ctrl+C)"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GAP)
        layout.addWidget(self.copy)
        layout.addWidget(self.save)
        self.copy.clicked.connect(self.copy_wanted)
        self.save.clicked.connect(self.table_wanted)
