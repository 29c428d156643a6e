"""One open scenario: the only place where it may change, and the history of its changes.

A document owns one frozen scenario, the state that was last saved, its place on the disk and its
undo stack. `edit` is the only way to change what a scenario computes; a title that was given by
`rename` is no part of the history and stays through undo and redo. Bookmarks, the steps of the
scenario's story, are taken back step by step, but stay where the history goes elsewhere. Reading
and writing files is done elsewhere, as is the choice which document is on screen.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal
from uuid import uuid4

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack
from shiboken6 import isValid

from planner.ensemble.projection import inputs_of
from planner.model.scenario import Scenario
from planner.model.story.states import StoryStep, state_of, story_of, with_story
from planner.quantities.told.titles import BASELINE_TITLE, shown_title
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown_path
from planner.storage.sentences.spoken import LANGUAGES, Language, speaking
from ui.documents.commands import EditScenario, Saying
from ui.documents.typed import Typed

if TYPE_CHECKING:
    from planner.storage.identity import Identity
    from planner.storage.sentences.message import Message

STEPS_AT_MOST: Final = 500


Outside = Literal["", "changed", "gone", "unreachable", "kept"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a scenario stands: its file, and what that file was when we last saw it.

    With a `read_only` reason, a sentence, the file is never written. `outside` tells what somebody
    else did to it since; `kept` after the user chose this document over that. One that is
    `unreachable`, for a `cause`, may be as it was. `target` is where the links of the path led.
    Without a path the scenario is in no file. `in_session`: the file is a session, which holds
    other scenarios as well.
    """

    path: Path | None = None
    identity: "Identity | None" = None
    read_only: str = ""
    outside: Outside = ""
    cause: "Message | None" = None
    target: Path | None = None
    in_session: bool = False


