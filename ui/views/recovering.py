"""Offers the work of a program that died: to recover it, to discard it, or to decide later.

What is discarded stays on the disk until the window closes, and can be had back until then.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, QObject, Signal

from planner.files.identity import Identity
from ui.autosave import Autosave
from ui.document import Document, Place
from ui.locks import Locks
from ui.moves import difference_in_words
from ui.recovery import Entry, Session, abandoned_sessions, entries_of
from ui.there import folder_is_there
from ui.translate import sentence_of
from ui.views.files import open_here
from ui.views.main_window import MainWindow
from ui.watch import look_at
from ui.widgets.action_bar import ActionBar, BarDisplay
from ui.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

    from planner.files.message import Message
    from planner.files.scenario_file import Opened

TOLD_AT_MOST = 4

Kept = tuple[Session, str, Entry]


class Recovering(QObject):
    """Shows one bar for all that was left behind; nothing is restored unasked."""

    done = Signal(str)

    def __init__(
        self, workspace: Workspace, locks: Locks, autosave: Autosave, window: MainWindow
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._locks = locks
        self._autosave = autosave
        self._window = window
        self._kept: list[Kept] = []
        self._is_discarded = False
        self.bar: ActionBar | None = None

    def offer(self) -> None:
        """Look for work of processes that are gone, and offer what there is, oldest first."""
        bad: list[Path] = []
        sessions = abandoned_sessions(self._autosave.session.root)
        self._kept = []
        for session in sessions:
            for key, entry in entries_of(session, bad.append):
                if _is_saved(entry):
                    session.drop(key)
                else:
                    self._kept.append((session, key, entry))
        self._kept.sort(key=_time_of)
        if bad:
            text = self.tr("Some unsaved work could not be read. It was put aside in {folder}.")
            self._window.notice.tell(text.format(folder=bad[0].parent))
        held = {id(session) for session, _, _ in self._kept}
        for session in sessions:
            if id(session) not in held:
                session.end()
        if self._kept:
            self._show_offer()

    def recover(self) -> None:
        """Put everything back on screen; the old entries go once all of it is kept anew."""
        for _, _, entry in self._kept:
            self._restore(entry)
        count = len(self._kept)
        if self._autosave.flush():
            self._drop()
        else:
            self._release()
        self.done.emit(self.tr("Recovered scenarios: {count}").format(count=count))

    def tell_unkept(self, why: "Message") -> None:
        """Say that nothing is kept beyond this window: the user's own folder cannot be used."""
        text = self.tr(
            "Suanli’s own folder cannot be used: {why}. Save often: after a crash unsaved work "
            "could not be offered again."
        )
        self._window.notice.tell(text.format(why=sentence_of(why)))

    def close(self) -> None:
        """Delete what was discarded; what nobody decided about stays for the next start."""
        if self._is_discarded:
            self._drop()

    def leave(self) -> None:
        """Leave everything to the next start, what was discarded included."""
        self._release()

    def _sentence(self) -> str:
        lines = [self.tr("Suanli did not end as it should. This unsaved work was kept:")]
        lines += [self._line(entry) for _, _, entry in self._kept[:TOLD_AT_MOST]]
        if len(self._kept) > TOLD_AT_MOST:
            more = self.tr("and {count} more")
            lines.append(more.format(count=len(self._kept) - TOLD_AT_MOST))
        return "\n".join(lines)

    def _line(self, entry: Entry) -> str:
        name = entry.path.name if entry.path else entry.scenario.title
        at = QDateTime.fromSecsSinceEpoch(int(entry.time.timestamp()))
        text = self.tr("“{name}”, {time} – {difference}")
        return text.format(
            name=" ".join(name.split()),
            time=QLocale().toString(at, QLocale.FormatType.ShortFormat),
            difference=self._difference(entry),
        )

    def _difference(self, entry: Entry) -> str:
        if entry.scenario == entry.saved:
            return self.tr("bookmarks: {count}").format(count=len(entry.bookmarks))
        return difference_in_words(entry.scenario, entry.saved)

    def _show_offer(self) -> None:
        choices = (
            ("recover", self.tr("Recover")),
            ("discard", self.tr("Discard")),
            ("later", self.tr("Later")),
        )
        self._show(BarDisplay("recovery", self._sentence(), choices))

    def _show_discarded(self) -> None:
        text = self.tr("Discarded unsaved scenarios: {count}. They are deleted when Suanli closes.")
        choices = (("undo", self.tr("Undo")), ("dismiss", self.tr("Dismiss")))
        self._show(BarDisplay("discarded", text.format(count=len(self._kept)), choices))

    def _on_chosen(self, bar: str, choice: str) -> None:
        self._hide()
        match choice:
            case "recover":
                self.recover()
            case "discard":
                self._is_discarded = True
                self._show_discarded()
            case "undo":
                self._is_discarded = False
                self._show_offer()
            case "later":
                self._release()

    def _show(self, display: BarDisplay) -> None:
        self.bar = ActionBar(display)
        self.bar.chosen.connect(self._on_chosen)
        self._window.show_bar(self.bar)

    def _hide(self) -> None:
        if self.bar is not None:
            self.bar.hide()
            self.bar.deleteLater()
            self.bar = None

    def _release(self) -> None:
        for session, _, _ in self._kept:
            session.release()
        self._kept = []

    def _drop(self) -> None:
        for session, key, _ in self._kept:
            session.drop(key)
        for session, _, _ in self._kept:
            session.end()
        self._kept, self._is_discarded = [], False

    def _restore(self, entry: Entry) -> Document:
        """Open the scenario of an entry, on its file where that can be written."""
        already = None if entry.path is None else open_here(self._workspace, entry.path)
        if already is not None and not already.is_dirty and _is_of(entry, already):
            already.edit(self.tr("Recover"), entry.scenario)
            for mark in entry.bookmarks:
                already.keep(mark)
            return already
        document = self._workspace.open()
        place = self._place(document, entry)
        saved = entry.saved if _in_file(entry) is None else entry.scenario
        document.restore(entry.scenario, saved, place, entry.bookmarks)
        look_at(document)
        if entry.path is not None and place.path is None:
            text = self.tr("“{name}” cannot be written to now; this is a scenario without a file.")
            self._window.bars.remark(document, "remark", text.format(name=entry.path.name))
        return document

    def _place(self, document: Document, entry: Entry) -> Place:
        if entry.path is None or not folder_is_there(entry.path.parent):
            return Place()
        if open_here(self._workspace, entry.path) is not None:
            return Place()
        if self._locks.take(document.key, entry.path).state == "taken":
            return Place()
        return Place(entry.path, _identity(entry))


def _is_saved(entry: Entry) -> bool:
    """Tell whether a file holds what the entry keeps: the program died right after a save."""
    return not entry.bookmarks and _in_file(entry) is not None


def _identity(entry: Entry) -> Identity:
    """Return what the file was as the entry knew it, or is if it holds the same scenario."""
    found = _in_file(entry)
    return Identity(0, 0, 0, 0, entry.digest) if found is None else found.identity


def _in_file(entry: Entry) -> "Opened | None":
    """Return what is in the file of an entry if that is the same scenario."""
    from planner.files.file_error import FileError
    from planner.files.scenario_file import open_file

    if entry.path is None:
        return None
    try:
        found = open_file(entry.path)
    except FileError:
        return None
    return found if found.scenario == entry.scenario and not found.is_picture else None


def _is_of(entry: Entry, document: Document) -> bool:
    """Tell whether a document was read from the file as the entry knew it."""
    identity = document.place.identity
    return identity is not None and identity.digest == entry.digest


def _time_of(kept: Kept) -> float:
    return kept[2].time.timestamp()
