"""Decides what the kernel computes once, what at every step, and in which loops.

Fourth floor of planner. Everything that rests on inputs alone is taken out of the time loop, and
what is the same in all areas out of the area loops, also from the middle of an equation. What no
stock needs is computed only at the months that are looked at. What remains is put into as few
loops as possible: national loops (values without an index, and segments written out) and area
loops run by turns, because a sum over areas needs all of them first. What vouchers reach stands a
second time beside itself, without vouchers: both worlds advance in the same loops.
"""

import ast
from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Literal

from planner.model.counterfactual import WITHOUT, reached
from planner.model.expression import expression, index_of, names
from planner.model.graph import CLOCK, COUNTERFACTUAL_ZERO, Model
from planner.model.indices import Index

Place = Literal["nation", "area"]

FLOW = "flow_of_"
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


@dataclass(frozen=True, slots=True)
class Loop:
    """Assignments computed together, in order, for a block of futures."""

    place: Place
    assignments: tuple[Assignment, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The loops of the kernel: once per run, at the start, at every step, at a look."""

    once: tuple[Loop, ...]
    start: tuple[Loop, ...]
    each_step: tuple[Loop, ...]
    look: tuple[Loop, ...]
    stocks: tuple[str, ...]
    indices: Mapping[str, Index | None]


def make_plan(system: Model) -> Plan:
    """Return the loops for the model and for its counterfactual, side by side."""
    indices = dict(system.indices)
    constant = set(system.inputs) | {"step"}
    once: list[Assignment] = []
    moving: list[Assignment] = []
    hoist = _Hoist(indices, constant, once, moving)
    copied = reached(system)
    indices |= {name + WITHOUT: indices[name] for name in copied}
    for name, equation in system.equations.items():
        value = _WithoutPower().visit(expression(equation.function))
        if not equation.is_stock and names(value) <= constant:
            once.append(Assignment(name, equation.index, value))
            constant.add(name)
            continue
        worlds = [(name, value)]
        if name in copied:
            worlds.append((name + WITHOUT, _WithoutVouchers(copied).visit(deepcopy(value))))
        for own, text in worlds:
            target = FLOW + own if equation.is_stock else own
            indices[target] = equation.index
            left = hoist.take_out(text, national=equation.index == "area")
            moving.append(Assignment(target, equation.index, left))
    given = frozenset(system.inputs) | CLOCK.keys()
    known = given | {a.name for a in once}
    stocks = (*system.stocks, *(name + WITHOUT for name in system.stocks if name in copied))
    stepping = _needed_by_flows(moving)
    state = known | frozenset(stocks)
    return Plan(
        once=_loops(once, given),
        start=_loops(_starting(system, moving, known, indices, copied), known),
        each_step=_loops(stepping, state),
        look=_loops([a for a in moving if a not in stepping], state | {a.name for a in stepping}),
        stocks=stocks,
        indices=indices,
    )


def _needed_by_flows(moving: Iterable[Assignment]) -> list[Assignment]:
    """Return the assignments that the flow of some stock rests on, in order."""
    needed: set[str] = set()
    found: list[Assignment] = []
    for assignment in reversed(list(moving)):
        if assignment.name.startswith(FLOW) or assignment.name in needed:
            needed |= names(assignment.value)
            found.append(assignment)
    return found[::-1]


def _starting(
    system: Model,
    moving: Iterable[Assignment],
    known: frozenset[str],
    indices: Mapping[str, Index | None],
    copied: frozenset[str],
) -> list[Assignment]:
    by_name = {assignment.name: assignment for assignment in moving}
    found: list[Assignment] = []
    for name in system.starting:
        start = system.equations[name].start
        if start is not None:
            worlds = (name, name + WITHOUT) if name in copied else (name,)
            found.extend(Assignment(own, indices[name], ast.Name(start)) for own in worlds)
        elif name not in known:
            needed = [n for n in sorted(names(by_name[name].value)) if n.startswith(NATIONAL)]
            found.extend(by_name[n] for n in needed)
            found.append(by_name[name])
    return found


def _loops(assignments: Iterable[Assignment], known: frozenset[str]) -> tuple[Loop, ...]:
    """Return the shorter of the two ways to take turns."""
    waiting = tuple(assignments)
    ways = [_take_turns(waiting, known, first) for first in ("nation", "area")]
    return min(ways, key=len)


def _take_turns(
    waiting: tuple[Assignment, ...], known: frozenset[str], first: str
) -> tuple[Loop, ...]:
    loops: list[Loop] = []
    done, place = set(known), first
    while waiting:
        taken: list[Assignment] = []
        here: set[str] = set()
        for assignment in waiting:
            if assignment.place == place and names(assignment.value) <= done | here:
                taken.append(assignment)
                here.add(assignment.name)
        if taken:
            loops.append(Loop(taken[0].place, tuple(taken)))
        waiting = tuple(a for a in waiting if a.name not in here)
        done |= here
        place = "area" if place == "nation" else "nation"
    return tuple(loops)


class _WithoutPower(ast.NodeTransformer):
    """Writes power(x, y) as exp(log(x) * y), so that a constant log can leave the time loop."""

    def visit_Call(self, node: ast.Call) -> ast.expr:
        arguments = [self.visit(argument) for argument in node.args]
        if isinstance(node.func, ast.Name) and node.func.id == "power":
            base, exponent = arguments
            log = ast.Call(ast.Name("log"), [base], [])
            return ast.Call(ast.Name("exp"), [ast.BinOp(log, ast.Mult(), exponent)], [])
        return ast.Call(node.func, arguments, [])


class _WithoutVouchers(ast.NodeTransformer):
    """Turns an expression into that of the counterfactual."""

    def __init__(self, copied: frozenset[str]) -> None:
        self._copied = copied

    def visit_Call(self, node: ast.Call) -> ast.expr:
        return ast.Call(node.func, [self.visit(argument) for argument in node.args], [])

    def visit_Name(self, node: ast.Name) -> ast.expr:
        if node.id in COUNTERFACTUAL_ZERO:
            return ast.Constant(0.0)
        return ast.Name(node.id + WITHOUT) if node.id in self._copied else node


class _Hoist(ast.NodeTransformer):
    """Moves constant parts in front of the time loop, and national parts out of area loops."""

    def __init__(
        self,
        indices: dict[str, Index | None],
        constant: set[str],
        once: list[Assignment],
        moving: list[Assignment],
    ) -> None:
        self._indices = indices
        self._constant = constant
        self._once = once
        self._moving = moving
        self._known: dict[str, str] = {}
        self._national = False

    def take_out(self, node: ast.expr, *, national: bool) -> ast.expr:
        """Return what is left of an expression; `national` says that it stands in an area loop."""
        self._national = national
        left: ast.expr = self.visit(node)
        return left

    def visit(self, node: ast.AST) -> Any:  # noqa: ANN401 - as the class above has it
        if isinstance(node, ast.BinOp | ast.Call):
            if self._is_constant(node):
                return ast.Name(self._constant_name(node))
            if self._national and _is_costly(node) and self._index(node) is None:
                return ast.Name(self._national_name(node))
        return super().visit(node)

    def visit_Call(self, node: ast.Call) -> ast.expr:
        return ast.Call(node.func, [self.visit(argument) for argument in node.args], [])

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        """Turn a division by a constant into a multiplication with its reciprocal."""
        if isinstance(node.op, ast.Div) and self._is_constant(node.right):
            reciprocal = ast.BinOp(ast.Constant(1.0), ast.Div(), node.right)
            node = ast.BinOp(node.left, ast.Mult(), reciprocal)
        return ast.BinOp(self.visit(node.left), node.op, self.visit(node.right))

    def _is_constant(self, node: ast.expr) -> bool:
        return names(node) <= self._constant

    def _index(self, node: ast.expr) -> Index | None:
        return index_of(node, self._indices, "hoist")

    def _constant_name(self, node: ast.expr) -> str:
        key = ast.unparse(node)
        if key not in self._known:
            name = self._known[key] = f"constant_{len(self._known)}"
            self._indices[name] = self._index(node)
            self._constant.add(name)
            self._once.append(Assignment(name, self._indices[name], node))
        return self._known[key]

    def _national_name(self, node: ast.expr) -> str:
        key = ast.unparse(node)
        if key not in self._known:
            name = self._known[key] = f"{NATIONAL}{len(self._known)}"
            self._indices[name] = None
            self._national = False
            self._moving.append(Assignment(name, None, self.visit(node)))
            self._national = True
        return self._known[key]


def _is_costly(node: ast.expr) -> bool:
    """Tell whether an expression is worth a place in memory."""
    return any(
        isinstance(part, ast.Call) or (isinstance(part, ast.BinOp) and isinstance(part.op, ast.Div))
        for part in ast.walk(node)
    )
