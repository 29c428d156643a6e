"""Saving documents: where to, and what becomes of a file that somebody else has changed.

Files are written in threads. While one is being written its document may be worked on, and saving
it again waits for the end. A save that fails gives one sentence, and the work stays unsaved.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from planner.files.scenario.titles import file_name_of
from planner.quantities.told.lists import as_sentences
from planner.quantities.told.titles import BASELINE_TITLE
from planner.storage.names import SCENARIO_ENDING
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown_path
from planner.storage.sentences.readable import is_text
from ui.controllers.files.kept_results import results_on_screen
from ui.controllers.files.lock_words import not_taken_over, who_has
from ui.controllers.files.near import folder_near
from ui.controllers.files.session.session_saving import SessionSaving
from ui.documents.document import Document
from ui.documents.locks import Grant, Locks
from ui.documents.reading import take_over
from ui.documents.workspace import Workspace
from ui.documents.writing import Order, Outcome, write_file
from ui.engine.file_tasks import FileTasks, Wait
from ui.engine.published import Published
from ui.process.state.settings import Settings
from ui.widgets.files.dialogs import saving_dialog
from ui.widgets.files.paths import chosen_path
from ui.widgets.question import Question
from ui.wording.translate import sentence_of

if TYPE_CHECKING:
    from planner.storage.identity import Identity
    from planner.storage.sentences.message import Message

Then = Callable[[], object]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a dialog that is open is about, and what to do once the document is saved.

    `there` is the file the question was about, None where there was none.
    """

    document: Document
    then: Then | None
    there: "Identity | None" = None


@dataclass(frozen=True, slots=True)
class _Taken:
    """A file whose lock cannot be taken, and what was to be saved there."""

    document: Document
    path: Path
    then: Then | None


