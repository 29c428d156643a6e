"""The kernel's exp and log are accurate wherever the model uses them."""

import ctypes
import math
from collections.abc import Callable

import mpmath
import numpy as np
import pytest
from llvmlite import ir

from planner.engine.kernel.codegen import elementary
from planner.engine.kernel.codegen.layout import LANES
from planner.engine.kernel.codegen.target import machine_code
from planner.engine.kernel.codegen.vectors import DOUBLE, INT, counted_loop, index, load, store
from planner.engine.kernel.runtime.buffers import aligned
from planner.engine.kernel.runtime.linking import linked

ACCURACY = 1e-13

Function = Callable[[np.ndarray], np.ndarray]


def over_arrays(name: str) -> Function:
    """Return a function of the kernel, over arrays."""
    module = ir.Module("one")
    functions = elementary.define_functions(module)
    pointer = DOUBLE.as_pointer()
    outer = ir.Function(module, ir.FunctionType(ir.VoidType(), [pointer, INT]), "apply")
    builder = ir.IRBuilder(outer.append_basic_block())
    with counted_loop(builder, index(0), outer.args[1]) as block:
        place = builder.mul(block, index(LANES))
        value = load(builder, outer.args[0], place)
        store(builder, functions[name](builder, value), outer.args[0], place)
    builder.ret_void()
    holder, (address,) = linked(machine_code(module), "apply")
    native = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_int64)(address)

    def run(values: np.ndarray) -> np.ndarray:
        assert holder
        blocks = -(-values.size // LANES)
        found = aligned((blocks * LANES,), np.float64)
        found[:] = 1.0
        found[: values.size] = values
        native(found.ctypes.data, blocks)
        return found[: values.size]

    return run


@pytest.fixture(scope="module")
def functions() -> dict[str, Function]:
    """Return exp and log of the kernel, over arrays."""
    return {name: over_arrays(name) for name in ("exp", "log")}


def worst(found: np.ndarray, true: list[mpmath.mpf]) -> float:
    """Return the largest error relative to the true value."""
    return max(float(abs((mpmath.mpf(float(a)) - b) / b)) for a, b in zip(found, true, strict=True))


def test_that_exp_is_accurate_over_its_whole_range(functions: dict[str, Function]) -> None:
    values = np.concatenate(
        [np.linspace(-708, 709, 4001), np.random.default_rng(1).uniform(-1, 1, 2000), [1e-9, 0.0]]
    )
    with mpmath.workdps(40):
        true = [mpmath.exp(mpmath.mpf(float(x))) for x in values]
        assert worst(functions["exp"](values), true) < ACCURACY


def test_that_log_is_accurate_over_its_whole_range(functions: dict[str, Function]) -> None:
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


def test_that_exp_stays_finite_and_positive_beyond_its_range(
    functions: dict[str, Function],
) -> None:
    found = functions["exp"](np.array([-1e6, -709.0, 710.0, 1e6]))
    assert np.isfinite(found).all()
    assert (found > 0).all()


def test_that_a_power_of_one_is_one(functions: dict[str, Function]) -> None:
    assert functions["exp"](functions["log"](np.array([1.0])) * 3.7)[0] == 1.0


def test_that_the_polynomials_are_those_through_chebyshev_points() -> None:
    """Their coefficients follow from the degree and the interval alone."""
    with mpmath.workdps(50):
        half = mpmath.log(2) / 2
        high = mpmath.tanh(half / 2) ** 2
        log = through_chebyshev_points(
            lambda x: 2 * mpmath.atanh(mpmath.sqrt(x)) / mpmath.sqrt(x), mpmath.mpf(0), high, 7
        )
        assert log == elementary.LOG
        assert through_chebyshev_points(mpmath.exp, -half, half, 11) == elementary.EXP


def through_chebyshev_points(
    function: Callable[[mpmath.mpf], mpmath.mpf], low: mpmath.mpf, high: mpmath.mpf, count: int
) -> tuple[float, ...]:
    """Return the coefficients of the polynomial through so many points of a function."""
    points = [
        (low + high) / 2 + (high - low) / 2 * mpmath.cos(mpmath.pi * (2 * k + 1) / (2 * count))
        for k in range(count)
    ]
    powers = mpmath.matrix([[point**k for k in range(count)] for point in points])
    found = mpmath.lu_solve(powers, mpmath.matrix([function(point) for point in points]))
    return tuple(float(coefficient) for coefficient in found)
