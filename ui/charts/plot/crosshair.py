"""The crosshair: a line at one month, a dot on every curve, and a small table of their values."""

from dataclasses import dataclass, replace
from math import isfinite, log10, nan

import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from planner.facts.record import Point
from planner.quantities.shown import shown_unit, with_unit
from ui.charts.contents.picture import ChartPicture
from ui.charts.contents.readout import Readout
from ui.charts.layout.look import Look
from ui.charts.layout.naming import GAP
from ui.charts.plot.box import PlotBox
from ui.style.lettering import paint_line, reach_of
from ui.wording.numbers import readable

OVER_ALL = 10.0
PAD = 7.0
CHIP = 10.0
NAME_AT_MOST = 0.42


@dataclass(frozen=True, slots=True)
class Cell:
    """One text of the table: its column and row, and how it is written."""

    column: int
    row: int
    text: str
    color: str
    bold: bool = False


class Crosshair(pg.GraphicsWidget):
    """Lies over a whole chart; a line at the month in its view box, a dot on each curve there.

    The table tells of the month, unless another chart does, or what a published figure is.
    """

    def __init__(self, box: PlotBox, look: Look) -> None:
        super().__init__()
        self.setZValue(OVER_ALL)
        self._box, self._look = box, look
        self._line = pg.InfiniteLine(angle=90)
        self._dots = pg.ScatterPlotItem(pxMode=True, useCache=False, antialias=True)
        for item in (self._line, self._dots):
            box.addItem(item, ignoreBounds=True)
        self._anchor, self._cells = 0.0, []  # type: float, list[Cell]
        self.clear()

    def clear(self) -> None:
        """Show nothing."""
        self._show_line(None)
        self._show_cells(0.0, [])

    def show_month(self, told: Readout, picture: ChartPicture, look: Look, *, table: bool) -> None:
        """Show line and dots at a month, and the table unless another chart shows it."""
        self._look = look
        self._show_line(told.time)
        self._show_dots(told.time, picture)
        lines = reach_of((row.name for row in told.rows), look.bold).height
        fitting = int((self._box.height() - 2 * PAD * look.scale) / lines) - 1
        cells = _cells(shortened(told, fitting), look) if table else []
        self._show_cells(told.time, cells)

    def show_point(self, point: Point, picture: ChartPicture, look: Look) -> None:
        """Show what a published figure is, where it comes from, and what contradicts it."""
        self._look = look
        self._show_line(None)
        room = self.size().width() - 2 * GAP - 2 * PAD * look.scale
        self._show_cells(point.time, _cells_of_point(point, picture, look, room))

    def _show_line(self, time: float | None) -> None:
        self._line.setVisible(time is not None)
        self._dots.setVisible(time is not None)
        if time is not None:
            self._line.setPen(_cosmetic(self._look.pen(self._look.theme.axis)))
            self._line.setValue(time)

    def _show_dots(self, time: float, picture: ChartPicture) -> None:
        look, spots = self._look, []
        for curve in (curve for curve in picture.curves if curve.area is None):
            month = int(abs(curve.times - time).argmin())
            value = float(curve.line[month])
            place = (log10(value) if value > 0 else nan) if self._box.is_log else value
            if isfinite(place):
                color = QColor(look.color(curve.color))
                spots.append({"pos": (float(curve.times[month]), place), "brush": color})
        self._dots.setData(
            spots=spots, size=7 * look.scale, pen=_cosmetic(look.pen(look.theme.panel))
        )

    def _show_cells(self, time: float, cells: list[Cell]) -> None:
        self._anchor, self._cells = time, cells
        self.setVisible(bool(cells))
        self.update()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if self._cells:
            plot, pixels = self._box.geometry(), self._box.pixels
            x = plot.left() + pixels.left + self._anchor * pixels.per_year
            _paint_table(painter, self._look, plot, self.size().width(), x, self._cells)


def _cosmetic(pen: QPen) -> QPen:
    """Return a pen as wide in pixels, whatever the coordinates."""
    pen.setCosmetic(True)
    return pen


def shortened(told: Readout, lines: int) -> Readout:
    """Return what fits into so many lines under the month; the last one counts what is left out."""
    everything = len(told.rows) + len(told.events)
    if everything <= max(1, lines):
        return told
    rows = told.rows[: max(1, lines - 1)]
    events = told.events[: max(0, lines - 1 - len(rows))]
    left_out = everything - len(rows) - len(events)
    return replace(told, rows=rows, events=(*events, f"+{left_out}"))


def _cells_of_point(point: Point, picture: ChartPicture, look: Look, room: float) -> list[Cell]:
    unit = "" if shown_unit(point.unit)[0] == "" else picture.unit
    value = readable(point.value, look.numerals)
    span = (
        ""
        if point.low == point.high
        else (
            f" ({readable(point.low, look.numerals, point.value)}–"
            f"{readable(point.high, look.numerals, point.value)})"
        )
    )
    cells = [
        Cell(1, 0, point.label, look.theme.text, bold=True),
        Cell(1, 1, with_unit(f"{value}{span}", unit), look.theme.text),
    ]
    below = broken(point.source, room, look.metrics)
    if point.dispute:
        mark = QCoreApplication.translate("Tip", "In dispute")
        below += broken(f"{mark}: {point.dispute}", room, look.metrics)
    return cells + [Cell(1, row, line, look.theme.muted) for row, line in enumerate(below, start=2)]


