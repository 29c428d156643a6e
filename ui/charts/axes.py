"""The ground of a chart: value lines with their numbers, the years below."""

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from ui.charts.contents.states import FULL_PANEL, PITCH
from ui.charts.layout.frame import Frame
from ui.charts.layout.look import Look
from ui.charts.layout.margins import GAP, Drawing, tick_texts
from ui.charts.layout.ticks import year_ticks

TICK = 4.0


def paint_axes(painter: QPainter, drawing: Drawing) -> None:
    """Paint grid, axis and labels."""
    frame, look = drawing.frame, drawing.look
    painter.save()
    painter.setFont(look.small)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    _paint_values(painter, drawing)
    _paint_years(painter, frame, look)
    _paint_panels(painter, drawing)
    painter.restore()


def _paint_values(painter: QPainter, drawing: Drawing) -> None:
    """Paint the lines of values; where nothing is a number there is no scale to show."""
    frame, look = drawing.frame, drawing.look
    texts = tick_texts(drawing.frame.scale, drawing.size[1], look)
    for value, text in texts.items() if drawing.picture.has_numbers else ():
        y = round(frame.y_of(value))
        ground = value == 0 or y >= frame.bottom
        painter.setPen(look.pen(look.theme.axis if ground else look.theme.grid))
        painter.drawLine(QLineF(frame.left, y, frame.right, y))
        painter.setPen(QColor(look.theme.muted))
        box = QRectF(0, y - look.line / 2, frame.left - GAP * look.scale, look.line)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)


def _paint_panels(painter: QPainter, drawing: Drawing) -> None:
    """Write the name of each of several panels beside it."""
    frame, look, names = drawing.frame, drawing.look, drawing.picture.panels
    painter.setPen(QColor(look.theme.text))
    left, height = frame.right + GAP * look.scale, FULL_PANEL / frame.value_per_pixel
    for number, name in enumerate(reversed(names) if len(names) > 1 else ()):
        foot = frame.y_of(PITCH * number)
        box = QRectF(left, foot - height, drawing.size[0] - left, height)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)


def _paint_years(painter: QPainter, frame: Frame, look: Look) -> None:
    scale = frame.scale
    painter.setPen(look.pen(look.theme.axis))
    for year in range(round(scale.first), round(scale.last) + 1):
        x = round(frame.x_of(year))
        painter.drawLine(QLineF(x, frame.bottom, x, frame.bottom + TICK * look.scale))
    painter.setPen(QColor(look.theme.muted))
    for year, text in year_texts(frame, look).items():
        half = look.metrics.horizontalAdvance("2036")
        top = frame.bottom + TICK * look.scale
        box = QRectF(frame.x_of(year) - half, top, 2 * half, look.line)
        painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, text)


def year_texts(frame: Frame, look: Look) -> dict[int, str]:
    """Return the years to name: in full where there is room, else 2025, 26, 27 as in print."""
    scale = frame.scale
    room = frame.width / max(1.0, scale.last - scale.first)
    long, brief = (look.metrics.horizontalAdvance(text) for text in ("2036", "36"))
    full = long + GAP * look.scale
    short = (long + brief) / 2 + GAP * look.scale
    width = full if room >= full else short
    years = year_ticks(scale.first, scale.last, frame.width, width)
    every = years[1] - years[0] == 1 if len(years) > 1 else False
    if width == full or not every:
        years = year_ticks(scale.first, scale.last, frame.width, full)
        return {year: str(year) for year in years}
    first = years[0]
    return {year: str(year) if year == first else f"{year % 100:02d}" for year in years}
