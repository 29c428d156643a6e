"""The clock of a run: months, steps, and one that ends early."""

import numpy as np
import pytest

from planner.engine.clock import Clock


def test_that_a_clock_may_end_after_fewer_months() -> None:
    whole, early = Clock(2026), Clock(2026, months_at_most=18)
    assert (whole.months, early.months, early.steps) == (24, 18, 18)
    np.testing.assert_array_equal(early.times(), whole.times()[:18])
    assert Clock(2025, months_at_most=18).months == 12


def test_that_a_clock_without_a_month_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one month"):
        Clock(2026, months_at_most=0)
