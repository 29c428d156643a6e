"""The hatch over bands of the years that no figure supports: lines of the ground within the bands.

On a screen and in a picture of pixels it is a brush, filled within a clip: lines took ten times as
long as all else of a chart. In a vector file lines are cut to the bands by arithmetic: an SVG keeps
a clip longer than it lasts, and no pattern.
"""

from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap

from ui.charts.contents.picture import EXTRAPOLATED_FROM
from ui.charts.layout.look import Look
from ui.charts.layout.pixels import Pixels, Values

PERIOD: Final = 5.0
WIDTH: Final = 2.6
STRENGTH: Final = 0.6
SLACK: Final = 1e-6
Columns = NDArray[np.intp]


def hatch_lines(times: Values, edges: Values, pixels: Pixels, scale: float) -> list[QLineF]:
    """Return lines that rise to the right within a band, from the first extrapolated year on.

    `edges` are the pixels of the lower and of the upper edge at each time.
    """
    known = (times >= EXTRAPOLATED_FROM - SLACK) & np.isfinite(edges).all(axis=0)
    if np.count_nonzero(known) < 2:  # noqa: PLR2004 - a band has two ends
        return []
    x, low, high = pixels.x(times[known]), edges[0][known], edges[1][known]
    step = PERIOD * 2**0.5 * scale
    sums = np.arange(float((x + high).min()) // step, float((x + low).max()) // step + 1) * step
    rising = sums[:, None] - x
    room = np.minimum(low - rising, rising - high)
    rows, begins, ends = _stretches(room, x)
    return [
        QLineF(begin, total - begin, end, total - end)
        for total, begin, end in zip(
            sums[rows].tolist(), begins.tolist(), ends.tolist(), strict=True
        )
    ]


def hatch_pen(color: str, width: float) -> QPen:
    """Return the pen of lines on ground of a color."""
    ground = QColor(color)
    ground.setAlphaF(STRENGTH)
    pen = QPen(ground, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def hatch_brush(look: Look, ratio: float) -> QBrush:
    """Return a brush of such lines, sharp where a point has `ratio` pixels."""
    return _brush(look.theme.panel, look.scale, ratio)


def paint_hatch(painter: QPainter, lines: list[QLineF], look: Look) -> None:
    """Paint lines over a band."""
    painter.setPen(hatch_pen(look.theme.panel, WIDTH * look.scale))
    painter.drawLines(lines)


@lru_cache(maxsize=8)
def _brush(color: str, scale: float, ratio: float) -> QBrush:
    side = max(2, round(PERIOD * 2**0.5 * scale * ratio))
    tile = QPixmap(side, side)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = hatch_pen(color, WIDTH * scale * ratio)
    pen.setCapStyle(Qt.PenCapStyle.SquareCap)
    painter.setPen(pen)
    painter.drawLines([QLineF(0, total, total, 0) for total in (0, side, 2 * side)])
    painter.end()
    tile.setDevicePixelRatio(ratio)
    return QBrush(tile)


def _stretches(room: Values, x: Values) -> tuple[Columns, Values, Values]:
    """Return the row of each stretch in which a line has room, and where it begins and ends."""
    inside = np.pad(room >= 0, ((0, 0), (1, 1)))
    turns = np.diff(inside.astype(np.int8), axis=1)
    rows, first = np.nonzero(turns == 1)
    _, after = np.nonzero(turns == -1)
    return rows, _crossing(room, x, rows, first - 1), _crossing(room, x, rows, after - 1)


def _crossing(room: Values, x: Values, rows: Columns, before: Columns) -> Values:
    """Return where the room becomes nothing after a column; at either end, the end itself."""
    here, there = np.clip(before, 0, len(x) - 1), np.clip(before + 1, 0, len(x) - 1)
    one, other = room[rows, here], room[rows, there]
    gap = np.where(one == other, 1.0, one - other)
    part = np.where(here == there, 0.0, np.clip(one / gap, 0.0, 1.0))
    crossing: Values = x[here] + part * (x[there] - x[here])
    return crossing