class Document(QObject):
    """One scenario; signals report what has happened, after it has.

    `left_baseline` gives the title of the scenario that the first change of the baseline begins.
    """

    changed = Signal(object)
    title_changed = Signal(str)
    dirty_changed = Signal(bool)
    settled = Signal()
    replaced = Signal()
    place_changed = Signal()
    story_changed = Signal()
    typed_changed = Signal()
    left_baseline = Signal(str)

    def __init__(self, parent: QObject | None = None, number: int = 1) -> None:
        """Open the baseline; `number` tells the titles of new scenarios apart."""
        super().__init__(parent)
        self.key = uuid4().hex
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(STEPS_AT_MOST)
        self._commands: list[EditScenario] = []
        self._number = number
        self._scenario = Scenario()
        self._saved = self._scenario
        self._place = Place()
        self._is_going = False
        self._typed: Typed = {}
        self._opened_at = datetime.now().astimezone()
        self._is_moving = False
        self.is_preset = False

    @property
    def is_moving(self) -> bool:
        """Whether a step is open: a hand is on a slider."""
        return self._is_moving

    @property
    def moves_targets_alone(self) -> bool:
        """Whether the step that is open changes nothing that is run: futures are only counted."""
        top = self._top() if self._is_moving else None
        return top is not None and inputs_of(top.old) == inputs_of(top.new)

    @property
    def scenario(self) -> Scenario:
        """The scenario as it is now."""
        return self._scenario

    @property
    def saved(self) -> Scenario:
        """The scenario as it was opened or last saved."""
        return self._saved

    @property
    def place(self) -> Place:
        """Where it was read from or saved to."""
        return self._place

    @property
    def path(self) -> Path | None:
        """The file it was read from or saved to; None for a new one."""
        return self._place.path

    @property
    def opened_at(self) -> datetime:
        """When the first state of the history was put here."""
        return self._opened_at

    @property
    def story(self) -> tuple[StoryStep, ...]:
        """The bookmarks, in the order in which they are shown."""
        return story_of(self._scenario)

    @property
    def typed(self) -> Typed:
        """The texts that are being typed for it and that it does not have yet."""
        return self._typed

    @property
    def is_dirty(self) -> bool:
        """Whether its file, if it has one, does not hold it as it is now."""
        return self._scenario != self._saved or self._place.outside in {"changed", "gone", "kept"}

    @property
    def is_baseline(self) -> bool:
        """Whether it is the baseline itself: in no file, and nothing differs or has a name.

        The first change of it begins a scenario; taking that back leads to the baseline again.
        """
        return self._place == Place() and self._scenario == self._saved == Scenario()

    @property
    def outgrew_its_title(self) -> bool:
        """Whether a question or an example came under a title that names it no longer."""
        came, now = self._saved, self._scenario
        return self.is_preset and now.title == came.title and not is_same_state(came, now)

    @property
    def is_untouched(self) -> bool:
        """Whether it is the baseline as a new window shows it, which nobody would miss."""
        return self.is_baseline and not self.undo_stack.count()

    def edit(
        self, text: Saying, new_scenario: Scenario, merge_key: str = "", *, final: bool = True
    ) -> None:
        """Change the scenario as one undo step; `text` names the step, or says its name.

        Edits with the same key merge into one step until one of them is final. Without a change,
        a final edit only closes the step that is open. A title alone is a renaming and no step.
        """
        was_moving, self._is_moving = self._is_moving, not final
        new = self._titled(new_scenario)
        if is_same_state(new, self._scenario):
            self._show(new)
        else:
            self._push(text, new, merge_key)
        if final:
            self._close_step()
        if final and was_moving:
            self.settled.emit()

    def rename(self, title: str) -> None:
        """Give the scenario another title, which undo leaves as it is."""
        self._show(self._titled(replace(self._scenario, title=title)))

    def replace(
        self, scenario: Scenario, path: Path | None = None, *, place: Place | None = None
    ) -> None:
        """Put another scenario in this one's place and forget the history."""
        self._put_anew(scenario, scenario, place or Place(path))

    def restore(self, scenario: Scenario, saved: Scenario, place: Place) -> None:
        """Put a scenario here that differs from the saved one, as after a crash."""
        self._put_anew(scenario, saved, place)

    def go_to(self, position: int) -> None:
        """Go to the state after so many steps of the history; bookmarks stay as they are."""
        self._is_going = True
        self.undo_stack.setIndex(position)
        self._is_going = False

    def mark_saved(
        self,
        path: Path,
        identity: "Identity | None" = None,
        *,
        scenario: Scenario | None = None,
        target: Path | None = None,
        in_session: bool = False,
    ) -> None:
        """Remember that a scenario, as it is now unless given, stands in the file."""
        self._saved = scenario or self._scenario
        self.is_preset = False
        self.move(Place(path, identity, target=target, in_session=in_session))
        self.title_changed.emit(self._scenario.title)
        self.dirty_changed.emit(self.is_dirty)
        self.changed.emit(self._scenario)

    def move(self, place: Place) -> None:
        """Take note of where its file is, or of what the file now is."""
        if place != self._place:
            was_dirty = self.is_dirty
            self._place = place
            self.place_changed.emit()
            if was_dirty != self.is_dirty:
                self.dirty_changed.emit(self.is_dirty)

    def tell_story(self, text: Saying, story: tuple[StoryStep, ...]) -> None:
        """Have other bookmarks, as one undo step."""
        self.edit(text, with_story(self._scenario, story))

    def is_starred(self, state: Scenario) -> bool:
        """Tell whether a state is kept in a bookmark, under whatever title."""
        bare = state_of(state)
        return any(step.state == bare for step in self.story)

    def note_typed(self, typed: Typed) -> None:
        """Take note of what is being typed; nothing once that is accepted or given up."""
        if typed != self._typed:
            self._typed = typed
            self.typed_changed.emit()

    @property
    def title_of_changed(self) -> str:
        """The title of a scenario that differs from the baseline and was given no other."""
        return title_of_new(self._number)

    @property
    def file_name(self) -> str:
        """The name of its file as it is shown, for what is said of the file; else its title."""
        return shown_path(self.path.name) if self.path else shown_title(self._scenario.title)

    def _titled(self, scenario: Scenario) -> Scenario:
        """Return the scenario under an honest title: what differs is not called the baseline.

        Titles that somebody chose stay as they are. What came of the baseline and is as it was
        again is the baseline.
        """
        differs = replace(scenario, title=BASELINE_TITLE) != Scenario()
        if differs and scenario.title == BASELINE_TITLE:
            return replace(scenario, title=self.title_of_changed)
        if not differs and self._saved == Scenario() and self._has_title_of_changed(scenario):
            return replace(scenario, title=BASELINE_TITLE)
        return scenario

    def _has_title_of_changed(self, scenario: Scenario) -> bool:
        """Tell whether nobody chose the title: it was given in one of the languages."""
        if scenario.title == BASELINE_TITLE:
            return False
        return any(scenario.title == title_in(each, self._number) for each in LANGUAGES)

    def _put_anew(self, scenario: Scenario, saved: Scenario, place: Place) -> None:
        self.undo_stack.clear()
        self._is_moving = False
        self._opened_at = datetime.now().astimezone()
        self._saved = saved
        self.replaced.emit()
        self.move(place)
        self._scenario = scenario
        self.changed.emit(scenario)
        self.title_changed.emit(self._scenario.title)
        self.dirty_changed.emit(self.is_dirty)
        self.story_changed.emit()

    def _push(self, text: Saying, new: Scenario, merge_key: str) -> None:
        top = self._top()
        if top is not None and top.takes(merge_key):
            top.extend(new)
            return
        if top is not None:
            top.is_open = False
        command = EditScenario(text, self._scenario, new, self._put, merge_key)
        self._commands.append(command)
        self.undo_stack.push(command)
        self._forget_dropped()

    def _top(self) -> EditScenario | None:
        """Return the step that undo would take back."""
        top = self.undo_stack.command(self.undo_stack.index() - 1)
        return top if isinstance(top, EditScenario) else None

    def _close_step(self) -> None:
        """End the step that is open; one that led nowhere is dropped."""
        top = self._top()
        if top is None or not top.is_open:
            return
        top.is_open = False
        if is_same_state(top.old, top.new):
            top.setObsolete(True)
            self.undo_stack.undo()

    def _forget_dropped(self) -> None:
        """Empty the commands that Qt has dropped: the stack's wrapper holds on to their shells."""
        if len(self._commands) < 2 * STEPS_AT_MOST:
            return
        alive = [command for command in self._commands if isValid(command)]
        for command in self._commands:
            if not isValid(command):
                command.empty()
        self._commands = alive

    def _put(self, scenario: Scenario, left: Scenario) -> None:
        """Go from one state of the history to another.

        A title given since stays, and so do bookmarks unless this very step is about them.
        """
        title, story = self._scenario.title, self.story
        if self._is_going or story_of(scenario) == story_of(left):
            scenario = with_story(scenario, story)
        self._show(scenario if title == left.title else replace(scenario, title=title))

    def _show(self, scenario: Scenario) -> None:
        """Take a scenario; tell of title and state only when they change, not at every move."""
        if scenario == self._scenario:
            return
        title, was_dirty, story = self._scenario.title, self.is_dirty, self.story
        self._scenario = scenario
        self.changed.emit(scenario)
        if story_of(scenario) != story:
            self.story_changed.emit()
        if scenario.title != title:
            self.title_changed.emit(scenario.title)
            if title == BASELINE_TITLE and scenario.title == self.title_of_changed:
                self.left_baseline.emit(scenario.title)
        if self.is_dirty != was_dirty:
            self.dirty_changed.emit(self.is_dirty)


def title_of_new(number: int) -> str:
    """Return what the n-th new scenario of a window is called once it differs."""
    if number == 1:
        return translate("Document", "My scenario")
    text = translate("Document", "My scenario {number}")
    return text.format(number=number)


def title_in(language: Language, number: int) -> str:
    """Return what the n-th new scenario is called in a language."""
    with speaking(language):
        return title_of_new(number)


def is_same_state(one: Scenario, other: Scenario) -> bool:
    """Tell whether two scenarios differ in nothing but their titles, which are no state."""
    return one == other or replace(one, title="") == replace(other, title="")
