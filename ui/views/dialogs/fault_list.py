"""Everything that is wrong with a file that people made, to be worked through beside it.

It stays open beside the window, and what it says can be copied. Floor: views.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QVBoxLayout, QWidget

from planner.storage.sentences.catalog import translate
from ui.views.dialogs.size import resize_within_screen
from ui.widgets.label import label

_SIZE: Final = QSize(640, 420)


class FaultList(QDialog):
    """A sentence about the whole, and a line for each thing that is wrong."""

    def __init__(
        self, title: str, sentence: str, faults: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("faults")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._text = "\n".join((sentence, *faults))
        head = label(sentence)
        head.setWordWrap(True)
        head.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.faults = QListWidget()
        self.faults.setWordWrap(True)
        self.faults.setAlternatingRowColors(True)
        self.faults.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.faults.setAccessibleName(title)
        self.faults.addItems(list(faults))
        layout = QVBoxLayout(self)
        layout.addWidget(head)
        layout.addWidget(self.faults)
        layout.addWidget(self._buttons())
        resize_within_screen(self, _SIZE)

    def copy(self) -> None:
        """Copy all of it, a line for each fault."""
        QGuiApplication.clipboard().setText(self._text)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(
            translate("FaultList", "Copy"), QDialogButtonBox.ButtonRole.ActionRole
        )
        copy.setObjectName("copy_faults")
        copy.setAutoDefault(False)
        copy.clicked.connect(self.copy)
        buttons.rejected.connect(self.close)
        return buttons
