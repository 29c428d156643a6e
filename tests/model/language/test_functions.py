"""Every function of the equations is one thing in all the languages it is written in."""

import ctypes
import inspect
import math
import shutil
import subprocess

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.model.language import functions
from planner.model.language.functions import COMPOSED, FUNCTIONS, Elementary
from planner.model.language.subscripts import SUBSCRIPTS

INSTRUCTIONS = {"exp", "log", "choose"}
POSITIVE = {"base", "x"}
"""Parameters of powers and logarithms; the others may have either sign."""

NOT_NEGATIVE = {"cost", "least"}

amounts = st.floats(0.1, 3).map(lambda x: round(x, 2))
any_numbers = st.sampled_from([-2.0, -0.5, 0.0, 0.5, 1.0, 2.0])


def parameters(row: Elementary) -> list[str]:
    return list(inspect.signature(row.function).parameters)


@st.composite
def arguments(draw: st.DrawFn, row: Elementary) -> list[float]:
    """Return numbers to call a function with; a condition is true or false."""
    positive = row.function.__name__ in {"log", "power"}
    return [
        draw(st.sampled_from([0.0, 1.0]))
        if name == "condition"
        else draw(
            amounts if name in NOT_NEGATIVE or (positive and name in POSITIVE) else any_numbers
        )
        for name in parameters(row)
    ]


def test_that_each_function_stands_in_one_table() -> None:
    tables = [set(FUNCTIONS), set(COMPOSED), set(SUBSCRIPTS)]
    public = {
        name
        for name, function in vars(functions).items()
        if inspect.isfunction(function)
        and function.__module__ == functions.__name__
        and not name.startswith("_")
    }
    assert public == set.union(*tables)
    assert sum(map(len, tables)) == len(public)


def test_that_all_but_the_compiler_s_own_functions_have_a_text_for_it() -> None:
    assert {name for name, row in FUNCTIONS.items() if not row.kernel} == INSTRUCTIONS


@pytest.mark.parametrize("name", sorted(FUNCTIONS.keys() - INSTRUCTIONS))
@given(data=st.data())
def test_that_a_function_s_text_has_the_value_of_the_function(
    name: str, data: st.DataObject
) -> None:
    row = FUNCTIONS[name]
    values = [np.array([value]) for value in data.draw(arguments(row))]
    with np.errstate(all="ignore"):
        expected = row.function(*values)
        scope = {**vars(functions), **dict(zip(parameters(row), values, strict=True))}
        found = eval(row.kernel, scope)  # noqa: S307 - our own
    np.testing.assert_allclose(found, expected, rtol=1e-14)


@pytest.fixture(scope="module")
def in_c(tmp_path_factory):
    """Return a library of all functions as they are written in C."""
    compiler = shutil.which("gcc") or shutil.which("cc")
    if compiler is None:
        pytest.skip("there is no C compiler")
    folder = tmp_path_factory.mktemp("c")
    source, library = folder / "functions.c", folder / "functions.so"
    lines = ["#include <math.h>"]
    for name, row in FUNCTIONS.items():
        given_ = ", ".join(f"double {each}" for each in parameters(row))
        lines.append(f"double f_{name}({given_}) {{ return {row.c.format(*parameters(row))}; }}")
    source.write_text("\n".join(lines) + "\n", "utf-8")
    command = [compiler, "-shared", "-fPIC", str(source), "-o", str(library), "-lm"]
    subprocess.run(command, check=True, capture_output=True)
    return ctypes.CDLL(str(library))


@pytest.mark.parametrize("name", list(FUNCTIONS))
@given(data=st.data())
def test_that_a_function_in_c_has_the_value_of_the_function(in_c, name, data) -> None:
    row = FUNCTIONS[name]
    values = data.draw(arguments(row))
    native = in_c[f"f_{name}"]
    native.restype, native.argtypes = ctypes.c_double, [ctypes.c_double] * len(values)
    with np.errstate(all="ignore"):
        expected = float(row.function(*map(np.array, values)))
    if math.isnan(expected):
        return
    assert native(*values) == pytest.approx(expected, rel=1e-14)
