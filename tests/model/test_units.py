"""The equations run on numbers that carry units, and give the units they declare.

Magnitudes are compared as well: a forgotten factor of a thousand between millions and billions
gives the right dimension and the wrong number.
"""

import re
from typing import Any

import numpy as np
import pint
import pytest

from planner.engine.batch import levers_by_key, single, values_by_key
from planner.engine.clock import Clock
from planner.engine.interpret import interpret, moment_values
from planner.model.graph import model
from planner.model.language.equation import start_of
from planner.model.scenario import Scenario

CLOCK = Clock(2027)
MONTH = 20


@pytest.fixture(scope="module")
def registry() -> pint.UnitRegistry:
    units: pint.UnitRegistry = pint.UnitRegistry()
    for line in (
        "CNY = [money]",
        "FLOPS = [compute]",
        "RFLOPS = [realized_compute]",
        "firm = [enterprise]",
        "person = [person]",
        "model = [model]",
        "token = [token]",
        "M_token = 1e6 * token",
        "trn_token = 1e12 * token",
        "M_person = 1e6 * person",
        "M_CNY = 1e6 * CNY",
        "bn_CNY = 1e9 * CNY",
        "share = 1",
        "H100 = 1",
    ):
        units.define(line)
    return units


@pytest.fixture(scope="module")
def values() -> dict[str, Any]:
    """Every variable of the model in month 20, as plain numbers."""
    batch = single(Scenario(), CLOCK)
    names = tuple(name for name in model().equations if name not in model().stocks)
    trace = interpret(batch, CLOCK, (*names, *model().stocks))
    found = {name: path[MONTH] for name, path in trace.items()}
    found.update(values_by_key(batch))
    found.update(levers_by_key(batch.levers[MONTH]))
    found.update(moment_values(CLOCK.elapsed()[MONTH], CLOCK.step))
    found.update({name: found[own] for name, own in model().counterfactuals.items()})
    return found


def unit(registry: pint.UnitRegistry, text: str) -> pint.Unit:
    """Return the unit; a date counts in years."""
    if text == "1":
        return registry.dimensionless
    if text == "year":
        return registry.year
    plain = text.replace("yr", "year").replace("FLOPS realized", "RFLOPS")
    plain = plain.replace("PRFLOPS", "petaRFLOPS").replace("ERFLOPS", "exaRFLOPS")
    return registry.parse_units(re.sub(r"\b(M|bn|trn) (?=[A-Za-z])", r"\1_", plain))


def with_units(registry: pint.UnitRegistry, values: dict[str, Any], name: str) -> pint.Quantity:
    return np.asarray(values[name], float) * unit(registry, model().units[name])


@pytest.mark.parametrize("name", list(model().equations))
def test_that_an_equation_gives_the_unit_it_declares(
    name: str, registry: pint.UnitRegistry, values: dict[str, Any]
) -> None:
    equation = model().equations[name]
    declared = unit(registry, equation.unit)
    if equation.is_stock:
        declared = declared / registry.year
    plain = equation.function(*(values[need] for need in equation.needs))
    carried = equation.function(*(with_units(registry, values, need) for need in equation.needs))
    carried = registry.Quantity(carried)
    assert carried.dimensionality == (1 * declared).dimensionality
    np.testing.assert_allclose(carried.to(declared).magnitude, plain, rtol=1e-9)


@pytest.mark.parametrize("name", list(model().stocks))
def test_that_a_stock_starts_from_a_value_of_its_unit(
    name: str, registry: pint.UnitRegistry
) -> None:
    start = start_of(model().equations[name].function)
    assert start is not None
    assert unit(registry, model().units[start]) == unit(registry, model().units[name])


def test_that_a_forgotten_factor_is_noticed(registry: pint.UnitRegistry) -> None:
    billions = 2.0 * unit(registry, "bn CNY")
    assert billions.to(unit(registry, "M CNY")).magnitude == pytest.approx(2000)


def test_that_nameplate_and_realized_compute_cannot_be_added(registry: pint.UnitRegistry) -> None:
    nameplate = np.ones(1) * unit(registry, "EFLOPS")
    realized = np.ones(1) * unit(registry, "EFLOPS realized")
    with pytest.raises(pint.DimensionalityError):
        nameplate + realized
    with pytest.raises(pint.DimensionalityError):
        np.minimum(nameplate, realized)


def test_that_only_an_efficiency_turns_nameplate_into_realized_compute(
    registry: pint.UnitRegistry,
) -> None:
    efficiency = 0.8 * unit(registry, "EFLOPS realized/EFLOPS")
    realized = 2.0 * unit(registry, "EFLOPS") * efficiency
    assert realized.to(unit(registry, "EFLOPS realized")).magnitude == pytest.approx(1.6)
    assert realized.dimensionality != (1 * unit(registry, "EFLOPS")).dimensionality


def test_that_both_kinds_of_compute_stand_in_the_equations() -> None:
    units = {equation.unit for equation in model().equations.values()}
    assert {"EFLOPS", "EFLOPS realized", "EFLOPS realized/EFLOPS"} <= units
