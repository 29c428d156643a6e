"""Opens the list of bookmarks and does what a hand wants of it. Floor: controllers.

Each change is a step of the history of the scenario on screen.
"""

from dataclasses import replace

from PySide6.QtCore import QObject

from planner.files.format.plain_text import plain_name
from planner.model.presented.step import SENTENCE_AT_MOST
from planner.model.story.states import (
    story_of,
    with_step_changed,
    with_step_moved,
    without_step,
)
from planner.storage.sentences.catalog import translate
from ui.controllers.kept.titles import title_that_fits
from ui.controllers.story.bookmarks import Bookmarks
from ui.documents.current import Current
from ui.views.main_window import MainWindow
from ui.views.story.editor import StoryEditor


class StoryEditing(QObject):
    """The list follows the scenario on screen as long as it is open."""

    def __init__(self, window: MainWindow, current: Current, bookmarks: Bookmarks) -> None:
        super().__init__(window)
        self._window = window
        self._current = current
        self._bookmarks = bookmarks
        self.editor: StoryEditor | None = None
        actions = window.actions_
        window.shelf.history.offer_on_story(actions["present"], actions["edit_story"])
        current.story_changed.connect(self._on_changed)

    def show(self) -> None:
        """Open the list, or bring it to the front."""
        if self.editor is None:
            actions = self._window.actions_
            self.editor = StoryEditor((actions["star"], actions["present"]), self._window)
            self._connect(self.editor)
        self.editor.show_story(self._current.document.story)
        self.editor.show()
        self.editor.raise_()
        self.editor.activateWindow()

    def take_typed(self) -> None:
        """Take over what is being typed in the list."""
        if self.editor is not None and self.editor.isVisible():
            self.editor.take_typed()

    def _connect(self, editor: StoryEditor) -> None:
        editor.moved.connect(self._on_moved)
        editor.removed.connect(self._on_removed)
        editor.said.connect(self._on_said)
        editor.renewed.connect(self._bookmarks.renew)
        editor.looked_at.connect(self._bookmarks.go_to)

    def _on_changed(self) -> None:
        if self.editor is not None and self.editor.isVisible():
            self.editor.show_story(self._current.document.story)

    def _on_moved(self, number: int, place: int) -> None:
        scenario = self._current.scenario
        if not 0 <= place < len(story_of(scenario)) or self.editor is None:
            return
        made = with_step_moved(scenario, number, place)
        self._current.edit(lambda: translate("Bookmarks", "Move bookmark"), made)
        self.editor.show_story(self._current.document.story, place)

    def _on_removed(self, number: int) -> None:
        made = without_step(self._current.scenario, number)
        self._current.edit(lambda: translate("Bookmarks", "Remove bookmark"), made)

    def _on_said(self, number: int, title: str, sentence: str) -> None:
        step = story_of(self._current.scenario)[number]
        text = " ".join(plain_name(sentence).split())[:SENTENCE_AT_MOST]
        said = replace(step, title=title_that_fits(title), sentence=text)
        made = with_step_changed(self._current.scenario, number, said)
        self._current.edit(lambda: translate("Bookmarks", "Change bookmark"), made)
