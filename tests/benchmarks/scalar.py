"""The floor of benchmark engine: the same equations as plain scalar C, one future after another.

Generated from the same functions as the kernel, in the manner of SDEverywhere: every variable a
global double, one assignment each, the C library's exp and log, gcc -O2.
Nothing else uses it.
"""

import ctypes
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from planner.engine.batch import Batch
from planner.engine.clock import Clock
from planner.engine.kernel.passes.schedule import FLOW
from planner.model.graph import CLOCK, Model, model
from planner.model.indices import ELEMENTS
from planner.model.language.expression import expression, names
from planner.model.language.functions import FUNCTIONS
from planner.model.language.unrolled import Language

Wanted = tuple[tuple[str, str], ...]
Run = Callable[[Batch, Clock], NDArray[np.float64]]


def compiled(folder: Path, wanted: Wanted) -> Run | None:
    """Return a function that runs a batch, or None where there is no C compiler."""
    compiler = shutil.which("gcc") or shutil.which("cc")
    if compiler is None:
        return None
    source, library = folder / "model.c", folder / "model.so"
    source.write_text("\n".join(_lines(model(), wanted)), "utf-8")
    command = [compiler, "-O2", "-shared", "-fPIC", str(source), "-o", str(library), "-lm"]
    subprocess.run(command, check=True, capture_output=True)
    function = ctypes.CDLL(str(library)).run

    def run(batch: Batch, clock: Clock) -> NDArray[np.float64]:
        inputs = np.repeat(batch.fixed[None, :], batch.futures, axis=0)
        inputs[:, batch.drawn_rows] = batch.drawn.T
        elapsed, levers = clock.elapsed(), np.ascontiguousarray(batch.levers_of(clock))
        out = np.empty((batch.futures, clock.months, len(wanted)))
        function(
            inputs.ctypes.data_as(ctypes.c_void_p),
            ctypes.c_long(batch.futures),
            levers.ctypes.data_as(ctypes.c_void_p),
            elapsed.ctypes.data_as(ctypes.c_void_p),
            ctypes.c_long(len(elapsed)),
            ctypes.c_long(clock.steps_per_month),
            ctypes.c_double(clock.step),
            out.ctypes.data_as(ctypes.c_void_p),
        )
        return out

    return run


def _lines(system: Model, wanted: Wanted) -> Iterator[str]:
    functions = {name: row.c for name, row in FUNCTIONS.items()}
    language = Language(_name_in(system), functions, system.indices)
    levers = [(key, e) for key in system.path_levers for e in ELEMENTS[system.indices[key]]]
    rows = [key for key in system.inputs if key not in system.levers]
    inputs = [(key, e) for key in rows for e in ELEMENTS[system.indices[key]]]
    yield "#include <math.h>"
    yield "static double time, elapsed, step;"
    others = [(name, e) for name in system.counterfactuals for e in ELEMENTS[system.indices[name]]]
    for key, element in (*others, *levers, *inputs):
        yield f"static double {language.reference(key, element)};"
    for name, equation in system.equations.items():
        for element in ELEMENTS[equation.index]:
            yield f"static double {language.reference(name, element)};"
            if equation.is_stock:
                yield f"static double {FLOW}{language.reference(name, element)};"
    yield "void run(const double *inputs, long futures, const double *levers,"
    yield "         const double *moments, long steps, long each, double length, double *out) {"
    yield "  step = length;"
    yield f"  for (long future = 0; future < futures; future++, inputs += {len(inputs)}) {{"
    for place, (key, element) in enumerate(inputs):
        yield f"    {language.reference(key, element)} = inputs[{place}];"
    yield "    const double *moved = levers;"
    yield "    time = 2025.0 + moments[0]; elapsed = moments[0];"
    yield from _moved(language, levers)
    once = _constant(system)
    yield from _assignments(system, language, [n for n in system.equations if n in once])
    yield from _start(system, language, once)
    yield "    for (long number = 0; number < steps; number++) {"
    yield "      elapsed = moments[number]; time = 2025.0 + elapsed;"
    yield f"      moved = levers + number * {len(levers)};"
    yield from _moved(language, levers)
    yield from _assignments(system, language, [n for n in system.equations if n not in once])
    yield "      if (number % each == 0) {"
    for outcome, element in wanted:
        variable = system.outcomes[outcome].variable(element)
        yield f"        *out++ = {language.reference(variable, element)};"
    yield "      }"
    for name in system.stocks:
        for element in ELEMENTS[system.indices[name]]:
            own = language.reference(name, element)
            yield f"      {own} += step * {FLOW}{own};"
    yield "    }\n  }\n}\n"


def _moved(language: Language, levers: list[tuple[str, str]]) -> Iterator[str]:
    """Yield what gives every lever its value at a step."""
    for place, (key, element) in enumerate(levers):
        yield f"      {language.reference(key, element)} = moved[{place}];"


def _name_in(system: Model) -> Callable[[str, str], str]:
    def reference(key: str, element: str) -> str:
        indexed = key not in CLOCK and system.indices[key] is not None
        return f"{key}_{element}" if indexed else key

    return reference


def _constant(system: Model) -> frozenset[str]:
    """Return the equations that rest on inputs alone."""
    known = set(system.inputs) - set(system.levers) | {"step"}
    for name, equation in system.equations.items():
        if not equation.is_stock and names(expression(equation.function)) <= known:
            known.add(name)
    return frozenset(known & system.equations.keys())


def _start(system: Model, language: Language, once: frozenset[str]) -> Iterator[str]:
    for name in system.starting:
        start = system.equations[name].start
        if start is None and name not in once:
            yield from _assignments(system, language, [name])
        if start is not None:
            for element in ELEMENTS[system.indices[name]]:
                first = language.reference(start, element)
                yield f"    {language.reference(name, element)} = {first};"


def _assignments(system: Model, language: Language, wanted: list[str]) -> Iterator[str]:
    for name in wanted:
        equation = system.equations[name]
        value = expression(equation.function)
        prefix = FLOW if equation.is_stock else ""
        for element in ELEMENTS[equation.index]:
            own = language.reference(name, element)
            yield f"      {prefix}{own} = {language.text(value, element)};"
