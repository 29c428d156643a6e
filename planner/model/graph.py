"""The model as one value: inputs, equations in the order they can be computed, outcomes.

Third floor of planner. Built once from the tables of inputs and the functions of the sectors;
nothing here knows numbers. Order follows from the names of parameters: an equation comes after
everything it names, stocks are known at the beginning of a step. A name that ends in
`_without_vouchers` is the variable of the same name in the world without vouchers.
"""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from graphlib import CycleError, TopologicalSorter
from types import MappingProxyType, ModuleType
from typing import Any

from planner.model.assumptions import ASSUMPTIONS, RETIRED_DIMENSIONS
from planner.model.assumptions.correlations import CORRELATIONS, Correlation
from planner.model.constants import CONSTANTS, CONVERSIONS
from planner.model.constants.conversions import Conversion
from planner.model.indices import Index
from planner.model.inputs import Assumption, Constant, Lever
from planner.model.language.equation import is_signed, label_of, start_of
from planner.model.language.expression import ModelError, index_of, parameters, returned
from planner.model.levers import LEVERS
from planner.model.outcome import Outcome
from planner.model.outcomes import OUTCOMES
from planner.model.sectors import (
    alibaba,
    chips,
    data_centers,
    energy,
    enterprises,
    industry,
    investment,
    limits,
    market,
    public_money,
    rents,
    tokens,
    vouchers,
)
from planner.quantities.units import unit_of

VERSION = "2.0"

CLOCK: dict[str, str] = {"time": "year", "elapsed": "yr", "step": "yr"}

WITHOUT = "_without_vouchers"
COUNTERFACTUAL_ZERO = ("voucher_budget", "data_voucher_budget", "subsidy_rate")

SECTORS: tuple[ModuleType, ...] = (
    investment,
    chips,
    data_centers,
    energy,
    market,
    rents,
    vouchers,
    enterprises,
    industry,
    public_money,
    alibaba,
    tokens,
    limits,
)


Row = Lever | Assumption | Constant | Conversion


@dataclass(frozen=True, slots=True)
class Equation:
    """One variable: its function, what it needs, its unit, its index, its place.

    `label` is what it is called in English; empty where an outcome shows it.
    """

    name: str
    label: str
    function: Callable[..., Any]
    needs: tuple[str, ...]
    unit: str
    index: Index | None
    sector: str
    start: str | None
    signed: bool = False

    @property
    def is_stock(self) -> bool:
        """Whether the function gives the net flow of a stock."""
        return self.start is not None


@dataclass(frozen=True, slots=True)
class Model:
    """Everything the engine, the files and the window need to know about the model.

    `equations` are in computing order (a stock's flow included), `stocks` in the order of their
    sectors, `starting` lists the variables to compute, in order, before the first step.
    `counterfactuals` are the names that equations give to variables of the world without vouchers,
    with those variables.
    """

    version: str
    levers: Mapping[str, Lever]
    assumptions: Mapping[str, Assumption]
    constants: Mapping[str, Constant]
    conversions: Mapping[str, Conversion]
    equations: Mapping[str, Equation]
    stocks: tuple[str, ...]
    starting: tuple[str, ...]
    outcomes: Mapping[str, Outcome]
    counterfactuals: Mapping[str, str]
    correlations: tuple[Correlation, ...]
    retired_dimensions: Mapping[str, int]
    indices: Mapping[str, Index | None]
    units: Mapping[str, str]

    @property
    def inputs(self) -> dict[str, Row]:
        """Every row that enters the equations, in the order of the tables."""
        return {**self.path_levers, **self.assumptions, **self.constants, **self.conversions}

    @property
    def path_levers(self) -> dict[str, Lever]:
        """The levers that enter the equations: all but those that move a part of another."""
        return {key: row for key, row in self.levers.items() if row.part is None}


