"""The counterfactual without vouchers: which variables differ in it; third floor of planner.

Vouchers reach only part of the model. The rest is the same in both worlds, so that engine and
exports carry a second copy of the reached part alone, as far as anything compares both worlds.
"""

from collections.abc import Iterable, Mapping
from functools import cache

from planner.model.graph import COUNTERFACTUAL_ZERO, Equation, Model, model
from planner.model.language.expression import ModelError


def reached(system: Model) -> frozenset[str]:
    """Return the equations that vouchers reach and that some equation asks for without them.

    Raises ModelError when one of those rests on the comparison of both worlds itself.
    """
    below = _below(system)
    from_vouchers = _closure(COUNTERFACTUAL_ZERO, _turned(below))
    asked_for = _closure(system.counterfactuals.values(), below)
    if found := asked_for & system.counterfactuals.keys():
        message = f"the world without vouchers rests on itself: {', '.join(sorted(found))}"
        raise ModelError(message)
    return frozenset(from_vouchers & asked_for & system.equations.keys())


@cache
def needed_without() -> frozenset[str]:
    """Return the equations that the world without vouchers consists of: the core of the model."""
    return core_of(model())


def core_of(system: Model) -> frozenset[str]:
    """Return the core of a model: what all that is asked for without vouchers rests on."""
    return _needed_of(system, frozenset())


def needed_for(variables: Iterable[str]) -> frozenset[str]:
    """Return the equations that variables rest on, and the core of the model.

    A run computes no others: what only other outcomes rest on is left out, and breaks no law.
    """
    return _needed(frozenset(variables))


def compares(variables: Iterable[str]) -> bool:
    """Tell whether any of the variables rests on the world without vouchers."""
    found = _closure(variables, _below(model()))
    return not model().counterfactuals.keys().isdisjoint(found)


@cache
def _needed(variables: frozenset[str]) -> frozenset[str]:
    return _needed_of(model(), variables)


def _needed_of(system: Model, variables: frozenset[str]) -> frozenset[str]:
    found = _closure({*variables, *system.counterfactuals.values()}, _below(system))
    return frozenset(found & system.equations.keys())


def _below(system: Model) -> dict[str, frozenset[str]]:
    return {name: _needs(equation) for name, equation in system.equations.items()}


def _needs(equation: Equation) -> frozenset[str]:
    return frozenset(equation.needs) | ({equation.start} if equation.start else set())


def _turned(below: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    above: dict[str, set[str]] = {}
    for name, needs in below.items():
        for need in needs:
            above.setdefault(need, set()).add(name)
    return {name: frozenset(found) for name, found in above.items()}


def _closure(start: Iterable[str], step: Mapping[str, frozenset[str]]) -> set[str]:
    found = set(start)
    waiting = list(found)
    while waiting:
        new = step.get(waiting.pop(), frozenset()) - found
        found |= new
        waiting.extend(new)
    return found
