"""A list in groups that opens as a popup and is found by typing.

The field keeps the keyboard: letters narrow the list, arrows go through it, Enter chooses and
Escape leaves all as it was. It knows nothing of what is chosen from.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPoint,
    QRect,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush, QKeyEvent, QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from ui.style.theme import SMALL_PIXELS, font

VALUE: Final = Qt.ItemDataRole.UserRole
_SOUGHT: Final = Qt.ItemDataRole.UserRole + 1
_SIZE: Final = QSize(320, 560)
_HEADING_PIXELS: Final = 26
_LINES: Final = 3
"""Lines that explain the highlighted entry."""
_STEPS: Final = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -10,
    Qt.Key.Key_PageDown: 10,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What can be chosen: its value, its words, and further words by which it is found.

    `aside` stands at the right; what is not enabled is shown and cannot be chosen.
    """

    value: object
    text: str
    more: str = ""
    aside: str = ""
    tip: str = ""
    is_enabled: bool = True


@dataclass(frozen=True, slots=True)
class Group:
    """Entries under a heading, which finds them too."""

    title: str
    entries: tuple[Entry, ...]


class Chooser(QFrame):
    """The popup, gone when it closes; `chosen` carries the value of an entry."""

    chosen = Signal(object)

    def __init__(
        self, groups: Sequence[Group], asked: str, nothing: str, name: str, parent: QWidget
    ) -> None:
        """Show `asked` in the empty field, `nothing` where no entry answers."""
        super().__init__(parent, Qt.WindowType.Popup)
        self._parent = parent
        self._room = QRect(QPoint(), _SIZE)
        self._hangs = True
        self.setProperty("look", "chooser")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(asked)
        self.field.setAccessibleName(asked)
        self.field.setClearButtonEnabled(True)
        self.field.installEventFilter(self)
        self._found = _Found(self)
        self._found.setSourceModel(_model_of(groups, self.palette(), self))
        self.view = _tree(self, self._found, name)
        self.nothing = QLabel(nothing, self)
        self.nothing.setProperty("look", "muted")
        self.explanation = QLabel(self)
        self.explanation.setTextFormat(Qt.TextFormat.PlainText)
        self.explanation.setProperty("look", "muted")
        self.explanation.setWordWrap(True)
        self.explanation.setAlignment(Qt.AlignmentFlag.AlignTop)
        lines = self.explanation.fontMetrics().lineSpacing() * _LINES
        self.explanation.setFixedHeight(lines)
        self.explanation.setVisible(any(one.tip for group in groups for one in group.entries))
        layout = self._rows = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setSpacing(4)
        layout.addWidget(self.field)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.nothing)
        layout.addWidget(self.explanation)
        self.field.textChanged.connect(self._on_text_changed)
        self.view.clicked.connect(self._choose)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)

    def open_beside(self, button: QWidget, value: object = None) -> None:
        """Open below a button, above it where there is more room; never over it."""
        top = button.mapToGlobal(QPoint(0, 0))
        below = top + QPoint(0, button.height())
        room = self._parent.screen().availableGeometry()
        above, under = top.y() - room.top(), room.bottom() - below.y()
        height = min(_SIZE.height(), max(above, under))
        opens_below = under >= min(above, _SIZE.height())
        place = below if opens_below else top - QPoint(0, height)
        self.open_at(place, QSize(_SIZE.width(), height), value, hangs=opens_below)

    def open_at(
        self, place: QPoint, size: QSize = _SIZE, value: object = None, *, hangs: bool = True
    ) -> None:
        """Open at a place on the screen, within it, with the entry of a value highlighted.

        Where few entries are left it is as high as these: it `hangs` from its top then, or stands
        on its foot.
        """
        self._hangs = hangs
        room = self._parent.screen().availableGeometry()
        size = size.boundedTo(room.size())
        right, bottom = room.right() - size.width(), room.bottom() - size.height()
        place = QPoint(min(place.x(), right), min(place.y(), bottom))
        self._room = QRect(place, size)
        self._on_text_changed("")
        self._highlight(next((one for one in self.leaves() if one.data(VALUE) == value), None))
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self.view.scrollTo(self.view.currentIndex(), QTreeView.ScrollHint.PositionAtCenter)

    def leaves(self) -> list[QModelIndex]:
        """Return what can be chosen at present, from top to bottom."""
        groups = (self._found.index(row, 0) for row in range(self._found.rowCount()))
        found = (leaf for group in groups for leaf in self._leaves_of(group))
        return [each for each in found if each.flags() & Qt.ItemFlag.ItemIsEnabled]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the field's arrows and Enter act on the list."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.view.currentIndex())
            return True
        if key in _STEPS:
            self._step(_STEPS[key])
            return True
        return super().eventFilter(watched, event)

    def _step(self, by: int) -> None:
        leaves = self.leaves()
        if leaves:
            current = self.view.currentIndex()
            place = leaves.index(current) if current in leaves else -1
            self._highlight(leaves[max(0, min(len(leaves) - 1, place + by))])

    def _highlight(self, index: QModelIndex | None) -> None:
        if index is not None:
            self.view.setCurrentIndex(index)

    def _on_current_changed(self, current: QModelIndex) -> None:
        tip = current.siblingAtColumn(0).data(Qt.ItemDataRole.ToolTipRole)
        self.explanation.setText(tip or "")

    def _on_text_changed(self, text: str) -> None:
        self._found.look_for(text)
        self.view.expandAll()
        leaves = self.leaves()
        self.nothing.setVisible(not self._found.rowCount())
        self.view.setVisible(bool(leaves))
        self._highlight(leaves[0] if leaves else None)
        if not leaves:
            self.explanation.clear()
        self._fit()

    def _fit(self) -> None:
        """Be as high as the entries that are left, within the room there is."""
        self._rows.activate()
        least = self._rows.totalMinimumSize().height()
        height = least if self.view.isHidden() else least - _HEADING_PIXELS + self._rows_height()
        area = QRect(self._room)
        area.setHeight(min(area.height(), height))
        if not self._hangs:
            area.moveBottom(self._room.bottom())
        self.setGeometry(area)

    def _rows_height(self) -> int:
        """Return the pixels of all rows that are left, headings included."""
        groups = [self._found.index(row, 0) for row in range(self._found.rowCount())]
        rows = [*groups, *(leaf for group in groups for leaf in self._leaves_of(group))]
        return sum(self.view.sizeHintForIndex(row).height() for row in rows)

    def _leaves_of(self, group: QModelIndex) -> list[QModelIndex]:
        return [self._found.index(row, 0, group) for row in range(self._found.rowCount(group))]

    def _choose(self, index: QModelIndex) -> None:
        entry = index.siblingAtColumn(0)
        value = entry.data(VALUE)
        if value is not None and entry.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.close()
            self.chosen.emit(value)


