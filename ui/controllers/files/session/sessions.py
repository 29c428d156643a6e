"""Opens sessions, names them, and saves all that is open; floor: controllers.

A session is added to what is open: a scenario of it that is open already is not opened again. No
dialog blocks.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from planner.files.session.session import SessionFound, SessionScenario
from planner.model.scenario import Scenario
from planner.quantities.listed import listed
from planner.storage.names import SESSION_ENDING
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import one_line, shown_path
from planner.studies.answers.answer import Answer
from ui.controllers.files.opening import Files
from ui.controllers.files.saving import Saving
from ui.controllers.files.session.session_saving import SessionSaving
from ui.controllers.kept.session_view import show_scenarios, show_view, word_of_part
from ui.controllers.units import Units
from ui.documents.document import Document, Place, is_same_state
from ui.documents.reading import Reading
from ui.documents.sessions.open_sessions import OpenSession, OpenSessions, Slot
from ui.documents.workspace import Workspace
from ui.views.main_window import MainWindow
from ui.widgets.files.dialogs import saving_dialog
from ui.widgets.files.paths import chosen_path
from ui.wording.translate import sentence_of

if TYPE_CHECKING:
    from planner.files.scenario.scenario_file import Opened

Then = Callable[[], object]


class Sessions(QObject):
    """What the commands on sessions do; `refused` tells why one of them does nothing."""

    refused = Signal(str)

    def __init__(
        self,
        opened: OpenSessions,
        writing: SessionSaving,
        saving: Saving,
        files: Files,
        units: Units,
        workspace: Workspace,
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._opened = opened
        self.answers = opened.answers
        self._writing = writing
        self._saving = saving
        self._files = files
        self._units = units
        self._workspace = workspace
        self._window = window
        self._left: list[Document] = []
        self._then: Then | None = None
        files.session_read.connect(self._on_read)
        files.session_reloaded.connect(self._on_reloaded)
        files.session_again.connect(self._on_again)
        writing.name_wanted.connect(self.ask_save_as)
        opened.changed.connect(self._on_changed)

    @property
    def unsaved_answers(self) -> tuple[Answer, ...]:
        """All answers that are kept; none where each of them stands in the file of a session."""
        return self._opened.unsaved_answers

    def has_unsaved_answers(self) -> bool:
        """Tell whether an answer that is kept stands in no session's file."""
        return bool(self.unsaved_answers)

    def save(self, then: Then | None = None) -> None:
        """Save all that is open in the session on top, or ask where to; `then` go on."""
        session = self._opened.top
        if session is None or session.place.read_only:
            self.ask_save_as(then)
        elif self._has_scenarios():
            self._writing.save_all_open(session.path, then)

    def ask_save_as(self, then: Then | None = None) -> None:
        """Ask where to save all that is open, and how it is shown; `then` go on once it is."""
        if not self._has_scenarios():
            return
        self._then = then
        sessions = translate("Sessions", "Sessions ({pattern})").format(
            pattern=f"*{SESSION_ENDING}"
        )
        top, title = self._opened.top, translate("Sessions", "Save the session")
        name = translate("Sessions", "Session") + SESSION_ENDING if top is None else top.path.name
        folder = self._files.folder()
        dialog = saving_dialog(self._window, title, folder, [sessions], name, SESSION_ENDING)
        dialog.fileSelected.connect(self._on_save_selected)
        dialog.open()

    def save_to(self, path: Path, then: Then | None = None) -> None:
        """Save all that is open as a session; its name always ends as that of one."""
        if not path.name.casefold().endswith(SESSION_ENDING):
            path = path.with_name(path.name + SESSION_ENDING)
        self._writing.save_all_open(path, then)

    def save_all(self) -> None:
        """Save every scenario that has changed.

        Those without a file go into the session on top; without one each asks for a name, one after
        the other, and who cancels is asked no more.
        """
        session = self._opened.top
        if session is not None and not session.place.read_only and self._has_homeless():
            self._writing.save_all_open(session.path, self._save_each)
        else:
            self._save_each()

    def _save_each(self) -> None:
        changed = [each for each in self._workspace.documents if each.is_dirty]
        self._left = sorted(changed, key=_has_no_place)
        if not changed:
            self.refused.emit(translate("Sessions", "Everything is saved"))
        self._save_next()

    def _save_next(self) -> None:
        rest = [each for each in self._left if each in self._workspace.documents and each.is_dirty]
        if rest:
            self._left = rest[1:]
            self._saving.save(rest[0], self._save_next)

    def _has_homeless(self) -> bool:
        return any(each.is_dirty and each.path is None for each in self._workspace.documents)

    def _has_scenarios(self) -> bool:
        has_any = bool(self._workspace.scenarios)
        if not has_any:
            self.refused.emit(
                translate("Sessions", "There is no scenario yet that a session could hold")
            )
        return has_any

    def _keep(self, answers: Sequence[Answer]) -> None:
        if answers:
            from ui.print.answers.repainted import reopened  # no start needs it

            self._opened.answers.keep(map(reopened, answers))

    def _arrange(self, session: SessionFound) -> None:
        """Let reports tell what they told, where the session says it."""
        if session.view.report is not None:
            self.answers.restore_report(session.view.report, session.answers)

    def _on_save_selected(self, name: str) -> None:
        then, self._then = self._then, None
        self.save_to(chosen_path(name), then)

    def _on_read(self, reading: Reading, place: Place, key: str) -> None:
        """Open what was read of a session; without a place its scenarios are copies."""
        found = (reading.found, *reading.others)
        before = set(self._workspace.scenarios)
        documents = [self._document_of(each, place) for each in found]
        if reading.session is not None:
            contents = (SessionScenario(each.scenario, each.results) for each in found)
            slots = tuple(map(Slot, (each.key for each in documents), contents))
            if place.path is not None:
                head = reading.session
                self._opened.put(OpenSession(key, place, slots, head.view, head.answers))
            self._keep(reading.session.answers)
            self._arrange(reading.session)
            show_scenarios(reading.session.view, self._workspace, documents)
            unknown = show_view(reading.session.view, self._window, self._units)
            self._tell_opened(reading, before, documents)
            self._tell_unknown(reading, (*reading.session.left_out, *unknown))

    def _document_of(self, found: "Opened", place: Place) -> Document:
        """Return the document of a scenario: one that is open as it is here, else a new one."""
        for document in self._workspace.scenarios:
            is_it = document.scenario.title == found.scenario.title
            if is_it and is_same_state(document.scenario, found.scenario):
                if document.path is None and place.path is not None:
                    _put_in(document, place)
                return document
        document = self._workspace.open(found.scenario, place)
        self._files.opened.emit(document, found)
        return document

    def _tell_unknown(self, reading: Reading, parts: Sequence[str]) -> None:
        said = [*map(sentence_of, reading.remarks)]
        if parts:
            text = translate(
                "Sessions", "The view in {name} could not be restored in full: {parts}"
            )
            words = listed([one_line(word_of_part(each)) for each in dict.fromkeys(parts)])
            said.append(text.format(name=shown_path(reading.path.name), parts=words))
        if said:
            self._files.told.emit(listed(said, "\n"))

    def _tell_opened(
        self, reading: Reading, before: set[Document], documents: Sequence[Document]
    ) -> None:
        already = len(before.intersection(documents))
        text = translate("Sessions", "Opened the session {name}; scenarios: {count}")
        if already:
            text = translate(
                "Sessions", "Opened the session {name}; scenarios: {count}, already open: {already}"
            )
        name = shown_path(reading.path.name)
        self._files.done.emit(text.format(name=name, count=len(documents), already=already))

    def _on_again(self, path: Path) -> None:
        """Bring a session to the front that is open, with what of it was closed since."""
        session = self._opened.at(path)
        if session is None:
            return
        documents = list(self._opened.documents(session))
        for number, document in enumerate(documents):
            if document is None:
                content = session.slots[number].content
                documents[number] = self._workspace.open(content.scenario, session.place)
        keys = (each.key for each in documents if each is not None)
        contents = (slot.content for slot in session.slots)
        slots = tuple(map(Slot, keys, contents))
        again = OpenSession(session.key, session.place, slots, session.view, session.answers)
        self._opened.put(again)
        if documents[0] is not None:
            self._workspace.switch(documents[0])

    def _on_reloaded(self, asked: Document, reading: Reading) -> None:
        """Take over what a session holds now, scenario by scenario of one title.

        One that it holds no more stays open, in no file; what is new in it opens.
        """
        session = self._opened.of(asked)
        if session is None:
            return
        place = session.place
        place = Place(place.path, reading.found.identity, target=reading.target, in_session=True)
        found = [reading.found, *reading.others]
        members = {each.scenario.title: each for each in self._opened.members(session)}
        documents = [self._taken_over(members.pop(e.scenario.title, None), e, place) for e in found]
        for document in members.values():
            document.restore(document.scenario, Scenario(), Place())
        contents = (SessionScenario(each.scenario, each.results) for each in found)
        slots = tuple(map(Slot, (each.key for each in documents), contents))
        head = session if reading.session is None else reading.session
        self._opened.put(OpenSession(session.key, place, slots, head.view, head.answers))
        self._keep(head.answers)
        self._workspace.switch(asked)

    def _taken_over(self, document: Document | None, found: "Opened", place: Place) -> Document:
        if document is None:
            return self._workspace.open(found.scenario, place)
        document.edit(lambda: translate("Sessions", "Reload"), found.scenario)
        _put_in(document, place)
        return document

    def _on_changed(self) -> None:
        top = self._opened.top
        self._window.name_session("" if top is None else shown_path(top.path.name))


def _put_in(document: Document, place: Place) -> None:
    """Let a document stand in a session, which holds it as it is."""
    if place.path is not None:
        document.mark_saved(place.path, place.identity, target=place.target, in_session=True)
        document.move(place)


def _has_no_place(document: Document) -> bool:
    return document.path is None or bool(document.place.read_only)
