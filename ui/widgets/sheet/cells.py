"""Paints the cells of a comparison: a level with its range, and beside it what differs.

Two lines: the level and its range at the left, set to the right; the difference with its share of
futures, and its own range, beside it. An input stands under the levels. A column that the edge of
the table cuts is left empty until it is scrolled to, since half a number reads as another one. If
it is wider than the table, a sign stands in place of what is cut. Floor: widgets.
"""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui.items.comparison_sheet import COLOR, STRONG, WORDS
from ui.style.lettering import level_in, paint_line
from ui.style.theme import SMALL_PIXELS, TEXT_PIXELS, Theme, changed, font, mixed
from ui.widgets.tables.whole_columns import is_cut, width_in_sight
from ui.wording.compared.cells import CellWords

Index = QModelIndex | QPersistentModelIndex

LINE: Final = 18
PADDING: Final = 8
GAP: Final = 10
_WORD_GAP: Final = 8
_INSET: Final = 3
_CUT: Final = "…"


@dataclass(frozen=True, slots=True)
class Widths:
    """How wide the two parts of the cells of a column are: levels, and what differs."""

    level: int = 0
    change: int = 0

    @property
    def column(self) -> int:
        """The room that the column takes."""
        gap = GAP if self.change else 0
        return PADDING + self.level + gap + self.change + PADDING


