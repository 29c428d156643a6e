"""Takes out of the time loop what can be computed outside of it (loop-invariant code motion).

Fourth floor of planner. Every part of an equation is computed as rarely as what it rests on allows:
once for all futures and steps, once a step for all futures, or once a future. Exponentials of time
at a rate that differs between futures become stocks that grow at it, which costs a multiplication a
step. Costly parts of an area's equation that are the same in all areas are computed once for the
nation, and a division by what is computed elsewhere becomes a product with its reciprocal.
"""

import ast
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any, Literal

from planner.engine.kernel.simplify import ONE, number_of, without_power
from planner.engine.kernel.worlds import Definition
from planner.model.expression import index_of, names
from planner.model.graph import Model
from planner.model.indices import Index

Place = Literal["nation", "area"]

NATIONAL = "national_"


class Level(IntEnum):
    """How often a value has to be computed; each is named by what it differs between.

    shared: between nothing. moment: between steps. future: between futures. moving: between both.
    """

    SHARED = 0
    MOMENT = 1
    FUTURE = 2
    MOVING = 3


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

    `levels` says it of every name. A grown stock's definition holds its net flow and its start.
    Flows of stocks stand under the stocks' own names.
    """

    indices: dict[str, Index | None]
    levels: dict[str, Level]
    grown: list[Definition] = field(default_factory=list)
    by_level: dict[Level, list[Assignment]] = field(
        default_factory=lambda: {level: [] for level in Level}
    )

    def level_of(self, node: ast.expr) -> Level:
        """Return how often an expression has to be computed."""
        found = {self.levels[name] for name in names(node)} | {Level.SHARED}
        both = found >= {Level.MOMENT, Level.FUTURE}
        return Level.MOVING if both else max(found)


def hoist(definitions: Sequence[Definition], system: Model) -> Hoisted:
    """Return the definitions as assignments, outer parts taken out."""
    indices = {**system.indices} | {one.name: one.index for one in definitions}
    found = Hoisted(indices, _levels_of_inputs(system))
    stocks = {one.name for one in definitions if one.is_stock}
    steady = _moved_by_levers(definitions, found.levels)
    found.levels |= {name: Level.MOMENT if name in steady else Level.MOVING for name in stocks}
    taker = _TakeOut(found)
    for one in definitions:
        value = without_power(one.value)
        level = found.levels[one.name] if one.is_stock else found.level_of(value)
        found.levels[one.name] = level
        left = taker.take_out(value, level, one.index)
        found.by_level[level].append(Assignment(one.name, one.index, left))
    return found


def _levels_of_inputs(system: Model) -> dict[str, Level]:
    levels = dict.fromkeys((*system.constants, *system.conversions, "step"), Level.SHARED)
    levels |= dict.fromkeys((*system.path_levers, "time", "elapsed"), Level.MOMENT)
    return levels | dict.fromkeys(system.assumptions, Level.FUTURE)


def _moved_by_levers(
    definitions: Iterable[Definition], levels: Mapping[str, Level]
) -> frozenset[str]:
    """Return the stocks that rest on nothing but levers, constants, the clock and each other.

    Found by assuming it of every stock and dropping those that contradict, until none does.
    """
    alike = {one.name: one for one in definitions if one.is_stock}
    while True:
        known = {name for name, level in levels.items() if level <= Level.MOMENT} | alike.keys()
        for one in definitions:
            if not one.is_stock and names(one.value) <= known:
                known.add(one.name)
        wrong = {name for name, one in alike.items() if not _all_names(one) <= known}
        if not wrong:
            return frozenset(alike)
        alike = {name: one for name, one in alike.items() if name not in wrong}


def _all_names(one: Definition) -> frozenset[str]:
    return names(one.value) | (names(one.start) if one.start is not None else frozenset())


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
            level = self._found.level_of(node)
            if level < self._level:
                return self._named(node, f"{level.name.lower()}_", level)
            if level is Level.MOVING and (rate := self._rate_of_growth(node)) is not None:
                return self._grown(node, rate)
            if self._national and _is_costly(node) and self._index(node) is None:
                return self._named(node, NATIONAL, level)
        return super().visit(node)

    def visit_Call(self, node: ast.Call) -> ast.expr:
        return ast.Call(node.func, [self.visit(argument) for argument in node.args], [])

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        """Multiply by the reciprocal of what is computed less often."""
        if isinstance(node.op, ast.Div) and self._level is Level.MOVING:
            divisor = number_of(node.right)
            if divisor:
                node = ast.BinOp(node.left, ast.Mult(), ast.Constant(1.0 / divisor))
            elif self._found.level_of(node.right) < Level.MOVING:
                node = ast.BinOp(node.left, ast.Mult(), ast.BinOp(ONE, ast.Div(), node.right))
        return ast.BinOp(self.visit(node.left), node.op, self.visit(node.right))

    def _index(self, node: ast.expr) -> Index | None:
        return index_of(node, self._found.indices, "hoist")

    def _named(self, node: ast.expr, prefix: str, level: Level) -> ast.expr:
        """Return the name of a part that is computed by itself."""

        def define(name: str) -> None:
            index = self._found.indices[name]
            left = self.take_out(node, level, index)
            self._found.levels[name] = level
            self._found.by_level[level].append(Assignment(name, index, left))

        return self._once(node, prefix, define)

    def _once(self, node: ast.expr, prefix: str, define: Callable[[str], None]) -> ast.expr:
        key = ast.unparse(node)
        if key not in self._known:
            name = self._known[key] = f"{prefix}{len(self._known)}"
            self._found.indices[name] = self._index(node)
            define(name)
        return ast.Name(self._known[key])

    def _grown(self, node: ast.expr, rate: ast.expr) -> ast.expr:
        """Return the name of a stock that grows as the exponential does, from one."""

        def define(name: str) -> None:
            step = ast.Name("step")
            a_step = ast.Call(ast.Name("exp"), [ast.BinOp(rate, ast.Mult(), step)], [])
            gain = ast.BinOp(ast.BinOp(a_step, ast.Sub(), ONE), ast.Div(), step)
            index = self._found.indices[name]
            self._found.levels[name] = Level.MOVING
            value = ast.BinOp(ast.Name(name), ast.Mult(), gain)
            flow = self.take_out(value, Level.MOVING, index)
            self._found.grown.append(Definition(name, index, flow, start=ONE))
            self._found.by_level[Level.MOVING].append(Assignment(name, index, flow))

        return self._once(node, "growth_", define)

    def _rate_of_growth(self, node: ast.expr) -> ast.expr | None:
        """Return the rate c of exp(c * elapsed), None for any other expression."""
        match node:
            case ast.Call(func=ast.Name(id="exp"), args=[argument]):
                return self._slope(argument)
        return None

    def _slope(self, node: ast.expr) -> ast.expr | None:
        """Return the c of an expression that is c * elapsed, None for any other."""
        match node:
            case ast.Name(id="elapsed"):
                return ONE
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                slope = self._slope(operand)
                return None if slope is None else ast.UnaryOp(ast.USub(), slope)
            case ast.BinOp(left=left, op=ast.Mult() | ast.Div() as op, right=right):
                slope = self._slope(left)
                if slope is not None and self._is_constant(right):
                    return ast.BinOp(slope, op, right)
                slope = self._slope(right)
                if slope is not None and isinstance(op, ast.Mult) and self._is_constant(left):
                    return ast.BinOp(left, op, slope)
        return None

    def _is_constant(self, node: ast.expr) -> bool:
        return self._found.level_of(node) in {Level.SHARED, Level.FUTURE}


def _is_costly(node: ast.expr) -> bool:
    """Tell whether an expression is worth a place in memory."""
    return any(
        isinstance(part, ast.Call) or (isinstance(part, ast.BinOp) and isinstance(part.op, ast.Div))
        for part in ast.walk(node)
    )
