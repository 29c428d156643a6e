"""Where a frame stands beside a control: at the first side that has room. Pure; floor: views."""

from typing import Final, Literal

from PySide6.QtCore import QPoint, QRect, QSize

Side = Literal["right", "below", "left", "above", "none"]
POINTER: Final = 9
"""Pixels of the pointer, which the frame keeps free on every side."""


def beside(
    target: QRect, size: QSize, room: QRect, *, is_below: bool = False
) -> tuple[QRect, Side, QPoint]:
    """Return the place, the side of the control it is on, and the point it points at.

    With `is_below`, below it is tried first. In the middle of the room where there is no control,
    or no side has room.
    """
    places = _places(target, size)
    order: list[Side] = ["below", *places] if is_below else [*places]
    for side in order:
        place = places[side]
        inside = _moved_in(place, room)
        if not target.isEmpty() and not inside.intersects(target):
            return inside, side, _tip(side, target, inside)
    middle = QRect(QPoint(), size)
    middle.moveCenter(room.center())
    return middle, "none", room.center()


def _places(target: QRect, size: QSize) -> dict[Side, QRect]:
    middle_x, middle_y = target.center().x(), target.center().y()
    wide, high = size.width(), size.height()
    return {
        "right": QRect(QPoint(target.right() + 1, middle_y - high // 3), size),
        "below": QRect(QPoint(middle_x - wide // 2, target.bottom() + 1), size),
        "left": QRect(QPoint(target.left() - wide, middle_y - high // 3), size),
        "above": QRect(QPoint(middle_x - wide // 2, target.top() - high), size),
    }


def _moved_in(place: QRect, room: QRect) -> QRect:
    x = max(room.left(), min(place.left(), room.right() + 1 - place.width()))
    y = max(room.top(), min(place.top(), room.bottom() + 1 - place.height()))
    return QRect(QPoint(x, y), place.size())


def _tip(side: Side, target: QRect, place: QRect) -> QPoint:
    """Return the point of the control's edge that is pointed at, within reach of the frame."""
    free = 3 * POINTER
    x = max(place.left() + free, min(target.center().x(), place.right() - free))
    y = max(place.top() + free, min(target.center().y(), place.bottom() - free))
    tips: dict[Side, QPoint] = {
        "right": QPoint(place.left() + 1, y),
        "left": QPoint(place.right() - 1, y),
        "below": QPoint(x, place.top() + 1),
        "above": QPoint(x, place.bottom() - 1),
    }
    return tips[side]
