"""The strip under the years of a chart that tells what limits compute: a row a segment.

Where there is room it stands under a heading: that its shares are means over a year.

It stands still while a hand moves: futures are counted when it rests, and until then no number is
told. Floor: charts.
"""

from typing import Final

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter

from ui.charts.contents.limits import Cell, LimitRow, cell_text, run_text, short_texts
from ui.charts.layout.look import Look
from ui.charts.layout.naming import GAP
from ui.style.theme import mixed

HEIGHT: Final = 15.0
APART: Final = 5.0
SPARE: Final = 46.0
"""Pixels that a heading leaves to the plot above what rows leave to it."""
LIGHT_MIX: Final = (0.14, 0.56)
DARK_MIX: Final = (0.12, 0.38)
FOOT: Final = 2.0
WAITING: Final = 0.35
NARROWEST: Final = 0.55
"""Share of their width at which letters can still be read."""
RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class LimitsStrip(pg.GraphicsWidget):
    """Cells shaded by the share of futures, one a year; years with one cause have one text.

    The chart draws it, on the ground of the curves; it tells when that is `stale`.
    """

    stale = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setFlag(self.GraphicsItemFlag.ItemHasNoContents)
        self._look = look
        self._left = 0.0
        self._years = (0.0, 1.0)
        self.rows: tuple[LimitRow, ...] = ()
        self.is_waiting = self.is_headed = False

    def set_look(self, look: Look) -> None:
        """Draw in another hand."""
        self._look = look
        self.stale.emit()

    def show_rows(self, rows: tuple[LimitRow, ...] | None) -> None:
        """Show these; None while futures are not counted, which takes the numbers away."""
        now = self.rows if rows is None else rows
        if (now, rows is None) != (self.rows, self.is_waiting):
            self.rows, self.is_waiting = now, rows is None
            self.stale.emit()

    def see_years(self, years: tuple[float, float]) -> None:
        """Show the years of the plot."""
        if years != self._years:
            self._years = years
            self.stale.emit()

    def height_within(self, room: float) -> float:
        """Return the pixels to take of so many: with a heading, else without, else none."""
        scale = self._look.scale
        rows = (APART + HEIGHT * len(self.rows)) * scale if self.rows else 0.0
        self.is_headed = bool(self.rows) and rows + (HEIGHT + SPARE) * scale <= room
        if self.is_headed:
            return rows + HEIGHT * scale
        return rows if rows <= room else 0.0

    @property
    def width_wanted(self) -> float:
        """The pixels that the names of the rows take beside the plot, and the gap to it."""
        names = [self._look.metrics.horizontalAdvance(row.name) for row in self.rows]
        return max(names) + GAP * self._look.scale if names else 0.0

    def place(self, left: float, right: float, top: float) -> None:
        """Lie below a chart's years, the cells between left and right."""
        self._left = left
        self.setGeometry(QRectF(0.0, top, right, self._top_of(len(self.rows))))

    def _top_of(self, row: int) -> float:
        """Return where a row begins."""
        return (APART + HEIGHT * (row + self.is_headed)) * self._look.scale

    def text_at(self, place: QPointF) -> str:
        """Return what is known of the year at a place; empty beside the cells."""
        row = int((place.y() - self._top_of(0)) // (HEIGHT * self._look.scale))
        if self.is_waiting or not (self.isVisible() and 0 <= row < len(self.rows)):
            return ""
        cells = self.rows[row].cells
        found = (cell for cell in cells if self._x(cell.year) <= place.x() < self._x(cell.year + 1))
        cell = next((cell for cell in found if self._left <= place.x()), None)
        if cell is None:
            return ""
        return cell_text(self.rows[row], cell)

    def draw(self, painter: QPainter) -> None:
        """Draw the rows."""
        if not self.isVisible():
            return
        look, height = self._look, HEIGHT * self._look.scale
        painter.setFont(look.small)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self._draw_heading(painter)
        for number, row in enumerate(self.rows):
            top = self._top_of(number)
            painter.setPen(QColor(look.theme.muted))
            name = QRectF(0.0, top, self._left - GAP * look.scale, height)
            painter.drawText(name, RIGHT | Qt.TextFlag.TextDontClip, row.name)
            for run in row.runs:
                for cell in run:
                    gap = 1.0 if cell is run[-1] else 0.0
                    place = self._rect(cell.year, cell.year + 1, top, gap)
                    painter.fillRect(place, self._fill(cell))
                    painter.fillRect(_foot_of(place, look.scale), self._color(cell))
            self._draw_texts(painter, row, top, is_first=number == 0)

    def _draw_heading(self, painter: QPainter) -> None:
        look = self._look
        place = QRectF(self._left, APART * look.scale, self.size().width() - self._left, 0.0)
        place.setHeight(HEIGHT * look.scale)
        texts = (look.words.limits_heading, look.words.mean_of_year)
        fit = (each for each in texts if look.metrics.horizontalAdvance(each) <= place.width())
        if self.is_headed:
            painter.setPen(QColor(look.theme.muted))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, next(fit, ""))

    def _draw_texts(self, painter: QPainter, row: LimitRow, top: float, *, is_first: bool) -> None:
        painter.setPen(QColor(self._look.theme.text))
        if self.is_waiting and row.cells and is_first:
            whole = self._rect(row.cells[0].year, row.cells[-1].year + 1, top)
            painter.drawText(whole, Qt.AlignmentFlag.AlignCenter, self._look.words.counted_later)
        for run in row.runs if not self.is_waiting else ():
            place = self._rect(run[0].year, run[-1].year + 1, top)
            text, share = self._label(run, place.width() - 2)
            _write_in(painter, place, text, share)

    def _label(self, run: tuple[Cell, ...], width: float) -> tuple[str, float]:
        """Return what is written in cells of one cause, and in what share of its letters' width.

        It is its name at least, in letters as narrow as can be read; where that has no room, its
        beginning: not color alone.
        """
        metrics, short = self._look.metrics, short_texts(run)
        texts = (run_text(run), *short)
        whole = next((each for each in texts if metrics.horizontalAdvance(each) <= width), "")
        if whole:
            return whole, 1.0
        share = width / metrics.horizontalAdvance(short[-1])
        if share >= NARROWEST:
            return short[-1], share
        return metrics.elidedText(short[-1], Qt.TextElideMode.ElideRight, int(width) + 2), 1.0

    def _x(self, time: float) -> float:
        """Return where a moment lies, at the edge of the plot where it is not seen."""
        first, last = self._years
        part = min(max((time - first) / (last - first), 0.0), 1.0)
        return float(self._left + part * (self.size().width() - self._left))

    def _rect(self, begin: float, end: float, top: float, gap: float = 1.0) -> QRectF:
        scale, left = self._look.scale, round(self._x(begin))
        right = round(self._x(end))
        return QRectF(left, top, max(0.0, right - left - gap * scale), (HEIGHT - 1) * scale)

    def _color(self, cell: Cell) -> QColor:
        """Return the color of a cause, which stands out from the card as its pale ground cannot."""
        return QColor(self._look.color(cell.most.state.color))

    def _fill(self, cell: Cell) -> QColor:
        theme = self._look.theme
        low, high = DARK_MIX if theme.is_dark else LIGHT_MIX
        share = (low + (high - low) * cell.most.share) * (WAITING if self.is_waiting else 1.0)
        return QColor(mixed(theme.panel, self._look.color(cell.most.state.color), share))


def _write_in(painter: QPainter, place: QRectF, text: str, share: float) -> None:
    """Write a text in the middle of a place, in letters of a share of their width."""
    if share == 1.0:
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
        return
    painter.save()
    painter.translate(place.center().x(), 0.0)
    painter.scale(share, 1.0)
    room = QRectF(-place.width() / share, place.top(), 2 * place.width() / share, place.height())
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def _foot_of(place: QRectF, scale: float) -> QRectF:
    """Return the line at the foot of a cell."""
    return QRectF(place.left(), place.bottom() - FOOT * scale, place.width(), FOOT * scale)
