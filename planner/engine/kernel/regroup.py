"""Reorders products so that factors that change alike are multiplied first (reassociation).

Fourth floor of planner. Of `a * b / c * d` those factors that are computed once a run, once a step
or once a future become one factor that is computed as rarely; those that are the same in all places
become one that is computed once for the nation. What is left costs one division at most. Rounding
differs in the last digits from that of the equations as they are written; both worlds are made from
the same reordered equations, so that they still round alike.
"""

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from planner.engine.kernel.definition import Definition
from planner.engine.kernel.levels import Level, Levels, level_of
from planner.engine.kernel.simplify import ONE
from planner.model.expression import called, index_of
from planner.model.indices import Index


def regrouped(one: Definition, levels: Levels, indices: Mapping[str, Index | None]) -> Definition:
    """Return the definition with the products of its expression reordered."""
    return replace(one, value=_Regroup(levels, indices).visit(one.value))


@dataclass(frozen=True, slots=True)
class _Factor:
    """A factor of a product, or what it is divided by."""

    node: ast.expr
    divides: bool


class _Regroup(ast.NodeTransformer):
    def __init__(self, levels: Levels, indices: Mapping[str, Index | None]) -> None:
        self._levels = levels
        self._indices = indices

    def visit_Call(self, node: ast.Call) -> ast.expr:
        given: list[ast.expr] = [self.visit(argument) for argument in node.args]
        if called(node) == "share_of" and self._level(given[1]) < Level.MOVING:
            share = ast.Call(node.func, [ONE, given[1]], [])
            return self._product([_Factor(given[0], divides=False), _Factor(share, divides=False)])
        return ast.Call(node.func, given, [])

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        if not isinstance(node.op, ast.Mult | ast.Div):
            return ast.BinOp(self.visit(node.left), node.op, self.visit(node.right))
        factors = [replace(f, node=self.visit(f.node)) for f in _factors(node, divides=False)]
        return self._product(factors)

    def _product(self, factors: Sequence[_Factor]) -> ast.expr:
        """Return the product: what differs between places, times what does not."""
        there = [f for f in factors if self._index(f.node) is not None]
        nation = [f for f in factors if self._index(f.node) is None]
        return _joined([*self._by_level(there), *self._by_level(nation, alone=not there)])

    def _by_level(self, factors: Sequence[_Factor], *, alone: bool = True) -> list[_Factor]:
        """Return moving factors, then one for each lower level; all as one unless `alone`."""
        found: dict[Level, list[_Factor]] = {level: [] for level in Level}
        for factor in factors:
            found[self._level(factor.node)].append(factor)
        lower = Level.FUTURE if found[Level.FUTURE] else Level.MOMENT
        found[lower] = [*found[Level.SHARED], *found[lower]]
        left = found[Level.MOVING]
        for level in (Level.FUTURE, Level.MOMENT):
            if found[level]:
                left.append(_Factor(_joined(found[level]), divides=False))
        return left if alone or not left else [_Factor(_joined(left), divides=False)]

    def _level(self, node: ast.expr) -> Level:
        return level_of(node, self._levels)

    def _index(self, node: ast.expr) -> Index | None:
        return index_of(node, self._indices, "regroup")


def _factors(node: ast.expr, *, divides: bool) -> list[_Factor]:
    """Return the factors of a product of products and quotients, in order."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult | ast.Div):
        turned = divides != isinstance(node.op, ast.Div)
        return [*_factors(node.left, divides=divides), *_factors(node.right, divides=turned)]
    return [_Factor(node, divides)]


def _joined(factors: Sequence[_Factor]) -> ast.expr:
    """Return the product of factors, divided once by the product of those that divide."""
    above = [factor.node for factor in factors if not factor.divides]
    below = [factor.node for factor in factors if factor.divides]
    product = _multiplied(above) if above else ONE
    return ast.BinOp(product, ast.Div(), _multiplied(below)) if below else product


def _multiplied(nodes: Sequence[ast.expr]) -> ast.expr:
    product, *rest = nodes
    for node in rest:
        product = ast.BinOp(product, ast.Mult(), node)
    return product
