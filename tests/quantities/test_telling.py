"""From which size on a change means something, and how exactly it is told."""

import pytest

from planner.quantities.telling import (
    decimals_of_difference,
    decimals_that_tell,
    is_seen,
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
    [(435.2, 0, 0), (0.3, 0, 1), (-0.3, 0, 1), (0.04, 0, None), (0.0, 2, None), (0.05001, 0, 1)],
)
def test_that_a_change_is_told_by_one_more_decimal_or_not_at_all(change, decimals, told):
    assert decimals_that_tell(change, decimals) == told


@pytest.mark.parametrize(
    ("change", "size", "told"), [(0.2, 140.0, 1), (0.2, 6360.0, None), (-3.0, 6360.0, 0)]
)
def test_that_a_level_of_four_digits_tells_no_tenths(change, size, told):
    assert decimals_that_tell(change, 0, size) == told
    assert decimals_of_difference(change, [None], 0, size) == told


def test_that_what_is_no_number_is_no_change_that_is_seen():
    assert not is_seen(float("nan"), 2)
    assert decimals_that_tell(float("inf"), 0) is None
