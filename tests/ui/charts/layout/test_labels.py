"""Labels find places where none covers another."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from ui.charts.layout.flags import Flag, Room, placed_flags
from ui.charts.layout.labels import fitted, flow, spread


@given(st.lists(st.floats(0, 300), min_size=1, max_size=12))
def test_that_names_never_overlap_and_keep_their_order(wanted):
    placed = spread(wanted, 14, 0, 300)
    assert all(0 - 1e-6 <= center <= 300 + 1e-6 for center in placed)
    centers = sorted(placed)
    assert all(b - a >= 14 - 1e-6 for a, b in pairwise(centers))
    assert [center for _, center in sorted(zip(wanted, placed, strict=True))] == centers


def test_that_a_name_with_room_stays_where_its_curve_ends():
    assert spread([50, 200], 14, 0, 300) == (50, 200)


def test_that_names_on_top_flow_like_words():
    assert flow([100, 100, 100], 250, 10, 2) == [(0, 0), (110, 0), (0, 1)]
    assert len(flow([100] * 9, 250, 10, 2)) == 4


def test_that_short_names_go_back_to_the_rest_of_a_row_before_a_long_one_is_shortened():
    assert flow([100, 240, 80], 250, 10, 3) == [(0, 0), (0, 1), (0, 2)]
    assert flow([100, 240, 80], 250, 10, 2) == [(0, 0), (0, 1), (110, 0)]
    assert fitted([82, 222, 62], 250, 10, 18, 2) == [82, 222, 62]


FLAGS = st.lists(st.builds(Flag, st.floats(0, 500), st.floats(20, 200), st.booleans()), max_size=9)
ROOM = Room(3, 0.0, 500.0, 3.0)


@given(FLAGS)
def test_that_no_pole_crosses_a_label_and_no_label_another(flags):
    placed = placed_flags(flags, ROOM)
    labels = [
        (place.row, place.start, place.start + flag.width)
        for flag, place in zip(flags, placed, strict=True)
        if place.start is not None
    ]
    assert len(placed) == len(flags)
    for flag, place in zip(flags, placed, strict=True):
        assert not any(place.row <= row and left < flag.x < right for row, left, right in labels)
    for number, (row, left, right) in enumerate(labels):
        assert 0 <= row < 3
        assert left >= 0
        assert right <= 500
        for other, start, end in labels[number + 1 :]:
            assert row != other or end <= left or right <= start


@given(FLAGS, st.floats(0, 500))
def test_that_what_happens_once_is_named_whatever_happens_in_many_places(flags, x):
    many = [replace(flag, is_one_of_many=True) for flag in flags]
    *_, once = placed_flags([*many, Flag(x, 80.0)], ROOM)
    assert once.start is not None


def test_that_a_label_without_room_at_the_right_stands_at_the_left():
    (placed,) = placed_flags([Flag(490.0, 80.0)], ROOM)
    assert placed.start == 490 - 3 - 80


@given(st.lists(st.floats(5, 900), min_size=1, max_size=9), st.floats(150, 1000))
@example(names=[266.0] * 5, room=874.5359459392995)
def test_that_a_legend_shortens_no_name_while_there_is_room_for_it(names, room):
    widths = fitted(names, room, 12.0, 18.0, 2)
    assert len(flow([width + 18 for width in widths], room, 12.0, 2)) == len(names)
    assert all(width <= name for width, name in zip(widths, names, strict=True))
    most = max(widths)
    shortened = [w for w, name in zip(widths, names, strict=True) if w < min(name, room - 18)]
    assert all(width >= most - 1e-6 for width in shortened), "a longer name is shortened first"
    if shortened:
        wider = [min(name, most + 4, room - 18) for name in names]
        assert len(flow([width + 18 for width in wider], room, 12.0, 2)) < len(names)
