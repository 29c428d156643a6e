"""The heads of the matrix: levers with the ends of their sliders, scenarios with their swatches.

Both stay while the cells scroll. Floor: widgets.
"""

from typing import ClassVar, Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from planner.storage.sentences.catalog import translate
from ui.items.matrix import ENDS, ROW, MatrixRow
from ui.style.lettering import Paragraph
from ui.style.theme import Theme
from ui.widgets.matrix.layout import CELL_HEIGHT, PADDING
from ui.widgets.tables.headers import SWATCH_ROOM, NameHeader, TableHeader, paint_name, width_of

_HEAD_HEIGHT: Final = 44
_LINE: Final = 18
_SECOND_LINE: Final = 15
_SIDES: Final = 2 * PADDING + 2
_STEP: Final = 8
_MOST_LINES: Final = 2
_BAR: Final = 3


class LeverHeader(TableHeader):
    """Names the levers on a line or two; below each are the ends of its sliders with the unit."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, theme, parent)
        self.setFixedHeight(_HEAD_HEIGHT)

    def width_of(self, section: int, least: int) -> int:
        """Return the room that a head takes, `least` or more: its name has two lines at most."""
        least = max(least, width_of(self.small, self.text(section, ENDS)) + _SIDES)
        whole = max(least, width_of(self.plain, self.text(section)) + _SIDES)
        widths = range(least, whole, _STEP)
        return next((each for each in widths if self._lines(section, each) <= _MOST_LINES), whole)

    def fit_height(self) -> None:
        """Be as high as the names ask for in columns as wide as they are now."""
        count = self.count()
        found = (self._lines(each, self.sectionSize(each)) for each in range(count))
        lines = min(max(found, default=1), _MOST_LINES)
        self.setFixedHeight(_HEAD_HEIGHT + (lines - 1) * _SECOND_LINE)

    def _lines(self, section: int, width: int) -> int:
        """Return on how many lines a name stands in a column of this width."""
        return Paragraph(self.text(section), self.plain, width - _SIDES).count

    def paint_content(self, painter: QPainter, rect: QRect, section: int) -> None:
        first = QRect(rect.left() + PADDING, rect.top() + 4, rect.width() - 2 * PADDING, _LINE)
        lines = self._lines(section, self.sectionSize(section))
        painter.setPen(QColor(self.theme.text))
        if 1 < lines <= _MOST_LINES:
            name = Paragraph(self.text(section), self.plain, self.sectionSize(section) - _SIDES)
            name.paint(painter, first.left(), first.top())
            first.translate(0, _SECOND_LINE)
        else:
            paint_name(painter, self.plain, first, self.text(section))
        painter.setPen(QColor(self.theme.muted))
        paint_name(painter, self.small, first.translated(0, _LINE), self.text(section, ENDS))


class SwatchHeader(NameHeader):
    """Names the scenarios; a click brings one on screen."""

    most: ClassVar[int] = 230
    share: ClassVar[float] = 0.28

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setDefaultSectionSize(CELL_HEIGHT)

    def paint_content(self, painter: QPainter, rect: QRect, section: int) -> None:
        row = self._row(section)
        if row is None:
            return
        if row.is_current:
            bar = QRect(rect.left(), rect.top() + 5, _BAR, rect.height() - 10)
            painter.fillRect(bar, QColor(self.theme.accent))
        second = self._remark(row)
        line = QRect(rect.left(), rect.top(), rect.width(), rect.height())
        if second:
            line = QRect(rect.left(), rect.top() + 6, rect.width(), _LINE)
        left = line.left() + PADDING
        is_hollow = not row.is_drawn
        self.paint_swatch(painter, left, line.center().y(), row.color, is_hollow=is_hollow)
        left += SWATCH_ROOM
        room = QRect(left, line.top(), rect.right() - PADDING // 2 - left, line.height())
        painter.setPen(QColor(self.theme.text))
        paint_name(painter, self.strong if row.is_current else self.plain, room, row.name)
        if second:
            painter.setPen(QColor(self.theme.muted))
            paint_name(painter, self.small, room.translated(0, _LINE), second)

    def wanted(self, section: int) -> int:
        row = self._row(section)
        if row is None:
            return 0
        width = max(width_of(self.strong, row.name), width_of(self.small, self._remark(row)))
        return PADDING + SWATCH_ROOM + width + PADDING

    def _remark(self, row: MatrixRow) -> str:
        if row.why_fixed:
            return (
                translate("SwatchHeader", "stays as it is")
                if row.color is None
                else translate("SwatchHeader", "read-only")
            )
        return "" if row.is_drawn else translate("SwatchHeader", "not on the charts")

    def _row(self, section: int) -> MatrixRow | None:
        found = self.content(section, ROW)
        return found if isinstance(found, MatrixRow) else None
