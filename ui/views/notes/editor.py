"""A small window that writes one note: its text, and whether a point, the curve or the chart.

Ctrl+Enter or OK takes it, Esc leaves all as it was. Floor: views.
"""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from planner.model.presented.note import TEXT_AT_MOST, PinnedNote
from planner.storage.sentences.catalog import translate
from ui.widgets.drops import TextWithoutFiles
from ui.widgets.fields.choice_box import ChoiceBox
from ui.widgets.label import label

_LINES: Final = 4
_WIDTH: Final = 340
_POINT, _CURVE, _CHART = "point", "curve", "chart"


class NoteEditor(QDialog):
    """Edits one note, `old`, or writes a new one; `taken` carries it, `removal_wanted` no more."""

    taken = Signal(object)
    removal_wanted = Signal()

    def __init__(
        self, note: PinnedNote, month: str, parent: QWidget, old: PinnedNote | None = None
    ) -> None:
        """Show a note about a month, in words; empty where it is about none."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(
            translate("NoteEditor", "Add a note")
            if old is None
            else translate("NoteEditor", "Note on the chart")
        )
        self.old = old
        self._note = note
        self.text = TextWithoutFiles(note.text)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(translate("NoteEditor", "Text of the note"))
        self.text.setFixedHeight(_LINES * self.text.fontMetrics().lineSpacing() + 14)
        self.about = ChoiceBox()
        self.about.setAccessibleName(translate("NoteEditor", "What the note is about"))
        self._fill(month)
        self.remark = label("", look="muted")
        self.remark.hide()
        self._lay_out()
        self.text.textChanged.connect(self._on_text)
        self._on_text()
        self.text.selectAll()
        self.text.setFocus()

    def accept(self) -> None:
        """Take the note, if it says anything and fits."""
        if self._ok.isEnabled():
            self.taken.emit(self.edited())
            super().accept()

    def edited(self) -> PinnedNote:
        """Return the note as the fields have it; characters that do not show are left out."""
        from planner.files.format.plain_text import plain_notes

        note = replace(self._note, text=plain_notes(self.text.toPlainText()).strip())
        match self.about.currentData():
            case "chart":
                return replace(note, date=None, value=None)
            case "curve":
                return replace(note, value=None)
        return note

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accept()
        else:
            super().keyPressEvent(event)

    def _fill(self, month: str) -> None:
        """Offer what the note may be about, what it is about first."""
        if self._note.value is not None:
            text = translate("NoteEditor", "This point, {month}")
            self.about.addItem(text.format(month=month), _POINT)
        if self._note.date is not None:
            text = translate("NoteEditor", "The curve in {month}")
            self.about.addItem(text.format(month=month), _CURVE)
        self.about.addItem(translate("NoteEditor", "The whole chart"), _CHART)

    def _on_text(self) -> None:
        """Take no note that says nothing, or more than a file may hold."""
        text = self.text.toPlainText().strip()
        said = translate("NoteEditor", "The note has {count} characters; at most {most} fit.")
        self.remark.setText(said.format(count=len(text), most=TEXT_AT_MOST))
        self.remark.setVisible(len(text) > TEXT_AT_MOST)
        self._ok.setEnabled(0 < len(text) <= TEXT_AT_MOST)

    def _lay_out(self) -> None:
        box = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(box.Ok | box.Cancel)
        self._ok = buttons.button(box.Ok)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.remover = buttons.addButton(
            translate("NoteEditor", "Remove"), QDialogButtonBox.ButtonRole.DestructiveRole
        )
        self.remover.setVisible(self.old is not None)
        self.remover.clicked.connect(self._on_remove)
        layout = QVBoxLayout(self)
        for part in (self.text, self.about, self.remark, buttons):
            layout.addWidget(part)
        self.setMinimumWidth(_WIDTH)

    def _on_remove(self) -> None:
        self.removal_wanted.emit()
        self.reject()
