"""Takes out of the time loop what can be computed outside of it.

Fourth floor of planner. Parts that rest on inputs alone are computed once per run. Exponentials of
time become stocks that grow at a constant rate, which costs a multiplication a step. Costly
national parts of an area's equation are computed once for the nation, and logs that several
equations ask for once for all of them.
"""

import ast
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from planner.engine.kernel.simplify import ONE, calls, without_power
from planner.engine.kernel.worlds import Definition
from planner.model.expression import index_of, names
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
    """What became of the equations: `once` per run, `moving` with time; `grown` are new stocks.

    A grown stock's definition holds its net flow and, as its start, its value at the beginning.
    `moving` holds flows of stocks under the stocks' own names.
    """

    indices: dict[str, Index | None]
    constant: set[str]
    once: list[Assignment] = field(default_factory=list)
    moving: list[Assignment] = field(default_factory=list)
    grown: list[Definition] = field(default_factory=list)


def hoist(
    definitions: Sequence[Definition],
    indices: Mapping[str, Index | None],
    inputs: Iterable[str],
) -> Hoisted:
    """Return the definitions as assignments, outer parts taken out."""
    found = Hoisted({**indices} | {one.name: one.index for one in definitions}, {*inputs, "step"})
    taker = _TakeOut(found)
    for one in definitions:
        value = without_power(one.value)
        if not one.is_stock and names(value) <= found.constant:
            found.once.append(Assignment(one.name, one.index, value))
            found.constant.add(one.name)
            continue
        left = taker.take_out(value, national=one.index == "area")
        found.moving.append(Assignment(one.name, one.index, left))
    found.moving = _logs_shared(found)
    return found


class _TakeOut(ast.NodeTransformer):
    """Rewrites one expression after another; equal parts are taken out once."""

    def __init__(self, found: Hoisted) -> None:
        self._found = found
        self._known: dict[str, str] = {}
        self._national = False

    def take_out(self, node: ast.expr, *, national: bool) -> ast.expr:
        """Return what is left of an expression; `national` says that it stands in an area loop."""
        self._national = national
        left: ast.expr = self.visit(node)
        return left

    def visit(self, node: ast.AST) -> Any:  # noqa: ANN401 - as the class above has it
        if isinstance(node, ast.BinOp | ast.Call):
            if names(node) <= self._found.constant:
                return self._named(node, "constant_", self._compute_once)
            if (rate := _rate_of_growth(node, self._found.constant)) is not None:
                return self._named(node, "growth_", lambda name, part: self._grow(name, part, rate))
            if self._national and _is_costly(node) and self._index(node) is None:
                return self._named(node, NATIONAL, self._compute_for_the_nation)
        return super().visit(node)

    def visit_Call(self, node: ast.Call) -> ast.expr:
        return ast.Call(node.func, [self.visit(argument) for argument in node.args], [])

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        """Multiply by reciprocals of constants, and take the product of exps as one exp."""
        if isinstance(node.op, ast.Div) and names(node.right) <= self._found.constant:
            reciprocal = ast.BinOp(ONE, ast.Div(), node.right)
            node = ast.BinOp(node.left, ast.Mult(), reciprocal)
        return _joined(ast.BinOp(self.visit(node.left), node.op, self.visit(node.right)))

    def _index(self, node: ast.expr) -> Index | None:
        return index_of(node, self._found.indices, "hoist")

    def _named(
        self, node: ast.expr, prefix: str, define: Callable[[str, ast.expr], None]
    ) -> ast.expr:
        key = ast.unparse(node)
        if key not in self._known:
            name = self._known[key] = f"{prefix}{len(self._known)}"
            self._found.indices[name] = self._index(node)
            define(name, node)
        return ast.Name(self._known[key])

    def _compute_once(self, name: str, node: ast.expr) -> None:
        self._found.constant.add(name)
        self._found.once.append(Assignment(name, self._found.indices[name], node))

    def _grow(self, name: str, node: ast.expr, rate: ast.expr) -> None:
        step = ast.Name("step")
        a_step = ast.Call(ast.Name("exp"), [ast.BinOp(rate, ast.Mult(), step)], [])
        gain = ast.BinOp(ast.BinOp(a_step, ast.Sub(), ONE), ast.Div(), step)
        flow = ast.BinOp(ast.Name(name), ast.Mult(), self.visit(gain))
        index = self._found.indices[name]
        self._found.grown.append(Definition(name, index, flow, start=node))
        self._found.moving.append(Assignment(name, index, flow))

    def _compute_for_the_nation(self, name: str, node: ast.expr) -> None:
        self._national = False
        self._found.moving.append(Assignment(name, None, self.visit(node)))
        self._national = True


