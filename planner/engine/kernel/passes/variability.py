"""Variability: what each value differs between, and so how often it has to be computed.

Fourth floor of planner. The word is Modelica's, the finding is what compilers call invariance.
"""

import ast
from collections.abc import Mapping, Sequence
from enum import IntEnum

from planner.engine.kernel.passes.definition import Definition
from planner.model.graph import Model
from planner.model.language.expression import names

Variabilities = Mapping[str, "Variability"]


class Variability(IntEnum):
    """How often a value has to be computed; each is named by what it differs between.

    shared: between nothing. moment: between steps. future: between futures. moving: between both.
    """

    SHARED = 0
    MOMENT = 1
    FUTURE = 2
    MOVING = 3


def variability_of(node: ast.expr, variabilities: Variabilities) -> Variability:
    """Return how often an expression has to be computed."""
    among = {variabilities[name] for name in names(node)} | {Variability.SHARED}
    return Variability.MOVING if among >= {Variability.MOMENT, Variability.FUTURE} else max(among)


def variabilities_of(definitions: Sequence[Definition], system: Model) -> dict[str, Variability]:
    """Return the variability of every input and variable; definitions stand in computing order.

    A stock that rests on nothing but levers, constants, the clock and such stocks is the same in
    all futures: found by assuming it of every stock and dropping those that contradict, until none
    does.
    """
    inputs = _variabilities_of_inputs(system)
    steady = {one.name for one in definitions if one.is_stock}
    while True:
        assumed = _with_stocks(definitions, inputs, steady)
        wrong = {
            one.name
            for one in definitions
            if one.name in steady and any(assumed[need] > Variability.MOMENT for need in one.needs)
        }
        if not wrong:
            return assumed
        steady -= wrong


def _variabilities_of_inputs(system: Model) -> dict[str, Variability]:
    variabilities = dict.fromkeys(
        (*system.constants, *system.conversions, "step"), Variability.SHARED
    )
    variabilities |= dict.fromkeys((*system.path_levers, "time", "elapsed"), Variability.MOMENT)
    variabilities |= dict.fromkeys(system.assumptions, Variability.FUTURE)
    return variabilities | dict.fromkeys(system.counterfactuals, Variability.MOVING)


def _with_stocks(
    definitions: Sequence[Definition], inputs: Variabilities, steady: set[str]
) -> dict[str, Variability]:
    variabilities = dict(inputs)
    for one in definitions:
        if one.is_stock:
            variabilities[one.name] = (
                Variability.MOMENT if one.name in steady else Variability.MOVING
            )
    for one in definitions:
        if not one.is_stock:
            variabilities[one.name] = variability_of(one.value, variabilities)
    return variabilities
