"""The entries that answer to what is typed, those that fit best first. Floor: widgets.

Where nothing is called by a whole sentence, what knows most of its words answers.

Groups stay together, that of the best entry first; without a text all stand in their own order.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QBrush, QFont, QPalette, QStandardItem, QStandardItemModel

from ui.style.theme import SMALL_PIXELS, font
from ui.widgets.choosing.entry import Entry, Group, sought_of
from ui.wording.finding.ranking import Rank, Sought, Typed, narrows, rank, typed
from ui.wording.finding.sentences import ranks_of

Index = QModelIndex | QPersistentModelIndex

VALUE: Final = Qt.ItemDataRole.UserRole
REFUSAL: Final = Qt.ItemDataRole.UserRole + 1
HEADING_PIXELS: Final = 26
_ALL: Final[Rank] = (0, 0)


class Found(QSortFilterProxyModel):
    """Keeps what answers, and sorts it."""

    def __init__(self, groups: Sequence[Group], palette: QPalette, parent: QObject) -> None:
        super().__init__(parent)
        self._groups = tuple(groups)
        self._sought: list[list[Sought]] = []
        self._typed: Typed | None = None
        self._named: list[dict[int, Rank]] = []
        self._ranks: list[dict[int, Rank]] = []
        self.setSourceModel(_model_of(groups, palette, self))

    def look_for(self, text: str) -> None:
        """Keep what answers to a text; all of it if empty."""
        before, asked = self._typed, typed(text)
        self._typed = asked if asked.words else None
        if self._typed is None:
            self.sort(-1)
            self.invalidate()
            return
        goes_on = before is not None and narrows(asked, before)
        self._named = self._ranked(asked, self._named if goes_on else None)
        is_named = any(self._named)
        self._ranks = self._named if is_named else ranks_of(text, self._sought)
        self.invalidate()
        self.sort(0)

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        """Tell whether an entry answers, or any of a group."""
        if self._typed is None:
            return True
        return row in self._ranks[parent.row()] if parent.isValid() else bool(self._ranks[row])

    def lessThan(self, left: Index, right: Index) -> bool:
        """Tell whether a row fits better than another, or as well and stands before it."""
        return (self._rank_of(left), left.row()) < (self._rank_of(right), right.row())

    def _rank_of(self, index: Index) -> Rank:
        """Return how well an entry fits, or the best of a group."""
        if self._typed is None:
            return _ALL
        parent = index.parent()
        if parent.isValid():
            return self._ranks[parent.row()][index.row()]
        return min(self._ranks[index.row()].values(), default=_ALL)

    def _ranked(self, asked: Typed, among: list[dict[int, Rank]] | None) -> list[dict[int, Rank]]:
        """Return by group how well the entries fit that answer, of all or `among` some."""
        self._sought = self._sought or [
            [sought_of(entry, group.title) for entry in group.entries] for group in self._groups
        ]
        made = []
        for number, group in enumerate(self._sought):
            rows = range(len(group)) if among is None else among[number]
            fits = ((row, rank(asked, group[row])) for row in rows)
            made.append({row: fit for row, fit in fits if fit is not None})
        return made


def _model_of(groups: Sequence[Group], palette: QPalette, parent: QObject) -> QStandardItemModel:
    """Return the entries under their headings."""
    made = QStandardItemModel(parent)
    muted = QBrush(palette.color(QPalette.ColorRole.PlaceholderText))
    small, strong = font(SMALL_PIXELS), font(SMALL_PIXELS, bold=True)
    for group in groups:
        heading = _heading(group.title, muted, strong)
        for entry in group.entries:
            heading.appendRow([_item(entry, muted), _aside(entry, muted, small)])
        made.appendRow([heading, QStandardItem()])
    return made


def _heading(title: str, muted: QBrush, strong: QFont) -> QStandardItem:
    made = QStandardItem(title)
    made.setFlags(Qt.ItemFlag.ItemIsEnabled)
    made.setFont(strong)
    made.setTextAlignment(Qt.AlignmentFlag.AlignBottom)
    made.setSizeHint(QSize(0, HEADING_PIXELS))
    made.setForeground(muted)
    return made


def _item(entry: Entry, muted: QBrush) -> QStandardItem:
    item = QStandardItem(entry.text)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    item.setData(entry.value, VALUE)
    item.setToolTip(entry.refusal or entry.tip)
    if entry.refusal:
        item.setData(entry.refusal, REFUSAL)
        item.setForeground(muted)
    return item


def _aside(entry: Entry, muted: QBrush, small: QFont) -> QStandardItem:
    item = QStandardItem(entry.aside)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    item.setFont(small)
    item.setForeground(muted)
    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return item