def _rate_of_growth(node: ast.expr, constant: set[str]) -> ast.expr | None:
    """Return the constant c of exp(c * elapsed), None for any other expression."""
    match node:
        case ast.Call(func=ast.Name(id="exp"), args=[argument]):
            return _slope(argument, constant)
    return None


def _slope(node: ast.expr, constant: set[str]) -> ast.expr | None:
    """Return the constant c of an expression that is c * elapsed, None for any other."""
    match node:
        case ast.Name(id="elapsed"):
            return ONE
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            slope = _slope(operand, constant)
            return None if slope is None else ast.UnaryOp(ast.USub(), slope)
        case ast.BinOp(left=left, op=ast.Mult() | ast.Div() as op, right=right):
            slope = _slope(left, constant)
            if slope is not None and names(right) <= constant:
                return ast.BinOp(slope, op, right)
            slope = _slope(right, constant)
            if slope is not None and isinstance(op, ast.Mult) and names(left) <= constant:
                return ast.BinOp(left, op, slope)
    return None


def _joined(node: ast.BinOp) -> ast.expr:
    """Return a * exp(x) * exp(y) as a * exp(x + y), any other expression as it is."""
    match node:
        case ast.BinOp(
            left=ast.Call(func=ast.Name(id="exp"), args=[first]),
            op=ast.Mult(),
            right=ast.Call(func=ast.Name(id="exp"), args=[second]),
        ):
            return ast.Call(ast.Name("exp"), [ast.BinOp(first, ast.Add(), second)], [])
        case ast.BinOp(
            left=ast.BinOp(
                left=rest, op=ast.Mult(), right=ast.Call(func=ast.Name(id="exp")) as one
            ),
            op=ast.Mult(),
            right=ast.Call(func=ast.Name(id="exp")) as other,
        ):
            return ast.BinOp(rest, ast.Mult(), _joined(ast.BinOp(one, ast.Mult(), other)))
    return node


def _is_costly(node: ast.expr) -> bool:
    """Tell whether an expression is worth a place in memory."""
    return any(
        isinstance(part, ast.Call) or (isinstance(part, ast.BinOp) and isinstance(part.op, ast.Div))
        for part in ast.walk(node)
    )


def _logs_shared(found: Hoisted) -> list[Assignment]:
    """Return what moves, with every log that is asked for more than once computed once."""
    asked = Counter(ast.unparse(call) for one in found.moving for call in calls(one.value, "log"))
    shared = _ShareLogs({key for key, times in asked.items() if times > 1})
    made: list[Assignment] = []
    for one in found.moving:
        value = shared.visit(one.value)
        for name, log in shared.new():
            found.indices[name] = index_of(log, found.indices, name)
            made.append(Assignment(name, found.indices[name], log))
        made.append(replace(one, value=value))
    return made


class _ShareLogs(ast.NodeTransformer):
    def __init__(self, shared: set[str]) -> None:
        self._shared = shared
        self._names: dict[str, str] = {}
        self._new: list[tuple[str, ast.expr]] = []

    def new(self) -> list[tuple[str, ast.expr]]:
        """Return the logs met since the last call, with their names."""
        met, self._new = self._new, []
        return met

    def visit_Call(self, node: ast.Call) -> ast.expr:
        key = ast.unparse(node)
        if key not in self._shared:
            return ast.Call(node.func, [self.visit(argument) for argument in node.args], [])
        if key not in self._names:
            self._names[key] = f"log_{len(self._names)}"
            self._new.append((self._names[key], node))
        return ast.Name(self._names[key])
