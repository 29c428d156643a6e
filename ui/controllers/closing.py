"""Closing documents and the window: asks what becomes of unsaved changes, once for all.

Whoever closes the window is asked about answers, too, that stand in no session's file, and while a
file is being written whether to wait for it.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from planner.quantities.listed import listed
from planner.quantities.told.titles import shown_title
from planner.storage.sentences.catalog import translate
from ui.controllers.exports import Exports
from ui.controllers.files.saving import Saving
from ui.controllers.files.session.sessions import Sessions
from ui.documents.document import Document
from ui.documents.workspace import Workspace
from ui.widgets.question import Question

if TYPE_CHECKING:
    from planner.model.scenario import Scenario
    from planner.studies.answers.answer import Answer

Then = Callable[[], object]


class CloseController(QObject):
    """What closes documents; the last step is never taken before the answer."""

    def __init__(
        self,
        workspace: Workspace,
        saving: Saving,
        sessions: Sessions,
        exports: Exports,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._exports = exports
        self._sessions = sessions
        self._after_writing: Then | None = None
        for writer in (exports, saving):
            writer.told.connect(self._on_not_written)
            writer.idle.connect(self._on_written)
        saving.failed.connect(self._on_not_written)
        self._workspace = workspace
        self._saving = saving
        self._window = window
        self._unsaved: list[Document] = []
        self._given_up: list[Scenario] = []
        self._given_up_answers: tuple[Answer, ...] = ()
        self._then: Then | None = None

    def close(self, document: Document) -> None:
        """Close a document, after asking what becomes of its changes."""
        self._leave([document], partial(self._close, document))

    def leave(self, then: Then) -> None:
        """Do something that closes every document, after one question for all."""
        finish = partial(self._finish, then)
        self._leave(list(self._workspace.documents), partial(self._leave_answers, finish))

    def _leave_now(self, then: Then) -> None:
        """Ask once more where something was changed since the first question was answered."""
        now = [each.scenario for each in self._workspace.documents if each.is_dirty]
        if now == self._given_up:
            then()
        else:
            self.leave(then)

    def _close(self, document: Document) -> None:
        if document in self._workspace.documents:
            self._workspace.close(document)

    def _leave_answers(self, then: Then) -> None:
        """Do something, after asking what becomes of answers that stand in no session's file."""
        answers = self._sessions.unsaved_answers
        if not answers or answers == self._given_up_answers:
            then()
            return
        text = translate(
            "CloseController", "Answers that are kept and stand in no session: {count}"
        )
        text = text.format(count=len(answers))
        if not self._workspace.scenarios:
            text += "\n\n" + translate(
                "CloseController", "A session can hold them as soon as a scenario is open."
            )
        box = Question(self._window, "answers", text, (answers, then))
        if self._workspace.scenarios:
            box.offer("save", translate("CloseController", "Save a session"), is_default=True)
        box.offer_loss("discard", translate("CloseController", "Discard"))
        box.answered.connect(self._on_answers_answered)
        box.open()

    def _on_answers_answered(self, answer: str, subject: "tuple[tuple[Answer, ...], Then]") -> None:
        answers, then = subject
        if answer == "discard":
            self._given_up_answers = answers
            then()
        elif answer == "save":
            self._sessions.save(then)

    def _finish(self, then: Then) -> None:
        """Do something, after asking what becomes of a file that is being written."""
        if not self._is_writing():
            then()
            return
        if self._saving.has_work():
            text = translate(
                "CloseController", "A scenario is still being saved; its disk has not answered."
            )
        else:
            text = translate("CloseController", "A file is still being written.")
        box = Question(self._window, "writing", text, then)
        box.offer("wait", translate("CloseController", "Finish it, then quit"), is_default=True)
        box.offer_loss("drop", translate("CloseController", "Quit without it"))
        box.answered.connect(self._on_writing_answered)
        box.open()

    def _on_writing_answered(self, answer: str, then: Then) -> None:
        if answer == "drop":
            then()
        elif answer == "wait" and self._is_writing():
            self._after_writing = then
        elif answer == "wait":
            self._leave_now(then)

    def _on_not_written(self) -> None:
        """Stay, so that it can be read why."""
        self._after_writing = None

    def _is_writing(self) -> bool:
        return self._exports.has_work() or self._saving.has_work()

    def _on_written(self) -> None:
        if self._is_writing():
            return
        then, self._after_writing = self._after_writing, None
        if then is not None:
            self._leave_now(then)

    def _leave(self, documents: list[Document], then: Then) -> None:
        unsaved = [document for document in documents if document.is_dirty]
        self._given_up = []
        if not unsaved:
            then()
            return
        box = Question(self._window, "closing", self._text(unsaved), (unsaved, then))
        box.offer("save", self._word_of_saving(unsaved), is_default=True)
        box.offer_loss("discard", translate("CloseController", "Discard"))
        box.answered.connect(self._on_answered)
        box.open()

    def _text(self, unsaved: list[Document]) -> str:
        if len(unsaved) == 1:
            return translate("CloseController", "Save the changes to “{name}”?").format(
                name=self._named(unsaved[0])
            )
        text = translate("CloseController", "Save the changes to {count} scenarios?").format(
            count=len(unsaved)
        )
        names = listed(list(map(self._named, unsaved)), "\n")
        return f"{text}\n\n{names}"

    def _named(self, document: Document) -> str:
        return shown_title(self._workspace.name(document))

    def _word_of_saving(self, unsaved: list[Document]) -> str:
        return (
            translate("CloseController", "Save")
            if len(unsaved) == 1
            else translate("CloseController", "Save all")
        )

    def _on_answered(self, answer: str, subject: tuple[list[Document], Then]) -> None:
        unsaved, then = subject
        if answer == "discard":
            self._given_up = [document.scenario for document in unsaved]
            then()
        elif answer == "save":
            self._unsaved, self._then = unsaved, then
            self._save_next()

    def _save_next(self) -> None:
        """Save one after the other; a save that fails or is canceled ends it, nothing is closed."""
        rest = [document for document in self._unsaved if document.is_dirty]
        if rest:
            self._saving.save(rest[0], self._save_next)
        elif self._then is not None:
            then, self._then = self._then, None
            then()
