"""Makes expressions smaller without changing what they are worth.

Fourth floor of planner. Zeros and ones are carried out, so that what a world without vouchers
multiplies by nothing is not computed at all; powers are written with exp and log, and logs of
products taken apart, so that their constant parts can leave the time loop.
"""

import ast
from collections.abc import Mapping

from planner.model.expression import called, operands
from planner.model.subscripts import SUBSCRIPTS

ZERO, ONE = ast.Constant(0.0), ast.Constant(1.0)
_KEEPING_ZERO = frozenset({*SUBSCRIPTS, "above_zero"})


def simplified(node: ast.expr, known: Mapping[str, ast.expr]) -> ast.expr:
    """Return the expression with `known` names replaced and zeros and ones carried out."""
    made: ast.expr = _Simplify(known).visit(node)
    return made


def is_zero(node: ast.expr) -> bool:
    """Tell whether an expression is the number zero."""
    return _number(node) == 0


def without_power(node: ast.expr) -> ast.expr:
    """Return the expression with powers as exp(log(x) * y), and logs of quotients as differences.

    A quotient's log that stands alone costs as much as before: a division less, a log more.
    """
    made: ast.expr = _WithoutPower().visit(node)
    return made


def same(first: ast.expr, second: ast.expr) -> bool:
    """Tell whether two expressions read alike."""
    return ast.unparse(first) == ast.unparse(second)


class _Simplify(ast.NodeTransformer):
    def __init__(self, known: Mapping[str, ast.expr]) -> None:
        self._known = known

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self._known.get(node.id, node)

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
        arguments: list[ast.expr] = [self.visit(argument) for argument in node.args]
        name = called(node)
        if name in _KEEPING_ZERO and all(map(is_zero, arguments)):
            return ZERO
        if name in {"smaller", "larger"} and same(*arguments):
            return arguments[0]
        if name == "choose" and same(arguments[1], arguments[2]):
            return arguments[1]
        return ast.Call(node.func, arguments, [])


def _product(left: ast.expr, right: ast.expr) -> ast.expr:
    if is_zero(left) or is_zero(right):
        return ZERO
    if _number(left) == 1:
        return right
    return left if _number(right) == 1 else ast.BinOp(left, ast.Mult(), right)


def _quotient(left: ast.expr, right: ast.expr) -> ast.expr:
    if is_zero(left):
        return ZERO
    if same(left, right):
        return ONE
    return left if _number(right) == 1 else ast.BinOp(left, ast.Div(), right)


def _number(node: ast.expr) -> float | None:
    value = node.value if isinstance(node, ast.Constant) else None
    return float(value) if isinstance(value, int | float) else None


class _WithoutPower(ast.NodeTransformer):
    def visit_Call(self, node: ast.Call) -> ast.expr:
        arguments = [self.visit(argument) for argument in node.args]
        match called(node):
            case "power":
                return _call("exp", ast.BinOp(_log(arguments[0]), ast.Mult(), arguments[1]))
            case "log":
                return _log(arguments[0])
        return ast.Call(node.func, arguments, [])


def _log(node: ast.expr) -> ast.expr:
    match node:
        case ast.BinOp(left=left, op=ast.Div(), right=right):
            return ast.BinOp(_log(left), ast.Sub(), _log(right))
    return _call("log", node)


def _call(name: str, *arguments: ast.expr) -> ast.Call:
    return ast.Call(ast.Name(name), list(arguments), [])


def calls(node: ast.expr, name: str) -> list[ast.Call]:
    """Return every call of a function within an expression, outer ones first."""
    found = [node] if isinstance(node, ast.Call) and called(node) == name else []
    for child in operands(node):
        found.extend(calls(child, name))
    return found
