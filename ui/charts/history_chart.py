"""The chart of a backtest: a line per measured point, with the model's band around or beside it.

The dot is what was measured, the thin line its range; the bar is P10 to P90 of the model, with its
median, in one color where it holds the dot and in another where not; a slim bar is model 1.0's.
"""

from collections.abc import Sequence
from typing import Final

import pyqtgraph as pg
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from planner.storage.sentences.catalog import translate
from ui.accessibility.accessible import Accessible, Part, Role
from ui.charts.history_rows import ENDS, HistoryRow, tick_labels
from ui.style.theme import SMALL_PIXELS, Theme, font, mixed

ROW_PIXELS: Final = 22
_AXIS_PIXELS: Final = 28
_BAND, _FIRST, _FIRST_BELOW = 0.5, 0.12, 0.36
_EDGE: Final = 1.5
_WHISKER: Final = 1.5
_DOT: Final = 8
_GAP: Final = 12
"""Pixels between the plot and what is written beside it."""
_APART: Final = 8
"""Pixels between two marks of the scale."""
LEAST_PLOT_PIXELS: Final = 200
"""Width that labels leave to the plot: they are elided rather than that it is squeezed."""


class HistoryChart(pg.PlotWidget):
    """Shows rows; tells what is under the pointer in a tip. The page scrolls it, not the wheel."""

    _rows: tuple[HistoryRow, ...] = ()  # known before the first size is told

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=QColor(theme.panel))
        self._theme = theme
        self.setAcceptDrops(False)
        self.setMenuEnabled(False)
        self.setMouseEnabled(x=False, y=False)
        self.hideButtons()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_rows(self, rows: Sequence[HistoryRow]) -> None:
        """Draw these rows instead of those before."""
        self._rows = tuple(rows)
        points = [row for row in rows if row.judged is not None]
        self.clear()
        self.setFixedHeight(len(rows) * ROW_PIXELS + 2 * _AXIS_PIXELS)
        self.setYRange(len(rows) - 0.5, -0.5, padding=0)
        self.setXRange(*ENDS, padding=0)
        self.getViewBox().invertY(True)
        self._write_beside()
        self._scale()
        self._headings([row for row in rows if row.judged is None])
        self._draw(points)

    def accessible(self) -> Accessible:
        """Return the chart with a part for each heading and each measured figure."""
        parts = tuple(Part(row.label, row.numbers) for row in self._rows)
        name = translate("HistoryChart", "The model against what was measured")
        return Accessible(name, Role.Chart, parts=parts)

    def row_at(self, height: float) -> HistoryRow | None:
        """Return the point at a height in lines; None beside every point."""
        found = [row for row in self._rows if row.height == round(height)]
        return found[0] if found and found[0].judged is not None else None

    def viewportEvent(self, event: QEvent) -> bool:
        if not isinstance(event, QHelpEvent) or event.type() != QEvent.Type.ToolTip:
            told: bool = super().viewportEvent(event)
            return told
        height = self.getViewBox().mapSceneToView(self.mapToScene(event.pos())).y()
        row = self.row_at(height)
        if row is None:
            QToolTip.hideText()
        else:
            QToolTip.showText(event.globalPos(), row.tip, self)
        return True

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._rows:
            self._write_beside()

    def _write_beside(self) -> None:
        """Write labels at the left, numbers at the right, and the scale that has room between."""
        metrics = QFontMetrics(font(SMALL_PIXELS))
        numbers = [(row.height, row.numbers) for row in self._rows if row.numbers]
        labels = [(row.height, row.label) for row in self._rows if row.judged is not None]
        right = _widest(metrics, numbers)
        left = min(_widest(metrics, labels), max(self.width() - right - LEAST_PLOT_PIXELS, _GAP))
        middle = Qt.TextElideMode.ElideMiddle  # what tells labels apart stands at both ends
        elided = [(at, metrics.elidedText(label, middle, left - _GAP)) for at, label in labels]
        self._axis("left", elided).setWidth(left)
        self._axis("right", numbers).setWidth(right)
        for side in ("top", "bottom"):
            self._axis(side, _with_room(metrics, self.width() - left - right))

    def _axis(self, side: str, ticks: Sequence[tuple[float, str]]) -> pg.AxisItem:
        """Return the axis at a side, with these ticks."""
        self.showAxis(side)
        axis = self.getAxis(side)
        axis.setTicks([ticks])
        axis.setStyle(tickFont=font(SMALL_PIXELS), tickLength=0, autoExpandTextSpace=False)
        axis.setPen(pg.mkPen(self._theme.grid))
        axis.setTextPen(pg.mkPen(self._theme.text))
        return axis

    def _scale(self) -> None:
        """Draw the lines of the scale."""
        for place, _ in tick_labels():
            color = self._theme.grid if place else self._theme.axis
            self.addItem(pg.InfiniteLine(place, angle=90, pen=pg.mkPen(color)))

    def _headings(self, rows: Sequence[HistoryRow]) -> None:
        for row in rows:
            text = pg.TextItem(
                row.label, color=self._theme.muted, anchor=(0, 0.5), fill=self._theme.panel
            )  # no line of the scale runs through it
            text.setFont(font(SMALL_PIXELS, bold=True))
            text.setPos(ENDS[0], row.height)
            self.addItem(text)

    def _draw(self, every: Sequence[HistoryRow]) -> None:
        theme = self._theme
        self._beyond(every)
        points = [row for row in every if not row.is_beyond]
        for inside, color in ((True, theme.positive), (False, theme.negative)):
            chosen = [row for row in points if row.judged and row.judged.inside == inside]
            ground = mixed(theme.panel, color, 0.45) if inside else theme.panel
            self._bars(chosen, ground, color)
            self._dots([(row.median, row.height) for row in chosen], "|", 14, color)
        self._first(every)
        self._sources(every)
        floors = [row for row in every if row.judged and row.judged.point.bound]
        others = [row for row in every if row not in floors]
        self._dots([(0.0, row.height) for row in others], "o", _DOT, theme.text)
        self._dots([(0.0, row.height) for row in floors], "t2", _DOT + 3, theme.text)

    def _bars(self, rows: Sequence[HistoryRow], ground: str, edge: str) -> None:
        """Draw the bands of the model: those that miss are hollow, to be told apart in gray."""
        if rows:
            self.addItem(
                pg.BarGraphItem(
                    x0=[row.band[0] for row in rows],
                    x1=[row.band[1] for row in rows],
                    y=[row.height for row in rows],
                    height=_BAND,
                    brush=QColor(ground),
                    pen=pg.mkPen(edge, width=_EDGE),
                )
            )

    def _first(self, rows: Sequence[HistoryRow]) -> None:
        """Draw the bands of model 1.0, slim and below."""
        known = [(row.first, row.height) for row in rows if row.first is not None]
        if known:
            self.addItem(
                pg.BarGraphItem(
                    x0=[span[0] for span, _ in known],
                    x1=[span[1] for span, _ in known],
                    y=[height + _FIRST_BELOW for _, height in known],
                    height=_FIRST,
                    brush=QColor(self._theme.axis),
                    pen=None,
                )
            )

    def _sources(self, rows: Sequence[HistoryRow]) -> None:
        """Draw the ranges of the sources as lines through the dots."""
        xs = [place for row in rows for place in row.source]
        ys = [row.height for row in rows for _ in row.source]
        pen = pg.mkPen(self._theme.text, width=_WHISKER)
        self.addItem(pg.PlotCurveItem(xs, ys, connect="pairs", pen=pen, antialias=True))

    def _beyond(self, rows: Sequence[HistoryRow]) -> None:
        """Say of what lies beyond the scale that it does, with an arrow to its side."""
        said = translate("HistoryChart", "outside the chart")
        for row in (row for row in rows if row.is_beyond):
            is_right = row.median > 0
            told = f"{said} \N{RIGHTWARDS ARROW}" if is_right else f"\N{LEFTWARDS ARROW} {said}"
            text = pg.TextItem(told, color=self._theme.muted, anchor=(float(is_right), 0.5))
            text.setFont(font(SMALL_PIXELS))
            text.setPos(ENDS[is_right], row.height)
            self.addItem(text)

    def _dots(
        self, places: Sequence[tuple[float, float]], symbol: str, size: int, color: str
    ) -> None:
        xs, ys = [x for x, _ in places], [y for _, y in places]
        pen = pg.mkPen(color, width=2) if symbol == "|" else pg.mkPen(self._theme.panel)
        brush = QColor(color)
        self.addItem(pg.ScatterPlotItem(xs, ys, symbol=symbol, size=size, pen=pen, brush=brush))


def _with_room(metrics: QFontMetrics, width: float) -> list[tuple[float, str]]:
    """Return the marks of the scale that stand apart in a width, those next to a hit first."""
    per_unit = width / (ENDS[1] - ENDS[0])
    kept: list[tuple[float, str]] = []
    for at, text in sorted(tick_labels(), key=_from_a_hit):
        half = metrics.horizontalAdvance(text) / 2
        if all(
            abs(at - other) * per_unit >= half + metrics.horizontalAdvance(said) / 2 + _APART
            for other, said in kept
        ):
            kept.append((at, text))
    return kept


def _from_a_hit(tick: tuple[float, str]) -> float:
    return abs(tick[0])


def _widest(metrics: QFontMetrics, ticks: Sequence[tuple[int, str]]) -> int:
    """Return how many pixels the widest of these texts needs."""
    return max((metrics.horizontalAdvance(text) for _, text in ticks), default=0) + _GAP