class _Found(QSortFilterProxyModel):
    """Keeps the entries in whose names every word stands that was typed."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()

    def look_for(self, text: str) -> None:
        """Keep what answers to a text; all of it if empty."""
        self._words = tuple(text.casefold().split())
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: QModelIndex) -> bool:  # type: ignore[override]
        """Tell whether an entry answers, or any of a group."""
        index = self.sourceModel().index(row, 0, parent)
        if not parent.isValid():
            rows = range(self.sourceModel().rowCount(index))
            return any(self.filterAcceptsRow(each, index) for each in rows)
        return all(word in index.data(_SOUGHT) for word in self._words)


def _model_of(groups: Sequence[Group], palette: QPalette, parent: QObject) -> QStandardItemModel:
    """Return the entries under their headings."""
    made = QStandardItemModel(parent)
    muted = QBrush(palette.color(QPalette.ColorRole.PlaceholderText))
    for group in groups:
        heading = QStandardItem(group.title)
        heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
        heading.setFont(font(SMALL_PIXELS, bold=True))
        heading.setTextAlignment(Qt.AlignmentFlag.AlignBottom)
        heading.setSizeHint(QSize(0, _HEADING_PIXELS))
        heading.setForeground(muted)
        for entry in group.entries:
            heading.appendRow([_item(entry, group.title), _aside(entry, muted)])
        made.appendRow([heading, QStandardItem()])
    return made


def _flags_of(entry: Entry) -> Qt.ItemFlag:
    can_be_chosen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
    return can_be_chosen if entry.is_enabled else Qt.ItemFlag.NoItemFlags


def _item(entry: Entry, group: str) -> QStandardItem:
    item = QStandardItem(entry.text)
    item.setFlags(_flags_of(entry))
    item.setData(entry.value, VALUE)
    sought = f"{group} {entry.text} {entry.more} {entry.aside}"
    item.setData(sought.casefold(), _SOUGHT)
    item.setToolTip(entry.tip)
    return item


def _aside(entry: Entry, muted: QBrush) -> QStandardItem:
    item = QStandardItem(entry.aside)
    item.setFlags(_flags_of(entry))
    item.setFont(font(SMALL_PIXELS))
    item.setForeground(muted)
    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return item


def _tree(parent: QWidget, shown: QSortFilterProxyModel, name: str) -> QTreeView:
    view = QTreeView(parent)
    view.setProperty("look", "chooser")
    view.setAccessibleName(name)
    view.setModel(shown)
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setHeaderHidden(True)
    view.setMinimumHeight(_HEADING_PIXELS)
    view.setRootIsDecorated(False)
    view.setItemsExpandable(False)
    view.setIndentation(0)
    view.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.header().setStretchLastSection(False)
    view.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    view.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    return view
