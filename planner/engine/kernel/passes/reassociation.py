"""Reassociation: reorders products so that factors that change alike are multiplied first.

Fourth floor of planner. Of `a * b / c * d` those factors that are computed once a run, once a step
or once a future become one factor that is computed as rarely; those that are the same in all places
become one that is computed once for the nation. What is left costs one division at most. Assumes
that no product of some factors alone overflows or is zero where it divides. Rounding differs in the
last digits from that of the equations as they are written; both worlds are made from the same
reordered equations, so that they still round alike.
"""

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from planner.engine.kernel.passes.constant_folding import ONE
from planner.engine.kernel.passes.definition import Definition
from planner.engine.kernel.passes.strength_reduction import with_reciprocals
from planner.engine.kernel.passes.variability import Variabilities, Variability, variability_of
from planner.model.indices import Index
from planner.model.language.expression import index_of


def reassociated(
    one: Definition, variabilities: Variabilities, indices: Mapping[str, Index | None]
) -> Definition:
    """Return the definition with its products reordered, shares of invariants among them."""
    reduced = with_reciprocals(one.value, variabilities)
    return replace(one, value=_Reassociate(variabilities, indices).visit(reduced))


@dataclass(frozen=True, slots=True)
class _Factor:
    """A factor of a product, or what it is divided by."""

    node: ast.expr
    divides: bool


class _Reassociate(ast.NodeTransformer):
    def __init__(self, variabilities: Variabilities, indices: Mapping[str, Index | None]) -> None:
        self._variabilities = variabilities
        self._indices = indices

    def visit_Call(self, node: ast.Call) -> ast.expr:
        return ast.Call(node.func, [self.visit(argument) for argument in node.args], [])

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        if not isinstance(node.op, ast.Mult | ast.Div):
            return ast.BinOp(self.visit(node.left), node.op, self.visit(node.right))
        factors = [replace(f, node=self.visit(f.node)) for f in _factors(node, divides=False)]
        return self._product(factors)

    def _product(self, factors: Sequence[_Factor]) -> ast.expr:
        """Return the product: what differs between places, times what does not."""
        there = [f for f in factors if self._index(f.node) is not None]
        nation = [f for f in factors if self._index(f.node) is None]
        return _joined(
            [*self._by_variability(there), *self._by_variability(nation, alone=not there)]
        )

    def _by_variability(self, factors: Sequence[_Factor], *, alone: bool = True) -> list[_Factor]:
        """Return moving factors, then one for each lower variability; all as one unless `alone`."""
        alike: dict[Variability, list[_Factor]] = {variability: [] for variability in Variability}
        for factor in factors:
            alike[self._variability(factor.node)].append(factor)
        lower = Variability.FUTURE if alike[Variability.FUTURE] else Variability.MOMENT
        alike[lower] = [*alike[Variability.SHARED], *alike[lower]]
        left = alike[Variability.MOVING]
        for variability in (Variability.FUTURE, Variability.MOMENT):
            if alike[variability]:
                left.append(_Factor(_joined(alike[variability]), divides=False))
        return left if alone or not left else [_Factor(_joined(left), divides=False)]

    def _variability(self, node: ast.expr) -> Variability:
        return variability_of(node, self._variabilities)

    def _index(self, node: ast.expr) -> Index | None:
        return index_of(node, self._indices, "reassociation")


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
