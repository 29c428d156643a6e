"""The choice of what differences are held against: the baseline, or one of the open scenarios.

It follows the workspace and passes on what a hand chooses. Floor: views.
"""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from planner.storage.sentences.catalog import translate
from ui.documents.workspace import Workspace
from ui.widgets.fields.choice_box import ChoiceBox
from ui.widgets.label import label
from ui.wording.literal import literal_tip

if TYPE_CHECKING:
    from ui.documents.document import Document

_BESIDE: Final = 24
"""Room in the list beside the longest name."""


class ReferenceChoice(QWidget):
    """A label and a box; `chosen` gives the document, None for the baseline."""

    chosen = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._rows: tuple[Document | None, ...] = (None,)
        self.box = ChoiceBox()
        self.box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.box.setAccessibleName(translate("ReferenceChoice", "Compare with"))
        self._what = translate(
            "ReferenceChoice", "What differences on charts, cards, tables and in files are from"
        )
        caption = label(translate("ReferenceChoice", "Compare with"), look="muted")
        caption.setBuddy(self.box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 2, 10, 4)
        layout.setSpacing(2)
        layout.addWidget(caption)
        layout.addWidget(self.box)
        self.box.activated.connect(self._on_activated)
        workspace.listed.connect(self._show)
        self._show()

    def _show(self) -> None:
        """Offer what is open now, under its names."""
        workspace = self._workspace
        self._rows = (None, *workspace.scenarios)
        names = [
            translate("ReferenceChoice", "Baseline"),
            *map(workspace.name, workspace.scenarios),
        ]
        with QSignalBlocker(self.box):
            if names != [self.box.itemText(row) for row in range(self.box.count())]:
                self.box.clear()
                self.box.addItems(names)
                for row, name in enumerate(names):
                    self.box.setItemData(row, literal_tip(name), Qt.ItemDataRole.ToolTipRole)
                list_ = self.box.view()
                list_.setMinimumWidth(list_.sizeHintForColumn(0) + _BESIDE)
            self.box.setCurrentIndex(self._rows.index(workspace.compared))
        self.box.setEnabled(len(names) > 1)
        self.box.setToolTip(f"{literal_tip(self.box.currentText())}<br>{self._what}")
        self.box.setAccessibleDescription(self._what)

    def _on_activated(self, row: int) -> None:
        self.chosen.emit(self._rows[row])
        self._show()
