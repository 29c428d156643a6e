"""The choice of what differences are held against: the baseline, or one of the open scenarios.

It follows the workspace and passes on what a hand chooses. Floor: views.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from ui.documents.workspace import Workspace
from ui.widgets.label import label

if TYPE_CHECKING:
    from ui.documents.document import Document


class ReferenceChoice(QWidget):
    """A label and a box; `chosen` gives the document, None for the baseline."""

    chosen = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._rows: tuple[Document | None, ...] = (None,)
        self.box = QComboBox()
        self.box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.box.setAccessibleName(self.tr("Compare with"))
        self.box.setToolTip(
            self.tr("What differences on charts, cards, tables and in files are from")
        )
        caption = label(self.tr("Compare with"), look="muted")
        caption.setBuddy(self.box)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 2, 10, 4)
        layout.setSpacing(8)
        layout.addWidget(caption)
        layout.addWidget(self.box, 1)
        self.box.activated.connect(self._on_activated)
        workspace.listed.connect(self._show)
        self._show()

    def _show(self) -> None:
        """Offer what is open now, under its names."""
        workspace = self._workspace
        self._rows = (None, *workspace.scenarios)
        names = [self.tr("Baseline"), *map(workspace.name, workspace.scenarios)]
        with QSignalBlocker(self.box):
            if names != [self.box.itemText(row) for row in range(self.box.count())]:
                self.box.clear()
                self.box.addItems(names)
            self.box.setCurrentIndex(self._rows.index(workspace.compared))
        self.box.setEnabled(len(names) > 1)

    def _on_activated(self, row: int) -> None:
        self.chosen.emit(self._rows[row])
        self._show()
