"""What the card of every study has in common, and what it is given to work with. Floor: views.

A card is told what is asked about and the run on screen, asks its study for an answer through a
runner of its own, and hands its answer to whoever carries it away. It knows no other card.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.storage.sentences.catalog import translate
from planner.studies.answers.about import About
from ui.documents.current import Current
from ui.documents.workspace import Workspace
from ui.engine.answered import Answered
from ui.engine.shown_run import ShownRun
from ui.engine.studies import Studies, StudyRunner
from ui.style.theme import Theme
from ui.widgets.ask.card import AskCard

_NEVER_FEWER: Final = 1000
"""So many futures every study uses; no answer is made up to find that out."""


@dataclass(frozen=True, slots=True)
class AskParts:
    """What a card works with.

    `current` is the document on screen, which Apply edits as one step; `studies` makes runners;
    `tell` says one sentence in the status bar; `theme` holds until another one is set.
    """

    current: Current
    workspace: Workspace
    studies: Studies
    tell: Callable[[str], None]
    theme: Theme


class StudyCard(AskCard):
    """The card of one study.

    `answer_changed` tells that its answer is there, or another one, or gone; `control_wanted`
    carries the address of a lever or an assumption that is to be shown, `about_wanted` another
    outcome and year that all cards are to answer for.
    """

    key = ""
    CHOSEN: ClassVar[tuple[str, ...]] = ()
    """The attributes that hold what somebody chose in it."""
    FOUND: ClassVar[tuple[str, ...]] = ()
    """The attributes that hold what was asked last, and the answer."""

    answer_changed = Signal()
    control_wanted = Signal(str)
    about_wanted = Signal(object)

    def __init__(self, title: str, parts: AskParts, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.parts = parts

    def show_about(self, about: About, run: ShownRun) -> None:
        """Answer for an outcome and a year of the run on screen.

        It is called for each run that is published while the card is seen, many times a second
        while a hand moves (`self.is_moving`): what takes longer than a frame waits for its end, or
        runs in a runner.
        """
        raise NotImplementedError

    def answer(self) -> Answered | None:
        """Return the answer that is shown, None where there is none yet."""
        raise NotImplementedError

    def tell_fewer(self) -> None:
        """Say where an answer rests on fewer futures than the scenario has, once the hand rests."""
        if self.is_moving:
            return
        has_many = self.parts.current.scenario.futures > _NEVER_FEWER
        kept = self.answer() if has_many else None
        self.show_fewer("" if kept is None else kept.answer.stamp.fewer)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colors of a theme."""

    def tell_again(self) -> None:
        """Tell what is shown and what was typed in the units that hold now; none of it is asked."""

    def take_over(self, before: "StudyCard") -> None:
        """Ask and tell what this card asks and tells in another window, in the words of this one.

        A study that has not ended there is begun anew here.
        """
        is_at_work = any(each.is_busy for each in before.findChildren(StudyRunner))
        for name in self.CHOSEN if is_at_work else (*self.CHOSEN, *self.FOUND):
            setattr(self, name, getattr(before, name))
        self.tell_again()

    def show_fault(self, _trace: str) -> None:
        """Say that a study broke off by a fault of the program."""
        self.show_state("")
        self.show_blank(translate("StudyCard", "This could not be worked out."))

    @property
    def is_moving(self) -> bool:
        """Whether a hand is on a slider of what is drawn."""
        return self.parts.workspace.is_moving