@cache
def model() -> Model:
    """Return the model of this program.

    Raises ModelError when a name is unknown, a name is given twice, equations depend on each
    other in a circle without a stock between them, or areas meet segments.
    """
    entering = tuple(row for row in LEVERS if row.part is None)
    rows: tuple[Row, ...] = (*entering, *ASSUMPTIONS, *CONSTANTS, *CONVERSIONS)
    indices: dict[str, Index | None] = {row.key: getattr(row, "index", None) for row in rows}
    indices.update(dict.fromkeys(CLOCK))
    functions = _functions(taken=frozenset(indices))
    order = _order(functions, frozenset(indices))
    _infer_indices(functions, order, indices)
    equations = {name: _equation(functions[name], indices) for name in order}
    units = {row.key: row.unit for row in rows} | CLOCK
    units |= {name: equation.unit for name, equation in equations.items()}
    counterfactuals = _counterfactuals(functions)
    units |= {name: units[variable] for name, variable in counterfactuals.items()}
    return Model(
        version=VERSION,
        levers=_by_key(LEVERS),
        assumptions=_by_key(ASSUMPTIONS),
        constants=_by_key(CONSTANTS),
        conversions=_by_key(CONVERSIONS),
        equations=MappingProxyType(equations),
        stocks=tuple(name for name in functions if equations[name].is_stock),
        starting=_starting(functions, frozenset(_by_key(rows)) | frozenset(CLOCK)),
        outcomes=_by_key(OUTCOMES),
        counterfactuals=MappingProxyType(counterfactuals),
        correlations=CORRELATIONS,
        retired_dimensions=MappingProxyType(RETIRED_DIMENSIONS),
        indices=MappingProxyType(indices),
        units=MappingProxyType(units),
    )


def _by_key(rows: tuple[Any, ...]) -> Mapping[str, Any]:
    return MappingProxyType({row.key: row for row in rows})


def _functions(taken: frozenset[str]) -> dict[str, Callable[..., Any]]:
    found: dict[str, Callable[..., Any]] = {}
    for sector in SECTORS:
        for name, function in vars(sector).items():
            if inspect.isfunction(function) and function.__module__ == sector.__name__:
                if name in found or name in taken:
                    message = f"the name {name} is given twice"
                    raise ModelError(message)
                found[name] = function
    return found


def _counterfactuals(functions: Mapping[str, Callable[..., Any]]) -> dict[str, str]:
    needs = dict.fromkeys(need for function in functions.values() for need in parameters(function))
    return {n: _plain(n) for n in needs if n.endswith(WITHOUT) and _plain(n) in functions}


def _plain(name: str) -> str:
    """Return the name of the variable itself, where it is asked for without vouchers."""
    return name.removesuffix(WITHOUT)


def _order(functions: Mapping[str, Callable[..., Any]], given: frozenset[str]) -> tuple[str, ...]:
    stocks = frozenset(name for name, function in functions.items() if start_of(function))
    known = given | stocks
    asked = {name: map(_plain, parameters(f)) for name, f in functions.items()}
    needs = {name: frozenset(plain) - known for name, plain in asked.items()}
    for name, missing in needs.items():
        unknown = sorted(missing - functions.keys())
        if unknown:
            message = f"equation {name} needs {', '.join(unknown)}, which nothing defines"
            raise ModelError(message)
    return _sorted(needs)


def _starting(
    functions: Mapping[str, Callable[..., Any]], given: frozenset[str]
) -> tuple[str, ...]:
    """Return what must be computed before the first step: start values and all they rest on."""
    needed: dict[str, frozenset[str]] = {}
    waiting = [name for name, function in functions.items() if start_of(function)]
    while waiting:
        name = waiting.pop()
        if name in needed or name in given:
            continue
        start = start_of(functions[name])
        below = (start,) if start else tuple(map(_plain, parameters(functions[name])))
        needed[name] = frozenset(below) - given
        waiting.extend(below)
    return _sorted(needed)


def _sorted(needs: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    """Return the names so that each follows all it needs; the same order in every process."""
    try:
        return tuple(TopologicalSorter({n: sorted(needs[n]) for n in needs}).static_order())
    except CycleError as error:
        message = f"equations in a circle without a stock: {' -> '.join(error.args[1])}"
        raise ModelError(message) from error


def _infer_indices(
    functions: Mapping[str, Callable[..., Any]],
    order: tuple[str, ...],
    indices: dict[str, Index | None],
) -> None:
    """Add the index of every equation; a stock has the index of its start value."""
    stocks = {name for name in functions if start_of(functions[name])}
    for name in _starting(functions, frozenset(indices)):
        start = start_of(functions[name])
        indices[name] = indices[name + WITHOUT] = (
            indices[start] if start else index_of(returned(functions[name]), indices, name)
        )
    for name in order:
        if name in indices and name not in stocks:
            continue
        found = index_of(returned(functions[name]), indices, name)
        if name in stocks and found not in (indices[name], None):
            message = f"the flow of stock {name} repeats over {found}, its start does not"
            raise ModelError(message)
        indices.setdefault(name, found)
        indices.setdefault(name + WITHOUT, found)


def _equation(function: Callable[..., Any], indices: Mapping[str, Index | None]) -> Equation:
    name = function.__name__
    return Equation(
        name=name,
        label=label_of(function),
        function=function,
        needs=parameters(function),
        unit=unit_of(function),
        index=indices[name],
        sector=function.__module__.rpartition(".")[2],
        start=start_of(function),
        signed=is_signed(function),
    )
