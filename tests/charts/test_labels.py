"""Labels find places where none covers another."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ui.charts.labels import flag_rows, flow, spread


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


@given(st.lists(st.tuples(st.floats(0, 500), st.floats(20, 200)), max_size=9))
def test_that_no_pole_crosses_a_label_and_no_label_another(flags):
    flags = sorted(flags)
    placed = flag_rows(flags, 3, 500, 3)
    labels = [
        (row, left, left + width)
        for (_, width), (row, left) in zip(flags, placed, strict=True)
        if left is not None
    ]
    for (x, _), (row, _) in zip(flags, placed, strict=True):
        assert not any(row <= other and left < x < right for other, left, right in labels)
    for number, (row, left, right) in enumerate(labels):
        for other, start, end in labels[number + 1 :]:
            assert row != other or end <= left or right <= start
