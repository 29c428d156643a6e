"""What a hand does to the knots of a path, and what it can't."""

import pytest

from planner.model.path_edits import (
    filled,
    pasted,
    room_of,
    with_date,
    with_date_added,
    with_knot,
    with_value,
    without,
)
from planner.model.paths import KNOTS_AT_MOST, LeverPath, PathError

PATH = LeverPath(((2025, 10), (2026, 100), (2029, 40), (2031, 0)))


def test_that_a_knot_takes_another_value_and_another_date_in_order():
    assert with_value(PATH, 1, 7).values == (10, 7, 40, 0)
    assert with_date(PATH, 1, 2030).knots == ((2025, 10), (2029, 40), (2030, 100), (2031, 0))


def test_that_a_date_is_added_at_the_value_the_path_has_there():
    assert with_date_added(PATH, "step", 2027).knots[2] == (2027, 100)
    assert with_date_added(PATH, "linear", 2027).knots[2] == (2027, 80)
    assert with_knot(PATH, 2026, 5) == with_value(PATH, 1, 5)


@pytest.mark.parametrize(
    "edit",
    [
        lambda: with_date(PATH, 1, 2029),
        lambda: with_date(PATH, 1, 2024.9),
        lambda: with_date(PATH, 1, 2051.1),
        lambda: with_date_added(PATH, "step", 2031),
        lambda: pasted(PATH, [(2027.0, 1.0), (2027.0, 2.0)]),
        lambda: pasted(PATH, [(2025 + n / 6, n) for n in range(KNOTS_AT_MOST + 1)]),
    ],
)
def test_that_dates_twice_or_outside_and_too_many_are_refused(edit):
    with pytest.raises(PathError):
        edit()


def test_that_the_last_knot_cannot_be_removed():
    assert without(PATH, (1, 3)).knots == ((2025, 10), (2029, 40))
    assert without(PATH, range(4)).knots == ((2025, 10),)


def test_that_steps_are_filled_with_the_first_value_and_lines_between_their_ends():
    assert filled(PATH, "step", (1, 2), 2036).values == (10, 100, 100, 0)
    assert filled(PATH, "linear", (0, 1, 2), 2036).values == (10, 17.5, 40, 0)


def test_that_one_knot_is_filled_with_one_on_each_first_of_january_before_the_next():
    assert filled(PATH, "step", (1,), 2036).dates == (2025, 2026, 2027, 2028, 2029, 2031)
    assert filled(PATH, "step", (3,), 2034).dates[-3:] == (2031, 2032, 2033)
    assert filled(PATH, "linear", (1,), 2036).values[2:4] == (80, 60)


def test_that_a_pasted_column_takes_its_years_and_leaves_those_around_it():
    assert pasted(PATH, [(2027, 1), (2028, 2), (2029, 3)]).knots == (
        *((2025, 10), (2026, 100)),
        *((2027, 1), (2028, 2), (2029, 3)),
        (2031, 0),
    )


def test_that_a_pointer_moves_a_knot_between_its_neighbors():
    assert room_of(PATH, 1, 2036) == pytest.approx((2025 + 1 / 12, 2029 - 1 / 12))
    assert room_of(PATH, 0, 2036) == pytest.approx((2025, 2026 - 1 / 12))
    assert room_of(PATH, 3, 2036) == pytest.approx((2029 + 1 / 12, 2036))
    near = LeverPath(((2025, 1), (2025.01, 2), (2025.02, 3)))
    assert room_of(near, 1, 2036) == (2025.01, 2025.01)
