"""Constant folding: carries out zeros and ones, and choices that are already decided.

Fourth floor of planner. What a world without vouchers multiplies by zero is then not computed at
all. Each rule is a function that returns what a node becomes, None where it does not apply; its
docstring says what it takes for granted. None changes the last bit of a finite value.
"""

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from planner.model.language.expression import called
from planner.model.language.subscripts import SUBSCRIPTS

ZERO, ONE = ast.Constant(0.0), ast.Constant(1.0)
_KEEPING_ZERO = frozenset({*SUBSCRIPTS, "above_zero"})
_EXTREMES = frozenset({"smaller", "larger"})

Rule = Callable[[ast.expr], ast.expr | None]


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of names: what some stand for, and which are never negative."""

    known: Mapping[str, ast.expr] = field(default_factory=dict)
    not_negative: frozenset[str] = frozenset()


def folded(node: ast.expr, facts: Facts) -> ast.expr:
    """Return the expression with known names replaced and every rule applied."""
    left: ast.expr = _Fold(facts).visit(node)
    return left


def is_zero(node: ast.expr) -> bool:
    """Tell whether an expression is the number zero."""
    return number_of(node) == 0


def number_of(node: ast.expr) -> float | None:
    """Return the number an expression is, None where it is none."""
    value = node.value if isinstance(node, ast.Constant) else None
    return float(value) if isinstance(value, int | float) else None


def zero_product(node: ast.expr) -> ast.expr | None:
    """Zero times x is zero. Assumes that x is finite."""
    match node:
        case ast.BinOp(left, ast.Mult(), right) if is_zero(left) or is_zero(right):
            return ZERO
    return None


def one_product(node: ast.expr) -> ast.expr | None:
    """One times x is x."""
    match node:
        case ast.BinOp(left, ast.Mult(), right) if number_of(left) == 1:
            return right
        case ast.BinOp(left, ast.Mult(), right) if number_of(right) == 1:
            return left
    return None


def zero_quotient(node: ast.expr) -> ast.expr | None:
    """Zero divided by x is zero. Assumes that x is not zero."""
    match node:
        case ast.BinOp(left, ast.Div()) if is_zero(left):
            return ZERO
    return None


def quotient_of_equals(node: ast.expr) -> ast.expr | None:
    """Return one for x / x. Assumes that x is finite and not zero."""
    match node:
        case ast.BinOp(left, ast.Div(), right) if _alike(left, right):
            return ONE
    return None


def quotient_by_one(node: ast.expr) -> ast.expr | None:
    """Return x for x / 1."""
    match node:
        case ast.BinOp(left, ast.Div(), right) if number_of(right) == 1:
            return left
    return None


def zero_sum(node: ast.expr) -> ast.expr | None:
    """Return x for x + 0, 0 + x and x - 0."""
    match node:
        case ast.BinOp(left, ast.Add(), right) if is_zero(left):
            return right
        case ast.BinOp(left, ast.Add() | ast.Sub(), right) if is_zero(right):
            return left
    return None


def zero_negation(node: ast.expr) -> ast.expr | None:
    """Return zero for -0."""
    match node:
        case ast.UnaryOp(ast.USub(), operand) if is_zero(operand):
            return ZERO
    return None


def zero_call(node: ast.expr) -> ast.expr | None:
    """Sums, selections and placements of zeros are zero, as are what is above zero and a share."""
    match node:
        case ast.Call(ast.Name("share_of"), [part, _]) if is_zero(part):
            return ZERO
        case ast.Call(ast.Name(name), given) if name in _KEEPING_ZERO and all(map(is_zero, given)):
            return ZERO
    return None


def exp_of_zero(node: ast.expr) -> ast.expr | None:
    """Return one for exp(0)."""
    match node:
        case ast.Call(ast.Name("exp"), [power]) if is_zero(power):
            return ONE
    return None


def log_of_one(node: ast.expr) -> ast.expr | None:
    """Return zero for log(1)."""
    match node:
        case ast.Call(ast.Name("log"), [value]) if number_of(value) == 1:
            return ZERO
    return None


def extreme_of_equals(node: ast.expr) -> ast.expr | None:
    """Return x where it is the smaller or larger of itself."""
    match node:
        case ast.Call(ast.Name(name), [first, second]) if name in _EXTREMES:
            return first if _alike(first, second) else None
    return None


def choice_of_equals(node: ast.expr) -> ast.expr | None:
    """Return x where x is chosen either way."""
    match node:
        case ast.Call(ast.Name("choose"), [_, yes, no]) if _alike(yes, no):
            return yes
    return None


def decided_choice(node: ast.expr) -> ast.expr | None:
    """Return what is chosen where two numbers are compared."""
    match node:
        case ast.Call(ast.Name("choose"), [ast.Compare(left, [sign], [right]), yes, no]):
            first, second = number_of(left), number_of(right)
            if first is None or second is None:
                return None
            holds = first < second if isinstance(sign, ast.Lt) else first > second
            return yes if holds else no
    return None


RULES: Final[tuple[Rule, ...]] = (
    zero_product,
    one_product,
    zero_quotient,
    quotient_of_equals,
    quotient_by_one,
    zero_sum,
    zero_negation,
    zero_call,
    exp_of_zero,
    log_of_one,
    extreme_of_equals,
    choice_of_equals,
    decided_choice,
)
"""The first that applies to a node is applied, once what is below the node has been folded."""


def extreme_with_zero(node: ast.expr, not_negative: frozenset[str]) -> ast.expr | None:
    """Return the smaller or larger of zero and x. Assumes that the named x are not negative."""
    match node:
        case ast.Call(ast.Name(name), [first, second]) if name in _EXTREMES:
            for zero, other in ((first, second), (second, first)):
                if is_zero(zero) and _is_not_negative(other, not_negative):
                    return zero if name == "smaller" else other
    return None


def _is_not_negative(node: ast.expr, not_negative: frozenset[str]) -> bool:
    number = number_of(node)
    is_known = isinstance(node, ast.Name) and node.id in not_negative
    return is_known or (number is not None and number >= 0)


def _alike(first: ast.expr, second: ast.expr) -> bool:
    """Tell whether two expressions read alike."""
    return ast.unparse(first) == ast.unparse(second)


class _Fold(ast.NodeTransformer):
    def __init__(self, facts: Facts) -> None:
        self._facts = facts

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self._facts.known.get(node.id, node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.expr:
        return self._reduced(ast.UnaryOp(node.op, self.visit(node.operand)))

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        return self._reduced(ast.BinOp(self.visit(node.left), node.op, self.visit(node.right)))

    def visit_Call(self, node: ast.Call) -> ast.expr:
        given = [self.visit(argument) for argument in node.args]
        return self._reduced(ast.Call(ast.Name(called(node)), given, []))

    def _reduced(self, node: ast.expr) -> ast.expr:
        for rule in RULES:
            left = rule(node)
            if left is not None:
                return left
        return extreme_with_zero(node, self._facts.not_negative) or node
