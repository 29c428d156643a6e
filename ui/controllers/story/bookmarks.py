"""Bookmarks: states that are starred with what the window shows of them, and gone back to.

The scenarios that are drawn beside are kept with them, as they are then. They are steps of the
scenario's story; each change is a step of its history. Floor: controllers.
"""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from planner.model.presented.step import STEPS_AT_MOST
from planner.model.scenario import Scenario
from planner.model.story.states import BesideStep, beside_of, state_of, step_of, with_state
from planner.storage.sentences.catalog import translate
from ui.controllers.kept.shown import compare_as_kept, show, shown_now
from ui.controllers.kept.titles import title_that_fits
from ui.controllers.units import Units
from ui.documents.current import Current
from ui.documents.workspace import Workspace
from ui.views.main_window import MainWindow


class Bookmarks(QObject):
    """What the history does with bookmarks; `refused` tells why one is not made."""

    refused = Signal(str)

    def __init__(
        self, window: MainWindow, workspace: Workspace, current: Current, units: Units
    ) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._current = current
        self._units = units
        history = window.shelf.history
        history.star_wanted.connect(self.star)
        history.bookmark_wanted.connect(self.go_to)

    def star(self, state: Scenario, title: str) -> None:
        """Keep a state with what the window shows, or let one go that is kept."""
        document, bare = self._current.document, state_of(state)
        others = tuple(step for step in document.story if step.state != bare)
        if len(others) < len(document.story):
            document.tell_story(lambda: translate("Bookmarks", "Remove bookmark"), others)
            return
        if len(others) >= STEPS_AT_MOST:
            text = translate("Bookmarks", "A scenario has {most} bookmarks at most.")
            self.refused.emit(text.format(most=STEPS_AT_MOST))
            return
        shown = shown_now(self._window, self._workspace)
        beside = beside_now(self._workspace)
        step = step_of(state, title_that_fits(title), shown=shown, beside=beside)
        document.tell_story(lambda: translate("Bookmarks", "Add bookmark"), (*others, step))

    def go_to(self, number: int) -> None:
        """Bring a kept state back, as one more step, and show what was shown of it."""
        step = self._current.document.story[number]
        state = with_state(self._current.scenario, step.state)
        self._current.edit(lambda: translate("Bookmarks", "Back to a bookmark"), state)
        show(step.shown, self._window, self._units)
        compare_as_kept(step.shown, self._workspace)

    def renew(self, number: int) -> None:
        """Let a bookmark keep what is on screen now, under its title."""
        document = self._current.document
        step = replace(
            document.story[number],
            state=state_of(document.scenario),
            shown=shown_now(self._window, self._workspace),
            beside=beside_now(self._workspace),
        )
        story = (*document.story[:number], step, *document.story[number + 1 :])
        document.tell_story(lambda: translate("Bookmarks", "Change bookmark"), story)


def beside_now(workspace: Workspace) -> tuple[BesideStep, ...]:
    """Return the scenarios that are drawn beside the one on screen, as a step keeps them."""
    return tuple(
        beside_of(each.scenario, title_that_fits(workspace.name(each)))
        for each in workspace.others_drawn()
    )
