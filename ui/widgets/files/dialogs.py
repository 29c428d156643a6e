"""Dialogs that ask for a file to open, for a place to save, or for a folder.

None waits for its answer: it is opened, tells later what was chosen, and is gone when it closes.
Floor: widgets.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from planner.storage.sentences.catalog import translate


def opening_dialog(
    over: QWidget, title: str, folder: str, filters: Sequence[str], *, several: bool = False
) -> QFileDialog:
    """Return a dialog that asks for a file that is there, or for several of them."""
    dialog = _dialog(over, title, folder)
    dialog.setNameFilters(filters)
    mode = QFileDialog.FileMode
    dialog.setFileMode(mode.ExistingFiles if several else mode.ExistingFile)
    return dialog


def saving_dialog(
    over: QWidget, title: str, folder: str, filters: Sequence[str], name: str, ending: str
) -> QFileDialog:
    """Return a dialog that asks where to save, under a name unless another one is given.

    A name without an ending gets this one; a file that is there already is asked about by Qt.
    """
    dialog = _dialog(over, title, folder)
    dialog.setNameFilters(filters)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(ending.removeprefix("."))
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, translate("Files", "Save &in:"))
    dialog.selectFile(name)
    return dialog


def folder_dialog(over: QWidget, title: str, folder: str) -> QFileDialog:
    """Return a dialog that asks for a folder; what is in it is not listed."""
    dialog = _dialog(over, title, folder)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return dialog


def _dialog(over: QWidget, title: str, folder: str) -> QFileDialog:
    dialog = QFileDialog(over, title, folder)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog
