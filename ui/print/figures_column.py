"""The column of figures at the right of a chart on paper, laid out and painted; floor: print."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from ui.charts.layout.look import Look
from ui.print.figures import Figure
from ui.style.lettering import Paragraph
from ui.style.theme import font

WIDTH: Final = 344.0
APART: Final = 40.0
LEAST_CHART: Final = 900.0
"""Width left of the column without which a chart stands alone."""
SCALE_BESIDE: Final = 1.7
"""Of a chart that leaves room for the column, at most."""
NUMBER_PIXELS, ABOUT_PIXELS, BESIDE_PIXELS = (34, 28, 24), 18, 16
_ABOVE, _BELOW, _BETWEEN = 12.0, 14.0, 3.0


class FiguresColumn:
    """As many figures as a place is high for, the kept ones among them, under a rule each."""

    def __init__(self, figures: Sequence[Figure], place: QRectF, look: Look) -> None:
        self._look = look
        blocks = _fitting([_Block(each, look) for each in figures], place.height())
        self.figures = tuple(each.figure for each in blocks)
        height = sum(each.height for each in blocks)
        self.place = QRectF(place.left(), place.top(), WIDTH, height)
        self._blocks = blocks

    def paint(self, painter: QPainter) -> None:
        """Paint the figures from the top of the place down."""
        y = self.place.top()
        for block in self._blocks:
            painter.setPen(self._look.pen(self._look.theme.border, 0.5))
            painter.drawLine(QLineF(self.place.left(), y, self.place.right(), y))
            block.paint(painter, self.place.left(), y + _ABOVE)
            y += block.height


def column_beside(figures: Sequence[Figure], area: QRectF, look: Look) -> FiguresColumn | None:
    """Return the column at the right of an area; None where there is no room or nothing in it."""
    if area.width() < LEAST_CHART + APART + WIDTH:
        return None
    column = FiguresColumn(figures, area.adjusted(area.width() - WIDTH, 0, 0, 0), look)
    return column if column.figures else None


class _Block:
    """One figure, its texts on as many lines as they need."""

    def __init__(self, figure: Figure, look: Look) -> None:
        self.figure = figure
        texts = (
            (figure.number, _largest(figure.number), figure.color),
            (figure.about, font(ABOUT_PIXELS), look.theme.text),
            (figure.beside, font(BESIDE_PIXELS), look.theme.muted),
            (figure.level, font(BESIDE_PIXELS), look.theme.muted),
        )
        self._lines = [(Paragraph(text, made, WIDTH), color) for text, made, color in texts if text]

    @property
    def height(self) -> float:
        """The room of the figure, with the rule above it and the gap below."""
        return _ABOVE + sum(each.height + _BETWEEN for each, _ in self._lines) + _BELOW

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Paint the lines from a top down."""
        for paragraph, color in self._lines:
            painter.setPen(QColor(color))
            paragraph.paint(painter, left, top)
            top += paragraph.height + _BETWEEN


def _largest(number: str) -> QFont:
    """Return the largest font in which a number stands on one line, else the smallest."""
    sizes = [font(pixels, bold=True) for pixels in NUMBER_PIXELS]
    fit = (each for each in sizes if QFontMetricsF(each).horizontalAdvance(number) <= WIDTH)
    return next(fit, sizes[-1])


def _fitting(blocks: Sequence[_Block], room: float) -> list[_Block]:
    """Return the first blocks that fit below each other, beside those that are kept."""
    left = room - sum(each.height for each in blocks if each.figure.is_kept)
    if left < 0:
        return []
    found: list[_Block] = []
    for block in blocks:
        left -= 0 if block.figure.is_kept else block.height
        if left >= 0 or block.figure.is_kept:
            found.append(block)
    return found
