"""Finds by typing any lever, assumption, outcome, place, scenario or command, and leads to it.

What there is to be found stands in `findable`; how it is found, in `ui.wording.finding`.
"""

from functools import cache
from typing import Final

from PySide6.QtCore import QObject, QPoint, QSize

from planner.quantities.told.titles import shown_title
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.spoken import Language, spoken
from ui.accessibility.events import announce
from ui.controllers.commands.findable.commands import commands, places
from ui.controllers.commands.findable.kinds import Asked, Control, Given, NoPlace, Open, PathOf
from ui.controllers.commands.findable.rows import (
    assumptions,
    levers,
    outcomes,
    paths,
    places_elsewhere,
    questions,
)
from ui.controllers.first.steps import FirstSteps
from ui.documents.document import Document
from ui.documents.workspace import Workspace
from ui.views.main_window import MainWindow
from ui.widgets.chooser import Chooser
from ui.widgets.choosing.entry import Entry, Group
from ui.wording.commands.table import COMMANDS
from ui.wording.commands.words import in_full

_SIZE: Final = QSize(520, 460)
_BELOW: Final = 40
"""So far below the window's upper edge the list opens where its button is folded away."""
_MARGIN: Final = 6
"""From the list's edge to its field, which comes to lie where the button is."""


class Finder(QObject):
    """Opens the list where it is asked for."""

    def __init__(self, window: MainWindow, workspace: Workspace, first: FirstSteps) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._first = first

    def open(self) -> None:
        """Let something be found by typing."""
        chooser = Chooser(
            self._groups(),
            translate("Finder", "Find a lever, outcome, place, scenario or command"),
            translate("Finder", "Nothing is called that. Try another word, or fewer."),
            translate("Finder", "What was found"),
            self._window,
        )
        chooser.chosen.connect(self._on_chosen)
        chooser.refused.connect(self._window.status.tell)
        chooser.open_at(self._place(), _SIZE)

    def _groups(self) -> tuple[Group, ...]:
        actions = self._window.actions_
        of_model, beside = _of_model(spoken()), _beside(spoken())
        open_now = places(actions), self._scenarios(), commands(actions)
        return (*of_model, *open_now, *beside)

    def _scenarios(self) -> Group:
        """Return the open scenarios, the baseline first."""
        workspace, entries = self._workspace, []
        for document in (workspace.baseline, *workspace.scenarios):
            is_shown = document is workspace.current
            value = None if document is workspace.baseline else document
            entry = Entry(
                value=Open(value),
                text=_title(workspace, value),
                aside=translate("Finder", "on screen") if is_shown else "",
                tip=translate("Finder", "Bring this scenario on screen"),
            )
            entries.append(entry)
        return Group(translate("Finder", "Scenarios"), tuple(entries))

    def _place(self) -> QPoint:
        """Return where on the screen the list opens: over its button, or over the middle."""
        button = self._window.side.find_button
        if button.isVisible():
            return button.mapToGlobal(QPoint(-_MARGIN, -_MARGIN))
        left = max(0, (self._window.width() - _SIZE.width()) // 2)
        return self._window.mapToGlobal(QPoint(left, _BELOW))

    def _on_chosen(self, value: object) -> None:
        match value:
            case Given(key):
                self._give(key)
            case Asked(question):
                self._first.choose(question)
            case NoPlace(sentence):
                self._window.status.tell(sentence)
            case PathOf(name):
                self._window.side.show_path(name)
            case Control(name):
                self._window.side.show_control(name)
            case Open(document):
                self._workspace.show(document)
            case str(chart):
                self._window.center.show_chart(chart)

    def _give(self, key: str) -> None:
        """Give a command; of one that turns something on or off say which it was."""
        action = self._window.actions_[key]
        action.trigger()
        if action.isCheckable():
            row = next(each for each in COMMANDS if each.key == key)
            announce(self._window, in_full(row))


def _title(workspace: Workspace, document: Document | None) -> str:
    return (
        translate("Finder", "Baseline")
        if document is None
        else shown_title(workspace.name(document))
    )


@cache
def _of_model(_language: Language) -> tuple[Group, ...]:
    """Return what the model's rows name, in the words of the language spoken."""
    return levers(), outcomes(), assumptions()


@cache
def _beside(_language: Language) -> tuple[Group, ...]:
    """Return what is looked for less: questions, paths, and places that the model has not."""
    return questions(), paths(), places_elsewhere()
