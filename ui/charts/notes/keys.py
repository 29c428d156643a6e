"""Keys on the notes of a chart: N writes one, Shift+N goes from note to note. Floor: charts.

On the note at hand arrows move its text, Enter edits it, Delete removes it, Esc leaves it.
"""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from planner.storage.sentences.catalog import translate
from ui.accessibility.events import announce
from ui.charts.notes.item import NoteMarks
from ui.charts.notes.marks import NoteWish

_STEP: Final = 8.0
"""Pixels by which an arrow moves a text, and with Shift a single one."""
_ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_PLAIN: Final = Qt.KeyboardModifier.NoModifier


class NoteKeys(QObject):
    """Listens to the keys of a chart; `wanted` tells of a note to write, edit or remove."""

    wanted = Signal(object)
    new_wanted = Signal()

    def __init__(self, chart: QWidget, notes: NoteMarks) -> None:
        super().__init__(chart)
        self._chart, self._notes = chart, notes
        chart.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take(event)
        if event.type() == QEvent.Type.FocusOut and self._notes.chosen is not None:
            self._notes.choose(None)
        return False

    def _take(self, event: QKeyEvent) -> bool:
        """Do what a key means to notes; tell whether it means anything."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_N and held == _PLAIN:
            self.new_wanted.emit()
            return True
        if event.key() == Qt.Key.Key_N and held == _SHIFT:
            return self._walk()
        return held in (_PLAIN, _SHIFT) and self._act(Qt.Key(event.key()), fine=held == _SHIFT)

    def _walk(self) -> bool:
        """Choose the next note, behind the last one none."""
        every = [each.mark.note for each in self._notes.notes]
        if not every:
            return False
        chosen = self._notes.chosen
        place = every.index(chosen) + 1 if chosen in every else 0
        self._notes.choose(every[place] if place < len(every) else None)
        note = self._notes.chosen
        if note is not None:
            text = translate("Notes", "Note {number} of {count}: {text}")
            count = {"number": place + 1, "count": len(every)}
            announce(self._chart, text.format(text=note.text, **count))
        return True

    def _act(self, key: Qt.Key, *, fine: bool) -> bool:
        note = self._notes.chosen
        if note is None:
            return False
        if key in _ARROWS:
            step = 1.0 if fine else _STEP
            way = QPointF(*_ARROWS[key]) * step
            self._notes.move_by(way.x(), way.y())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wanted.emit(NoteWish(note, note))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._notes.choose(None)
            self.wanted.emit(NoteWish(note, note, gone=True))
        elif key == Qt.Key.Key_Escape:
            self._notes.choose(None)
        else:
            return False
        return True
