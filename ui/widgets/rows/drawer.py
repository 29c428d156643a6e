"""A row whose parts lie in a drawer under it; `opening` is the time to make them.

Floor: widgets.
"""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget

from ui.widgets.rows.input_row import LINE, InputRow

_WIDTH: Final = 13
_AT: Final = 10


class Drawer(QWidget):
    """The row of the whole with an arrow that opens the rows of the parts."""

    opening = Signal()

    def __init__(self, master: InputRow) -> None:
        super().__init__()
        self.master = master
        self.arrow = QToolButton(master)
        self.arrow.setArrowType(Qt.ArrowType.RightArrow)
        self.arrow.setProperty("arrow", "bare")
        self.arrow.setFixedSize(_WIDTH, LINE)
        self.arrow.move(_AT, 2)
        self.arrow.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.arrow.setToolTip(self.tr("Show each area"))
        name = self.tr("Areas of {lever}").format(lever=master.described.name)
        self.arrow.setAccessibleName(name)
        self.body = QFrame()
        self._rows = QVBoxLayout(self.body)
        self._rows.setContentsMargins(0, 0, 0, 6)
        self._rows.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(master)
        layout.addWidget(self.body)
        self.body.hide()
        self.arrow.clicked.connect(self._on_clicked)

    def add(self, row: QWidget) -> None:
        """Put the row of a part into the drawer."""
        self._rows.addWidget(row)

    def set_open(self, is_open: bool) -> None:
        """Open or close the drawer."""
        self.arrow.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        if is_open:
            self.opening.emit()
        self.body.setVisible(is_open)

    def _on_clicked(self) -> None:
        self.set_open(self.body.isHidden())
