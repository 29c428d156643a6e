"""A range of which one part is moved."""

from planner.quantities.spread import PARTS, Spread


def test_that_a_moved_part_of_a_range_pushes_the_others():
    spread = Spread(1, 2, 3)
    assert spread.with_part("low", 2.5).parts == (2.5, 2.5, 3)
    assert spread.with_part("high", 1.5).parts == (1, 1.5, 1.5)
    assert spread.with_part("central", 4).parts == (1, 4, 4)


def test_that_each_part_is_found_by_its_name():
    spread = Spread(1, 2, 3)
    assert tuple(spread.part(part) for part in PARTS) == spread.parts
