"""How a target is painted: its line, the fence on the forbidden side, the handle, the label.

In pixels of the plot; lines end at its edges by themselves, since a vector file does not cut them.
Floor: charts.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPolygonF

from planner.quantities.told.lists import led_by
from ui.charts.layout.look import Look
from ui.charts.layout.pixels import Pixels
from ui.charts.targets.chips import Spot
from ui.charts.targets.lines import TargetLine
from ui.wording.targets.told import short_text

FENCE: Final = 6.0
"""Pixels that the fence reaches into the forbidden side."""
_TICKS: Final = 9.0
_SLANT: Final = 4.0
_WIDTH: Final = 1.5
_HANDLE: Final = 5.5
_PAD: Final = 6.0
_RISE: Final = 3.0
_ROUND: Final = 4.0
_DIGITS: Final = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Stroke:
    """A target in pixels, painted within an `area`; None stands for a handle that is not seen.

    `lines` are none where its line is a curve of the chart.
    """

    lines: tuple[QLineF, ...]
    ticks: tuple[QLineF, ...]
    end: QPointF
    handles: tuple[QPointF | None, ...]
    is_fenced_below: bool
    area: QRectF

    @property
    def seen_handles(self) -> tuple[QPointF, ...]:
        """The handles that are seen."""
        return tuple(handle for handle in self.handles if handle is not None)

    def paint(self, painter: QPainter, look: Look) -> None:
        """Paint it."""
        theme = look.theme
        painter.setPen(look.pen(theme.text, 1.0))
        painter.drawLines(list(self.ticks))
        painter.setPen(look.pen(theme.text, _WIDTH))
        painter.drawLines(list(self.lines))
        reach = _HANDLE * look.scale
        ways = ((0, -reach), (reach, 0), (0, reach), (-reach, 0))
        painter.setBrush(QColor(theme.panel))
        for handle in self.seen_handles:
            painter.drawPolygon(QPolygonF([handle + QPointF(*way) for way in ways]))


def stroke_of(line: TargetLine, pixels: Pixels, room: QRectF, look: Look) -> Stroke:
    """Return a target in pixels of a plot that is so large."""
    xs, ys = pixels.x(line.times), pixels.y(line.values)
    is_known = np.isfinite(xs + ys)
    known = xs[is_known], ys[is_known]
    below, has_any = line.target.sense == "at least", bool(is_known.any())
    handles = _handles(line, pixels, room)
    return Stroke(
        lines=() if line.along else _pieces(list(map(QPointF, *known)), room),
        ticks=_ticks(xs, ys, room, look, below=below) if has_any else (),
        end=QPointF(known[0][-1], known[1][-1]) if has_any else QPointF(),
        handles=handles,
        is_fenced_below=below,
        area=_area(known, handles, room, look),
    )


def _pieces(corners: Sequence[QPointF], room: QRectF) -> tuple[QLineF, ...]:
    """Return the lines between corners, as far as they are within the room."""
    pieces = [QLineF(*pair) for pair in pairwise(corners)]
    if all(map(room.contains, corners)):
        return tuple(pieces)
    return tuple(cut for piece in pieces if (cut := _cut(piece, room)) is not None)


def _area(
    corners: tuple[np.ndarray, np.ndarray],
    handles: Sequence[QPointF | None],
    room: QRectF,
    look: Look,
) -> QRectF:
    """Return where a target is painted: around its corners by its fence, around its handles."""
    (xs, ys), reach, area = corners, FENCE * look.scale, QRectF()
    if len(xs):
        around = QRectF(QPointF(xs.min(), ys.min()), QPointF(xs.max(), ys.max()))
        area = around.adjusted(-reach, -reach, reach, reach) & room
    size = 2 * _HANDLE
    for handle in handles:
        if handle is not None:
            area |= QRectF(handle.x() - size, handle.y() - size, 2 * size, 2 * size)
    return area


def _handles(line: TargetLine, pixels: Pixels, room: QRectF) -> tuple[QPointF | None, ...]:
    seen = room.adjusted(-1, -1, 1, 1)
    places = (
        QPointF(pixels.left + time * pixels.per_year, pixels.y_of(value))
        for time, value in line.handles
    )
    return tuple(place if seen.contains(place) else None for place in places)


@dataclass(frozen=True, slots=True)
class Chip:
    """A label: what is asked, in bold in how many futures it is met, and where it stands.

    `form` is which of the texts it says, from the longest.
    """

    asked: str
    met: str
    spot: Spot
    form: int = 0

    @property
    def area(self) -> QRectF:
        """The pixels that it covers."""
        return QRectF(self.spot.left, self.spot.top, self.spot.width, self.spot.height)


def texts_of(line: TargetLine) -> tuple[tuple[str, str], ...]:
    """Return what a label may say, the longest first: plainly, and in bold."""
    asked = led_by(line.asked, "") if line.met else line.asked
    between = led_by(short_text(line.target), "") if line.met else short_text(line.target)
    return (asked, line.met), (between, line.met), (line.short, "")


def chip_size(asked: str, met: str, look: Look) -> tuple[float, float]:
    """Return how large a label is; as large for every number of as many digits."""
    bold = _width(_DIGITS.sub("0", met), look, bold=True)
    width = _width(_DIGITS.sub("0", asked), look, bold=False) + bold
    return width + 2 * _PAD * look.scale, look.line + 2 * _RISE * look.scale


def paint_chip(painter: QPainter, chip: Chip, look: Look) -> None:
    """Paint a label."""
    theme, radius, spot = look.theme, _ROUND * look.scale, chip.spot
    painter.setPen(look.pen(theme.axis))
    painter.setBrush(QColor(theme.panel))
    painter.drawRoundedRect(chip.area, radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QColor(theme.text))
    x = spot.left + _PAD * look.scale
    foot = spot.top + _RISE * look.scale + look.metrics.ascent()
    painter.setFont(look.small)
    painter.drawText(QPointF(x, foot), chip.asked)
    painter.setFont(look.bold)
    painter.drawText(QPointF(x + _width(chip.asked, look, bold=False), foot), chip.met)


@lru_cache(maxsize=256)
def _width(text: str, look: Look, *, bold: bool) -> float:
    return QFontMetricsF(look.bold if bold else look.small).horizontalAdvance(text)


def _ticks(
    xs: np.ndarray, ys: np.ndarray, room: QRectF, look: Look, *, below: bool
) -> tuple[QLineF, ...]:
    """Return the fence of a line: slanted ticks, as far as they are within the room."""
    scale = look.scale
    first, last = max(float(xs[0]), room.left()), min(float(xs[-1]), room.right())
    places = np.arange(first + _TICKS * scale, last, _TICKS * scale)
    levels = np.interp(places, xs, ys)
    down = FENCE * scale * (1 if below else -1)
    ends = levels + down
    is_seen = (np.minimum(levels, ends) >= room.top()) & (np.maximum(levels, ends) <= room.bottom())
    is_seen &= places - _SLANT * scale >= room.left()
    seen = zip(places[is_seen].tolist(), levels[is_seen].tolist(), strict=True)
    return tuple(QLineF(x, y, x - _SLANT * scale, y + down) for x, y in seen)


def _cut(line: QLineF, room: QRectF) -> QLineF | None:
    """Return the part of a line within a room; None where there is none."""
    first, last = 0.0, 1.0
    for start, way, low, high in (
        (line.x1(), line.dx(), room.left(), room.right()),
        (line.y1(), line.dy(), room.top(), room.bottom()),
    ):
        if way == 0:
            if not low <= start <= high:
                return None
            continue
        near, far = sorted(((low - start) / way, (high - start) / way))
        first, last = max(first, near), min(last, far)
    return QLineF(line.pointAt(first), line.pointAt(last)) if first < last else None
