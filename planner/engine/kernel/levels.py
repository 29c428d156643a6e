"""How often each value has to be computed, by what it rests on; fourth floor of planner."""

import ast
from collections.abc import Mapping, Sequence
from enum import IntEnum

from planner.engine.kernel.definition import Definition
from planner.model.expression import names
from planner.model.graph import Model

Levels = Mapping[str, "Level"]


class Level(IntEnum):
    """How often a value has to be computed; each is named by what it differs between.

    shared: between nothing. moment: between steps. future: between futures. moving: between both.
    """

    SHARED = 0
    MOMENT = 1
    FUTURE = 2
    MOVING = 3


def level_of(node: ast.expr, levels: Levels) -> Level:
    """Return how often an expression has to be computed."""
    found = {levels[name] for name in names(node)} | {Level.SHARED}
    return Level.MOVING if found >= {Level.MOMENT, Level.FUTURE} else max(found)


def levels_of(definitions: Sequence[Definition], system: Model) -> dict[str, Level]:
    """Return the level of every input and variable; definitions stand in computing order.

    A stock that rests on nothing but levers, constants, the clock and such stocks is the same in
    all futures: found by assuming it of every stock and dropping those that contradict, until none
    does.
    """
    inputs = _levels_of_inputs(system)
    steady = {one.name for one in definitions if one.is_stock}
    while True:
        found = _with_stocks(definitions, inputs, steady)
        wrong = {
            one.name
            for one in definitions
            if one.name in steady and any(found[need] > Level.MOMENT for need in one.needs)
        }
        if not wrong:
            return found
        steady -= wrong


def _levels_of_inputs(system: Model) -> dict[str, Level]:
    levels = dict.fromkeys((*system.constants, *system.conversions, "step"), Level.SHARED)
    levels |= dict.fromkeys((*system.path_levers, "time", "elapsed"), Level.MOMENT)
    levels |= dict.fromkeys(system.assumptions, Level.FUTURE)
    return levels | dict.fromkeys(system.counterfactuals, Level.MOVING)


def _with_stocks(
    definitions: Sequence[Definition], inputs: Levels, steady: set[str]
) -> dict[str, Level]:
    found = dict(inputs)
    for one in definitions:
        if one.is_stock:
            found[one.name] = Level.MOMENT if one.name in steady else Level.MOVING
    for one in definitions:
        if not one.is_stock:
            found[one.name] = level_of(one.value, found)
    return found
