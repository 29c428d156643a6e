"""A row whose parts lie in a drawer under it; `opening` is the time to make them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget

from ui.widgets.rows.lever_row import LeverRow


class Drawer(QWidget):
    """The row of the whole with an arrow that opens the rows of the parts."""

    opening = Signal()

    def __init__(self, master: LeverRow) -> None:
        super().__init__()
        self.master = master
        self.arrow = QToolButton(master)
        self.arrow.setArrowType(Qt.ArrowType.RightArrow)
        self.arrow.setProperty("arrow", "bare")
        self.arrow.setFixedSize(14, 18)
        self.arrow.move(2, 5)
        self.arrow.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.arrow.setToolTip(self.tr("Show each area"))
        name = self.tr("Areas of {lever}").format(lever=master.spec.name)
        self.arrow.setAccessibleName(name)
        self.body = QFrame()
        self._rows = QVBoxLayout(self.body)
        self._rows.setContentsMargins(0, 2, 0, 6)
        self._rows.setSpacing(1)
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
