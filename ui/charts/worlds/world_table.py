"""The table of worlds against scenarios: differences, regret, and whether signs hold.

What stands in it is derived from a result and drawn by one painter, for the window and for paper.
Floor: charts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from planner.quantities.told.lists import clauses, led_by
from planner.storage.sentences.catalog import translate
from planner.studies.survive.survival import Survival
from ui.charts.worlds.picture import Stop, in_two_lines, paint_text, text_width
from ui.charts.worlds.world_cells import (
    BESIDE_SWATCH,
    GAP,
    TWO_LINES,
    Cell,
    Mark,
    paint_cell,
    paint_head,
    paint_narrow_head,
)
from ui.style.theme import TEXT_PIXELS, Theme, mixed
from ui.wording.answers.survive import (
    cell_text,
    cell_tip,
    digits_of,
    verdict_text,
    world_name,
)
from ui.wording.figures.differences import share_text

_NAMES: Final = 0.34
"""Share of the width that the names of worlds may take; more where columns can spare it."""
_COLUMN: Final = 96.0
"""Pixels of a column, below which it spares none."""
_WIDEST_COLUMN: Final = 150.0
_TALLEST: Final = 28.0
_LOWEST: Final = 20.0
_FOOT: Final = 24.0
_NAME_LINE: Final = 15.0
_HEAD: Final = 42.0
"""Pixels that the names of scenarios take, in two lines."""


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
        for number, name in enumerate(self.names[: self._fitting(rect)]):
            color = theme.data[self.colors[number] % len(theme.data)]
            paint = paint_head if self._has_swatches(rect) else paint_narrow_head
            paint(painter, self._head(rect, number), name, (color, theme.text))
        for row, line in zip(self._rows(rect), self.lines, strict=True):
            self._paint_line(painter, row, line, theme)

    def tip_at(self, rect: QRectF, point: QPointF) -> str:
        """Return what there is to say of the cell at a point, or a name in full."""
        column = int((point.x() - rect.left() - self._names(rect)) // self._column(rect))
        rows = zip(self._rows(rect), self.lines, strict=True)
        line = next((each for row, each in rows if row.contains(point)), None)
        if column < 0:
            return line.name if line else ""
        if column >= self._fitting(rect):
            return ""
        if point.y() < rect.top() + _HEAD:
            return self.names[column]
        return line.cells[column].tip if line else ""

    def address_at(self, _rect: QRectF, _point: QPointF) -> str:
        """Return no address: its cells are results."""
        return ""

    def stops(self, rect: QRectF) -> tuple[Stop, ...]:
        """Return the cells that have room, row by row, each with its world and scenario."""
        columns = range(self._fitting(rect))
        rows = tuple(zip(self._rows(rect), self.lines, strict=True))
        return tuple(self._stop(rect, row, line, each) for row, line in rows for each in columns)

    def _stop(self, rect: QRectF, row: QRectF, line: Line, column: int) -> Stop:
        cell = line.cells[column]
        place = QRectF(self._head(rect, column))
        place.setTop(row.top())
        place.setBottom(row.bottom())
        said = cell.tip or f"{cell.text} {cell.small}".strip()
        return Stop(place, led_by(line.name, clauses((self.names[column], said))))

    def in_words(self) -> str:
        """Return its rows as lines."""
        head = clauses(self.names)
        rows = (
            led_by(line.name, clauses(f"{each.text} {each.small}".strip() for each in line.cells))
            for line in self.lines
        )
        return "\n".join((head, *rows))

    @property
    def height(self) -> float:
        """How high it wants to be, in pixels."""
        return _TALLEST * len(self.lines) + _HEAD

    def least_in(self, width: float) -> float:
        """Return how high it has to be in a width, which tells where its small numbers stand."""
        rect = QRectF(0, 0, width, _HEAD)
        if self._is_beside(rect):
            return _HEAD + _LOWEST * len(self.lines)
        return _HEAD + sum(self._wanted(rect))

    def _paint_line(self, painter: QPainter, row: QRectF, line: Line, theme: Theme) -> None:
        if line.is_foot and line.cells and line.cells[0].verdict is None:
            painter.fillRect(row, QColor(mixed(theme.panel, theme.text, 0.03)))
        elif not line.is_foot:
            painter.fillRect(QRectF(row.left(), row.top(), row.width(), 1), QColor(theme.grid))
        name = QRectF(row.left() + 2, row.top(), self._names(row) - 6, row.height())
        _paint_name(painter, name, line, theme)
        for number, cell in enumerate(line.cells[: self._fitting(row)]):
            left = row.left() + self._names(row) + number * self._column(row)
            box = QRectF(left, row.top(), self._column(row), row.height())
            paint_cell(painter, box, cell, (self._behind(box.width()), theme))

    def _head(self, rect: QRectF, column: int) -> QRectF:
        width = self._column(rect)
        return QRectF(rect.left() + self._names(rect) + column * width, rect.top(), width, _HEAD)

    def _has_swatches(self, rect: QRectF) -> bool:
        """Tell whether every word of a name has room beside the swatch of its column."""
        words = (word for name in self.names for word in name.split(" "))
        widest = max(text_width(each, pixels=12, bold=True) for each in words)
        return widest <= self._column(rect) - BESIDE_SWATCH

    def _rows(self, rect: QRectF) -> list[QRectF]:
        """Return where the lines stand: those of worlds higher where small numbers are below."""
        wanted = self._wanted(rect)
        shrunk = min(1.0, max(0.0, rect.height() - _HEAD) / sum(wanted))
        top, found = rect.top() + _HEAD, []
        for height in wanted:
            found.append(QRectF(rect.left(), top, rect.width(), height * shrunk))
            top += height * shrunk
        return found

    def _wanted(self, rect: QRectF) -> list[float]:
        """Return how high each line would be with as much room as it wants."""
        if self._is_beside(rect):
            return [_TALLEST] * len(self.lines)
        return [_FOOT if line.is_foot else TWO_LINES for line in self.lines]

    def _is_beside(self, rect: QRectF) -> bool:
        """Tell whether small numbers have room beside the others."""
        return self._behind(self._column(rect)) > 0

    def _names(self, rect: QRectF) -> float:
        widest = max(text_width(each.name, pixels=12, bold=each.is_foot) for each in self.lines)
        small = max(text_width(cell.small) for line in self.lines for cell in line.cells)
        column = max(_COLUMN, self._numbers() + small + 3 * GAP)
        spare = rect.width() - column * len(self.names)
        least = min(max(rect.width() * _NAMES, spare), widest + 12)
        return max(least, rect.width() - _WIDEST_COLUMN * len(self.names))

    def _fitting(self, rect: QRectF) -> int:
        """Return how many columns have room; the others are in the table of the answer."""
        room = rect.width() - self._names(rect)
        return max(1, min(len(self.names), int(room // (self._numbers() + 2 * GAP))))

    def _numbers(self) -> float:
        """Return how wide the widest number is, or word in place of one."""
        texts = (cell.text for line in self.lines for cell in line.cells)
        return max(text_width(each, pixels=TEXT_PIXELS, bold=True) for each in texts)

    def _behind(self, column: float) -> float:
        """Return how much room there is behind a number; none where its column is too narrow."""
        widest = max(text_width(cell.small) for line in self.lines for cell in line.cells)
        return widest + GAP if self._numbers() + widest + 3 * GAP <= column else 0.0

    def _column(self, rect: QRectF) -> float:
        return (rect.width() - self._names(rect)) / self._fitting(rect)


def world_table(found: Survival, colors: Sequence[int]) -> WorldTable:
    """Return the table of a result; `colors` are numbers of data colors, one for each scenario."""
    digits = digits_of(found)
    lines = []
    for row in found.rows:
        cells = []
        for number, each in enumerate(row.outcomes):
            is_best = number == row.best and not digits.is_none(each.change)
            text, small = cell_text(each, digits, is_best=is_best)
            turned = _is_turned(found, number, each.sign) and not each.is_none
            mark: Mark = "turned" if turned else "best" if is_best else ""
            cells.append(Cell(text, small, mark, cell_tip(each, digits)))
        lines.append(Line(world_name(row.world), tuple(cells)))
    return WorldTable(found.scenarios, tuple(colors), (*lines, *_feet(found)))


def _paint_name(painter: QPainter, box: QRectF, line: Line, theme: Theme) -> None:
    """Paint the name of a row, on two lines where one is too short and there is room for both."""
    texts: tuple[str, ...] = (line.name,)
    if box.height() >= TWO_LINES - 1 and text_width(line.name, pixels=12) > box.width():
        texts = in_two_lines(line.name, box.width(), pixels=12)
    high = min(box.height() / len(texts), _NAME_LINE)
    top = box.center().y() - high * len(texts) / 2
    for number, text in enumerate(texts):
        at = QRectF(box.left(), top + number * high, box.width(), high)
        paint_text(painter, at, text, theme.text, pixels=12, bold=line.is_foot)


def _is_turned(found: Survival, number: int, sign: int) -> bool:
    first = found.of(number)[0].sign
    return first != 0 and sign == -first


def _feet(found: Survival) -> list[Line]:
    digits = digits_of(found)
    numbers = range(len(found.scenarios))
    regrets = tuple(Cell(digits.size(found.worst_regret(each))) for each in numbers)
    verdicts = [found.verdict(each) for each in numbers]
    shares = tuple(Cell(share_text(found.best_share(each))) for each in numbers)
    feet = [
        Line(translate("Survive", "Worst regret"), regrets, is_foot=True),
        Line(
            translate("Survive", "Sign in all worlds"),
            tuple(Cell(verdict_text(each), verdict=each) for each in verdicts),
            is_foot=True,
        ),
        Line(translate("Survive", "Best in"), shares, is_foot=True),
    ]
    if found.rows[0].baseline.met is not None:
        met = [min(each.met or 0.0 for each in found.of(number)) for number in numbers]
        cells = tuple(Cell(share_text(each)) for each in met)
        feet.append(Line(translate("Survive", "Targets met, at worst"), cells, is_foot=True))
    return feet
