"""What the kernel's instructions compute of each function is what numpy computes of it."""

import ast
import ctypes
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from llvmlite import ir

from planner.engine.kernel.codegen.elementary import define_functions
from planner.engine.kernel.codegen.emission import define_loops
from planner.engine.kernel.codegen.layout import LANES
from planner.engine.kernel.codegen.target import machine_code
from planner.engine.kernel.passes.definition import Assignment
from planner.engine.kernel.passes.loop_fusion import Loop
from planner.engine.kernel.runtime.buffers import aligned
from planner.engine.kernel.runtime.linking import linked
from planner.model.language.functions import FUNCTIONS

if TYPE_CHECKING:
    from planner.engine.kernel.codegen.layout import Layout
    from planner.engine.kernel.passes.schedule import Schedule

NAMES = ("first", "second", "third", "made")
ARGUMENTS = {
    "exp": "first",
    "log": "first + 4",
    "power": "first + 4, second",
    "above_zero": "first",
    "choose": "first < second, second, third",
    "cost_per": "first, second, third + 4",
}
"""What each function is given; any other is given the first two names."""

numbers = st.lists(
    st.floats(-3, 3).map(lambda x: round(x, 3)), min_size=3 * LANES, max_size=3 * LANES
)


def compiled(text: str):
    """Return a function that computes an expression of three names for as many futures as lanes."""
    module = ir.Module("one")
    schedule = cast("Schedule", SimpleNamespace(indices=dict.fromkeys(NAMES)))
    places = {name: ("workspace", LANES * place) for place, name in enumerate(NAMES)}
    layout = cast("Layout", SimpleNamespace(offsets=places))
    made = Assignment("made", None, ast.parse(text, mode="eval").body)
    loops = (Loop("nation", (made,)),)
    functions = define_functions(module)
    define_loops(module, "apply", loops, schedule, layout, functions).linkage = "external"
    holder, (address,) = linked(machine_code(module), "apply")
    native = ctypes.CFUNCTYPE(None, *[ctypes.c_void_p] * 3)(address)
    table = aligned((len(NAMES), LANES), np.float64)

    def run(values: np.ndarray) -> np.ndarray:
        assert holder
        table[:3] = values
        native(table.ctypes.data, None, None)
        return table[3].copy()

    return run


@pytest.fixture(scope="module", params=list(FUNCTIONS))
def function(request):
    """Return a call of a function, and the call compiled."""
    text = f"{request.param}({ARGUMENTS.get(request.param, 'first, second')})"
    return text, compiled(text)


@given(values=numbers)
def test_that_a_function_is_the_same_in_the_kernel_and_in_numpy(function, values) -> None:
    text, run = function
    given = np.array(values).reshape(3, LANES)
    scope = {name: row.function for name, row in FUNCTIONS.items()}
    with np.errstate(all="ignore"):
        expected = eval(text, {**scope, **dict(zip(NAMES, given, strict=False))})  # noqa: S307 - our own
    np.testing.assert_allclose(run(given), expected, rtol=1e-12, atol=1e-12)
