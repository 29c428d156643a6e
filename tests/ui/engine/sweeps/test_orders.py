"""The orders of values of a sweep: missing ones last, equal ones as they were."""

import numpy as np

from ui.engine.sweeps.orders import falling, rising

VALUES = np.array([2.0, np.nan, 1.0, 2.0, 3.0, np.nan, 1.0])


def test_that_values_rise_with_missing_ones_last_and_equal_ones_as_they_were():
    assert rising(VALUES).tolist() == [2, 6, 0, 3, 4, 1, 5]


def test_that_what_falls_also_keeps_equal_and_missing_ones_as_they_were():
    assert falling(VALUES, rising(VALUES)).tolist() == [4, 0, 3, 2, 6, 1, 5]


def test_that_values_that_are_all_missing_or_none_at_all_have_an_order():
    for count in (0, 1, 3):
        values = np.full(count, np.nan)
        assert falling(values, rising(values)).tolist() == list(range(count))


def test_that_many_values_fall_as_their_negatives_rise():
    values = np.random.default_rng(3).integers(0, 40, 2000).astype(np.float64)
    values[::7] = np.nan
    assert (falling(values, rising(values)) == rising(-values)).all()
