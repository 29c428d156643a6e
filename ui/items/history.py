"""The history of one document as a list, newest first, down to the state it was opened in."""

from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTime,
)

from planner.model.scenario import Scenario
from planner.quantities.told.lists import in_turn
from planner.storage.sentences.catalog import translate
from ui.documents.commands import EditScenario
from ui.documents.document import Document
from ui.wording.literal import literal_tip
from ui.wording.moves import Move, move_of
from ui.wording.translate import language

Index = QModelIndex | QPersistentModelIndex

_ROLE = Qt.ItemDataRole
TITLE: Final = _ROLE.UserRole + 1
CHANGE: Final = _ROLE.UserRole + 2
TIME: Final = _ROLE.UserRole + 3
EFFECT: Final = _ROLE.UserRole + 4
STARRED: Final = _ROLE.UserRole + 5
PLACE: Final = _ROLE.UserRole + 6
"""1 for states before the one on screen, 0 for that one, -1 for those that redo leads to."""


class History(QAbstractListModel):
    """Looks up the undo stack; the effects are told to it."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._count = 0
        self._effects: dict[tuple[Scenario, Scenario], str] = {}
        self.refresh()

    def show_document(self, document: Document) -> None:
        """Show the history of another document."""
        self.beginResetModel()
        self._document = document
        self._count = document.undo_stack.count()
        self.endResetModel()

    def refresh(self) -> None:
        """Show what the undo stack holds now."""
        if self._document.undo_stack.count() == self._count:
            self.dataChanged.emit(self.index(0), self.index(self._count))
        else:
            self.show_document(self._document)

    def show_effects(self, effects: dict[tuple[Scenario, Scenario], str]) -> None:
        """Show what the steps did, in words, by their states before and after."""
        self._effects = effects
        self.dataChanged.emit(self.index(0), self.index(self._count))

    def position(self, index: Index) -> int:
        """Return how many steps lead to the state of a row."""
        return self._count - index.row()

    def current(self) -> QModelIndex:
        """Return the row of the state on screen."""
        return self.index(self._count - self._document.undo_stack.index())

    def step(self, index: Index) -> EditScenario | None:
        """Return the step that led to the state of a row, None for the first state."""
        position = self.position(index)
        command = self._document.undo_stack.command(position - 1) if position else None
        return command if isinstance(command, EditScenario) else None

    def state(self, index: Index) -> Scenario:
        """Return the scenario of a row."""
        step = self.step(index)
        if step is not None:
            return step.new
        first = self._document.undo_stack.command(0) if self._count else None
        return first.old if isinstance(first, EditScenario) else self._document.scenario

    def move(self, index: Index) -> Move:
        """Return what led to the state of a row, in words."""
        step = self.step(index)
        if step is None:
            return Move(self._opened(self.state(index)), "")
        return move_of(step.text(), step.old, step.new)

    def _opened(self, scenario: Scenario) -> str:
        if scenario.levers or scenario.assumptions:
            return translate("History", "Opened the scenario")
        return translate("History", "Opened the baseline")

    def time(self, index: Index) -> datetime:
        """Return when the state of a row was made."""
        step = self.step(index)
        return self._document.opened_at if step is None else step.time

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._count + 1

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:  # noqa: ANN401 - of Qt
        if not index.isValid() or index.row() > self._count:
            return None
        match role:
            case _ROLE.DisplayRole | _ROLE.AccessibleTextRole:
                parts = (self._title(index), self._change(index), self._effect(index))
                return in_turn((*parts, self._time(index)))
            case _ROLE.ToolTipRole:
                return literal_tip(self._tip(index))
        by_role = {
            TITLE: self._title,
            CHANGE: self._change,
            TIME: self._time,
            EFFECT: self._effect,
            STARRED: self._is_starred,
            PLACE: self._place,
        }
        return by_role[role](index) if role in by_role else None

    def _title(self, index: Index) -> str:
        return self.move(index).title

    def _change(self, index: Index) -> str:
        return self.move(index).change

    def _time(self, index: Index) -> str:
        return clock_text(self.time(index))

    def _effect(self, index: Index) -> str:
        step = self.step(index)
        return "" if step is None else self._effects.get((step.old, step.new), "")

    def _is_starred(self, index: Index) -> bool:
        return self._document.is_starred(self.state(index))

    def _place(self, index: Index) -> int:
        here = self._document.undo_stack.index()
        position = self.position(index)
        return (position < here) - (position > here)

    def _tip(self, index: Index) -> str:
        lines = [self._title(index), self._change(index), self._effect(index)]
        how = translate("History", "Click: go to this state, and show what moved.")
        return "\n".join([*(line for line in lines if line), how])


def clock_text(at: datetime) -> str:
    """Return the time of day as the window writes it."""
    return language().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)
