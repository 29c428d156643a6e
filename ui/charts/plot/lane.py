"""The events of a chart: an axis on top whose marks are events and whose lines are their poles.

Beside their labels it says which years are extrapolated. Floor: charts.
"""

from typing import Final

from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QColor, QPainter

from ui.charts.contents.picture import Dash, Mark
from ui.charts.layout.event_labels import Lane, Note, flags_in, note_in
from ui.charts.layout.look import Look
from ui.charts.plot.axes import ChartAxis
from ui.style.lettering import paint_line
from ui.style.theme import mixed

POLE: Final[Dash] = (4.0, 3.0)


class EventLane(ChartAxis):
    """Rows of labels above the plot, each at its pole; what has no room is counted."""

    def __init__(self, look: Look) -> None:
        self.events: tuple[Mark, ...] = ()
        self.rows = 0
        self.year: float | None = None
        super().__init__("top", look)

    def show_events(self, events: tuple[Mark, ...], rows: int) -> None:
        """Show these, their labels in so many rows."""
        if (events, rows) != (self.events, self.rows):
            self.events, self.rows = events, rows
            self.stale.emit()

    def show_year(self, time: float) -> None:
        """Draw a line at the moment for which the window shows its key figures."""
        if time != self.year:
            self.year = time
            self.stale.emit()

    def labels(self) -> list[tuple[Mark, float, int, float | None]]:
        """Return each event with the x of its pole, its row, and where its label begins."""
        return flags_in(self.events, self._noted()[1], self.rows)

    def text_at(self, place: QPointF) -> str:
        """Return what is said of the event whose label is at a place; empty beside them all."""
        line = self.look.line
        for mark, _, row, left in self.labels():
            if left is None or not row * line <= place.y() < (row + 1) * line:
                continue
            if left <= place.x() <= left + self.look.metrics.horizontalAdvance(mark.label):
                told = next((each for each in self.events if _is_same(each, mark)), mark)
                return "\n".join(filter(None, (told.label, told.why)))
        return ""

    @property
    def note(self) -> Note | None:
        """What is said of extrapolated years; None where it has no room."""
        return self._noted()[0]

    def _noted(self) -> tuple[Note | None, Lane]:
        first, last = self.range
        lane = Lane(max(1.0, self.size().width()), first, last, self.look)
        return note_in(self.events, lane, self.rows)

    def draw(self, painter: QPainter) -> None:
        """Draw a thin dashed pole per event, its label above the plot where there is room."""
        look = self.look
        painter.setFont(look.small)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        quiet = look.pen(mixed(look.theme.axis, look.theme.panel, 0.35), dash=POLE)
        for mark, x, row, left in self.labels():
            painter.setPen(quiet)
            top = min(row, self.rows) * look.line
            painter.drawLine(QLineF(round(x), top, round(x), self.size().height() + self.depth))
            if left is not None:
                painter.setPen(QColor(look.theme.muted))
                paint_line(painter, look.small, left, top + look.metrics.ascent(), mark.label)
        note = self.note
        if note is not None:
            painter.setPen(QColor(look.theme.muted))
            paint_line(painter, look.small, note.left, look.metrics.ascent(), note.text)
        self._draw_year(painter)

    def _draw_year(self, painter: QPainter) -> None:
        first, last = self.range
        if self.year is None or not first <= self.year <= last:
            return
        x = round((self.year - first) / (last - first) * self.size().width())
        painter.setPen(self.look.pen(self.look.theme.accent))
        top = self.size().height()
        painter.drawLine(QLineF(x, top, x, top + self.depth))


def _is_same(event: Mark, drawn: Mark) -> bool:
    """Tell whether what is drawn, perhaps without its date, is an event."""
    return event.time == drawn.time and drawn.label.startswith((event.label, event.short or "\n"))
