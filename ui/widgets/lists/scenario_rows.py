"""Paints an open scenario: a check mark in its color, its name, what it changes, a dot if unsaved.

The baseline has a line in place of the mark: it is always there, and thin on the charts.
"""

from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from planner.files.format.schema import NAME_AT_MOST
from ui.items.open_scenarios import DIRTY, IS_BASELINE, MET, SECOND_LINE
from ui.style.lettering import level_in, paint_line
from ui.style.theme import SMALL_PIXELS

Index = QModelIndex | QPersistentModelIndex

HEIGHT: Final = 40
TEXT_LEFT: Final = 32
_BOX: Final = 14
_BOX_LEFT: Final = 11
_DOT_ROOM: Final = 20
_SIDE: Final = 8
_BAR: Final = 3
_ROLE = Qt.ItemDataRole


class ScenarioRows(QStyledItemDelegate):
    """Two lines each; a click on the mark draws the scenario or not.

    `typing` carries the row and the text while a title is edited in its place.
    """

    typing = Signal(QPersistentModelIndex, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._edited = QPersistentModelIndex()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(160, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        _paint_ground(painter, option, is_current=is_current)
        if index.data(IS_BASELINE):
            _paint_line_of_baseline(painter, option, index.data(_ROLE.DecorationRole))
        else:
            checked = Qt.CheckState(index.data(_ROLE.CheckStateRole)) == Qt.CheckState.Checked
            _paint_mark(painter, option, index.data(_ROLE.DecorationRole), checked=checked)
        _paint_title(painter, option, index, is_current=is_current)
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        presses = {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick}
        if isinstance(event, QMouseEvent) and event.position().x() < option.rect.x() + TEXT_LEFT:
            if event.type() == QEvent.Type.MouseButtonRelease:
                _toggle(model, index)
            return event.type() in {*presses, QEvent.Type.MouseButtonRelease}
        is_space = event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Space  # type: ignore[attr-defined]
        if is_space:
            _toggle(model, index)
        return is_space

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = super().createEditor(parent, option, index)
        self._edited = QPersistentModelIndex(index)
        if isinstance(editor, QLineEdit):
            editor.textChanged.connect(self._on_typed)
        return editor

    def _on_typed(self, text: str) -> None:
        if self._edited.isValid():
            self.typing.emit(self._edited, text)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        field = option.rect.adjusted(TEXT_LEFT - 6, 1, -4, 0)
        field.setHeight(HEIGHT // 2 + 4)
        editor.setGeometry(field)
        if isinstance(editor, QLineEdit):
            editor.setMaxLength(NAME_AT_MOST)
            editor.setAcceptDrops(False)


def _toggle(model: QAbstractItemModel, index: Index) -> None:
    """Turn a mark; where it cannot be turned, the model says why."""
    is_checked = index.data(_ROLE.CheckStateRole) == Qt.CheckState.Checked
    other = Qt.CheckState.Unchecked if is_checked else Qt.CheckState.Checked
    model.setData(index, other, _ROLE.CheckStateRole)


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, *, is_current: bool) -> None:
    rect = option.rect
    if is_current or option.state & QStyle.StateFlag.State_MouseOver:
        color = option.palette.color(QPalette.ColorRole.Text)
        color.setAlphaF(0.10 if is_current else 0.05)
        painter.fillRect(rect, color)
    if is_current:
        bar = QRect(rect.left(), rect.top() + 3, _BAR, rect.height() - 6)
        painter.fillRect(bar, option.palette.color(QPalette.ColorRole.Highlight))


def _paint_mark(
    painter: QPainter, option: QStyleOptionViewItem, color: QColor, *, checked: bool
) -> None:
    """Paint a square in the scenario's color: full with a tick where it is drawn."""
    top = option.rect.top() + (HEIGHT // 2 + 2 - _BOX) / 2 + 1
    box = QRectF(option.rect.left() + _BOX_LEFT, top, _BOX, _BOX)
    painter.setPen(QPen(color, 1.5))
    painter.setBrush(color if checked else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 3, 3)
    if checked:
        ground = option.palette.color(QPalette.ColorRole.HighlightedText)
        painter.setPen(QPen(ground, 1.8, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        corner = box.topLeft()
        tick = [corner + QPointF(*at) for at in ((3.2, 7.2), (5.8, 9.8), (10.8, 4.4))]
        painter.drawPolyline(QPolygonF(tick))


def _paint_line_of_baseline(painter: QPainter, option: QStyleOptionViewItem, color: QColor) -> None:
    level = option.rect.top() + HEIGHT // 4 + 2.5
    painter.setPen(QPen(color, 1.2))
    left = option.rect.left() + _BOX_LEFT
    painter.drawLine(QPointF(left, level), QPointF(left + _BOX, level))


def _paint_title(
    painter: QPainter, option: QStyleOptionViewItem, index: Index, *, is_current: bool
) -> None:
    text = index.data(_ROLE.DisplayRole)
    is_dirty = text.startswith(DIRTY)
    font = QFont(option.font)
    font.setBold(is_current)
    met = _paint_met(painter, option, index.data(MET), font)
    taken = _DOT_ROOM + met if is_dirty else 6 + met
    room = option.rect.adjusted(TEXT_LEFT, 2, -taken, -HEIGHT // 2 + 2)
    _paint_text(painter, font, room, text.removeprefix(DIRTY), QPalette.ColorRole.Text, option)
    below = option.rect.adjusted(TEXT_LEFT, HEIGHT // 2, -6, -3)
    small = QFont(option.font)
    small.setPixelSize(SMALL_PIXELS)
    muted = QPalette.ColorRole.PlaceholderText
    _paint_text(painter, small, below, index.data(SECOND_LINE), muted, option)
    if is_dirty:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(option.palette.color(QPalette.ColorRole.Highlight))
        dot = QPointF(option.rect.right() - 12 - met, room.center().y() + 0.5)
        painter.drawEllipse(dot, 3.5, 3.5)


def _paint_met(painter: QPainter, option: QStyleOptionViewItem, text: str, font: QFont) -> int:
    """Paint the share of futures that meet all targets at the right; return the room it takes."""
    if not text:
        return 0
    painter.setFont(font)
    painter.setPen(option.palette.color(QPalette.ColorRole.Text))
    width = painter.fontMetrics().horizontalAdvance(text)
    row = option.rect.adjusted(0, 2, 0, -HEIGHT // 2 + 2)
    painter.drawText(QPointF(row.right() - _SIDE - width, level_in(row, font)), text)
    return width + _SIDE


def _paint_text(
    painter: QPainter,
    font: QFont,
    room: QRect,
    text: str,
    role: QPalette.ColorRole,
    option: QStyleOptionViewItem,
) -> None:
    """Paint a text on one line, cut where its room ends."""
    painter.setFont(font)
    painter.setPen(option.palette.color(role))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    paint_line(painter, font, room.left(), level_in(room, font), shown)
