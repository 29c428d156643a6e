"""Where notes lie on a plot: beside the data, each with a line to the point it is about.

In pixels of the plot. A note that a hand has put somewhere stays there; the others look for the
nearest place where nothing is drawn. Floor: charts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from ui.charts.layout.look import Look
from ui.charts.layout.pixels import Pixels
from ui.charts.notes.marks import NoteMark
from ui.charts.targets.chips import Spot, Taken

PAD: Final = 5.0
_WIDEST: Final = 150.0
_OF_PLOT: Final = 0.45
"""Of the width of a plot, which a note takes at most."""
_APART: Final = 12.0
"""Pixels between a point and the note about it, as wanted."""
_TALL: Final = 10_000.0
WRAPPED: Final = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A note in pixels: its box, and the point it is about where that is seen."""

    mark: NoteMark
    box: QRectF
    about: QPointF | None

    @property
    def leader(self) -> QLineF | None:
        """The line from the point to the nearest edge of the box; None where it lies within."""
        if self.about is None or self.box.contains(self.about):
            return None
        box, point = self.box, self.about
        x = min(max(point.x(), box.left()), box.right())
        y = min(max(point.y(), box.top()), box.bottom())
        return QLineF(point, QPointF(x, y))


def placed(
    marks: Sequence[NoteMark], pixels: Pixels, room: QRectF, taken: Taken, look: Look
) -> tuple[PlacedNote, ...]:
    """Return each note where it lies on a plot that is so large, of which some is taken."""
    found = []
    for mark in marks:
        about = _seen(mark, pixels, room)
        box = _box(mark, about, room, taken, look)
        taken.add_spot(Spot(box.left(), box.top(), box.width(), box.height()))
        found.append(PlacedNote(mark, box, about))
    return tuple(found)


def about_again(
    before: Sequence[PlacedNote], marks: Sequence[NoteMark], pixels: Pixels, room: QRectF
) -> tuple[PlacedNote, ...] | None:
    """Return notes where they lay, about points that have moved; None where others are shown."""
    if [each.mark.note for each in before] != [mark.note for mark in marks]:
        return None
    pairs = zip(before, marks, strict=True)
    return tuple(PlacedNote(mark, old.box, _seen(mark, pixels, room)) for old, mark in pairs)


def _seen(mark: NoteMark, pixels: Pixels, room: QRectF) -> QPointF | None:
    """Return the pixel of the point a note is about; None where that is out of sight."""
    if mark.about is None:
        return None
    time, value = mark.about
    point = QPointF(pixels.left + time * pixels.per_year, pixels.y_of(value))
    return point if room.adjusted(-1, -1, 1, 1).contains(point) else None


def _box(mark: NoteMark, about: QPointF | None, room: QRectF, taken: Taken, look: Look) -> QRectF:
    note, (width, height) = mark.note, _size(mark.note.text, room, look)
    if note.x is not None and note.y is not None:
        center = QPointF(note.x * room.width(), note.y * room.height())
        return within(QRectF(center.x() - width / 2, center.y() - height / 2, width, height), room)
    apart = _APART * look.scale
    wanted = (
        (apart / 2, apart / 2) if about is None else (about.x() + apart, about.y() - height - apart)
    )
    spot = taken.place(width, height, wanted)
    if spot is not None:
        return QRectF(spot.left, spot.top, width, height)
    return within(QRectF(*wanted, width, height), room)


def within(box: QRectF, room: QRectF) -> QRectF:
    """Return a box moved into a room, as far as it fits."""
    left = min(max(box.left(), room.left()), max(room.left(), room.right() - box.width()))
    top = min(max(box.top(), room.top()), max(room.top(), room.bottom() - box.height()))
    return QRectF(left, top, box.width(), box.height())


def _size(text: str, room: QRectF, look: Look) -> tuple[float, float]:
    pad = 2 * PAD * look.scale
    widest = min(_WIDEST * look.scale, _OF_PLOT * room.width())
    around = QFontMetricsF(look.small).boundingRect(
        QRectF(0, 0, max(widest - pad, 1.0), _TALL), WRAPPED, text
    )
    return around.width() + pad + 1.0, around.height() + pad / 2
