"""Paints the cells of the matrix: number, mark of a path, slider with a tick at the baseline.

They look as the field and slider that take a cell's place under a hand. The slider's parts are
painted by `slider_look`, the one owner of how sliders look. A column that the edge of the table
cuts is left empty until it is scrolled to. Floor: widgets.
"""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.items.matrix import CELL, ROW, MatrixRow
from ui.style.lettering import level_in, paint_line
from ui.style.theme import SMALL_PIXELS, TEXT_PIXELS, Theme, changed, font, mixed
from ui.widgets.fields import slider_look
from ui.widgets.matrix.layout import TEXT_EDGE, CellParts, parts_in
from ui.widgets.rows.path_button import paint_steps
from ui.widgets.tables.whole_columns import is_cut, width_in_sight
from ui.wording.compared.lever_cells import LeverCell

Index = QModelIndex | QPersistentModelIndex

_TICK: Final = 7
_SELECTED: Final = 0.14
_BAR: Final = 3


class MatrixCells(QStyledItemDelegate):
    """Paints; the cell that `edited` names shows the widgets over it in place of its own parts."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._font, self._strong = font(TEXT_PIXELS), font(TEXT_PIXELS, bold=True)
        self._small = font(SMALL_PIXELS)
        self._groove = QWidget(parent)  # as large as the slider that is painted, never shown
        self._groove.hide()
        self.edited = QPersistentModelIndex()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colors of a theme."""
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        self._paint_ground(painter, option)
        cell, row = index.data(CELL), index.data(ROW)
        is_empty = is_cut(option.rect, width_in_sight(option))
        if isinstance(cell, LeverCell) and isinstance(row, MatrixRow) and not is_empty:
            parts = parts_in(option.rect, cell.number)
            is_edited = self.edited.isValid() and QPersistentModelIndex(index) == self.edited
            is_fixed, own = bool(row.why_fixed), changed(self._theme, row.color)
            self._paint_remarks(painter, option.rect, parts, cell, own)
            if cell.row.has_own_path or (is_edited and cell.row.has_path):
                color = own if cell.row.has_own_path else self._theme.muted
                paint_steps(painter, parts.mark, QColor(color))
            if not is_edited:
                self._paint_number(painter, parts.field, cell, own, is_fixed=is_fixed)
                self._paint_slider(painter, parts.slider, cell, own, is_fixed=is_fixed)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        theme, rect = self._theme, option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(mixed(theme.panel, theme.accent, _SELECTED)))
        painter.setPen(QColor(theme.grid))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(theme.accent))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _paint_remarks(
        self, painter: QPainter, rect: QRect, parts: CellParts, cell: LeverCell, own: str
    ) -> None:
        """Paint what no widget covers: the bar of a change, and the value in a year."""
        theme = self._theme
        if cell.row.is_changed:
            bar = QRect(rect.left() + 2, rect.top() + 5, _BAR, rect.height() - 10)
            painter.fillRect(bar, QColor(own))
        if cell.in_year:
            metrics = QFontMetrics(self._small)
            elide = Qt.TextElideMode.ElideRight
            text = metrics.elidedText(cell.in_year, elide, parts.note.width())
            painter.setPen(QColor(theme.muted))
            level = level_in(parts.note, self._font)
            paint_line(painter, self._small, parts.note.left(), level, text)

    def _paint_number(
        self, painter: QPainter, field: QRect, cell: LeverCell, own: str, *, is_fixed: bool
    ) -> None:
        theme = self._theme
        used = self._strong if cell.row.is_changed else self._font
        color = own if cell.row.is_changed else theme.text
        color = color if cell.is_soft else theme.negative
        if not cell.is_soft:
            painter.setPen(QColor(theme.negative))
            painter.drawRect(field.adjusted(0, 0, -1, -1))  # seen in gray, too
        painter.setPen(QColor(theme.muted if is_fixed and not cell.row.is_changed else color))
        width = QFontMetrics(used).horizontalAdvance(cell.number)
        paint_line(
            painter, used, field.right() - TEXT_EDGE - width, level_in(field, used), cell.number
        )

    def _paint_slider(
        self, painter: QPainter, rect: QRect, cell: LeverCell, own: str, *, is_fixed: bool
    ) -> None:
        """Paint a slider where it will be once a hand comes; a fixed one has no handle to take."""
        theme, groove = self._theme, self._groove
        groove.resize(rect.size())
        painter.save()
        painter.translate(rect.topLeft())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        slider_look.paint_groove(painter, groove)
        start = slider_look.place_of(groove, cell.baseline)
        end = slider_look.place_of(groove, cell.share)
        accent = QColor(theme.muted if is_fixed else theme.accent)
        stretch = QColor(theme.muted if is_fixed else own)
        slider_look.paint_stretch(painter, groove, start, end, stretch)
        pen = slider_look.baseline_pen(groove, is_met=start == end)
        slider_look.paint_tick(painter, groove, start, pen, _TICK)
        center = QPointF(end, rect.height() / 2)
        if is_fixed:
            painter.setPen(QPen(accent, 1.0))
            painter.setBrush(accent)
            painter.drawEllipse(center, 2.5, 2.5)
        else:
            slider_look.paint_handle(painter, center, accent, QColor(theme.field))
        painter.restore()
