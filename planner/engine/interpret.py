"""The interpreter: runs the equations as they are written, slowly and plainly.

Fourth floor of planner. It is the oracle the compiled kernel is held against, and it serves until
the kernel is compiled and where none can run. Every variable is an array over futures, indexed ones
with the index as first axis.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from planner.engine.batch import Batch, values_by_key
from planner.engine.clock import Clock
from planner.model.graph import (
    COUNTERFACTUAL,
    COUNTERFACTUAL_OF,
    COUNTERFACTUAL_ZERO,
    Model,
    model,
)
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
    float64[futures], takes the first month at which a stock is negative or not finite, infinity
    where none ever is.
    """
    inputs = dict(values_by_key(batch))
    without = _without_vouchers(inputs)
    since = np.empty(batch.futures) if broken is None else broken
    since[:] = np.inf
    with np.errstate(all="ignore"):
        reference = _run(without, clock, (COUNTERFACTUAL_OF,), None, since)[COUNTERFACTUAL_OF]
        return _run(inputs, clock, variables, reference, since)


def _without_vouchers(inputs: Mapping[str, NDArray[np.float64]]) -> dict[str, NDArray[np.float64]]:
    return {**inputs, **{key: 0.0 * inputs[key] for key in COUNTERFACTUAL_ZERO}}


def _run(
    inputs: Mapping[str, NDArray[np.float64]],
    clock: Clock,
    variables: Sequence[str],
    reference: NDArray[np.float64] | None,
    broken: NDArray[np.float64],
) -> Trace:
    """Step through time; `reference` is the counterfactual path [months, areas, futures].

    Between months the counterfactual path is held, as it is read at months only. `broken` is
    lowered to the month from which a future breaks the law of stocks.
    """
    system = model()
    stocks = start_values(system, inputs, clock.step)
    futures = inputs["alibaba_plan"].shape[-1]
    trace = {name: _empty(system, name, clock.months, futures) for name in variables}
    for number, elapsed in enumerate(clock.elapsed()):
        month, part = divmod(number, clock.steps_per_month)
        lawless = ~keeps_the_law(stocks)
        broken[lawless] = np.minimum(broken[lawless], month + bool(part))
        values: Values = {**inputs, **stocks, **moment_values(elapsed, clock.step)}
        values[COUNTERFACTUAL] = (
            stocks[COUNTERFACTUAL_OF] if reference is None else reference[month]
        )
        flows = evaluate(system, values)
        if part == 0:
            for name in variables:
                trace[name][month] = values[name]
        stocks = {name: stocks[name] + clock.step * flows[name] for name in system.stocks}
    return trace


def keeps_the_law(stocks: Values) -> NDArray[np.bool_]:
    """Tell of each future whether all its stocks are finite and none is negative."""
    lawful = [np.atleast_2d((path >= 0) & (path < np.inf)).all(axis=0) for path in stocks.values()]
    kept: NDArray[np.bool_] = np.all(lawful, axis=0)
    return kept


def moment_values(elapsed: float, step: float) -> Values:
    """Return the clock's variables at one step."""
    return {"time": FIRST_YEAR + elapsed, "elapsed": elapsed, "step": step}


def start_values(system: Model, inputs: Mapping[str, Any], step: float) -> Values:
    """Return every stock at the start of 2025."""
    values: Values = {**inputs, **moment_values(0.0, step)}
    for name in system.starting:
        equation = system.equations[name]
        if equation.start is not None:
            values[name] = values[equation.start]
        else:
            values[name] = _call(equation.function, equation.needs, values)
    return {name: values[name] for name in system.stocks}


def evaluate(system: Model, values: Values) -> Values:
    """Add every auxiliary to the values, in order, and return the net flow of every stock."""
    flows: Values = {}
    for name, equation in system.equations.items():
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
