"""Keeps unsaved work, answers and the order of reports: what is changed is written in two seconds.

Throttled, not put off: a drag that goes on is kept as well. What cannot be written is tried again,
and that is told. Writing is done off the GUI thread;
`flush`, for a program that is about to die, writes at once. What a user saves, closes or takes
back is forgotten here.
"""

from concurrent.futures import Executor
from datetime import datetime
from threading import Lock
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from planner.model.scenario import Scenario
from planner.storage.sentences.catalog import translate
from ui.documents.document import Document
from ui.documents.recovery import Entry, Session, bytes_of
from ui.documents.sessions.kept_answers import KeptAnswers
from ui.documents.sessions.open_sessions import OpenSessions
from ui.documents.workspace import Workspace
from ui.engine.jobs import Lane
from ui.wording.translate import sentence_of

EVERY_MS: Final = 2000
ANSWERS: Final = "answers"
"""Under which key answers, and what reports tell, are kept, beside those of documents."""


class Autosave(QObject):
    """Follows every open document; what is being typed for it counts as unsaved work.

    `failed` tells why nothing can be kept, `works_again` that everything is kept again.
    """

    failed = Signal(str)
    works_again = Signal()
    waiting = Signal()

    def __init__(
        self,
        workspace: Workspace,
        session: Session,
        opened: OpenSessions,
        executor: Executor | None = None,
    ) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._opened = opened
        self._has_other_answers = False
        self._session = session
        self._changed: dict[str, Document] = {}
        self._pending: dict[str, Entry] = {}
        self._kept: dict[str, Entry] = {}
        self._writing = Lock()
        self._told = ""
        self._lane = Lane(self, executor)
        self._lane.failed.connect(self._on_failed)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._on_time)
        self.waiting.connect(self._on_waiting)
        workspace.opened.connect(self._follow)
        workspace.closing.connect(self._on_closing)
        opened.changed.connect(self._on_answers_changed)
        opened.answers.changed.connect(self._on_answers_changed)
        for document in workspace.documents:
            self._follow(document)

    @property
    def session(self) -> Session:
        """Where the work is kept."""
        return self._session

    def has_work(self) -> bool:
        """Tell whether anything is unsaved in this window."""
        is_any = any(_needs_keeping(document) for document in self._workspace.documents)
        return is_any or self._has_answers_or_report()

    def flush(self) -> bool:
        """Write at once what is not yet written; tell whether all of it is kept now."""
        self._collect()
        self._write()
        return not self._pending

    def move_to(self, session: Session) -> None:
        """Keep the work in another session from now on, and forget it in the one before."""
        with self._writing:
            before, self._session = self._session, session
        self._changed = {each.key: each for each in self._workspace.documents}
        self._has_other_answers = True
        if self.flush():
            for key in self._keys():
                before.drop(key)
            before.end()

    def close(self) -> None:
        """End a session in which nothing is left to lose; the thread comes to its end."""
        self._timer.stop()
        self._lane.close()
        with self._writing:
            self._pending.clear()
            self._kept.clear()
            for key in self._keys():
                self._session.drop(key)
        self._session.end()

    def leave(self) -> bool:
        """End the thread and leave the entries to the next start; tell whether all are kept."""
        self._timer.stop()
        is_kept = self.flush()
        self._lane.close()
        self._session.release()
        return is_kept

    def _keys(self) -> list[str]:
        return [ANSWERS, *(document.key for document in self._workspace.documents)]

    def _follow(self, document: Document) -> None:
        document.changed.connect(self._on_changed)
        document.place_changed.connect(self._on_changed)
        document.typed_changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        document = self.sender()
        if not isinstance(document, Document):
            return
        self._changed[document.key] = document
        if not _needs_keeping(document):
            self._forget(document.key)
        elif not self._timer.isActive():
            self._timer.start()

    def _has_answers_or_report(self) -> bool:
        return bool(self._opened.unsaved_answers or self._opened.unsaved_report)

    def _on_answers_changed(self) -> None:
        self._has_other_answers = self._has_answers_or_report()
        if not self._has_other_answers:
            self._forget(ANSWERS)
        elif not self._timer.isActive():
            self._timer.start()

    def _on_time(self) -> None:
        self._collect()
        if self._pending:
            self._lane.start(self._write)

    def _collect(self) -> None:
        """Note what is to be written, as frozen values that another thread may read."""
        changed, self._changed = self._changed, {}
        kept = entry_of_answers(self._opened.answers) if self._has_other_answers else None
        self._has_other_answers = False
        with self._writing:
            for document in changed.values():
                if _needs_keeping(document):
                    self._pending[document.key] = entry_of(document)
            if kept is not None and kept.is_of_window:
                self._pending[ANSWERS] = kept

    def _write(self) -> None:
        """Write what waits; whoever comes second finds nothing left, or what is newer.

        So is what was written and then swept away, by a cleaner of temporary files for one. What
        cannot be written goes on waiting. That is told until it works again.
        """
        from planner.storage.sentences.file_error import FileError

        with self._writing:
            for key, entry in self._kept.items():
                if not self._session.holds(key):
                    self._pending.setdefault(key, entry)
            for key, entry in list(self._pending.items()):
                try:
                    self._session.write(key, bytes_of(entry))
                except FileError as error:
                    self._tell(sentence_of(error.reason))  # its file is ours, and no name to show
                else:
                    self._kept[key] = self._pending.pop(key)
            if self._pending:
                self.waiting.emit()
            else:
                self._tell("")

    def _forget(self, key: str) -> None:
        with self._writing:
            self._changed.pop(key, None)
            self._pending.pop(key, None)
            self._kept.pop(key, None)
            self._session.drop(key)
            if not self._pending:
                self._tell("")

    def _on_waiting(self) -> None:
        """Try again in a while what could not be written."""
        if not self._timer.isActive():
            self._timer.start()

    def _on_closing(self, document: Document) -> None:
        self._forget(document.key)

    def _on_failed(self, ticket: int, trace: str) -> None:
        self._tell(trace.strip().splitlines()[-1])
        self._on_waiting()

    def _tell(self, why: str) -> None:
        """Tell why nothing can be kept when that is new, or, with no reason, that it is over."""
        if why == self._told:
            return
        self._told = why
        if why:
            text = translate("Autosave", "Autosave failed: {why}.")
            self.failed.emit(text.format(why=why.rstrip(".")))
        else:
            self.works_again.emit()


def _needs_keeping(document: Document) -> bool:
    return document.is_dirty or bool(document.typed)


def entry_of(document: Document) -> Entry:
    """Return what is to be kept of a document."""
    place = document.place
    return Entry(
        None if place.path is None else place.path.absolute(),
        "" if place.identity is None else place.identity.digest,
        datetime.now().astimezone(),
        document.scenario,
        document.saved,
        document.typed,
    )


def entry_of_answers(answers: KeptAnswers) -> Entry:
    """Return what is to be kept of answers, and of what reports tell of them."""
    nothing, now = Scenario(), datetime.now().astimezone()
    kept, report = answers.to_store, answers.report_text
    return Entry(None, "", now, nothing, nothing, answers=kept, report=report)
