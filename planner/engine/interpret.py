"""The interpreter: runs the equations as they are written, slowly and plainly.

Fourth floor of planner. It is the oracle the compiled kernel is held against, and it serves until
the kernel is compiled and where none can run. Every variable is an array over futures, indexed ones
with the index as first axis. The world without vouchers takes each step just before the other one,
which compares itself with it. It is left out where nothing that is asked for does, as is all that
nothing that is asked for rests on.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from planner.engine.batch import Batch, levers_by_key, values_by_key
from planner.engine.clock import Clock
from planner.model.counterfactual import compares, needed_for, needed_without
from planner.model.graph import COUNTERFACTUAL_ZERO, Equation, Model, model
from planner.model.indices import ELEMENTS
from planner.model.scenario import FIRST_YEAR

Values = dict[str, Any]
Trace = dict[str, NDArray[np.float64]]


def interpret(
    batch: Batch,
    clock: Clock,
    variables: Sequence[str],
    broken: NDArray[np.float64] | None = None,
) -> Trace:
    """Run the model and return the requested variables over the months.

    Each is float64[months, futures], or [months, elements, futures] where it is indexed. Any
    variable of the model may be asked for, stocks, flows and auxiliaries alike. `broken`,
    float64[futures], takes the first month at which a stock is negative that must not be, or not
    finite, infinity where none ever is, in either world that is run.
    """
    since = np.empty(batch.futures) if broken is None else broken
    since[:] = np.inf
    trace = {name: _empty(model(), name, clock.months, batch.futures) for name in variables}
    with np.errstate(all="ignore"):
        for number, values in enumerate(_walk(batch, clock, variables, since)):
            if number % clock.steps_per_month == 0:
                for name in variables:
                    trace[name][number // clock.steps_per_month] = values[name]
    return trace


def interpret_last(
    batch: Batch, clock: Clock, variables: Sequence[str]
) -> tuple[Values, NDArray[np.float64]]:
    """Return the requested variables in the last month of the clock, and what `broken` takes.

    Each is float64[futures], or [elements, futures]; one that is the same in all of them may stand
    there once. The levers of the batch may differ by future here.
    """
    since, values = np.full(batch.futures, np.inf), Values()
    for found in monthly(batch, clock, variables, since):
        values = found
    return {name: values[name] for name in variables}, since


def monthly(
    batch: Batch, clock: Clock, variables: Sequence[str], broken: NDArray[np.float64] | None = None
) -> Iterator[Values]:
    """Yield the values of each month as the run goes on, those of the variables among them."""
    since = np.empty(batch.futures) if broken is None else broken
    since[:] = np.inf
    steps = _walk(batch, clock, variables, since)
    for number in range(clock.steps):
        with np.errstate(all="ignore"):
            values = next(steps)
        if number % clock.steps_per_month == 0:
            yield values


class _World:
    """One world on its way through time: its equations and its stocks."""

    def __init__(self, equations: Mapping[str, Equation]) -> None:
        self._equations = equations
        self._stocks: Values | None = None

    def step(self, given: Values, broken: NDArray[np.bool_]) -> Values:
        """Return all values at a moment, and move the stocks on; add who breaks a law there.

        `given` are inputs, levers and the clock at this moment, and what the other world has to
        say.
        """
        if self._stocks is None:
            starting = start_values(self._equations, given)
            self._stocks = {name: _each(value, broken.size) for name, value in starting.items()}
        broken |= ~keeps_the_law(self._stocks, self._equations)
        values = {**given, **self._stocks}
        flows = evaluate(self._equations, values)
        self._stocks = {
            name: value + given["step"] * flows[name] for name, value in self._stocks.items()
        }
        return values


def _walk(
    batch: Batch, clock: Clock, variables: Sequence[str], since: NDArray[np.float64]
) -> Iterator[Values]:
    """Yield all values at every step; lower `since` to the month from which a future is broken."""
    inputs, levers, equations = values_by_key(batch), batch.levers_of(clock), model().equations
    compared = compares(variables)
    main = _World(_only(equations, needed_for(variables)))
    other = _World(_only(equations, needed_without()))
    for number, elapsed in enumerate(clock.elapsed()):
        given = {
            **inputs,
            **levers_by_key(levers[number]),
            **moment_values(elapsed, clock.step),
        }
        broken = np.zeros(batch.futures, bool)
        if compared:
            beside = other.step(_without_vouchers(given), broken)
            given |= {name: beside[own] for name, own in model().counterfactuals.items()}
        yield main.step(given, broken)
        month, part = divmod(number, clock.steps_per_month)
        since[broken] = np.minimum(since[broken], month + bool(part))


def _only(equations: Mapping[str, Equation], wanted: frozenset[str]) -> Mapping[str, Equation]:
    return {name: one for name, one in equations.items() if name in wanted}


def _each(value: NDArray[np.float64] | float, futures: int) -> NDArray[np.float64]:
    """Return a value of all futures as one for each."""
    return np.broadcast_to(value, (*np.shape(value)[:-1], futures))


def _without_vouchers(given: Values) -> Values:
    return {**given, **{key: 0.0 * given[key] for key in COUNTERFACTUAL_ZERO}}


def keeps_the_law(stocks: Values, equations: Mapping[str, Equation]) -> NDArray[np.bool_]:
    """Tell of each future whether all its stocks are finite and none negative that must not be."""
    lawful = [
        np.atleast_2d((path >= (-np.inf if equations[name].signed else 0)) & np.isfinite(path))
        for name, path in stocks.items()
    ]
    kept: NDArray[np.bool_] = np.all([each.all(axis=0) for each in lawful], axis=0)
    return kept


def moment_values(elapsed: float, step: float) -> Values:
    """Return the clock's variables at one step."""
    return {"time": FIRST_YEAR + elapsed, "elapsed": elapsed, "step": step}


def start_values(equations: Mapping[str, Equation], given: Mapping[str, Any]) -> Values:
    """Return every stock at the start of 2025, from the inputs and the clock at that moment."""
    values: Values = dict(given)
    for name in model().starting:
        equation = equations.get(name)
        if equation is not None and equation.start is not None:
            values[name] = values[equation.start]
        elif equation is not None:
            values[name] = _call(equation.function, equation.needs, values)
    return {name: values[name] for name, each in equations.items() if each.is_stock}


def evaluate(equations: Mapping[str, Equation], values: Values) -> Values:
    """Add every auxiliary to the values, in order, and return the net flow of every stock."""
    flows: Values = {}
    for name, equation in equations.items():
        result = _call(equation.function, equation.needs, values)
        if equation.is_stock:
            flows[name] = result
        else:
            values[name] = result
    return flows


def _call(function: Callable[..., Any], needs: tuple[str, ...], values: Values) -> Any:  # noqa: ANN401 - a number, an array or a quantity
    return function(*(values[need] for need in needs))


def _empty(system: Model, name: str, months: int, futures: int) -> NDArray[np.float64]:
    index = system.indices[name]
    shape = (months, futures) if index is None else (months, len(ELEMENTS[index]), futures)
    return np.empty(shape)
