"""Where a dragged point goes: on whole months and steps, no further than it has room."""

import pytest

from ui.charts.paths.drag import STICKS, Plane, Room, added, dragged, stepped

ROOM = Room(2025.5, 2030.0, 0.0, 300.0)
PLANE = Plane(years=0.02, values=1.0, step=5.0)
KNOT = (2027.0, 100.0)


def test_that_a_move_up_keeps_the_date_and_takes_whole_steps():
    assert dragged(KNOT, 2.0, 33.0, PLANE, ROOM, fine=False) == (2027.0, 135.0)
    assert dragged(KNOT, -STICKS, -12.0, PLANE, ROOM, fine=False) == (2027.0, 90.0)


def test_that_a_fine_move_goes_a_tenth_as_far_in_tenths_of_a_step():
    assert dragged(KNOT, 0.0, 33.0, PLANE, ROOM, fine=True) == (2027.0, 103.5)


def test_that_a_move_across_takes_whole_months_and_keeps_the_value():
    date, value = dragged(KNOT, STICKS + 30.0, 0.0, PLANE, ROOM, fine=False)
    assert [date, value] == pytest.approx([2027 + 7 / 12, 100.0])


@pytest.mark.parametrize(("across", "up"), [(9e3, 9e3), (-9e3, -9e3)])
def test_that_a_point_stays_in_its_room(across, up):
    date, value = dragged(KNOT, across, up, PLANE, ROOM, fine=False)
    assert date in (ROOM.first, ROOM.last)
    assert value in (ROOM.low, ROOM.high)


def test_that_keys_move_by_months_and_steps():
    later = stepped(KNOT, 1, 0, 5.0, ROOM, fine=False)
    assert list(later) == pytest.approx([2027 + 1 / 12, 100.0])
    assert stepped(KNOT, 0, 2, 5.0, ROOM, fine=False) == (2027.0, 110.0)
    assert stepped(KNOT, 0, -1, 5.0, ROOM, fine=True) == (2027.0, 99.5)


def test_that_a_new_point_is_on_a_month_and_a_step():
    assert added(2028.02, 61.0, 5.0) == (2028.0, 60.0)
