"""The headers of a comparison: scenarios with their swatches, and names of rows with their units.

Names of rows are a vertical header, so that they stay while columns scroll. Floor: widgets.
"""

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.items.comparison_sheet import COLOR, STRONG, UNIT, WORDS, Heading
from ui.style.lettering import level_in, paint_line
from ui.style.theme import SMALL_PIXELS, TEXT_PIXELS, Theme, font
from ui.widgets.sheet.cells import LINE, PADDING

HEIGHT: Final = 28
_SWATCH: Final = 11
_SWATCH_GAP: Final = 7
_ARROW: Final = 14
_INSET: Final = 3
_UNIT_GAP: Final = 7
_LEAST: Final = 120
_MOST: Final = 260
_SHARE: Final = 0.3
_SCROLL_BAR: Final = 16
_ROLE = Qt.ItemDataRole


class ScenarioHeader(QHeaderView):
    """Names the scenarios; a click sorts."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._font, self._strong = font(TEXT_PIXELS), font(TEXT_PIXELS, bold=True)
        self.sorted_by: tuple[int, bool] | None = None
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setFixedHeight(HEIGHT)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colors of a theme."""
        self._theme = theme
        self.viewport().update()

    def width_of(self, section: int) -> int:
        """Return the room that a scenario's name takes."""
        text = str(self.model().headerData(section, self.orientation(), _ROLE.DisplayRole))
        name = QFontMetrics(self._strong).horizontalAdvance(text)
        return PADDING + _SWATCH + _SWATCH_GAP + name + _ARROW + PADDING + 2

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        theme = self._theme
        painter.fillRect(rect, QColor(theme.window))
        painter.setPen(QColor(theme.border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        left = rect.left() + PADDING
        self._paint_swatch(painter, rect, left, self._data(section, COLOR))
        chosen = self._strong if self._data(section, STRONG) or section == 0 else self._font
        painter.setPen(QColor(theme.text))
        start = left + _SWATCH + _SWATCH_GAP
        room = rect.right() - PADDING - _ARROW - start
        text = str(self._data(section, _ROLE.DisplayRole))
        shown = QFontMetrics(chosen).elidedText(text, Qt.TextElideMode.ElideRight, room)
        paint_line(painter, chosen, start, level_in(rect, chosen), shown)
        if self.sorted_by is not None and self.sorted_by[0] == section:
            arrow = "▾" if self.sorted_by[1] else "▴"
            painter.setPen(QColor(theme.muted))
            x = start + QFontMetrics(chosen).horizontalAdvance(shown) + 4
            paint_line(painter, self._font, x, level_in(rect, self._font), arrow)
        painter.restore()

    def _paint_swatch(self, painter: QPainter, rect: QRect, left: int, number: object) -> None:
        """Paint a square in a scenario's color, a thin line for the baseline, else nothing."""
        theme, middle = self._theme, rect.center().y()
        if isinstance(number, int):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.data[number % len(theme.data)]))
            top = middle - _SWATCH / 2 + 0.5
            painter.drawRoundedRect(QRectF(left, top, _SWATCH, _SWATCH), 3, 3)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        elif number is None:
            painter.setPen(QColor(theme.baseline))
            painter.drawLine(left, middle, left + _SWATCH, middle)

    def _data(self, section: int, role: int) -> object:
        return self.model().headerData(section, self.orientation(), role)


class RowHeader(QHeaderView):
    """Names the rows, with their units behind; headings stand over the rows below them."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme
        self._table = parent
        self._font, self._small = font(TEXT_PIXELS), font(SMALL_PIXELS)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(LINE)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colors of a theme."""
        self._theme = theme
        self.viewport().update()

    def fit(self, columns: int = 0) -> None:
        """Take the room that names and units want, within limits and a share of the table.

        What `columns` of this width leave free is theirs as well.
        """
        widest = max(map(self._wanted, range(self.model().rowCount())), default=0)
        free = self._table.width() - columns - _SCROLL_BAR if columns else 0
        room = max(_LEAST, round(_SHARE * self._table.width()), free)
        self.setFixedWidth(min(_MOST, room, max(_LEAST, widest)))

    def sizeHint(self) -> QSize:
        return QSize(self.maximumWidth(), super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        theme, line = self._theme, self._data(section, WORDS)
        is_heading = isinstance(line, Heading)
        painter.fillRect(rect, QColor(theme.panel))
        painter.setPen(QColor(theme.border if is_heading else theme.grid))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        used = self._small if is_heading else self._font
        painter.setPen(QColor(theme.muted if is_heading else theme.text))
        row = QRect(rect.left(), rect.top() + _INSET, rect.width(), LINE)
        left, unit = rect.left() + PADDING, str(self._data(section, UNIT) or "")
        room = rect.width() - 2 * PADDING - self._room_of(unit)
        name = str(self._data(section, _ROLE.DisplayRole) or "")
        shown = QFontMetrics(used).elidedText(name, Qt.TextElideMode.ElideRight, room)
        paint_line(painter, used, left, level_in(row, used), shown)
        if unit:
            x = left + QFontMetrics(used).horizontalAdvance(shown) + _UNIT_GAP
            painter.setPen(QColor(theme.muted))
            paint_line(painter, self._small, x, level_in(row, used), unit)
        painter.restore()

    def _wanted(self, section: int) -> int:
        is_heading = isinstance(self._data(section, WORDS), Heading)
        used: QFont = self._small if is_heading else self._font
        name = str(self._data(section, _ROLE.DisplayRole) or "")
        unit = str(self._data(section, UNIT) or "")
        return 2 * PADDING + QFontMetrics(used).horizontalAdvance(name) + self._room_of(unit)

    def _room_of(self, unit: str) -> int:
        return _UNIT_GAP + QFontMetrics(self._small).horizontalAdvance(unit) if unit else 0

    def _data(self, section: int, role: int) -> object:
        return self.model().headerData(section, self.orientation(), role)
