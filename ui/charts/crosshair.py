"""The crosshair: a line at one month, a dot on every curve, and a small table of their values."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from planner.facts.record import Point
from planner.quantities.shown import shown_unit, with_unit
from ui.charts.contents.picture import ChartPicture
from ui.charts.contents.readout import Readout
from ui.charts.layout.frame import Frame
from ui.charts.layout.look import Look
from ui.charts.layout.margins import GAP, Drawing
from ui.style.lettering import paint_line, reach_of
from ui.wording.numbers import readable

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


def paint_crosshair(painter: QPainter, drawing: Drawing, told: Readout, *, table: bool) -> None:
    """Paint line and dots, and the table unless another chart shows it."""
    frame, look = drawing.frame, drawing.look
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    x = frame.x_of(told.time)
    painter.setPen(look.pen(look.theme.axis))
    painter.drawLine(QLineF(x, frame.top, x, frame.bottom))
    _paint_dots(painter, drawing.picture, frame, look, told.time)
    if table:
        line = reach_of((row.name for row in told.rows), look.bold).height
        fitting = int((frame.bottom - frame.top - 2 * PAD * look.scale) / line) - 1
        _paint_table(painter, drawing, x, _cells(shortened(told, fitting), look))
    painter.restore()


def shortened(told: Readout, lines: int) -> Readout:
    """Return what fits into so many lines under the month; the last one counts what is left out."""
    everything = len(told.rows) + len(told.events)
    if everything <= max(1, lines):
        return told
    rows = told.rows[: max(1, lines - 1)]
    events = told.events[: max(0, lines - 1 - len(rows))]
    left_out = everything - len(rows) - len(events)
    return replace(told, rows=rows, events=(*events, f"+{left_out}"))


def paint_point(painter: QPainter, drawing: Drawing, point: Point) -> None:
    """Paint what a published figure is, where it comes from, and what contradicts it."""
    look, frame = drawing.look, drawing.frame
    unit = "" if shown_unit(point.unit)[0] == "" else drawing.picture.unit
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
    room = drawing.size[0] - 2 * GAP - 2 * PAD * look.scale
    below = broken(point.source, room, look.metrics)
    if point.dispute:
        mark = QCoreApplication.translate("Tip", "≠ In dispute")
        below += broken(f"{mark}: {point.dispute}", room, look.metrics)
    cells += [Cell(1, row, line, look.theme.muted) for row, line in enumerate(below, start=2)]
    painter.save()
    _paint_table(painter, drawing, frame.x_of(point.time), cells)
    painter.restore()


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


def point_at(drawing: Drawing, points: tuple[Point, ...], x: float, y: float) -> Point | None:
    """Return the published figure under a pixel."""
    reach = 8 * drawing.look.scale
    frame = drawing.frame
    return next(
        (
            point
            for point in points
            if abs(frame.x_of(point.time) - x) <= reach
            and abs(frame.y_of(point.value) - y) <= reach
        ),
        None,
    )


def _paint_dots(
    painter: QPainter, picture: ChartPicture, frame: Frame, look: Look, time: float
) -> None:
    painter.setPen(look.pen(look.theme.panel))
    for curve in (curve for curve in picture.curves if curve.area is None):
        month = int(abs(curve.times - time).argmin())
        value = float(curve.line[month])
        if value == value and frame.holds(frame.left, frame.y_of(value)):  # noqa: PLR0124 - NaN
            painter.setBrush(QColor(look.color(curve.color)))
            place = QPointF(frame.x_of(float(curve.times[month])), frame.y_of(value))
            painter.drawEllipse(place, 3.5 * look.scale, 3.5 * look.scale)


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


def _paint_table(painter: QPainter, drawing: Drawing, x: float, cells: list[Cell]) -> None:
    """Paint the cells in aligned columns on a quiet ground, on the side away from the line."""
    look, frame = drawing.look, drawing.frame
    room = drawing.size[0] - 2 * GAP
    widths = _column_widths(cells, look, room)
    pad, gap = PAD * look.scale, GAP * 1.6 * look.scale
    used = [column for column, width in sorted(widths.items()) if width]
    width = sum(widths[column] for column in used) + gap * (len(used) - 1) + 2 * pad
    reach = reach_of((cell.text for cell in cells), look.bold)
    height = (max(cell.row for cell in cells) + 1) * reach.height + 1.4 * pad
    left = x + 2 * pad if x + 2 * pad + width <= frame.right else x - 2 * pad - width
    left = min(max(left, GAP), drawing.size[0] - width - GAP)
    box = QRectF(left, frame.top + 2, width, height)
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
