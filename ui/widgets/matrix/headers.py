"""The heads of the matrix: levers with the ends of their sliders, scenarios with their swatches.

Both stay while the cells scroll. Floor: widgets.
"""

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.items.matrix import ENDS, ROW, MatrixRow
from ui.style.lettering import level_in, paint_line
from ui.style.theme import SMALL_PIXELS, TEXT_PIXELS, Theme, font
from ui.widgets.matrix.layout import CELL_HEIGHT, PADDING

HEAD_HEIGHT: Final = 44
_LINE: Final = 18
_SWATCH: Final = 11
_SWATCH_GAP: Final = 7
_BAR: Final = 3
_LEAST: Final = 120
_MOST: Final = 230
_SHARE: Final = 0.28
_ROLE = Qt.ItemDataRole


class LeverHeader(QHeaderView):
    """Names the levers, and below each the ends of its sliders with the unit."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._font, self._small = font(TEXT_PIXELS), font(SMALL_PIXELS)
        self.setHighlightSections(False)
        self.setFixedHeight(HEAD_HEIGHT)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colors of a theme."""
        self._theme = theme
        self.viewport().update()

    def width_of(self, section: int) -> int:
        """Return the room that a lever's name takes."""
        name = str(self.model().headerData(section, self.orientation(), _ROLE.DisplayRole))
        ends = str(self.model().headerData(section, self.orientation(), ENDS))
        widths = (
            QFontMetrics(self._font).horizontalAdvance(name),
            QFontMetrics(self._small).horizontalAdvance(ends),
        )
        return max(widths) + 2 * PADDING + 2

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        theme = self._theme
        painter.fillRect(rect, QColor(theme.window))
        painter.setPen(QColor(theme.border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        first = QRect(rect.left() + PADDING, rect.top() + 4, rect.width() - 2 * PADDING, _LINE)
        name = self.model().headerData(section, self.orientation(), _ROLE.DisplayRole)
        ends = self.model().headerData(section, self.orientation(), ENDS)
        painter.setPen(QColor(theme.text))
        _paint(painter, self._font, first, str(name))
        painter.setPen(QColor(theme.muted))
        _paint(painter, self._small, first.translated(0, _LINE), str(ends))
        painter.restore()


class SwatchHeader(QHeaderView):
    """Names the scenarios; a click brings one on screen."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme
        self._table = parent
        self._font, self._strong = font(TEXT_PIXELS), font(TEXT_PIXELS, bold=True)
        self._small = font(SMALL_PIXELS)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setDefaultSectionSize(CELL_HEIGHT)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colors of a theme."""
        self._theme = theme
        self.viewport().update()

    def fit(self) -> None:
        """Take the room that names want, within limits and a share of the table."""
        widest = max(map(self._wanted, range(self.model().rowCount())), default=0)
        room = max(_LEAST, round(_SHARE * self._table.width()))
        self.setFixedWidth(min(_MOST, room, max(_LEAST, widest)))

    def sizeHint(self) -> QSize:
        return QSize(self.maximumWidth(), super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Give what is below the last scenario the ground of the table."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        below = self.viewport().rect()
        below.setTop(self.length() - self.offset())
        painter.fillRect(below, QColor(self._theme.panel))
        painter.end()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        row = self._row(section)
        if row is None:
            return
        painter.save()
        theme = self._theme
        painter.fillRect(rect, QColor(theme.panel))
        painter.setPen(QColor(theme.grid))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if row.is_current:
            bar = QRect(rect.left(), rect.top() + 5, _BAR, rect.height() - 10)
            painter.fillRect(bar, QColor(theme.accent))
        second = self._remark(row)
        line = QRect(rect.left(), rect.top(), rect.width(), rect.height())
        if second:
            line = QRect(rect.left(), rect.top() + 6, rect.width(), _LINE)
        self._paint_swatch(painter, line, row)
        left = rect.left() + PADDING + _SWATCH + _SWATCH_GAP
        room = QRect(left, line.top(), rect.right() - PADDING // 2 - left, line.height())
        painter.setPen(QColor(theme.text))
        _paint(painter, self._strong if row.is_current else self._font, room, row.name)
        if second:
            painter.setPen(QColor(theme.muted))
            _paint(painter, self._small, room.translated(0, _LINE), second)
        painter.restore()

    def _remark(self, row: MatrixRow) -> str:
        if row.why_fixed:
            return self.tr("stays as it is") if row.color is None else self.tr("read-only")
        return "" if row.is_drawn else self.tr("not on the charts")

    def _paint_swatch(self, painter: QPainter, line: QRect, row: MatrixRow) -> None:
        """Paint a square in a scenario's color, hollow off the charts; a line for the baseline."""
        theme, left, middle = self._theme, line.left() + PADDING, line.center().y()
        if row.color is None:
            painter.setPen(QColor(theme.baseline))
            painter.drawLine(left, middle, left + _SWATCH, middle)
            return
        color = QColor(theme.data[row.color % len(theme.data)])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color, 1.5) if not row.is_drawn else Qt.PenStyle.NoPen)
        painter.setBrush(color if row.is_drawn else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(left, middle - _SWATCH / 2 + 0.5, _SWATCH, _SWATCH), 3, 3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _wanted(self, section: int) -> int:
        row = self._row(section)
        if row is None:
            return 0
        texts = ((self._strong, row.name), (self._small, self._remark(row)))
        width = max(QFontMetrics(used).horizontalAdvance(text) for used, text in texts)
        return PADDING + _SWATCH + _SWATCH_GAP + width + PADDING

    def _row(self, section: int) -> MatrixRow | None:
        found = self.model().headerData(section, self.orientation(), ROW)
        return found if isinstance(found, MatrixRow) else None


def _paint(painter: QPainter, used: QFont, room: QRect, text: str) -> None:
    """Paint a text on one line, cut where its room ends."""
    shown = QFontMetrics(used).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    paint_line(painter, used, room.left(), level_in(room, used), shown)
