"""Offers the work of a program that died: to recover it, to discard it, or to decide later.

What is discarded stays on the disk until the window closes, and can be had back until then.
"""

from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, QObject, Signal

from planner.files.identity import Identity
from ui.autosave import Autosave
from ui.document import Document, Place
from ui.locks import Locks
from ui.moves import difference_in_words
from ui.recovery import Entry, Session, abandoned_sessions, entries_of
from ui.views.files import open_here
from ui.views.main_window import MainWindow
from ui.watch import look_at
from ui.widgets.action_bar import ActionBar, BarDisplay
from ui.workspace import Workspace

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
        """Look for work of processes that are gone, and offer what there is."""
        sessions = abandoned_sessions(self._autosave.session.root)
        self._kept = [(each, key, entry) for each in sessions for key, entry in entries_of(each)]
        if not self._kept:
            for session in sessions:
                session.end()
            return
        self._show_offer()

    def recover(self) -> None:
        """Put everything back on screen; it is kept anew before the old entries go."""
        for _, _, entry in self._kept:
            self._restore(entry)
        self._autosave.flush()
        count = len(self._kept)
        self._drop()
        self.done.emit(self.tr("Recovered scenarios: {count}").format(count=count))

    def close(self) -> None:
        """Delete what was discarded; what nobody decided about stays for the next start."""
        if self._is_discarded:
            self._drop()

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
        if entry.path is not None:
            already = open_here(self._workspace, entry.path)
            if already is not None:
                already.edit(self.tr("Recover"), entry.scenario)
                return already
        document = self._workspace.open()
        place = self._place(document, entry)
        document.restore(entry.scenario, entry.saved, place, entry.bookmarks)
        look_at(document)
        return document

    def _place(self, document: Document, entry: Entry) -> Place:
        if entry.path is None or not _is_there(entry.path):
            return Place()
        if self._locks.take(document.key, entry.path).state == "taken":
            return Place()
        return Place(entry.path, Identity(0, 0, 0, 0, entry.digest))


def _is_there(path: Path) -> bool:
    return path.parent.is_dir()
