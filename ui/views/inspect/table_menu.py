"""The menu of the table of an inspected value, and the keys that give the same. Floor: views."""

from typing import Final, Literal

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton

from planner.storage.sentences.catalog import translate

TableWish = Literal["copy", "save"]
_SAVING: Final = "Ctrl+E"
"""The key by which charts are exported where they are on screen."""


class TableButton(QToolButton):
    """A button with the menu; `chosen` carries a TableWish.

    Its actions show keys but own none: where the keys are is up to who shows the table.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setText(translate("Inspect", "Table"))
        tip = translate("Inspect", "Value, equation, causes and levers, to copy or save as CSV")
        self.setToolTip(tip)
        self.setAccessibleName(tip)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setMenu(QMenu(self))
        copying = QKeySequence(QKeySequence.StandardKey.Copy)
        self._add(translate("Inspect", "&Copy table"), "copy", copying)
        self._add(translate("Inspect", "&Save table…"), "save", QKeySequence(_SAVING))

    def _add(self, text: str, wish: TableWish, key: QKeySequence) -> None:
        shown = key.toString(QKeySequence.SequenceFormat.NativeText)
        action = self.menu().addAction(f"{text}\t{shown}")
        action.setData(wish)
        action.triggered.connect(self._on_triggered)

    def _on_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.chosen.emit(action.data())


def wish_of(event: QEvent) -> TableWish | None:
    """Return what a key asks of the table; None for any other event."""
    if not isinstance(event, QKeyEvent):
        return None
    if event.matches(QKeySequence.StandardKey.Copy):
        return "copy"
    return "save" if QKeySequence(event.keyCombination()) == QKeySequence(_SAVING) else None
