"""A frame stands beside its control, inside the window, and never over the control."""

import pytest
from PySide6.QtCore import QRect, QSize

from tests.some import some
from ui.views.first.tour_place import beside

ROOM, SIZE = QRect(0, 0, 1000, 600), QSize(300, 150)


@pytest.mark.parametrize(
    ("target", "side"),
    [
        (QRect(10, 300, 280, 40), "right"),
        (QRect(700, 40, 200, 60), "below"),
        (QRect(720, 20, 270, 560), "left"),
        (QRect(10, 300, 980, 290), "above"),
    ],
)
def test_that_it_stands_at_the_first_side_with_room(target, side):
    place, found, tip = beside(target, SIZE, ROOM)
    assert found == side
    assert ROOM.contains(place)
    assert not place.intersects(target)
    assert place.contains(tip)


def test_that_it_stands_below_where_that_is_wanted_and_there_is_room():
    assert beside(QRect(10, 10, 30, 30), SIZE, ROOM, is_below=True)[1] == "below"
    assert beside(QRect(10, 500, 30, 90), SIZE, ROOM, is_below=True)[1] == "right"


def test_that_it_stands_in_the_middle_without_a_control_or_room():
    for target in some([QRect(), ROOM]):
        place, side, _ = beside(target, SIZE, ROOM)
        assert side == "none"
        assert (place.center() - ROOM.center()).manhattanLength() <= 2
