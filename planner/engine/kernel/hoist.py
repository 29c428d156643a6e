"""Takes out of the time loop what can be computed outside of it (loop-invariant code motion).

Fourth floor of planner. Every part of an equation is computed as rarely as what it rests on allows:
once for all futures and steps, once a step for all futures, or once a future. Parts of an area's
equation that are the same in all areas are computed once for the nation.
"""

import ast
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from planner.engine.kernel.definition import Definition
from planner.engine.kernel.levels import Level, level_of, levels_of
from planner.engine.kernel.simplify import without_power
from planner.model.expression import index_of
from planner.model.graph import Model
from planner.model.indices import Index

Place = Literal["nation", "area"]

NATIONAL = "national_"


@dataclass(frozen=True, slots=True)
class Assignment:
    """One value to compute: its name, its index, and the expression that gives it."""

    name: str
    index: Index | None
    value: ast.expr

    @property
    def place(self) -> Place:
        """The kind of loop that computes it."""
        return "area" if self.index == "area" else "nation"


@dataclass(slots=True)
class Hoisted:
    """What became of the equations: assignments in computing order, by how often they are computed.

    `levels` says it of every name. Flows of stocks stand under the stocks' own names.
    """

    indices: dict[str, Index | None]
    levels: dict[str, Level]
    by_level: dict[Level, list[Assignment]] = field(
        default_factory=lambda: {level: [] for level in Level}
    )


def hoist(definitions: Sequence[Definition], system: Model) -> Hoisted:
    """Return the definitions as assignments, outer parts taken out."""
    indices = {**system.indices} | {one.name: one.index for one in definitions}
    found = Hoisted(indices, levels_of(definitions, system))
    taker = _TakeOut(found)
    for one in definitions:
        level = found.levels[one.name]
        left = taker.take_out(without_power(one.value), level, one.index)
        found.by_level[level].append(Assignment(one.name, one.index, left))
    return found


class _TakeOut(ast.NodeTransformer):
    """Rewrites one expression after another; equal parts are taken out once."""

    def __init__(self, found: Hoisted) -> None:
        self._found = found
        self._known: dict[str, str] = {}
        self._level = Level.MOVING
        self._national = False

    def take_out(self, node: ast.expr, level: Level, index: Index | None) -> ast.expr:
        """Return what is left of an expression of a level, in a loop over areas or not."""
        around = self._level, self._national
        self._level, self._national = level, index == "area"
        left: ast.expr = self.visit(node)
        self._level, self._national = around
        return left

    def visit(self, node: ast.AST) -> Any:  # noqa: ANN401 - as the class above has it
        if isinstance(node, ast.BinOp | ast.Call):
            level = level_of(node, self._found.levels)
            if level < self._level:
                return self._named(node, f"{level.name.lower()}_", level)
            if self._national and self._index(node) is None:
                return self._named(node, NATIONAL, level)
        return super().visit(node)

    def visit_Call(self, node: ast.Call) -> ast.expr:
        return ast.Call(node.func, [self.visit(argument) for argument in node.args], [])

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        return ast.BinOp(self.visit(node.left), node.op, self.visit(node.right))

    def _index(self, node: ast.expr) -> Index | None:
        return index_of(node, self._found.indices, "hoist")

    def _named(self, node: ast.expr, prefix: str, level: Level) -> ast.expr:
        """Return the name of a part that is computed by itself."""
        key = ast.unparse(node)
        if key not in self._known:
            name = self._known[key] = f"{prefix}{len(self._known)}"
            index = self._found.indices[name] = self._index(node)
            left = self.take_out(node, level, index)
            self._found.levels[name] = level
            self._found.by_level[level].append(Assignment(name, index, left))
        return ast.Name(self._known[key])
