"""Strength reduction: puts cheaper operations in the time loop in place of dear ones.

Fourth floor of planner. Each rule moves the dear part to an operand that changes more rarely, from
where code motion takes it out of the loop. Rounding differs in the last digit from that of the
equations as they are written.
"""

import ast

from planner.engine.kernel.passes.constant_folding import ONE
from planner.engine.kernel.passes.variability import Variabilities, Variability, variability_of
from planner.model.language.expression import called, parameters, substituted
from planner.model.language.functions import FUNCTIONS


def with_reciprocals(node: ast.expr, variabilities: Variabilities) -> ast.expr:
    """Return the expression with shares of an invariant as products with its reciprocal.

    `share_of(x, whole)` becomes `x * share_of(1, whole)`. Assumes that x is finite.
    """
    left: ast.expr = _WithReciprocals(variabilities).visit(node)
    return left


def with_expanded_powers(node: ast.expr) -> ast.expr:
    """Return the expression with each power as exp(log(base) * exponent), its kernel's text.

    Assumes that bases are positive. The logarithm of an invariant base, or the whole power of
    invariants, then leaves the loop.
    """
    left: ast.expr = _WithExpandedPowers().visit(node)
    return left


class _WithReciprocals(ast.NodeTransformer):
    def __init__(self, variabilities: Variabilities) -> None:
        self._variabilities = variabilities

    def visit_Call(self, node: ast.Call) -> ast.expr:
        given = [self.visit(argument) for argument in node.args]
        if called(node) != "share_of" or self._is_moving(given[1]):
            return ast.Call(node.func, given, [])
        return ast.BinOp(given[0], ast.Mult(), ast.Call(node.func, [ONE, given[1]], []))

    def _is_moving(self, node: ast.expr) -> bool:
        return variability_of(node, self._variabilities) is Variability.MOVING


class _WithExpandedPowers(ast.NodeTransformer):
    def visit_Call(self, node: ast.Call) -> ast.expr:
        given = [self.visit(argument) for argument in node.args]
        if called(node) != "power":
            return ast.Call(node.func, given, [])
        row = FUNCTIONS["power"]
        values = dict(zip(parameters(row.function), given, strict=True))
        return substituted(ast.parse(row.kernel, mode="eval").body, values)
