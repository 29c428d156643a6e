"""Does what hands and keys want of notes on charts. Floor: controllers.

A note is the scenario's and stands in its file; each change is a step of its history.
"""

from PySide6.QtCore import QObject, Signal

from planner.model.presented.note import NOTES_AT_MOST, PinnedNote
from planner.model.story.states import with_pinned
from planner.storage.sentences.catalog import translate
from ui.charts.at_hand import number_at_hand
from ui.charts.contents.words import wording
from ui.charts.notes.marks import NoteMove, NoteWish
from ui.documents.commands import Saying
from ui.documents.current import Current
from ui.views.main_window import MainWindow
from ui.views.notes.editor import NoteEditor

_DRAG = "note"


class Notes(QObject):
    """Ties charts, the small window and the document together; `refused` tells why not."""

    refused = Signal(str)

    def __init__(self, window: MainWindow, current: Current) -> None:
        super().__init__(window)
        self._window = window
        self._current = current
        self._held: PinnedNote | None = None
        self.editor: NoteEditor | None = None
        charts = window.center.charts
        charts.note_moved.connect(self._on_moved)
        charts.note_wanted.connect(self._on_wanted)
        current.replaced.connect(self._on_replaced)

    def add_here(self) -> None:
        """Write a note where the menu of a chart was opened, or edit the one that lies there."""
        grid = self._window.center.grid_at_hand
        chart = grid.views[number_at_hand(grid)]
        chart.want_note()

    def _on_wanted(self, wish: NoteWish) -> None:
        pinned = self._pinned
        if wish.gone and wish.old in pinned:
            self._take(_removed, tuple(each for each in pinned if each != wish.old))
        elif wish.old is None and len(pinned) >= NOTES_AT_MOST:
            text = translate("Notes", "A scenario has {most} notes on charts at most.")
            self.refused.emit(text.format(most=NOTES_AT_MOST))
        elif not wish.gone:
            self._open(wish)

    @property
    def _pinned(self) -> tuple[PinnedNote, ...]:
        return self._current.scenario.presented.pinned

    def _open(self, wish: NoteWish) -> None:
        if self.editor is not None:
            self.editor.close()
        date = wish.note.date
        month = "" if date is None else wording().month(date)
        self.editor = NoteEditor(wish.note, month, self._window, wish.old)
        self.editor.taken.connect(self._on_taken)
        self.editor.removal_wanted.connect(self._on_removal)
        self.editor.destroyed.connect(self._on_editor_gone)
        self.editor.show()

    def _on_taken(self, note: PinnedNote) -> None:
        old = None if self.editor is None else self.editor.old
        if old in self._pinned:
            self._take(_changed, tuple(note if each == old else each for each in self._pinned))
        else:
            self._take(_added, (*self._pinned, note))

    def _on_removal(self) -> None:
        if self.editor is not None and self.editor.old is not None:
            self._on_wanted(NoteWish(self.editor.old, self.editor.old, gone=True))

    def _on_editor_gone(self) -> None:
        self.editor = None

    def _on_moved(self, move: NoteMove) -> None:
        """Move the text of a note as a hand does; one drag is one step."""
        held = self._held or move.old
        if held not in self._pinned:
            self._held = None
            return
        moved = tuple(move.new if each == held else each for each in self._pinned)
        self._held = None if move.final else move.new
        scenario = with_pinned(self._current.scenario, moved)
        self._current.edit(_moved, scenario, _DRAG, final=move.final)

    def _take(self, text: Saying, pinned: tuple[PinnedNote, ...]) -> None:
        self._current.edit(text, with_pinned(self._current.scenario, pinned))

    def _on_replaced(self) -> None:
        """Another scenario is on screen: what was written is not of it."""
        self._held = None
        if self.editor is not None:
            self.editor.close()


def _added() -> str:
    return translate("Notes", "Add note")


def _changed() -> str:
    return translate("Notes", "Change note")


def _moved() -> str:
    return translate("Notes", "Move note")


def _removed() -> str:
    return translate("Notes", "Remove note")
