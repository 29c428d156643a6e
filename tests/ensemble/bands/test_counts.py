"""Counted quantiles: as exact as they say, whatever the shape of a row."""

import numpy as np
import pytest
from numpy.typing import NDArray

from planner.engine.run import warm_up_kernel
from planner.ensemble.bands import counts as counting
from planner.ensemble.bands.counts import Bounds, Counts, bounds_of
from planner.ensemble.bands.exact import quantiles

FUTURES, SOME, ROWS, PASSES = 20_000, 2048, 6, 6
A_THOUSANDTH = 1e-3
GENERATOR = np.random.default_rng(3)
NORMAL = GENERATOR.normal(size=(ROWS, FUTURES))
UNIFORM = GENERATOR.random(size=(ROWS, FUTURES))

SHAPES = {
    "normal": NORMAL,
    "far from zero": NORMAL + 1e6,
    "heavy": np.exp(2 * NORMAL),
    "heavier": GENERATOR.standard_cauchy(size=(ROWS, FUTURES)),
    "two heaps": np.where(UNIFORM < 0.5, 0, 1) + 1e-3 * NORMAL,
    "at zero or above": np.maximum(NORMAL, 0),
    "mostly zero": np.where(UNIFORM < 0.905, 0, NORMAL**2),
    "at one or below": np.minimum(NORMAL + 1, 1),
    "constant": np.full((ROWS, FUTURES), 3.7),
    "zero": np.zeros((ROWS, FUTURES)),
    "misled": NORMAL + 5 * (np.arange(FUTURES) < SOME),
    "misled by nothing": NORMAL * (np.arange(FUTURES) >= SOME),
    "some unbounded": np.where(UNIFORM > 0.88, np.inf, NORMAL),
    "about a tenth unbounded": np.where(UNIFORM > 0.9, np.inf, np.exp(3 * NORMAL)),
    "most unbounded": np.where(UNIFORM > 0.2, np.inf, NORMAL),
    "unbounded below": np.where(UNIFORM < 0.2, -np.inf, NORMAL),
    "some undefined": np.where(UNIFORM > 0.7, np.nan, NORMAL),
    "undefined": np.full((ROWS, FUTURES), np.nan),
    "unbounded": np.full((ROWS, FUTURES), np.inf),
}


def _counted(values: NDArray[np.float32], bounds: Bounds) -> Counts:
    made = Counts(bounds)
    for start in range(0, FUTURES, SOME):
        for rows in (slice(0, 2), slice(2, len(values))):
            made.add(rows, values[rows, start : start + SOME])
    return made


def _in_passes(values: NDArray[np.float32]) -> NDArray[np.float64]:
    bounds = bounds_of(values[:, :SOME].copy())
    for _ in range(PASSES):
        made = _counted(values, bounds)
        again, bounds = made.next_bounds()
        if not again.any():
            return made.quantiles()
    raise AssertionError("never settled")


@pytest.mark.parametrize("shape", SHAPES)
def test_that_counted_quantiles_differ_by_a_thousandth_of_the_range_at_most(shape: str) -> None:
    values = SHAPES[shape].astype(np.float32)
    exact, found = quantiles(values.copy()), _in_passes(values)
    finite = np.isfinite(exact)
    np.testing.assert_array_equal(found[~finite], exact[~finite])
    least = np.min(exact, axis=0, where=finite, initial=np.inf)
    most = np.max(exact, axis=0, where=finite, initial=-np.inf)
    several = finite.sum(axis=0) > 1
    size = np.where(several, most - least, np.abs(most))
    within = A_THOUSANDTH * size + 1e-6 * np.maximum(np.abs(least), np.abs(most)) + 1e-6
    gaps = np.abs(np.subtract(found, exact, where=finite, out=np.zeros_like(exact)))
    assert (gaps <= within)[finite].all()


@pytest.mark.parametrize("shape", ["zero", "at zero or above", "mostly zero"])
def test_that_a_quantile_that_is_zero_is_counted_as_zero(shape: str) -> None:
    values = SHAPES[shape].astype(np.float32)
    exact, found = quantiles(values.copy()), _in_passes(values)
    assert (exact == 0).any()
    assert not found[exact == 0].any()


@pytest.mark.parametrize("shape", ["normal", "some unbounded", "unbounded below", "undefined"])
def test_that_the_compiled_loop_counts_as_the_plain_one(
    shape: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    warm_up_kernel()
    values: NDArray[np.float32] = SHAPES[shape].astype(np.float32)
    bounds = bounds_of(values[:, :SOME].copy())
    one = _counted(values, bounds)
    monkeypatch.setattr(counting, "kernel_is_ready", lambda: False)
    other = _counted(values, bounds)
    np.testing.assert_array_equal(one.quantiles(), other.quantiles())
    np.testing.assert_array_equal(one.next_bounds()[1], other.next_bounds()[1])


def test_that_what_is_added_later_counts_too() -> None:
    values = SHAPES["normal"].astype(np.float32)
    made = _counted(values, bounds_of(values[:, :SOME].copy()))
    before = made.quantiles()
    made.add(slice(0, ROWS), np.full((ROWS, FUTURES), 0.5, np.float32))
    assert (made.quantiles()[2] > before[2]).all()
