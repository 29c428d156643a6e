"""Saving sessions: one scenario into its session, or all that is open.

Files are written in threads, one state after the other: what is to be saved while a session is
being written waits for the end. A save that fails gives one sentence, and the work stays unsaved.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from planner.files.session.session import SessionScenario
from planner.model.scenario import Scenario
from planner.quantities.told.lists import as_sentences
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown_path
from ui.controllers.files.kept_results import results_on_screen
from ui.controllers.kept.session_view import view_of
from ui.documents.document import Document, Place
from ui.documents.locks import Locks
from ui.documents.sessions.open_sessions import OpenSession, OpenSessions, Slot
from ui.documents.workspace import Workspace
from ui.documents.writing import Order, Outcome, write_file
from ui.engine.file_tasks import FileTasks, Wait
from ui.engine.published import Published
from ui.process.state.settings import Settings
from ui.views.main_window import MainWindow
from ui.widgets.question import Question
from ui.wording.translate import sentence_of

if TYPE_CHECKING:
    from planner.storage.identity import Identity

Then = Callable[[], object]


@dataclass(frozen=True, slots=True)
class _Write:
    """What is to be written: a session, the one it stands in place of, and the documents in it.

    `asks` about a file that somebody else changed; `agreed` is the one that may be replaced.
    """

    session: OpenSession
    before: OpenSession | None
    documents: tuple[Document, ...]
    then: Then | None = None
    asks: bool = False
    agreed: "tuple[Identity | None, ...]" = ()


class SessionSaving(QObject):
    """What writes sessions; `failed` carries a document of it and a sentence.

    `name_wanted` tells that another name is to be asked for.
    """

    told = Signal(str)
    done = Signal(str)
    failed = Signal(object, str)
    saved = Signal(object)
    idle = Signal()
    name_wanted = Signal()

    def __init__(
        self,
        published: Published,
        sessions: OpenSessions,
        workspace: Workspace,
        locks: Locks,
        settings: Settings,
        tasks: FileTasks,
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._published = published
        self._sessions = sessions
        self._workspace = workspace
        self._locks = locks
        self._settings = settings
        self._tasks = tasks
        self._window = window
        self._view = partial(view_of, window, workspace)
        self._waiting: list[Then] = []
        self._is_writing = False

    def has_work(self) -> bool:
        """Tell whether a session is being written."""
        return self._is_writing

    def save(self, document: Document, then: Then | None = None) -> None:
        """Save one scenario into its session, whose others stay as they were saved."""
        session = self._sessions.of(document)
        if self._is_writing:
            self._waiting.append(partial(self._save_again, document, then))
        elif session is not None:
            changed = {document.key: self._content(document, session)}
            made = replace(session.with_scenarios(changed), place=document.place)
            self._write(_Write(made, session, (document,), then, asks=True))

    def save_all_open(self, path: Path, then: Then | None = None) -> None:
        """Save all that is open, and how it is shown, as the session of a file.

        Scenarios without a file of their own have the session for their place from then on.
        """
        if self._is_writing:
            self._waiting.append(partial(self.save_all_open, path, then))
            return
        there = self._sessions.at(path)
        before = there or self._sessions.top
        documents = self._workspace.scenarios
        slots = tuple(Slot(each.key, self._content(each, before)) for each in documents)
        place = Place(path, in_session=True) if there is None else there.place
        key = f"session-{uuid4().hex}" if there is None else there.key
        answers = self._sessions.answers
        view = replace(self._view(), report=answers.report_text or None)
        session = OpenSession(key, place, slots, view, answers.to_store)
        inside = tuple(each for each in documents if self._moves_to(each, before))
        self._write(_Write(session, before, inside, then, asks=there is not None))

    def _moves_to(self, document: Document, before: OpenSession | None) -> bool:
        """Tell whether the place of a document is the session that is saved."""
        return document.path is None or (
            before is not None and self._sessions.of(document) == before
        )

    def _content(self, document: Document, session: OpenSession | None) -> SessionScenario:
        """Return a scenario with the key figures of the run on screen, or those it had."""
        scenario = document.scenario
        results = results_on_screen(self._published, scenario)
        slots = () if session is None else session.slots
        for slot in slots:
            if results is None and slot.key == document.key and slot.content.scenario == scenario:
                results = slot.content.results
        return SessionScenario(scenario, results)

    def _save_again(self, document: Document, then: Then | None) -> None:
        """Save what was changed while the session was being written."""
        if document.is_dirty:
            self.save(document, then)
        else:
            _go_on(then)

    def _write(self, write: _Write) -> None:
        self._is_writing = True
        session = write.session
        others = (each.place for each in self._workspace.documents if not each.place.in_session)
        order = Order(
            session.path,
            session.key,
            session.key,
            session.place,
            Scenario(),
            None,
            frozenset(place.target or place.path for place in others if place.path),
            asks=write.asks,
            agreed=write.agreed,
            session=session.session,
        )
        text = translate(
            "SessionSaving",
            "“{name}” is being saved, and its disk does not answer. The work is kept meanwhile.",
        )
        wait = Wait(text.format(name=shown_path(session.path.name)))
        then = partial(self._on_written, write)
        work = partial(write_file, order, self._locks)
        self._tasks.settle(self._tasks.ask(session.path, work, then, wait))

    def _on_written(self, write: _Write, outcome: Outcome) -> None:
        self._is_writing = False
        name = shown_path(write.session.path.name)
        waiting, self._waiting = self._waiting, []
        match outcome.state:
            case "saved":
                self._take_note(write, outcome)
                self.done.emit(translate("SessionSaving", "Saved {name}").format(name=name))
                _go_on(write.then)
            case "in_the_way":
                self._ask_about_outside(write, outcome)
            case "taken":
                text = translate(
                    "SessionSaving", "{name} is open in another window; choose another name."
                )
                self.told.emit(text.format(name=name))
            case "failed":
                said = "" if outcome.refusal is None else sentence_of(outcome.refusal)
                self.failed.emit(self._workspace.current, said)
        if outcome.state == "saved":
            for again in waiting:
                again()
        if not self._is_writing:
            self.idle.emit()

    def _take_note(self, write: _Write, outcome: Outcome) -> None:
        """Let the session and its documents know what the file holds now."""
        path, before = write.session.path, write.before
        place = Place(path, outcome.identity, target=outcome.target, in_session=True)
        members = () if before is None else self._sessions.members(before)
        session = replace(write.session, place=place)
        is_moved = before is not None and before.path != path
        self._sessions.put(session, before)
        if is_moved and before is not None:
            self._locks.release(before.key)
        contents = {slot.key: slot.content.scenario for slot in session.slots}
        for document in self._still_open(write.documents):
            document.mark_saved(
                path,
                outcome.identity,
                scenario=contents[document.key],
                target=outcome.target,
                in_session=True,
            )
            self.saved.emit(document)
        for document in members:
            if document not in write.documents and not is_moved:
                document.move(place)
        self._settings.keep_recent(path)
        if outcome.remarks:
            self.told.emit(as_sentences(map(sentence_of, outcome.remarks)))

    def _still_open(self, documents: Iterable[Document]) -> list[Document]:
        return [each for each in documents if each in self._workspace.documents]

    def _ask_about_outside(self, write: _Write, outcome: Outcome) -> None:
        """Ask what becomes of a session that somebody else changed or took away."""
        is_gone = outcome.place is not None and outcome.place.outside == "gone"
        if is_gone:
            text = translate("SessionSaving", "“{name}” was moved or deleted. Save it there again?")
        else:
            text = translate(
                "SessionSaving",
                "“{name}” was changed by another program since it was opened here. Replace it "
                "with this session?",
            )
        subject = replace(write, agreed=(outcome.identity,))
        name = shown_path(write.session.path.name)
        box = Question(self._window, "overwriting", text.format(name=name), subject)
        box.offer("save_as", translate("SessionSaving", "Save session as…"), is_default=True)
        if is_gone:
            box.offer("replace", translate("SessionSaving", "Save there"))
        else:
            box.offer_loss("replace", translate("SessionSaving", "Replace"))
        box.answered.connect(self._on_overwrite_answered)
        box.open()

    def _on_overwrite_answered(self, answer: str, write: _Write) -> None:
        if answer == "save_as":
            self.name_wanted.emit()
        elif answer == "replace":
            self._write(write)


def _go_on(then: Then | None) -> None:
    if then is not None:
        then()
