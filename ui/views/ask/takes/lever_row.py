"""One lever that may move: its name, which opens the list of all, and its bounds. Floor: views."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from planner.model.indices import address, split_address
from planner.model.inputs import Lever, elements_of
from planner.studies.solve.handle import Handle, paths_moved
from ui.accessibility.tips import set_tip
from ui.views.ask.takes.bounds import Bounds
from ui.views.inputs.groups import lever_groups
from ui.widgets.choosing.entry import Entry, Group
from ui.widgets.elided_button import ElidedButton
from ui.widgets.label import label
from ui.wording.answers.solve import lever_text, row_told
from ui.wording.finding.names import in_every_language
from ui.wording.finding.synonyms import synonyms_of
from ui.wording.moves import title_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class LeverRow(QObject):
    """A lever between its bounds; `pressed` tells that another one is to be chosen."""

    pressed = Signal()

    def __init__(self, caption: str, parent: QObject) -> None:
        super().__init__(parent)
        self.button = ElidedButton("")
        self.button.clicked.connect(self.pressed)
        self.bounds = Bounds(self)
        self.parts: tuple[QWidget, ...] = (
            label(caption, look="muted"),
            self.button,
            *self.bounds.parts,
        )
        self.show_handle(None)

    def show_handle(self, handle: Handle | None) -> None:
        """Show a lever with its bounds; nothing without one."""
        for each in self.parts:
            each.setVisible(handle is not None)
        if handle is None:
            return
        text = lever_text(handle.name)
        self.button.show_text(text)
        set_tip(self.button, text)
        self.button.setAccessibleName(text)
        self.bounds.show_handle(handle)


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
    key = split_address(name)[0]
    return Entry(
        value=name,
        text=row.full_name,
        names=(*in_every_language(partial(title_of, name)), *synonyms_of("levers", key)),
        more=name.replace("_", " "),
        tip=row.doc,
    )
