"""The levers that may move: a button for each, which opens the list of all. Floor: views."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from planner.model.indices import address
from planner.model.inputs import Lever, elements_of
from planner.studies.solve.handle import paths_moved
from planner.studies.solve.question import HANDLES_AT_MOST
from ui.views.inputs.groups import lever_groups
from ui.widgets.chooser import Chooser, Entry, Group
from ui.widgets.elided_button import ElidedButton
from ui.widgets.label import label
from ui.wording.answers.solve import lever_text, row_told
from ui.wording.literal import literal_tip

_LEAVE_OUT: Final = ""
_BUTTON: Final = 100
"""How much of the room a button gets before what is left stays empty."""


class LeversRow(QWidget):
    """Shows up to four levers; `chosen` carries the names of all of them."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._place = 0
        self.buttons: list[ElidedButton] = []
        self.add_button = QToolButton()
        self.add_button.setText("+")
        self.add_button.setToolTip(self.tr("Let one more lever move, up to four"))
        self.add_button.setAccessibleName(self.add_button.toolTip())
        self.add_button.clicked.connect(self._on_add)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._row.addWidget(label(self.tr("by moving"), look="muted"))
        for _ in range(HANDLES_AT_MOST):
            button = ElidedButton("")
            button.clicked.connect(self._on_button)
            self.buttons.append(button)
            self._row.addWidget(button, _BUTTON)
        self._row.addWidget(self.add_button)
        self._row.addStretch(1)

    def show_levers(self, names: Sequence[str]) -> None:
        """Show these levers."""
        self._names = tuple(names)
        for place, button in enumerate(self.buttons):
            button.setVisible(place < len(names))
            if place < len(names):
                text = lever_text(names[place])
                button.show_text(text)
                button.setToolTip(literal_tip(text))
                button.setAccessibleName(text)
        self.add_button.setVisible(len(names) < HANDLES_AT_MOST)

    def _on_button(self) -> None:
        sender = self.sender()
        if isinstance(sender, ElidedButton):
            self._open(self.buttons.index(sender), sender)

    def _on_add(self) -> None:
        self._open(len(self._names), self.add_button)

    def _open(self, place: int, beside: QWidget) -> None:
        """Let the lever at a place be chosen, or left out where others stay."""
        self._place = place
        others = [name for number, name in enumerate(self._names) if number != place]
        groups = groups_without(others)
        if others and place < len(self._names):
            groups.insert(0, Group("", (Entry(value=_LEAVE_OUT, text=self.tr("Leave it out")),)))
        chooser = Chooser(
            groups,
            self.tr("Find a lever"),
            self.tr("No lever is called that."),
            self.tr("Levers"),
            self,
        )
        chooser.chosen.connect(self._on_chosen)
        chooser.open_beside(beside, self._names[place] if place < len(self._names) else "")

    def _on_chosen(self, name: object) -> None:
        names = list(self._names)
        names[self._place : self._place + 1] = [] if name == _LEAVE_OUT else [str(name)]
        self.chosen.emit(tuple(names))


def groups_without(taken: Sequence[str]) -> list[Group]:
    """Return every lever that moves nothing which the levers that are taken move."""
    moved = frozenset(path for name in taken for path in paths_moved(name))
    groups = []
    for group in lever_groups():
        rows = [row for row in (*group.top, *group.rest) if isinstance(row, Lever)]
        names = [name for row in rows for name in _names(row)]
        free = [name for name in names if moved.isdisjoint(paths_moved(name))]
        groups.append(Group(group.title, tuple(map(_entry, free))))
    return [each for each in groups if each.entries]


def _names(row: Lever) -> tuple[str, ...]:
    parts = tuple(address(row.key, each) for each in elements_of(row) if each)
    return (row.key, *parts)


def _entry(name: str) -> Entry:
    row = row_told(name)
    return Entry(value=name, text=row.full_name, more=name.replace("_", " "), tip=row.doc)
