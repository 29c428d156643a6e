"""A field whose text somebody else reads: what is refused stays in it until Escape or undo.

What is composed in it by an input method is not replaced. It knows no numbers. Floor: widgets.
"""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.widgets.fields.composed_line import ComposedLine
from ui.widgets.fields.fitted_width import FittedWidth
from ui.widgets.label import set_look


class TypedField(ComposedLine):
    """Shows a text; `typed` carries another one, `relented` tells that a refused one is gone."""

    typed = Signal(str)
    relented = Signal()

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._shown = ""
        self._width = FittedWidth(self)
        self._is_refused = False
        self.setAccessibleName(name)
        self.editingFinished.connect(self._on_edited)
        self.composed.connect(self._on_composed)

    def show_text(self, text: str) -> None:
        """Show what holds, in place of whatever was typed, but not of what is being composed."""
        self._shown = text
        if self.is_composing:
            return
        self._is_refused = False
        set_look(self, "")
        self.setText(text)
        self.setModified(False)
        self._width.fit(text)

    def hold_width(self, least: int) -> None:
        """Be as wide as this, and wider where the text that holds needs it."""
        self._width.hold(least)

    def refuse(self) -> None:
        """Mark what was typed as what cannot be taken."""
        self._is_refused = True
        set_look(self, "beyond")

    def event(self, event: QEvent) -> bool:
        """Keep Escape and undo for this field while there is something to give back."""
        if event.type() == QEvent.Type.ShortcutOverride and self._gives_back(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give back with Escape what stood there, and with undo once it was refused."""
        if not self._gives_back(event):
            super().keyPressEvent(event)
            return
        was_refused = self._is_refused
        self.show_text(self._shown)
        self.selectAll()
        if was_refused:
            self.relented.emit()

    def _gives_back(self, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        is_undo = event.matches(QKeySequence.StandardKey.Undo)
        is_escape = event.key() == Qt.Key.Key_Escape
        is_other = self.isModified() or self._is_refused
        return (is_undo and self._is_refused) or (is_escape and is_other)

    def _on_composed(self) -> None:
        """Show what holds by now where the composition left nothing."""
        if not self.isModified() and not self._is_refused:
            self.show_text(self._shown)

    def _on_edited(self) -> None:
        if self.isModified():
            self.typed.emit(self.text())
