"""The headers of a comparison: scenarios with their swatches, and names of rows with their units.

Names of rows are a vertical header, so that they stay while columns scroll. Floor: widgets.
"""

from typing import ClassVar, Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from ui.items.comparison_sheet import COLOR, STRONG, UNIT, WORDS, Heading
from ui.style.lettering import level_in, paint_line
from ui.style.theme import Theme
from ui.widgets.sheet.cells import LINE, PADDING
from ui.widgets.tables.headers import SWATCH_ROOM, NameHeader, TableHeader, paint_name, width_of

HEIGHT: Final = 28
_ARROW: Final = 14
_INSET: Final = 3
_UNIT_GAP: Final = 7


class ScenarioHeader(TableHeader):
    """Names the scenarios; a click sorts. One whose column is cut has no name until it is whole."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, theme, parent)
        self.sorted_by: tuple[int, bool] | None = None
        self.setSectionsClickable(True)
        self.setFixedHeight(HEIGHT)

    def width_of(self, section: int) -> int:
        """Return the room that a scenario's name takes."""
        name = width_of(self.strong, self.text(section))
        return PADDING + SWATCH_ROOM + name + _ARROW + PADDING + 2

    def paint_content(self, painter: QPainter, rect: QRect, section: int) -> None:
        left, number = rect.left() + PADDING, self.content(section, COLOR)
        if number is None or isinstance(number, int):
            self.paint_swatch(painter, left, rect.center().y(), number)
        left += SWATCH_ROOM
        chosen = self.strong if self.content(section, STRONG) or section == 0 else self.plain
        room = QRect(left, rect.top(), rect.right() - PADDING - _ARROW - left, rect.height())
        painter.setPen(QColor(self.theme.text))
        end = paint_name(painter, chosen, room, self.text(section))
        if self.sorted_by is not None and self.sorted_by[0] == section:
            arrow = "▾" if self.sorted_by[1] else "▴"
            painter.setPen(QColor(self.theme.muted))
            paint_line(painter, self.plain, end + 4, level_in(rect, self.plain), arrow)


class RowHeader(NameHeader):
    """Names the rows, with their units behind; headings stand over the rows below them."""

    share: ClassVar[float] = 0.4

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setMinimumSectionSize(LINE)

    def ground(self, section: int) -> tuple[str, str]:
        theme = self.theme
        return theme.panel, theme.border if self._is_heading(section) else theme.grid

    def paint_content(self, painter: QPainter, rect: QRect, section: int) -> None:
        is_heading, unit = self._is_heading(section), self.text(section, UNIT)
        used = self.small if is_heading else self.plain
        width = rect.width() - 2 * PADDING - self._room_of(unit)
        room = QRect(rect.left() + PADDING, rect.top() + _INSET, width, LINE)
        painter.setPen(QColor(self.theme.muted if is_heading else self.theme.text))
        end = paint_name(painter, used, room, self.text(section))
        if unit:
            painter.setPen(QColor(self.theme.muted))
            paint_line(painter, self.small, end + _UNIT_GAP, level_in(room, used), unit)

    def wanted(self, section: int) -> int:
        used = self.small if self._is_heading(section) else self.plain
        unit = self._room_of(self.text(section, UNIT))
        return 2 * PADDING + width_of(used, self.text(section)) + unit

    def _is_heading(self, section: int) -> bool:
        return isinstance(self.content(section, WORDS), Heading)

    def _room_of(self, unit: str) -> int:
        return _UNIT_GAP + width_of(self.small, unit) if unit else 0
