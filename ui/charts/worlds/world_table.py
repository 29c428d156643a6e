"""The table of worlds against scenarios: differences, regret, and whether signs hold.

What stands in it is derived from a result and drawn by one painter, for the window and for paper.
Floor: charts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from planner.studies.survive.survival import Survival, Verdict
from ui.charts.worlds.picture import (
    LEFT,
    RIGHT,
    SWATCH,
    in_two_lines,
    paint_box,
    paint_text,
    text_width,
)
from ui.style.theme import SMALL_PIXELS, TEXT_PIXELS, Theme, mixed, readable
from ui.wording.answers.survive import (
    cell_text,
    cell_tip,
    digits_of,
    verdict_text,
    world_name,
)
from ui.wording.figures.differences import share_text

_NAMES: Final = 0.34
"""Share of the width that the names of worlds may take."""
_TALLEST: Final = 28.0
_HEAD: Final = 1.5
"""Rows that the names of scenarios take, in two lines."""
_LINE: Final = 16.0
_GAP: Final = 4.0

Mark = Literal["", "best", "turned"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A number, a smaller one behind it, what it stands out as, and its tip."""

    text: str
    small: str = ""
    mark: Mark = ""
    tip: str = ""
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table; the first of those under the worlds stands on a ground of its own."""

    name: str
    cells: tuple[Cell, ...]
    is_foot: bool = False


@dataclass(frozen=True, slots=True)
class WorldTable:
    """Names of scenarios with the numbers of their colors, and the rows under them."""

    names: tuple[str, ...]
    colors: tuple[int, ...]
    lines: tuple[Line, ...]

    def paint(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Paint into a rectangle in the colors of a theme."""
        height = self._row_height(rect)
        for number, name in enumerate(self.names[: self._fitting(rect)]):
            color = theme.data[self.colors[number] % len(theme.data)]
            head = self._head(rect, number, height * _HEAD)
            _paint_head(painter, head, name, (color, theme.text))
        for place, line in enumerate(self.lines):
            top = rect.top() + height * (_HEAD + place)
            self._paint_line(painter, QRectF(rect.left(), top, rect.width(), height), line, theme)

    def tip_at(self, rect: QRectF, point: QPointF) -> str:
        """Return what there is to say of the cell at a point, or the full name of a column."""
        height = self._row_height(rect)
        row = (point.y() - rect.top()) / height - _HEAD
        column = int((point.x() - rect.left() - self._names(rect)) // self._column(rect))
        if not 0 <= column < len(self.names):
            return ""
        if row < 0:
            return self.names[column]
        return self.lines[int(row)].cells[column].tip if row < len(self.lines) else ""

    def address_at(self, _rect: QRectF, _point: QPointF) -> str:
        """Return no address: its cells are results."""
        return ""

    def in_words(self) -> str:
        """Return its rows as lines."""
        head = "; ".join(self.names)
        rows = (
            f"{line.name}: " + "; ".join(f"{each.text} {each.small}".strip() for each in line.cells)
            for line in self.lines
        )
        return "\n".join((head, *rows))

    @property
    def height(self) -> float:
        """How high it wants to be, in pixels."""
        return _TALLEST * (len(self.lines) + _HEAD)

    def _paint_line(self, painter: QPainter, row: QRectF, line: Line, theme: Theme) -> None:
        if line.is_foot and line.cells and line.cells[0].verdict is None:
            painter.fillRect(row, QColor(mixed(theme.panel, theme.text, 0.03)))
        elif not line.is_foot:
            painter.fillRect(QRectF(row.left(), row.top(), row.width(), 1), QColor(theme.grid))
        name = QRectF(row.left() + 2, row.top(), self._names(row) - 6, row.height())
        paint_text(painter, name, line.name, theme.text, pixels=12, bold=line.is_foot)
        for number, cell in enumerate(line.cells[: self._fitting(row)]):
            left = row.left() + self._names(row) + number * self._column(row)
            box = QRectF(left, row.top(), self._column(row), row.height())
            _paint_cell(painter, box, cell, (self._behind(box.width()), theme))

    def _head(self, rect: QRectF, column: int, height: float) -> QRectF:
        width = self._column(rect)
        return QRectF(rect.left() + self._names(rect) + column * width, rect.top(), width, height)

    def _row_height(self, rect: QRectF) -> float:
        return min(_TALLEST, rect.height() / (len(self.lines) + _HEAD))

    def _names(self, rect: QRectF) -> float:
        widest = max(text_width(each.name, pixels=12, bold=each.is_foot) for each in self.lines)
        return min(rect.width() * _NAMES, widest + 12)

    def _fitting(self, rect: QRectF) -> int:
        """Return how many columns have room; the others are in the table of the answer."""
        room = rect.width() - self._names(rect)
        return max(1, min(len(self.names), int(room // (self._numbers() + 2 * _GAP))))

    def _numbers(self) -> float:
        """Return how wide the widest number is, or word in place of one."""
        texts = (cell.text for line in self.lines for cell in line.cells)
        return max(text_width(each, pixels=TEXT_PIXELS, bold=True) for each in texts)

    def _behind(self, column: float) -> float:
        """Return how much room there is behind a number; none where its column is too narrow."""
        widest = max(text_width(cell.small) for line in self.lines for cell in line.cells)
        return widest + _GAP if self._numbers() + widest + 3 * _GAP <= column else 0.0

    def _column(self, rect: QRectF) -> float:
        return (rect.width() - self._names(rect)) / self._fitting(rect)


def world_table(found: Survival, colors: Sequence[int]) -> WorldTable:
    """Return the table of a result; `colors` are numbers of data colors, one for each scenario."""
    digits = digits_of(found)
    lines = []
    for row in found.rows:
        cells = []
        for number, each in enumerate(row.outcomes):
            is_best = number == row.best
            text, small = cell_text(each, digits, is_best=is_best)
            turned = _is_turned(found, number, each.sign) and not each.is_none
            mark: Mark = "turned" if turned else "best" if is_best else ""
            cells.append(Cell(text, small, mark, cell_tip(each, digits)))
        lines.append(Line(world_name(row.world), tuple(cells)))
    return WorldTable(found.scenarios, tuple(colors), (*lines, *_feet(found)))


def _is_turned(found: Survival, number: int, sign: int) -> bool:
    first = found.of(number)[0].sign
    return first != 0 and sign == -first


def _feet(found: Survival) -> list[Line]:
    tr, digits = QCoreApplication.translate, digits_of(found)
    numbers = range(len(found.scenarios))
    regrets = tuple(Cell(digits.size(found.worst_regret(each))) for each in numbers)
    verdicts = [found.verdict(each) for each in numbers]
    shares = tuple(Cell(share_text(found.best_share(each))) for each in numbers)
    feet = [
        Line(tr("Survive", "Worst regret"), regrets, is_foot=True),
        Line(
            tr("Survive", "Sign in all worlds"),
            tuple(Cell(verdict_text(each), verdict=each) for each in verdicts),
            is_foot=True,
        ),
        Line(tr("Survive", "Best, of all futures"), shares, is_foot=True),
    ]
    if found.rows[0].baseline.met is not None:
        met = [min(each.met or 0.0 for each in found.of(number)) for number in numbers]
        cells = tuple(Cell(share_text(each)) for each in met)
        feet.append(Line(tr("Survive", "Targets met, at worst"), cells, is_foot=True))
    return feet


def _paint_head(painter: QPainter, box: QRectF, name: str, colors: tuple[str, str]) -> None:
    swatch, text = colors
    room = box.adjusted(SWATCH + 12, 0, -2, 0)
    first, second = in_two_lines(name, room.width(), pixels=12)
    height = min(_LINE, box.height() / 2)
    top = box.center().y() - (height if second else height / 2)
    place = QRectF(box.left() + 6, top + (height - SWATCH) / 2, SWATCH, SWATCH)
    paint_box(painter, place, swatch)
    for number, line in enumerate((first, second)):
        at = QRectF(room.left(), top + number * height, room.width(), height)
        paint_text(painter, at, line, text, pixels=12, bold=True)


def _paint_cell(
    painter: QPainter, box: QRectF, cell: Cell, room_and_theme: tuple[float, Theme]
) -> None:
    """Paint a number, and behind it the smaller one where there is room for it."""
    behind, theme = room_and_theme
    if cell.mark:
        color = theme.negative if cell.mark == "turned" else theme.text
        paint_box(painter, box.adjusted(2, 2, -2, -2), mixed(theme.panel, color, 0.1))
    split = box.right() - (behind or _GAP)
    number = QRectF(box.left(), box.top(), split - box.left() - _GAP * bool(behind), box.height())
    paint_text(painter, number, cell.text, _color_of(cell, theme), flags=RIGHT, bold=_is_bold(cell))
    if behind:
        small = QRectF(split, box.top(), box.right() - split, box.height())
        color = readable(theme.muted, theme)
        paint_text(painter, small, cell.small, color, flags=LEFT, pixels=SMALL_PIXELS)


def _is_bold(cell: Cell) -> bool:
    return bool(cell.small) or cell.verdict == "open"


def _color_of(cell: Cell, theme: Theme) -> str:
    if cell.mark == "turned" or cell.verdict == "open":
        return readable(theme.negative, theme)
    return readable(theme.positive, theme) if cell.verdict == "holds" else theme.text
