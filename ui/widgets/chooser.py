"""A list in groups that opens as a popup and is found by typing.

The field keeps the keyboard: letters narrow the list, arrows go through it, Enter chooses and
Escape leaves all as it was. It knows nothing of what is chosen from.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from planner.quantities.told.lists import with_more
from planner.storage.sentences.catalog import translate
from ui.accessibility.events import tell_focus
from ui.widgets.choosing.entry import Group
from ui.widgets.choosing.found import HEADING_PIXELS, REFUSAL, VALUE, Found

_SIZE: Final = QSize(320, 560)
_WIDEST: Final = 480
_BESIDE: Final = 96
"""Pixels that an entry needs besides its words: margins, the scroll bar and a mark."""
_LINES: Final = 3
"""Lines that explain the highlighted entry."""
_STEPS: Final = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -10,
    Qt.Key.Key_PageDown: 10,
}


class Chooser(QFrame):
    """The popup, gone when it closes; `chosen` carries the value of an entry.

    What cannot be chosen stays on screen, and `refused` carries why.
    """

    chosen = Signal(object)
    refused = Signal(str)

    def __init__(
        self, groups: Sequence[Group], asked: str, nothing: str, name: str, parent: QWidget
    ) -> None:
        """Show `asked` in the empty field, `nothing` where no entry answers."""
        super().__init__(parent, Qt.WindowType.Popup)
        self._parent = parent
        self._wanted = QSize(_wanted_width(groups, self.fontMetrics()), _SIZE.height())
        self._room = QRect(QPoint(), self._wanted)
        self._hangs = True
        self.setProperty("look", "chooser")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(asked)
        self.field.setAccessibleName(asked)
        self.field.setClearButtonEnabled(True)
        self.field.installEventFilter(self)
        self._found = Found(groups, self.palette(), self)
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
        self.explanation.setVisible(
            any(one.tip or one.refusal for group in groups for one in group.entries)
        )
        layout = self._rows = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setSpacing(4)
        layout.addWidget(self.field)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.nothing)
        layout.addWidget(self.explanation)
        program = QApplication.instance()
        if isinstance(program, QApplication):
            program.focusWindowChanged.connect(self._on_window_changed)
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
        self.open_at(place, QSize(self._wanted.width(), height), value, hangs=opens_below)

    def open_at(
        self, place: QPoint, size: QSize | None = None, value: object = None, *, hangs: bool = True
    ) -> None:
        """Open at a place on the screen, within it, with the entry of a value highlighted.

        Where few entries are left it is as high as these: it `hangs` from its top then, or stands
        on its foot.
        """
        self._hangs = hangs
        room = self._parent.screen().availableGeometry()
        size = (size or self._wanted).boundedTo(room.size())
        right, bottom = room.right() - size.width(), room.bottom() - size.height()
        place = QPoint(min(place.x(), right), min(place.y(), bottom))
        self._room = QRect(place, size)
        self._on_text_changed("")
        self._highlight(next((one for one in self.leaves() if one.data(VALUE) == value), None))
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self.view.scrollTo(self.view.currentIndex(), QTreeView.ScrollHint.PositionAtCenter)

    def leaves(self) -> list[QModelIndex]:
        """Return the entries that answer at present, from top to bottom."""
        groups = (self._found.index(row, 0) for row in range(self._found.rowCount()))
        return [leaf for group in groups for leaf in self._leaves_of(group)]

    def _on_window_changed(self) -> None:
        """Tell that the field has the keys, after all that a system tells of a popup."""
        QTimer.singleShot(0, self, self._tell_focus)

    def _tell_focus(self) -> None:
        tell_focus(self.field)

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
        self._tell(current.siblingAtColumn(0))

    def _tell(self, entry: QModelIndex) -> None:
        """Describe the field, which has the keys, by what Enter would take."""
        leaves = self.leaves()
        if entry not in leaves:
            return
        name = with_more(entry.data(), entry.siblingAtColumn(1).data())
        text = translate("Chooser", "{name}, {number} of {count}")
        place = {"number": leaves.index(entry) + 1, "count": len(leaves)}
        self.field.setAccessibleDescription(text.format(name=name, **place))

    def _on_text_changed(self, text: str) -> None:
        self._found.look_for(text)
        self.view.expandAll()
        leaves = self.leaves()
        self.nothing.setVisible(not self._found.rowCount())
        self.view.setVisible(bool(leaves))
        self._highlight(leaves[0] if leaves else None)
        if not leaves:
            self.explanation.clear()
            self.field.setAccessibleDescription(self.nothing.text())
        self._fit()

    def _fit(self) -> None:
        """Be as high as the entries that are left, within the room there is."""
        self._rows.activate()
        least = self._rows.totalMinimumSize().height()
        height = least if self.view.isHidden() else least - HEADING_PIXELS + self._rows_height()
        area = QRect(self._room)
        area.setHeight(min(area.height(), height))
        if not self._hangs:
            area.moveBottom(self._room.bottom())
        self.setGeometry(area)

    def _rows_height(self) -> int:
        """Return the pixels of all rows that are left, headings included."""
        leaves, headings = self.leaves(), self._found.rowCount()
        line = self.view.sizeHintForIndex(leaves[0]).height() if leaves else 0
        return headings * HEADING_PIXELS + len(leaves) * line

    def _leaves_of(self, group: QModelIndex) -> list[QModelIndex]:
        return [self._found.index(row, 0, group) for row in range(self._found.rowCount(group))]

    def _choose(self, index: QModelIndex) -> None:
        entry = index.siblingAtColumn(0)
        value, refusal = entry.data(VALUE), entry.data(REFUSAL)
        if refusal:
            self.refused.emit(refusal)
        elif value is not None:
            self.close()
            self.chosen.emit(value)


def _wanted_width(groups: Sequence[Group], metrics: QFontMetrics) -> int:
    """Return how wide a popup has to be for its longest entry, within reason."""
    texts = (entry.text for group in groups for entry in group.entries)
    longest = max(map(metrics.horizontalAdvance, texts), default=0)
    return min(max(longest + _BESIDE, _SIZE.width()), _WIDEST)


def _tree(parent: QWidget, shown: Found, name: str) -> QTreeView:
    view = QTreeView(parent)
    view.setProperty("look", "chooser")
    view.setAccessibleName(name)
    view.setModel(shown)
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setHeaderHidden(True)
    view.setMinimumHeight(HEADING_PIXELS)
    view.setRootIsDecorated(False)
    view.setItemsExpandable(False)
    view.setIndentation(0)
    view.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.header().setStretchLastSection(False)
    view.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    view.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    return view
