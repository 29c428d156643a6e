"""A number with its range keeps its order."""

from math import inf, nan

import pytest

from planner.quantities.spread import Spread, fixed


@pytest.mark.parametrize(
    "parts", [(2.0, 1.0, 3.0), (1.0, 4.0, 3.0), (0.0, nan, 1.0), (0.0, 1.0, inf)]
)
def test_that_a_spread_refuses_disorder_and_what_is_not_finite(parts):
    with pytest.raises(ValueError, match="low"):
        Spread(*parts)


def test_that_a_scaled_spread_scales_all_three():
    assert Spread(1.0, 2.0, 4.0).scaled(0.5) == Spread(0.5, 1.0, 2.0)


def test_that_only_a_spread_without_range_is_fixed():
    assert fixed(3.0).is_fixed
    assert not Spread(1.0, 1.0, 2.0).is_fixed
