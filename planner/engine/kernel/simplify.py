"""Makes expressions smaller without changing what they are worth (constant folding).

Fourth floor of planner. Zeros and ones are carried out, so that what a world without vouchers
multiplies by nothing is not computed at all; powers are written with exp and log, so that their
constant parts can leave the time loop. What each rule takes for granted stands beside it: values
are finite, what is divided by is not zero, and inputs whose range begins at zero are not negative.
"""

import ast
from collections.abc import Mapping
from dataclasses import dataclass, field

from planner.model.expression import called
from planner.model.subscripts import SUBSCRIPTS

ZERO, ONE = ast.Constant(0.0), ast.Constant(1.0)
_KEEPING_ZERO = frozenset({*SUBSCRIPTS, "above_zero"})
_NOTHING_LEFT: Mapping[str, float] = {"exp": 0.0, "log": 1.0}
"""Of what exp and log are exactly one and zero."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of names: what some stand for, and which are never negative."""

    known: Mapping[str, ast.expr] = field(default_factory=dict)
    not_negative: frozenset[str] = frozenset()


def simplified(node: ast.expr, facts: Facts) -> ast.expr:
    """Return the expression with known names replaced and zeros and ones carried out."""
    made: ast.expr = _Simplify(facts).visit(node)
    return made


def is_zero(node: ast.expr) -> bool:
    """Tell whether an expression is the number zero."""
    return number_of(node) == 0


def number_of(node: ast.expr) -> float | None:
    """Return the number an expression is, None where it is none."""
    value = node.value if isinstance(node, ast.Constant) else None
    return float(value) if isinstance(value, int | float) else None


def without_power(node: ast.expr) -> ast.expr:
    """Return the expression with powers of positive numbers as exp(log(x) * y)."""
    made: ast.expr = _WithoutPower().visit(node)
    return made


def same(first: ast.expr, second: ast.expr) -> bool:
    """Tell whether two expressions read alike."""
    return ast.unparse(first) == ast.unparse(second)


class _Simplify(ast.NodeTransformer):
    def __init__(self, facts: Facts) -> None:
        self._facts = facts

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self._facts.known.get(node.id, node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.expr:
        operand = self.visit(node.operand)
        return ZERO if is_zero(operand) else ast.UnaryOp(node.op, operand)

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        left: ast.expr = self.visit(node.left)
        right: ast.expr = self.visit(node.right)
        match node.op:
            case ast.Mult():
                return _product(left, right)
            case ast.Div():
                return _quotient(left, right)
            case ast.Add() if is_zero(left):
                return right
            case ast.Add() | ast.Sub() if is_zero(right):
                return left
        return ast.BinOp(left, node.op, right)

    def visit_Call(self, node: ast.Call) -> ast.expr:
        given: list[ast.expr] = [self.visit(argument) for argument in node.args]
        name = called(node)
        keeps_zero = name in _KEEPING_ZERO and all(map(is_zero, given))
        match name:
            case _ if keeps_zero or (name == "share_of" and is_zero(given[0])):
                return ZERO
            case "exp" | "log" if number_of(given[0]) == _NOTHING_LEFT[name]:
                return ONE if name == "exp" else ZERO
            case "smaller" | "larger":
                return self._picked(name, *given)
            case "choose":
                return _chosen(*given)
        return ast.Call(node.func, given, [])

    def _picked(self, name: str, first: ast.expr, second: ast.expr) -> ast.expr:
        """Return the smaller or larger of two where it is plain which one that is."""
        if same(first, second):
            return first
        for one, other in ((first, second), (second, first)):
            if is_zero(one) and self._is_not_negative(other):
                return one if name == "smaller" else other
        return ast.Call(ast.Name(name), [first, second], [])

    def _is_not_negative(self, node: ast.expr) -> bool:
        number = number_of(node)
        is_known = isinstance(node, ast.Name) and node.id in self._facts.not_negative
        return is_known or (number is not None and number >= 0)


def _product(left: ast.expr, right: ast.expr) -> ast.expr:
    """Nothing times a finite value is nothing."""
    if is_zero(left) or is_zero(right):
        return ZERO
    if number_of(left) == 1:
        return right
    return left if number_of(right) == 1 else ast.BinOp(left, ast.Mult(), right)


def _quotient(left: ast.expr, right: ast.expr) -> ast.expr:
    """Nothing by a value that is not zero is nothing, and such a value by itself is one."""
    if is_zero(left):
        return ZERO
    if same(left, right):
        return ONE
    return left if number_of(right) == 1 else ast.BinOp(left, ast.Div(), right)


def _chosen(condition: ast.expr, yes: ast.expr, no: ast.expr) -> ast.expr:
    """Return what is chosen where the choice is plain."""
    if same(yes, no):
        return yes
    if isinstance(condition, ast.Compare):
        first, second = number_of(condition.left), number_of(condition.comparators[0])
        if first is not None and second is not None:
            holds = first < second if isinstance(condition.ops[0], ast.Lt) else first > second
            return yes if holds else no
    return ast.Call(ast.Name("choose"), [condition, yes, no], [])


class _WithoutPower(ast.NodeTransformer):
    def visit_Call(self, node: ast.Call) -> ast.expr:
        given = [self.visit(argument) for argument in node.args]
        if called(node) != "power":
            return ast.Call(node.func, given, [])
        exponent = ast.BinOp(ast.Call(ast.Name("log"), given[:1], []), ast.Mult(), given[1])
        return ast.Call(ast.Name("exp"), [exponent], [])
