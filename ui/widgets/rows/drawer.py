"""A row whose parts lie in a drawer under it; `opening` is the time to make them.

Some parts may stand out: they are in view whether the drawer is open or not.

Floor: widgets.
"""

from collections.abc import Collection
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget

from planner.storage.sentences.catalog import translate
from ui.widgets.rows.input_row import LINE, InputRow

_WIDTH: Final = 13
_AT: Final = 10


class Drawer(QWidget):
    """The row of the whole with an arrow that opens the rows of the parts."""

    opening = Signal()

    def __init__(self, master: InputRow) -> None:
        super().__init__()
        self.master = master
        self._is_open = False
        self._outstanding: frozenset[str] = frozenset()
        self._parts: list[InputRow] = []
        self.arrow = QToolButton(master)
        self.arrow.setArrowType(Qt.ArrowType.RightArrow)
        self.arrow.setProperty("arrow", "bare")
        self.arrow.setFixedSize(_WIDTH, LINE)
        self.arrow.move(_AT, 2)
        self.arrow.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.arrow.setToolTip(translate("Drawer", "Show each place"))
        name = translate("Drawer", "Places of {lever}").format(lever=master.described.name)
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

    def add(self, row: InputRow) -> None:
        """Put the row of a part into the drawer."""
        self._parts.append(row)
        self._rows.addWidget(row)
        row.setVisible(self._is_seen(row))

    def set_open(self, is_open: bool) -> None:
        """Open or close the drawer."""
        self.arrow.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        self._is_open = is_open
        self._show()

    def let_stand_out(self, elements: Collection[str], name: str) -> None:
        """Keep the rows of these elements in view, and call the row of the whole by a name."""
        self._outstanding = frozenset(elements)
        self.master.name_label.set_full_text(name)
        self._show()

    def _is_seen(self, row: InputRow) -> bool:
        return self._is_open or row.described.element in self._outstanding

    def _show(self) -> None:
        is_seen = self._is_open or bool(self._outstanding)
        if is_seen:
            self.opening.emit()
        for row in self._parts:
            row.setVisible(self._is_seen(row))
        self.body.setVisible(is_seen)

    def _on_clicked(self) -> None:
        self.set_open(not self._is_open)
