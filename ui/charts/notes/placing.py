"""Where notes lie on a plot: beside the data, each with a line to the point it is about.

In pixels of the plot. A note that a hand has put somewhere stays there, unless it would lie over
another one; the others look for the nearest place where nothing is drawn. Where there is none a
note becomes wider, then lies over the data, and at last is folded: no note lies over another as
long as the beginnings of all have room. Floor: charts.
"""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF

from planner.model.presented.note import PinnedNote
from ui.charts.layout.look import Look
from ui.charts.layout.pixels import Pixels
from ui.charts.notes.marks import NoteMark
from ui.charts.notes.sizes import folded_size, opened_size, sizes
from ui.charts.targets.chips import Spot, Taken

_APART: Final = 12.0
"""Pixels between a point and the note about it, as wanted."""
_POINT: Final = 4.0
"""Pixels around a point that stay free, as long as there is room elsewhere."""
_A_LINE: Final = 1.3
"""Times the height of a folded note: lower than this is a single line."""


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A note in pixels: its box, and the point it is about where that is seen.

    A folded one shows the beginning of its text; `opened` is the box of the whole.
    """

    mark: NoteMark
    box: QRectF
    about: QPointF | None
    opened: QRectF | None = None

    @property
    def leader(self) -> QLineF | None:
        """The line from the point to the nearest edge of the box; None where it lies within."""
        if self.about is None or self.box.contains(self.about):
            return None
        box, point = self.box, self.about
        x = min(max(point.x(), box.left()), box.right())
        y = min(max(point.y(), box.top()), box.bottom())
        return QLineF(point, QPointF(x, y))


@dataclass(frozen=True, slots=True)
class Ground:
    """A plot that is so large, with what is taken by data and notes, and by notes alone.

    Where it `folds`, all notes of more than a line are folded.
    """

    room: QRectF
    look: Look
    all: Taken
    notes: Taken
    folds: bool

    def take(self, box: QRectF) -> None:
        """Let no other note lie where this one does."""
        self.all.add_spot(_spot(box))
        self.notes.add_spot(_spot(box))


def placed(
    marks: Sequence[NoteMark],
    pixels: Pixels,
    room: QRectF,
    taken: Taken,
    look: Look,
    at_hand: PinnedNote | None = None,
) -> tuple[PlacedNote, ...]:
    """Return each note where it lies on a plot that is so large, of which some is taken.

    Where some would be folded, short ones come first, so that most are whole; where even their
    beginnings have no room so, all of more than a line are folded. The note at hand lies where the
    hand has it, be it over others.
    """
    seen = [(mark, _seen(mark, pixels, room)) for mark in marks]
    for point in (about for _, about in seen if about is not None):
        taken.add_spot(Spot(point.x() - _POINT, point.y() - _POINT, 2 * _POINT, 2 * _POINT))
    found: tuple[PlacedNote, ...] = ()
    for turn, folds in ((_as_they_come, False), (_short_first, False), (_short_first, True)):
        order = sorted(range(len(marks)), key=[turn(mark) for mark in marks].__getitem__)
        notes = Taken(room.width(), room.height())
        ground = Ground(room, look, deepcopy(taken), notes, folds=folds)
        found = _placed_in(order, seen, ground, at_hand)
        is_whole = not any(each.opened is not None for each in found)
        if is_whole or (turn is _short_first and _are_apart(found, at_hand)):
            break
    return found


def about_again(
    before: Sequence[PlacedNote], marks: Sequence[NoteMark], pixels: Pixels, room: QRectF
) -> tuple[PlacedNote, ...] | None:
    """Return notes where they lay, about points that have moved; None where others are shown."""
    if [each.mark.note for each in before] != [mark.note for mark in marks]:
        return None
    pairs = zip(before, marks, strict=True)
    return tuple(replace(old, mark=mark, about=_seen(mark, pixels, room)) for old, mark in pairs)


def _seen(mark: NoteMark, pixels: Pixels, room: QRectF) -> QPointF | None:
    """Return the pixel of the point a note is about; None where that is out of sight."""
    if mark.about is None:
        return None
    time, value = mark.about
    point = QPointF(pixels.left + time * pixels.per_year, pixels.y_of(value))
    return point if room.adjusted(-1, -1, 1, 1).contains(point) else None


def _as_they_come(mark: NoteMark) -> tuple[bool, int]:
    """Return what lets notes come first that a hand has put somewhere."""
    return mark.note.x is None, 0


def _short_first(mark: NoteMark) -> tuple[bool, int]:
    """Return what lets short notes come first, behind those that a hand has put somewhere."""
    return mark.note.x is None, len(mark.note.text)


def _placed_in(
    order: Sequence[int],
    seen: Sequence[tuple[NoteMark, QPointF | None]],
    ground: Ground,
    at_hand: PinnedNote | None,
) -> tuple[PlacedNote, ...]:
    """Return the notes as they came, each placed in its turn."""
    found: dict[int, PlacedNote] = {}
    for number in order:
        mark, about = seen[number]
        if mark.note == at_hand and mark.note.x is not None:
            found[number] = PlacedNote(mark, _put(mark, ground), about)
            continue
        found[number] = _placed(mark, about, ground)
        ground.take(found[number].box)
    return tuple(found[number] for number in range(len(seen)))


def _are_apart(notes: Sequence[PlacedNote], at_hand: PinnedNote | None) -> bool:
    boxes = [each.box for each in notes if each.mark.note != at_hand]
    return not any(one.intersects(other) for one, other in combinations(boxes, 2))


def _placed(mark: NoteMark, about: QPointF | None, ground: Ground) -> PlacedNote:
    """Return a note at the best place that is left; folded where no place takes all of it."""
    text, room, look = mark.note.text, ground.room, ground.look
    size = folded_size(text, room, look)
    is_line = opened_size(text, room, look).height() <= size.height() * _A_LINE
    found = next(_places(mark, about, ground), None) if is_line or not ground.folds else None
    if found is not None:
        return PlacedNote(mark, found, about)
    corner = _wanted(mark, about, size, ground)
    free = (_free(taken, size, corner) for taken in (ground.all, ground.notes))
    box = next((each for each in free if each is not None), within(QRectF(corner, size), room))
    whole = QRectF(box.topLeft(), opened_size(text, room, look))
    return PlacedNote(mark, box, about, opened=within(whole, room))


def _places(mark: NoteMark, about: QPointF | None, ground: Ground) -> Iterator[QRectF]:
    """Yield boxes of the whole text that lie over no other note, the best one first."""
    if mark.note.x is not None:
        box = _put(mark, ground)
        if box.height() <= ground.room.height() and ground.notes.is_free(_spot(box)):
            yield box
    grounds = (ground.all, ground.notes) if mark.note.x is None else (ground.notes,)
    for taken in grounds:
        for size in sizes(mark.note.text, ground.room, ground.look):
            free = _free(taken, size, _wanted(mark, about, size, ground))
            if free is not None:
                yield free


def _spot(box: QRectF) -> Spot:
    return Spot(box.left(), box.top(), box.width(), box.height())


def _free(taken: Taken, size: QSizeF, wanted: QPointF) -> QRectF | None:
    """Return the free box of a size that is nearest to a wanted corner."""
    spot = taken.place(size.width(), size.height(), (wanted.x(), wanted.y()))
    return None if spot is None else QRectF(spot.left, spot.top, spot.width, spot.height)


def _wanted(mark: NoteMark, about: QPointF | None, size: QSizeF, ground: Ground) -> QPointF:
    """Return the corner where a note of a size would lie best."""
    if mark.note.x is not None and mark.note.y is not None:
        return _put(mark, ground).topLeft()
    apart = _APART * ground.look.scale
    if about is None:
        return QPointF(apart / 2, apart / 2)
    return QPointF(about.x() + apart, about.y() - size.height() - apart)


def _put(mark: NoteMark, ground: Ground) -> QRectF:
    """Return the box of a note where a hand has put it."""
    note, room = mark.note, ground.room
    box = QRectF(QPointF(), opened_size(note.text, room, ground.look))
    box.moveCenter(QPointF((note.x or 0.0) * room.width(), (note.y or 0.0) * room.height()))
    return within(box, room)


def within(box: QRectF, room: QRectF) -> QRectF:
    """Return a box moved into a room, as far as it fits."""
    left = min(max(box.left(), room.left()), max(room.left(), room.right() - box.width()))
    top = min(max(box.top(), room.top()), max(room.top(), room.bottom() - box.height()))
    return QRectF(left, top, box.width(), box.height())
