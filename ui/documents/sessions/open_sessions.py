"""Which session files are open, and which documents their scenarios are; floor: documents.

A session is the place of its scenarios: each document of one has its file as its place. A scenario
with a file of its own may be in a session as well, as a copy. What a session's file holds is
remembered here, so that one scenario can be saved into it and the others stay as they are.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from planner.files.session.session import Session, SessionScenario, SessionView
from planner.studies.answers.answer import Answer
from ui.documents.document import Document, Place
from ui.documents.locks import Locks
from ui.documents.sessions.kept_answers import KeptAnswers
from ui.documents.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Slot:
    """One scenario as the file has it, and the key of its document, closed or not."""

    key: str
    content: SessionScenario


@dataclass(frozen=True, slots=True)
class OpenSession:
    """A session's file: where it is, under which key its lock is held, and what it holds."""

    key: str
    place: Place
    slots: tuple[Slot, ...]
    view: SessionView
    answers: tuple[Answer, ...] = ()

    @property
    def path(self) -> Path:
        """The file."""
        return self.place.path or Path()

    @property
    def session(self) -> Session:
        """What the file holds."""
        return Session(tuple(slot.content for slot in self.slots), self.view, self.answers)

    def with_scenarios(self, changed: Mapping[str, SessionScenario]) -> "OpenSession":
        """Return the session with the scenarios of these documents in place of what it holds."""
        slots = (replace(s, content=changed.get(s.key, s.content)) for s in self.slots)
        return replace(self, slots=tuple(slots))


class OpenSessions(QObject):
    """The sessions of a window, the one opened or saved last on top; `changed` tells of another.

    A session is open as long as one of its scenarios is; then its lock is given back. `answers` are
    those that the window keeps, whatever file they are in.
    """

    changed = Signal()

    def __init__(self, workspace: Workspace, locks: Locks) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._locks = locks
        self._open: list[OpenSession] = []
        self._closed: dict[Path, tuple[Answer, ...]] = {}
        self.answers = KeptAnswers(self)
        workspace.closing.connect(self._on_closing)

    @property
    def top(self) -> OpenSession | None:
        """The session that was opened or saved last, None where none is open."""
        return self._open[-1] if self._open else None

    @property
    def unsaved_answers(self) -> tuple[Answer, ...]:
        """All answers that are kept; none where each of them stands in the file of a session.

        The file may have been closed since, its answers stay.
        """
        files = (*(each.answers for each in self._open), *self._closed.values())
        kept, held = self.answers.to_store, [each for answers in files for each in answers]
        return () if all(each in held for each in kept) else kept

    @property
    def unsaved_report(self) -> str:
        """What reports tell, in a line; empty where that is as usual, or as a session has it."""
        told = self.answers.report_text
        return "" if told in {each.view.report for each in self._open} else told

    def of(self, document: Document) -> OpenSession | None:
        """Return the session that is the place of a document, None where none is."""
        if not document.place.in_session:
            return None
        return next((each for each in self._open if each.path == document.path), None)

    def at(self, path: Path) -> OpenSession | None:
        """Return the session of a file, None where it is not open."""
        target = path.absolute()
        return next((e for e in self._open if target in (e.path.absolute(), e.place.target)), None)

    def members(self, session: OpenSession) -> tuple[Document, ...]:
        """Return the open documents whose place the session is."""
        return tuple(each for each in self._workspace.documents if self.of(each) == session)

    def documents(self, session: OpenSession) -> tuple[Document | None, ...]:
        """Return the document of each of its scenarios, None for one that is closed."""
        by_key = {each.key: each for each in self._workspace.documents}
        return tuple(by_key.get(slot.key) for slot in session.slots)

    def put(self, session: OpenSession, instead_of: OpenSession | None = None) -> None:
        """Take note of a session that was opened or written, in place of an older state of it."""
        gone = (instead_of, self.at(session.path))
        self._open = [each for each in self._open if each not in gone]
        self._open.append(session)
        self._closed.pop(session.path.absolute(), None)
        self.changed.emit()

    def update(self, session: OpenSession) -> None:
        """Take note of what a session holds now, in the place it has among the others."""
        self._open = [session if each.key == session.key else each for each in self._open]
        self.changed.emit()

    def _on_closing(self, document: Document) -> None:
        """Drop sessions of which nothing but this document is open."""
        left = {each.key for each in self._workspace.documents if each is not document}
        gone = [each for each in self._open if not _has_any(each, left)]
        for session in gone:
            self._locks.release(session.key)
            self._closed[session.path.absolute()] = session.answers
        if gone:
            self._open = [each for each in self._open if each not in gone]
            self.changed.emit()


def _has_any(session: OpenSession, keys: Iterable[str]) -> bool:
    return not {slot.key for slot in session.slots}.isdisjoint(keys)