def broken(text: str, room: float, metrics: QFontMetricsF) -> list[str]:
    """Return a text as lines no wider than the room, broken between words."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.horizontalAdvance(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _cells(told: Readout, look: Look) -> list[Cell]:
    muted, text = look.theme.muted, look.theme.text
    cells = [Cell(1, 0, told.month, text, bold=True)]
    if any(row.span for row in told.rows):
        cells.append(Cell(3, 0, look.words.span, muted))
    if any(row.change for row in told.rows):
        cells.append(Cell(4, 0, look.words.change, muted))
    for number, row in enumerate(told.rows, start=1):
        cells += [
            Cell(0, number, "", look.color(row.color), bold=not row.is_thin),
            Cell(1, number, row.name, text),
            Cell(2, number, row.value, text, bold=True),
            Cell(3, number, row.span, muted),
            Cell(4, number, row.change, text),
        ]
    foot = len(told.rows) + 1
    cells += [Cell(1, foot + n, event, muted) for n, event in enumerate(told.events)]
    return [cell for cell in cells if cell.text or cell.column == 0]


def _paint_table(
    painter: QPainter, look: Look, plot: QRectF, whole: float, x: float, cells: list[Cell]
) -> None:
    """Paint the cells in aligned columns on a quiet ground, on the side away from the line."""
    room = whole - 2 * GAP
    widths = _column_widths(cells, look, room)
    pad, gap = PAD * look.scale, GAP * 1.6 * look.scale
    used = [column for column, width in sorted(widths.items()) if width]
    width = sum(widths[column] for column in used) + gap * (len(used) - 1) + 2 * pad
    reach = reach_of((cell.text for cell in cells), look.bold)
    height = (max(cell.row for cell in cells) + 1) * reach.height + 1.4 * pad
    left = x + 2 * pad if x + 2 * pad + width <= plot.right() else x - 2 * pad - width
    left = min(max(left, GAP), whole - width - GAP)
    box = QRectF(left, plot.top() + 2, width, height)
    _paint_ground(painter, box, look)
    edge = left + pad
    for column in used:
        for cell in (cell for cell in cells if cell.column == column):
            top = box.top() + 0.7 * pad + cell.row * reach.height
            place = QRectF(edge, top, widths[column], reach.height)
            _paint_cell(painter, cell, place, reach.above, look)
        edge += widths[column] + gap


def _column_widths(cells: list[Cell], look: Look, room: float) -> dict[int, float]:
    """Return the width of each column; the range is dropped where there is no room for it."""
    bold = QFontMetricsF(look.bold)
    widths = dict.fromkeys(range(5), 0.0)
    for cell in cells:
        metrics = bold if cell.bold else look.metrics
        width = CHIP * look.scale if cell.column == 0 else metrics.horizontalAdvance(cell.text)
        widths[cell.column] = max(widths[cell.column], width + 1)
    full = sum(widths.values()) + 8 * GAP * look.scale + 2 * PAD * look.scale
    if full > room and widths[2]:
        widths[1] = min(widths[1], max(NAME_AT_MOST * room, 60.0))
        if sum(widths.values()) + 8 * GAP * look.scale + 2 * PAD * look.scale > room:
            widths[3] = 0.0
    elif full > room:
        widths[1] = room - 2 * PAD * look.scale
    return widths


def _paint_ground(painter: QPainter, box: QRectF, look: Look) -> None:
    ground = QColor(look.theme.panel)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(look.pen(look.theme.border))
    painter.setBrush(ground)
    painter.drawRoundedRect(box, 4 * look.scale, 4 * look.scale)


def _paint_cell(painter: QPainter, cell: Cell, box: QRectF, ascent: float, look: Look) -> None:
    if cell.column == 0:
        painter.setPen(look.pen(cell.color, 2.0 if cell.bold else 1.0))
        middle = box.center().y()
        painter.drawLine(QLineF(box.left(), middle, box.right(), middle))
        return
    font = look.bold if cell.bold else look.small
    painter.setPen(QColor(cell.color))
    metrics = QFontMetricsF(font)
    text = metrics.elidedText(cell.text, Qt.TextElideMode.ElideRight, box.width() + 1)
    left = box.left() if cell.column == 1 else box.right() - metrics.horizontalAdvance(text)
    paint_line(painter, font, left, box.top() + ascent, text)


def spoken(told: Readout) -> str:
    """Return a readout as a sentence for a screen reader."""
    parts = (
        f"{row.name} {row.value}" + (f" ({row.span})" if row.span else "") for row in told.rows
    )
    return f"{told.month}: {'; '.join((*parts, *told.events))}"
