"""Offers the work of a program that died: to recover it, to discard it, or to decide later."""

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
        self.bar: ActionBar | None = None

    def offer(self) -> None:
        """Look for work of processes that are gone, and offer what there is."""
        sessions = abandoned_sessions(self._autosave.session.root)
        self._kept = [(each, key, entry) for each in sessions for key, entry in entries_of(each)]
        if not self._kept:
            for session in sessions:
                session.end()
            return
        choices = (
            ("recover", self.tr("Recover")),
            ("discard", self.tr("Discard")),
            ("later", self.tr("Later")),
        )
        self.bar = ActionBar(BarDisplay("recovery", self._sentence(), choices))
        self.bar.chosen.connect(self._on_chosen)
        self._window.show_bar(self.bar)

    def recover(self) -> None:
        """Put everything back on screen; it is kept anew before the old entries go."""
        for _, _, entry in self._kept:
            self._restore(entry)
        self._autosave.flush()
        count = len(self._kept)
        self._drop()
        self.done.emit(self.tr("Recovered scenarios: {count}").format(count=count))

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

    def _on_chosen(self, bar: str, choice: str) -> None:
        if choice == "recover":
            self.recover()
        elif choice == "discard":
            self._drop()
        else:
            for session, _, _ in self._kept:
                session.release()
        self._kept = []
        if self.bar is not None:
            self.bar.hide()
            self.bar.deleteLater()
            self.bar = None

    def _drop(self) -> None:
        for session, key, _ in self._kept:
            session.drop(key)
        for session, _, _ in self._kept:
            session.end()

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
