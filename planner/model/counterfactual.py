"""The counterfactual without vouchers: which variables differ in it; third floor of planner.

Vouchers reach only part of the model. The rest is the same in both worlds, so that engine and
exports carry a second copy of the reached part alone.
"""

from collections.abc import Mapping

from planner.model.graph import COUNTERFACTUAL_OF, COUNTERFACTUAL_ZERO, Equation, Model

WITHOUT = "_without_vouchers"


def reached(system: Model) -> frozenset[str]:
    """Return the equations that vouchers reach and that enterprises rest on."""
    below = {name: _needs(equation) for name, equation in system.equations.items()}
    from_vouchers = _closure(set(COUNTERFACTUAL_ZERO), _turned(below))
    return frozenset(from_vouchers & _closure({COUNTERFACTUAL_OF}, below) & system.equations.keys())


def _needs(equation: Equation) -> frozenset[str]:
    return frozenset(equation.needs) | ({equation.start} if equation.start else set())


def _turned(below: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    above: dict[str, set[str]] = {}
    for name, needs in below.items():
        for need in needs:
            above.setdefault(need, set()).add(name)
    return {name: frozenset(found) for name, found in above.items()}


def _closure(start: set[str], step: Mapping[str, frozenset[str]]) -> set[str]:
    found, waiting = set(start), list(start)
    while waiting:
        new = step.get(waiting.pop(), frozenset()) - found
        found |= new
        waiting.extend(new)
    return found
