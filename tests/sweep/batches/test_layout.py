"""Batches hold every future of every point once, in order, whatever their size."""

import pytest

from planner.sweep.batches.layout import FEWEST, MOST, Layout, size_for, whole_blocks
from tests.some import some


@pytest.mark.parametrize(
    ("points", "futures", "size"),
    [
        (1, 1, 16),
        (7, 600, 1200),
        (3, 10_000, 10_000),
        (2, 25_000, 10_000),
        (500, 3, 16),
        (130, 50, 16),
    ],
)
def test_that_every_future_is_in_one_batch(points, futures, size):
    layout = Layout(points, futures, size)
    batches = some(layout.batches())
    held = [
        (point, future)
        for each in batches
        for point in range(each.first_point, each.first_point + each.points)
        for future in range(each.first, each.first + each.futures)
    ]
    assert held == [(p, f) for p in range(1, points + 1) for f in range(futures)]
    assert len(batches) == layout.count
    assert all(each.rows <= max(size, futures) for each in batches)
    assert len({each.file for each in batches}) == len(batches)


def test_that_a_group_of_points_has_some_64_files_and_no_point_of_another():
    batches = some(Layout(1000, 10_000, 10_000).batches())
    assert [sum(each.group == group for each in batches) for group in range(3)] == [64, 64, 64]
    sliced = some(Layout(20, 100_000, 10_000).batches())
    assert len({(each.first_point, each.group) for each in sliced}) == 20


def test_that_a_batch_takes_a_second_at_most_and_no_fewer_than_the_fewest():
    assert size_for(1.0, 1) == FEWEST
    assert size_for(1e-9, 1) == MOST
    assert size_for(20e-6, 10) == 40_000
    assert size_for(1e-9, 1000) == FEWEST
    assert whole_blocks(17) == 32
