"""From which size on a change means something, and how exactly it is told."""

import pytest

from planner.quantities.telling import (
    is_seen,
    is_told,
    level_decimals,
    telling_decimals,
)
from planner.quantities.unit_forms import unit_form


def test_that_three_digits_of_a_level_are_told():
    assert [telling_decimals(size) for size in (12_263, 39.6, 5.3, 0.0123)] == [0, 1, 2, 4]
    assert telling_decimals(0.0) == telling_decimals(float("inf")) == 0


def test_that_what_is_counted_has_no_decimals():
    assert level_decimals(5.3, unit_form("firm")) == 0
    assert level_decimals(5.3, unit_form("EFLOPS")) == 2


@pytest.mark.parametrize(
    ("change", "decimals", "told"),
    [(435.2, 0, True), (0.3, 0, False), (-0.001, 2, False), (0.003, 2, False), (0.006, 2, True)],
)
def test_that_a_change_is_told_with_the_decimals_of_its_level_or_not_at_all(change, decimals, told):
    assert is_seen(change, decimals) is told
    assert is_told(change, [None, None], decimals) is told


def test_that_a_range_which_a_level_can_tell_is_told_around_a_median_it_cannot():
    assert is_told(0.01, (-0.14, 0.31), 1)
    assert not is_told(0.01, (-0.02, 0.04), 1)


def test_that_what_is_no_number_is_no_change_that_is_seen():
    assert not is_seen(float("nan"), 2)
    assert not is_seen(float("inf"), 0)
