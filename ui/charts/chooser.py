"""The list of all charts that opens under a chart's title: in groups, found by typing.

The field keeps the keyboard: letters narrow the list, arrows go through it, Enter chooses and
Escape leaves all as it was.
"""

from typing import Final

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPoint,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush, QKeyEvent, QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QTreeView, QVBoxLayout, QWidget

from planner.model.graph import model
from planner.model.outcome import GROUPS
from planner.quantities.unit_forms import unit_form
from ui.charts.contents.specs import ChartSpec, charts_by_group
from ui.charts.contents.wording import Wording
from ui.style.theme import SMALL_PIXELS, font
from ui.wording.translate import model_text, unit_text

KEY: Final = Qt.ItemDataRole.UserRole
_SOUGHT: Final = Qt.ItemDataRole.UserRole + 1
_SIZE: Final = QSize(320, 560)
_HEADING_PIXELS: Final = 26
_STEPS: Final = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -10,
    Qt.Key.Key_PageDown: 10,
}


class ChartChooser(QFrame):
    """A popup with every chart, gone when it closes; `chosen` carries the key of one."""

    chosen = Signal(str)

    def __init__(self, words: Wording, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("look", "chooser")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(QCoreApplication.translate("Chart", "Find a chart"))
        self.field.setAccessibleName(QCoreApplication.translate("Chart", "Find a chart"))
        self.field.setClearButtonEnabled(True)
        self.field.installEventFilter(self)
        self._found = _Found(self)
        self._found.setSourceModel(_model_of(words, self.palette(), self))
        self.view = _tree(self)
        self.view.setModel(self._found)
        self._none = QLabel(QCoreApplication.translate("Chart", "No chart is called that."), self)
        self._none.setProperty("look", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setSpacing(4)
        layout.addWidget(self.field)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._none)
        self.field.textChanged.connect(self._on_text_changed)
        self.view.clicked.connect(self._choose)

    def open_under(self, button: QWidget, key: str) -> None:
        """Open below a button with one chart highlighted, within the screen."""
        self.field.clear()
        self._on_text_changed("")
        self._highlight(next((one for one in self.leaves() if one.data(KEY) == key), None))
        room = button.screen().availableGeometry()
        size = _SIZE.boundedTo(room.size())
        place = button.mapToGlobal(QPoint(0, button.height()))
        right, bottom = room.right() - size.width(), room.bottom() - size.height()
        place = QPoint(min(place.x(), right), min(place.y(), bottom))
        self.setGeometry(place.x(), place.y(), size.width(), size.height())
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self.view.scrollTo(self.view.currentIndex(), QTreeView.ScrollHint.PositionAtCenter)

    def leaves(self) -> list[QModelIndex]:
        """Return what can be chosen at present, from top to bottom."""
        groups = (self._found.index(row, 0) for row in range(self._found.rowCount()))
        return [
            self._found.index(row, 0, group)
            for group in groups
            for row in range(self._found.rowCount(group))
        ]

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

    def _on_text_changed(self, text: str) -> None:
        self._found.look_for(text)
        self.view.expandAll()
        leaves = self.leaves()
        self._none.setVisible(not leaves)
        self._highlight(leaves[0] if leaves else None)

    def _choose(self, index: QModelIndex) -> None:
        key = index.data(KEY)
        if key:
            self.close()
            self.chosen.emit(str(key))


class _Found(QSortFilterProxyModel):
    """Keeps the charts in whose names every word stands that was typed."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()

    def look_for(self, text: str) -> None:
        """Keep what answers to a text; all of it if empty."""
        self._words = tuple(text.casefold().split())
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: QModelIndex) -> bool:  # type: ignore[override]
        """Tell whether a chart answers, or any of a group."""
        index = self.sourceModel().index(row, 0, parent)
        if not parent.isValid():
            rows = range(self.sourceModel().rowCount(index))
            return any(self.filterAcceptsRow(each, index) for each in rows)
        return all(word in index.data(_SOUGHT) for word in self._words)


def _model_of(words: Wording, palette: QPalette, parent: QObject) -> QStandardItemModel:
    """Return the charts under their groups."""
    made = QStandardItemModel(parent)
    for group, specs in charts_by_group().items():
        title = model_text(GROUPS[group])
        heading = QStandardItem(title)
        heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
        heading.setFont(font(SMALL_PIXELS, bold=True))
        heading.setTextAlignment(Qt.AlignmentFlag.AlignBottom)
        heading.setSizeHint(QSize(0, _HEADING_PIXELS))
        heading.setForeground(QBrush(palette.color(QPalette.ColorRole.PlaceholderText)))
        for spec in specs:
            heading.appendRow(_item(spec, title, words))
        made.appendRow(heading)
    return made


def _item(spec: ChartSpec, group: str, words: Wording) -> QStandardItem:
    rows = [model().outcomes[key] for key in spec.outcomes]
    item = QStandardItem(words.charts[spec.key])
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    item.setData(spec.key, KEY)
    names = [group, spec.key, item.text(), *(name for row in rows for name in (row.key, row.label))]
    item.setData(" ".join(names).casefold().replace("_", " "), _SOUGHT)
    unit = unit_text(unit_form(spec.unit).words)
    item.setToolTip(f"{' '.join(model_text(row.doc) for row in rows)} ({unit})")
    return item


def _tree(parent: QWidget) -> QTreeView:
    view = QTreeView(parent)
    view.setProperty("look", "chooser")
    view.setAccessibleName(QCoreApplication.translate("Chart", "Charts"))
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setHeaderHidden(True)
    view.setRootIsDecorated(False)
    view.setItemsExpandable(False)
    view.setIndentation(0)
    view.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return view
