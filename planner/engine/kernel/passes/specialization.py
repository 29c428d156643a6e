"""Specialization: the equations of both worlds, with and without vouchers, as one list to compute.

Fourth floor of planner. What vouchers reach stands a second time after itself, with the levers of
vouchers set to zero (partial evaluation). What is zero then is found by assuming it of everything
and dropping what contradicts, until nothing does (optimistic constant propagation): a stock that
starts at zero and whose flow is zero while all such are zero stays so.
"""

import ast
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import replace
from typing import get_args

from planner.engine.kernel.passes.constant_folding import ZERO, Facts, folded, is_zero
from planner.engine.kernel.passes.definition import Definition
from planner.engine.kernel.passes.reassociation import reassociated
from planner.engine.kernel.passes.uniformity import made_uniform
from planner.engine.kernel.passes.variability import variabilities_of
from planner.facts.record import Figures
from planner.model.counterfactual import reached
from planner.model.graph import COUNTERFACTUAL_ZERO, WITHOUT, Model
from planner.model.inputs import default_value, elements_of
from planner.model.language.expression import expression


def definitions(system: Model) -> tuple[Definition, ...]:
    """Return every variable in computing order, each counterfactual one after its original.

    What is zero in both worlds is still listed, and stands for nothing in all others.
    """
    copied, not_negative = reached(system), _not_negative(system)
    originals: dict[str, Definition] = {}
    zeros: dict[str, ast.expr] = {}
    for name in system.equations:
        originals[name] = _rewritten(_original(system, name), Facts(zeros, not_negative))
        if not originals[name].is_stock and is_zero(originals[name].value):
            zeros[name] = ZERO
    variabilities = variabilities_of(tuple(originals.values()), system)
    originals = {
        name: reassociated(o, variabilities, system.indices) for name, o in originals.items()
    }
    copies = _without_vouchers({name: originals[name] for name in copied}, system, not_negative)
    both: list[Definition] = []
    for name, original in originals.items():
        both.append(original)
        if name in copies:
            both.append(copies[name])
    return tuple(both)


def _original(system: Model, name: str) -> Definition:
    equation = system.equations[name]
    start = None if equation.start is None else ast.Name(equation.start)
    value = deepcopy(expression(equation.function))
    return Definition(name, equation.index, value, start, equation.signed)


def _not_negative(system: Model) -> frozenset[str]:
    """Return the inputs that are never negative: by their range, or by all values they may have."""
    keys = {row.key for row in system.path_levers.values() if row.least >= 0}
    keys |= {row.key for row in system.assumptions.values() if row.least >= 0}
    for row in system.constants.values():
        values = [default_value(row, e, f) for e in elements_of(row) for f in get_args(Figures)]
        if min(values) >= 0:
            keys.add(row.key)
    return frozenset(keys)


def _without_vouchers(
    originals: Mapping[str, Definition], system: Model, not_negative: frozenset[str]
) -> dict[str, Definition]:
    """Return the copies by the names of their originals, without those that are zero."""
    renamed: dict[str, ast.expr] = {name: ast.Name(name + WITHOUT) for name in originals}
    renamed |= dict.fromkeys(COUNTERFACTUAL_ZERO, ZERO)
    copies = {
        name: replace(_rewritten(one, Facts(renamed, not_negative)), name=name + WITHOUT)
        for name, one in originals.items()
    }
    zeros: dict[str, ast.expr] = {name + WITHOUT: ZERO for name in copies}
    while True:
        facts = Facts(zeros, not_negative)
        wrong = {c.name for c in copies.values() if c.name in zeros and not _is_zero(c, facts)}
        if not wrong:
            break
        zeros = {name: value for name, value in zeros.items() if name not in wrong}
    left = {name: _rewritten(c, facts) for name, c in copies.items() if c.name not in zeros}
    return made_uniform(left, system.indices)


def _is_zero(one: Definition, facts: Facts) -> bool:
    rewritten = _rewritten(one, facts)
    return is_zero(rewritten.value) and (rewritten.start is None or is_zero(rewritten.start))


def _rewritten(one: Definition, facts: Facts) -> Definition:
    start = None if one.start is None else folded(one.start, facts)
    return replace(one, value=folded(deepcopy(one.value), facts), start=start)
