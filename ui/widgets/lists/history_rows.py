"""Paints a step of the history on two lines, with a star at its end that can be clicked."""

from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.items.history import CHANGE, EFFECT, PLACE, STARRED, TIME, TITLE
from ui.style.lettering import level_in, paint_line
from ui.style.theme import SMALL_PIXELS

Index = QModelIndex | QPersistentModelIndex

HEIGHT: Final = 40
STAR_WIDTH: Final = 26
_BAR: Final = 3
_LEFT: Final = 10
_UNIT_STAR: Final = (
    (0.0, -1.0),
    (0.26, -0.36),
    (0.95, -0.31),
    (0.42, 0.14),
    (0.59, 0.81),
    (0.0, 0.44),
    (-0.59, 0.81),
    (-0.42, 0.14),
    (-0.95, -0.31),
    (-0.26, -0.36),
)
_RADIUS: Final = 6.0


class HistoryRows(QStyledItemDelegate):
    """Two lines: what moved and what that did; from what to what, and when."""

    starred = Signal(QModelIndex)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(160, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        _paint_ground(painter, option, index)
        inner = option.rect.adjusted(_LEFT, 4, -STAR_WIDTH, -4)
        strong, muted = _colors(option, index)
        font = QFont(option.font)
        font.setBold(index.data(PLACE) == 0)
        _line(painter, inner, font, strong, index.data(TITLE), index.data(EFFECT), strong)
        small = QFont(option.font)
        small.setPixelSize(SMALL_PIXELS)
        below = inner.adjusted(0, inner.height() // 2, 0, 0)
        _line(painter, below, small, muted, index.data(CHANGE), index.data(TIME), muted)
        _paint_star(painter, option, index, muted)
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        if isinstance(event, QMouseEvent) and is_on_star(option.rect, event.position().toPoint()):
            if event.type() == QEvent.Type.MouseButtonRelease:
                self.starred.emit(model.index(index.row(), 0))
            return True
        return super().editorEvent(event, model, option, index)


def is_on_star(row: QRect, place: QPoint) -> bool:
    """Tell whether a place in a row is on its star."""
    return row.contains(place) and place.x() > row.right() - STAR_WIDTH


def _colors(option: QStyleOptionViewItem, index: Index) -> tuple[QColor, QColor]:
    """Return the colors of strong and of muted text; what was undone stands back."""
    muted = option.palette.color(QPalette.ColorRole.PlaceholderText)
    if index.data(PLACE) < 0:
        faint = option.palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
        return faint, faint
    return option.palette.color(QPalette.ColorRole.Text), muted


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
    state = QStyle.StateFlag
    selected = bool(option.state & state.State_Selected)
    if selected or option.state & state.State_MouseOver:
        color = option.palette.color(QPalette.ColorRole.Text)
        color.setAlphaF(0.10 if selected else 0.05)
        painter.fillRect(option.rect, color)
    if index.data(PLACE) == 0:
        bar = QRect(option.rect.left(), option.rect.top() + 3, _BAR, option.rect.height() - 6)
        painter.fillRect(bar, option.palette.color(QPalette.ColorRole.Highlight))


def _line(
    painter: QPainter,
    room: QRect,
    font: QFont,
    color: QColor,
    text: str,
    end: str,
    end_color: QColor,
) -> None:
    """Paint a text at the left, cut where it must be, and a short one at the right."""
    half = QRect(room.left(), room.top(), room.width(), room.height() // 2 + 2)
    if room.height() <= HEIGHT // 2:
        half = room
    flags = Qt.AlignmentFlag
    small = QFont(font)
    small.setPixelSize(SMALL_PIXELS)
    small.setBold(False)
    painter.setFont(small)
    painter.setPen(end_color)
    taken = painter.fontMetrics().horizontalAdvance(end) + 6 if end else 0
    painter.drawText(half, flags.AlignRight | flags.AlignVCenter, end)
    painter.setFont(font)  # whose measures are asked for
    painter.setPen(color)
    shown = painter.fontMetrics().elidedText(
        " ".join(text.split()), Qt.TextElideMode.ElideRight, half.width() - taken
    )
    paint_line(painter, font, half.left(), level_in(half, font), shown)


def _paint_star(
    painter: QPainter, option: QStyleOptionViewItem, index: Index, color: QColor
) -> None:
    """Paint the star: full where the state is kept, an outline under the mouse."""
    is_starred = bool(index.data(STARRED))
    state = QStyle.StateFlag
    if not is_starred and not option.state & (state.State_MouseOver | state.State_Selected):
        return
    center = QPointF(option.rect.right() - STAR_WIDTH / 2, option.rect.center().y())
    points = [center + QPointF(x * _RADIUS, y * _RADIUS) for x, y in _UNIT_STAR]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = option.palette.color(QPalette.ColorRole.Highlight) if is_starred else color
    painter.setPen(QPen(ink, 1.2))
    painter.setBrush(ink if is_starred else Qt.BrushStyle.NoBrush)
    painter.drawPolygon(QPolygonF(points))
