"""The kernel's exp and log are accurate wherever the model uses them."""

import math
from pathlib import Path
from typing import Any

import mpmath
import numpy as np
import pytest
from numba import njit

from planner.engine.kernel import compiler

ACCURACY = 1e-13


@pytest.fixture(scope="module")
def functions() -> dict[str, Any]:
    """Return exp and log of the kernel, over arrays."""
    inside: dict[str, Any] = {"__name__": "arithmetic"}
    exec(Path(compiler.__file__).with_name("arithmetic.py").read_text(), inside)  # noqa: S102

    def over_arrays(function: Any) -> Any:
        @njit
        def run(values: np.ndarray) -> np.ndarray:
            results = np.empty_like(values)
            for place in range(values.size):
                results[place] = function(values[place])
            return results

        return run

    return {name: over_arrays(inside[name]) for name in ("exp", "log")}


def worst(found: np.ndarray, true: list[mpmath.mpf]) -> float:
    """Return the largest error relative to the true value."""
    return max(float(abs((mpmath.mpf(float(a)) - b) / b)) for a, b in zip(found, true, strict=True))


def test_that_exp_is_accurate_over_its_whole_range(functions: dict[str, Any]) -> None:
    values = np.concatenate(
        [np.linspace(-708, 709, 4001), np.random.default_rng(1).uniform(-1, 1, 2000), [1e-9, 0.0]]
    )
    with mpmath.workdps(40):
        true = [mpmath.exp(mpmath.mpf(float(x))) for x in values]
        assert worst(functions["exp"](values), true) < ACCURACY


def test_that_log_is_accurate_over_its_whole_range(functions: dict[str, Any]) -> None:
    random = np.random.default_rng(2)
    values = np.concatenate(
        [
            np.exp(np.linspace(-700, 709, 4001)),
            random.uniform(0.2, 5, 2000),
            1 + random.uniform(-1e-6, 1e-6, 500),
            [math.nextafter(1.0, 2.0), math.nextafter(1.0, 0.0), 2.0**-0.5, 2.0**0.5],
        ]
    )
    with mpmath.workdps(40):
        true = [mpmath.log(mpmath.mpf(float(x))) for x in values]
        assert worst(functions["log"](values), true) < ACCURACY
    assert functions["log"](np.array([1.0]))[0] == 0.0


def test_that_exp_stays_finite_and_positive_beyond_its_range(functions: dict[str, Any]) -> None:
    found = functions["exp"](np.array([-1e6, -709.0, 710.0, 1e6]))
    assert np.isfinite(found).all()
    assert (found > 0).all()


def test_that_a_power_of_one_is_one(functions: dict[str, Any]) -> None:
    assert functions["exp"](functions["log"](np.array([1.0])) * 3.7)[0] == 1.0


def test_that_the_polynomial_of_log_is_the_one_through_chebyshev_points() -> None:
    """Its 18 coefficients follow from the degree and the interval alone."""
    with mpmath.workdps(50):
        low, high = 1 / mpmath.sqrt(2) - 1, mpmath.sqrt(2) - 1
        points = [
            (low + high) / 2 + (high - low) / 2 * mpmath.cos(mpmath.pi * (2 * k + 1) / 36)
            for k in range(18)
        ]
        powers = mpmath.matrix([[point**k for k in range(18)] for point in points])
        values = mpmath.matrix([mpmath.log(1 + point) / point for point in points])
        found = mpmath.lu_solve(powers, values)
        written = Path(compiler.__file__).with_name("arithmetic.py").read_text()
        for place in range(18):
            assert f"LOG_{place} = {float(found[place])!r}\n" in written