class Saving(QObject):
    """What writes documents to files; `failed` and `remarked` carry a document and a sentence.

    One whose place is a session is handed on to what writes sessions, and told of all the same.

    `idle` tells that nothing is being written any more.
    """

    told = Signal(str)
    done = Signal(str)
    failed = Signal(object, str)
    saved = Signal(object)
    remarked = Signal(object, str)
    idle = Signal()

    def __init__(
        self,
        published: Published,
        workspace: Workspace,
        sessions: SessionSaving,
        locks: Locks,
        settings: Settings,
        tasks: FileTasks,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._sessions = sessions
        for mine, its in self._signals():
            its.connect(mine)
        sessions.idle.connect(self._on_idle)
        self._workspace = workspace
        self._locks = locks
        self._settings = settings
        self._tasks = tasks
        self._window = window
        self._asked: _Asked | None = None
        self._published = published
        self._writing: dict[tuple[Document, Path], list[Then | None]] = {}

    def has_work(self) -> bool:
        """Tell whether a file is being written."""
        return bool(self._writing) or self._sessions.has_work()

    def save_as_from_menu(self) -> None:
        """Ask where to save the document on screen."""
        self.ask_save_as(self._workspace.current)

    def save(self, document: Document, then: Then | None = None) -> None:
        """Save in the document's file, or ask for one, or ask whether to overwrite another's."""
        if document.path is None or document.place.read_only:
            self.ask_save_as(document, then)
        elif document.place.in_session:
            self._sessions.save(document, then)
        else:
            order = self._order(document, document.path)
            self._write(document, replace(order, asks=True), then)

    def ask_save_as(self, document: Document, then: Then | None = None) -> None:
        """Ask where to save, then save there."""
        self._asked = _Asked(document, then)
        title = translate("Saving", "Save the scenario")
        folder = folder_near(self._workspace, self._settings, self._tasks)
        scenarios = translate("Saving", "Scenarios ({pattern})").format(
            pattern=f"*{SCENARIO_ENDING}"
        )
        filters, name = [scenarios, translate("Saving", "All files (*)")], _proposed(document)
        dialog = saving_dialog(self._window, title, folder, filters, name, SCENARIO_ENDING)
        dialog.fileSelected.connect(self._on_save_selected)
        dialog.open()

    def save_to(
        self, path: Path, document: Document | None = None, then: Then | None = None
    ) -> bool:
        """Write a document, the one on screen unless given; tell whether it stands there now."""
        document = document or self._workspace.current
        self._write(document, self._order(document, path), then)
        return document.path == path and not document.is_dirty

    def _order(self, document: Document, path: Path) -> Order:
        scenario = document.scenario
        if _has_no_title(document):
            scenario = replace(scenario, title=_stem(path) or scenario.title)
        others = [each.place for each in self._workspace.documents if each is not document]
        targets = frozenset(place.target or place.path for place in others if place.path)
        results = results_on_screen(self._published, scenario)
        taking = f"saving-{document.key}-{path}"
        return Order(path, document.key, taking, document.place, scenario, results, targets)

    def _write(self, document: Document, order: Order, then: Then | None) -> None:
        """Write in a thread; what is being written already is written again after that."""
        waiting = self._writing.get((document, order.path))
        if waiting is not None:
            waiting.append(then)
            return
        self._writing[document, order.path] = []
        text = translate(
            "Saving",
            "“{name}” is being saved, and its disk does not answer. The work is kept meanwhile; "
            "“Save as” puts it elsewhere.",
        )
        on_written = partial(self._on_written, document, order, then)
        wait = Wait(text.format(name=shown_path(order.path.name)))
        work = partial(write_file, order, self._locks)
        self._tasks.settle(self._tasks.ask(order.path, work, on_written, wait))

    def _on_written(
        self, document: Document, order: Order, then: Then | None, outcome: Outcome
    ) -> None:
        waiting = self._writing.pop((document, order.path))
        match outcome.state:
            case "saved":
                self._take_note(document, order, outcome)
                _go_on(then)
            case "in_the_way":
                self._ask_about_outside(document, then, outcome)
            case "taken" if outcome.grant is not None and outcome.grant.can_be_broken:
                self._ask_to_take_over(_Taken(document, order.path, then), outcome)
            case "taken":
                text = translate("Saving", "{name} is open in another window; choose another name.")
                self.told.emit(text.format(name=shown_path(order.path.name)))
            case "failed":
                said = "" if outcome.refusal is None else sentence_of(outcome.refusal)
                self.failed.emit(document, said)
        if outcome.state == "saved":
            for other in waiting:
                self._save_again(document, other)
        self._on_idle()

    def _signals(self) -> tuple[tuple[SignalInstance, SignalInstance], ...]:
        """Return what is told of files, and where the same is told of sessions."""
        sessions = self._sessions
        return (
            (self.told, sessions.told),
            (self.done, sessions.done),
            (self.failed, sessions.failed),
            (self.saved, sessions.saved),
        )

    def _on_idle(self) -> None:
        if not self.has_work():
            self.idle.emit()

    def _save_again(self, document: Document, then: Then | None) -> None:
        """Save what was changed while the document was being written."""
        if document.is_dirty:
            self.save(document, then)
        else:
            _go_on(then)

    def _take_note(self, document: Document, order: Order, outcome: Outcome) -> None:
        """Let a document that still stands where it stood know what its file holds now."""
        path = order.path
        is_there = document in self._workspace.documents and document.path == order.place.path
        if is_there:
            if outcome.took_lock:
                self._locks.hand_over(order.taking, order.key)
            if _has_no_title(document):
                titled = replace(document.scenario, title=order.scenario.title)
                document.edit(_named, titled)
            document.mark_saved(
                path, outcome.identity, scenario=order.scenario, target=outcome.target
            )
            self._settings.keep_recent(path)
            self.saved.emit(document)
            if outcome.remarks:
                self.remarked.emit(document, as_sentences(map(sentence_of, outcome.remarks)))
        self._give_back(order.taking)
        self.done.emit(translate("Saving", "Saved {name}").format(name=shown_path(path.name)))

    def _give_back(self, key: str) -> None:
        """Release a lock where it is, which may be elsewhere than what was written."""
        lock = self._locks.held().get(key)
        if lock is not None:
            self._tasks.settle(self._tasks.ask(lock, partial(self._locks.release, key)))

    def _ask_to_take_over(self, taken: "_Taken", outcome: Outcome) -> None:
        """Ask whether to clear away a lock that nobody here holds."""
        grant = outcome.grant or Grant("taken")
        text = who_has(taken.path, grant, outcome.lock_name)
        box = Question(self._window, "taken", text, taken)
        box.offer("save_as", translate("Saving", "Save as…"), is_default=True)
        box.offer_loss("break", translate("Saving", "Take over"))
        box.answered.connect(self._on_taken_answered)
        box.open()

    def _on_taken_answered(self, answer: str, taken: "_Taken") -> None:
        if answer == "save_as":
            self.ask_save_as(taken.document, taken.then)
        elif answer == "break":
            work, then = (
                partial(take_over, taken.path, self._locks),
                partial(self._save_over, taken),
            )
            self._tasks.settle(self._tasks.ask(taken.path, work, then))

    def _save_over(self, taken: "_Taken", why: "Message | None") -> None:
        if why is None:
            self.save_to(taken.path, taken.document, taken.then)
        else:
            self.told.emit(not_taken_over(taken.path, why))

    def _ask_about_outside(self, document: Document, then: Then | None, outcome: Outcome) -> None:
        """Ask what becomes of a file that somebody else changed or took away."""
        if outcome.place is not None and document.path == outcome.place.path:
            document.move(outcome.place)
        is_gone = document.place.outside == "gone"
        if is_gone:
            text = translate("Saving", "“{name}” was moved or deleted. Save it there again?")
        else:
            text = translate(
                "Saving",
                "“{name}” was changed by another program since it was opened here. Replace it "
                "with this scenario?",
            )
        subject = _Asked(document, then, outcome.identity)
        box = Question(self._window, "overwriting", text.format(name=document.file_name), subject)
        box.offer("save_as", translate("Saving", "Save as…"), is_default=True)
        if is_gone:
            box.offer("replace", translate("Saving", "Save there"))
        else:
            box.offer_loss("replace", translate("Saving", "Replace"))
        box.answered.connect(self._on_overwrite_answered)
        box.open()

    def _on_overwrite_answered(self, answer: str, asked: _Asked) -> None:
        document, path = asked.document, asked.document.path
        if answer == "save_as":
            self.ask_save_as(document, asked.then)
        elif answer == "replace" and path is not None:
            order = replace(self._order(document, path), asks=True, agreed=(asked.there,))
            self._write(document, order, asked.then)

    def _on_save_selected(self, name: str) -> None:
        asked, self._asked = self._asked, None
        if asked is not None:
            self.save_to(chosen_path(name), asked.document, asked.then)


def _has_no_title(document: Document) -> bool:
    """Tell whether a scenario takes its title from its first file, as nobody gave it another."""
    titles = {BASELINE_TITLE, document.title_of_changed}
    return document.path is None and document.scenario.title in titles


def _go_on(then: Then | None) -> None:
    if then is not None:
        then()


def _proposed(document: Document) -> str:
    """Return the file name a dialog begins with; for a read-only file, that of a copy."""
    path = document.path
    if path is not None and not document.place.read_only and is_text(path.name):
        return path.name
    return file_name_of(document.scenario.title, SCENARIO_ENDING)


def _stem(path: Path) -> str:
    """Return the name of a file without the endings of scenario files, as a title may be."""
    from planner.files.format.plain_text import plain_name
    from planner.files.format.schema import NAME_AT_MOST

    name = path.name
    for ending in (SCENARIO_ENDING, ".json"):
        name = name.removesuffix(ending)
    return plain_name(name).strip()[:NAME_AT_MOST]


def _named() -> str:
    return translate("Saving", "Name the scenario")