class SheetCells(QStyledItemDelegate):
    """Paints with the widths it was given for each column."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.shows_ranges = True
        self._widths: dict[int, Widths] = {}
        self._fonts = _Fonts()
        self._seen = 0

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colors of a theme."""
        self._theme = theme

    def set_widths(self, widths: dict[int, Widths]) -> None:
        """Take how wide the parts of each column are."""
        self._widths = widths

    def widths_of(self, words: CellWords | str) -> Widths:
        """Return how wide the two parts of a cell are."""
        fonts = self._fonts
        if isinstance(words, str):
            return Widths(0, 0)
        level, change = fonts.strong_width(words.level), fonts.change_width(words)
        if self.shows_ranges:
            level = max(level, fonts.small_width(words.range))
            change = max(change, fonts.small_width(words.ends))
        return Widths(level, change)

    def text_width(self, text: str) -> int:
        """Return how wide a text of an input is."""
        return self._fonts.strong_width(text)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        words = index.data(WORDS)
        if isinstance(words, str):
            return QSize(2 * PADDING + self.text_width(words), LINE + 2 * _INSET)
        found = self.widths_of(words) if words else Widths()
        return QSize(found.column, self.height_of(words))

    def height_of(self, words: CellWords | str | None) -> int:
        """Return how high a row is: of two lines where ranges are shown."""
        lines = 2 if isinstance(words, CellWords) and self.shows_ranges else 1
        return lines * LINE + 2 * _INSET

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        self._seen = width_in_sight(option)
        self._paint_ground(painter, option, index)
        words, rect = index.data(WORDS), option.rect
        if is_cut(rect, self._seen):
            words = None
        is_strong = bool(index.data(STRONG))
        if isinstance(words, str):
            color = self._color(index.data(COLOR))
            painter.setPen(color if is_strong else QColor(self._theme.text))
            self._paint_input(painter, rect, index, words)
        elif words is not None:
            self._paint_words(painter, rect, index, words)
        painter.restore()

    def _paint_input(self, painter: QPainter, rect: QRect, index: Index, text: str) -> None:
        """Paint an input where levels stand, or from the left where it is wider than these."""
        is_strong, start = bool(index.data(STRONG)), rect.left() + PADDING
        level = self._widths.get(index.column(), Widths()).level
        indent = level - self._fonts.width(text, bold=is_strong)
        if indent < 0:
            room = min(rect.right() - PADDING, self._seen) - start
            text, indent = self._fonts.elided(text, room, bold=is_strong), 0
        self._line(painter, start + indent, self._first(rect), text, bold=is_strong)

    def _paint_words(self, painter: QPainter, rect: QRect, index: Index, words: CellWords) -> None:
        theme, widths = self._theme, self._widths.get(index.column(), Widths())
        edge = rect.left() + PADDING + widths.level
        first, second = self._first(rect), self._second(rect)
        painter.setPen(QColor(theme.text))
        self._right(painter, edge, first, words.level, bold=bool(index.data(STRONG)))
        start = edge + GAP
        color, muted = self._color(index.data(COLOR)), QColor(theme.muted)
        painter.setPen(color if words.is_change else muted)
        self._line(painter, start, first, words.difference, bold=words.is_change)
        if words.share:
            width = self._fonts.width(words.difference, bold=True)
            painter.setPen(QColor(theme.text))
            self._small(painter, start + width + _WORD_GAP, first, words.share)
        if self.shows_ranges:
            painter.setPen(muted)
            self._right(painter, edge, second, words.range, small=True)
            self._small(painter, start, second, words.ends)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect = self._theme, option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(mixed(theme.panel, theme.accent, 0.14)))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(mixed(theme.panel, theme.text, 0.04)))
        painter.setPen(QColor(theme.border if index.data(WORDS) is None else theme.grid))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(theme.accent))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _color(self, number: object) -> QColor:
        theme = self._theme
        if not isinstance(number, int):
            return QColor(theme.baseline)
        return QColor(changed(theme, number))

    def _first(self, rect: QRect) -> float:
        row = QRect(rect.left(), rect.top() + _INSET, rect.width(), LINE)
        return level_in(row, self._fonts.plain)

    def _second(self, rect: QRect) -> float:
        row = QRect(rect.left(), rect.top() + _INSET + LINE - 2, rect.width(), LINE)
        return level_in(row, self._fonts.small)

    def _line(self, painter: QPainter, x: float, baseline: float, text: str, *, bold: bool) -> None:
        used = self._fonts.strong if bold else self._fonts.plain
        self._whole(painter, used, x, baseline, text, self._fonts.width(text, bold=bold))

    def _small(self, painter: QPainter, x: float, baseline: float, text: str) -> None:
        self._whole(painter, self._fonts.small, x, baseline, text, self._fonts.small_width(text))

    def _whole(
        self, painter: QPainter, used: QFont, x: float, baseline: float, text: str, width: int
    ) -> None:
        """Paint a text that is in sight from end to end, or a sign where it is cut."""
        if not text or x + width <= 0 or x >= self._seen:
            return
        if x < 0 or x + width > self._seen:
            x, text = max(0, min(x, self._seen - self._fonts.width(_CUT, bold=True))), _CUT
        paint_line(painter, used, x, baseline, text)

    def _right(
        self,
        painter: QPainter,
        edge: float,
        baseline: float,
        text: str,
        *,
        bold: bool = False,
        small: bool = False,
    ) -> None:
        width = self._fonts.small_width(text) if small else self._fonts.width(text, bold=bold)
        if small:
            self._small(painter, edge - width, baseline, text)
        else:
            self._line(painter, edge - width, baseline, text, bold=bold)


class _Fonts:
    """The three fonts of cells and how wide texts are in them."""

    def __init__(self) -> None:
        self.plain: QFont = font(TEXT_PIXELS)
        self.strong: QFont = font(TEXT_PIXELS, bold=True)
        self.small: QFont = font(SMALL_PIXELS)
        self._plain = QFontMetrics(self.plain)
        self._strong = QFontMetrics(self.strong)
        self._small = QFontMetrics(self.small)

    def width(self, text: str, *, bold: bool) -> int:
        """Return how wide a text of the first line is."""
        return (self._strong if bold else self._plain).horizontalAdvance(text)

    def elided(self, text: str, width: int, *, bold: bool) -> str:
        """Return a text as it fits into a width."""
        metrics = self._strong if bold else self._plain
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)

    def strong_width(self, text: str) -> int:
        """Return how wide a text is at most, bold or not."""
        return self._strong.horizontalAdvance(text)

    def small_width(self, text: str) -> int:
        """Return how wide a small text is."""
        return self._small.horizontalAdvance(text)

    def change_width(self, words: CellWords) -> int:
        """Return how wide a difference is with the share behind it."""
        share = self.small_width(words.share)
        return self.strong_width(words.difference) + (_WORD_GAP + share if share else 0)
