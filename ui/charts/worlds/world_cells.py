"""The cells and headings of the table of worlds, and how they are painted. Floor: charts."""

from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from planner.studies.survive.survival import Verdict
from ui.charts.worlds.picture import LEFT, RIGHT, ROUND, SWATCH, in_two_lines, paint_box, paint_text
from ui.style.theme import SMALL_PIXELS, Theme, mixed, readable

TWO_LINES: Final = 34.0
"""Pixels of a row whose small numbers stand below the others, for want of room beside them."""
BESIDE_SWATCH: Final = SWATCH + 14.0
"""Pixels of a column that a swatch takes, and what is left free at its sides."""
GAP: Final = 4.0
_LINE: Final = 16.0
_SMALL_LINE: Final = 12.0
_BAR: Final = 3.0

Mark = Literal["", "best", "turned"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A number, a smaller one behind it, what it stands out as, and its tip."""

    text: str
    small: str = ""
    mark: Mark = ""
    tip: str = ""
    verdict: Verdict | None = None


def paint_head(painter: QPainter, box: QRectF, name: str, colors: tuple[str, str]) -> None:
    """Paint a name behind a swatch."""
    swatch, text = colors
    room = box.adjusted(BESIDE_SWATCH - 2, 0, -2, 0)
    first, second = in_two_lines(name, room.width(), pixels=12)
    top = box.center().y() - (_LINE if second else _LINE / 2)
    place = QRectF(box.left() + 6, top + (_LINE - SWATCH) / 2, SWATCH, SWATCH)
    paint_box(painter, place, swatch)
    for number, line in enumerate((first, second)):
        at = QRectF(room.left(), top + number * _LINE, room.width(), _LINE)
        paint_text(painter, at, line, text, pixels=12, bold=True)


def paint_narrow_head(painter: QPainter, box: QRectF, name: str, colors: tuple[str, str]) -> None:
    """Paint a name under a bar of its color, above the numbers of a narrow column."""
    bar, text = colors
    room = box.adjusted(GAP, 0, -GAP, 0)
    painter.fillRect(QRectF(room.left(), box.top() + 2, room.width(), _BAR), QColor(bar))
    for number, line in enumerate(in_two_lines(name, room.width(), pixels=SMALL_PIXELS)):
        at = QRectF(room.left(), box.top() + 7 + number * _LINE, room.width(), _LINE)
        paint_text(painter, at, line, text, flags=RIGHT, pixels=SMALL_PIXELS, bold=True)


def paint_cell(
    painter: QPainter, box: QRectF, cell: Cell, room_and_theme: tuple[float, Theme]
) -> None:
    """Paint a number, and the smaller one behind it, or below it where there is room for that."""
    behind, theme = room_and_theme
    if cell.mark:
        color = theme.negative if cell.mark == "turned" else theme.text
        paint_box(painter, box.adjusted(2, 2, -2, -2), mixed(theme.panel, color, 0.1))
    if cell.mark == "turned":
        _paint_frame(painter, box.adjusted(2.5, 2.5, -2.5, -2.5), theme.negative)
    split = box.right() - (behind or GAP)
    number = QRectF(box.left(), box.top(), split - box.left() - GAP * bool(behind), box.height())
    small = QRectF(split, box.top(), box.right() - split, box.height())
    is_below = not behind and bool(cell.small) and box.height() >= TWO_LINES - 1
    if is_below:
        middle = box.center().y() + 2
        number.setBottom(middle)
        small = QRectF(number.left(), middle - 1, number.width(), _SMALL_LINE)
    paint_text(painter, number, cell.text, _color_of(cell, theme), flags=RIGHT, bold=_is_bold(cell))
    if behind or is_below:
        flags = RIGHT if is_below else LEFT
        color = readable(theme.muted, theme)
        paint_text(painter, small, cell.small, color, flags=flags, pixels=SMALL_PIXELS)


def _paint_frame(painter: QPainter, box: QRectF, color: str) -> None:
    """Paint the edge of a box: one that turns the sign is told by more than its color."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(color))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, ROUND, ROUND)
    painter.restore()


def _is_bold(cell: Cell) -> bool:
    return bool(cell.small) or cell.verdict == "open"


def _color_of(cell: Cell, theme: Theme) -> str:
    if cell.mark == "turned" or cell.verdict == "open":
        return readable(theme.negative, theme)
    return readable(theme.positive, theme) if cell.verdict == "holds" else theme.text
