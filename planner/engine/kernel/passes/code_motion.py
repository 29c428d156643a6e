"""Loop-invariant code motion: takes out of the loops what can be computed outside of them.

Fourth floor of planner. Every part of an equation is computed as rarely as what it rests on allows:
once for all futures and steps, once a step for all futures, or once a future. Parts of an area's
equation that are the same in all areas are computed once for the nation. Parts that read alike are
taken out once (common subexpression elimination). A part is computed even where a choice drops it:
nothing that an equation may call has an effect. No value changes, not to the last bit.
"""

import ast
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from planner.engine.kernel.passes.definition import Assignment, Definition
from planner.engine.kernel.passes.strength_reduction import with_expanded_powers
from planner.engine.kernel.passes.variability import Variability, variabilities_of, variability_of
from planner.model.graph import Model
from planner.model.indices import Index
from planner.model.language.expression import index_of

NATIONAL = "national_"


@dataclass(slots=True)
class Hoisted:
    """What became of the equations: assignments in computing order, by how often they are computed.

    `variabilities` says it of every name. Flows of stocks stand under the stocks' own names.
    """

    indices: dict[str, Index | None]
    variabilities: dict[str, Variability]
    by_variability: dict[Variability, list[Assignment]] = field(
        default_factory=lambda: {variability: [] for variability in Variability}
    )


def hoist(definitions: Sequence[Definition], system: Model) -> Hoisted:
    """Return the definitions as assignments, outer parts taken out."""
    indices = {**system.indices} | {one.name: one.index for one in definitions}
    hoisted = Hoisted(indices, variabilities_of(definitions, system))
    taker = _TakeOut(hoisted)
    for one in definitions:
        variability = hoisted.variabilities[one.name]
        left = taker.take_out(with_expanded_powers(one.value), variability, one.index)
        hoisted.by_variability[variability].append(Assignment(one.name, one.index, left))
    return hoisted


class _TakeOut(ast.NodeTransformer):
    """Rewrites one expression after another; equal parts are taken out once."""

    def __init__(self, hoisted: Hoisted) -> None:
        self._hoisted = hoisted
        self._known: dict[str, str] = {}
        self._variability = Variability.MOVING
        self._national = False

    def take_out(self, node: ast.expr, variability: Variability, index: Index | None) -> ast.expr:
        """Return what is left of an expression of some variability, in a loop over areas or not."""
        around = self._variability, self._national
        self._variability, self._national = variability, index == "area"
        left: ast.expr = self.visit(node)
        self._variability, self._national = around
        return left

    def visit(self, node: ast.AST) -> Any:  # noqa: ANN401 - as the class above has it
        if isinstance(node, ast.BinOp | ast.Call):
            variability = variability_of(node, self._hoisted.variabilities)
            if variability < self._variability:
                return self._named(node, f"{variability.name.lower()}_", variability)
            if self._national and self._index(node) is None:
                return self._named(node, NATIONAL, variability)
        return super().visit(node)

    def visit_Call(self, node: ast.Call) -> ast.expr:
        return ast.Call(node.func, [self.visit(argument) for argument in node.args], [])

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        return ast.BinOp(self.visit(node.left), node.op, self.visit(node.right))

    def _index(self, node: ast.expr) -> Index | None:
        return index_of(node, self._hoisted.indices, "code motion")

    def _named(self, node: ast.expr, prefix: str, variability: Variability) -> ast.expr:
        """Return the name of a part that is computed by itself."""
        key = ast.unparse(node)
        if key not in self._known:
            name = self._known[key] = f"{prefix}{len(self._known)}"
            index = self._hoisted.indices[name] = self._index(node)
            left = self.take_out(node, variability, index)
            self._hoisted.variabilities[name] = variability
            self._hoisted.by_variability[variability].append(Assignment(name, index, left))
        return ast.Name(self._known[key])
