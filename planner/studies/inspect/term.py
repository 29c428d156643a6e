"""An equation as a tree of terms, each with its value and its unit; sixth floor of planner.

It is read from the equation as it is written, for one element: sums over places or segments have a
part for each of them, what is chosen by an element is that element's. A stock is what it was a
month before and what flowed in since. Zeros that only carry a unit are zeros.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from planner.model.graph import Equation, model
from planner.model.indices import ELEMENTS
from planner.model.language import functions
from planner.model.language.expression import called, index_of, returned
from planner.model.language.subscripts import SUBSCRIPTS, Subscript
from planner.model.language.unrolled import COMPARISONS, OPERATORS
from planner.quantities.unit_algebra import DATE, NO_UNIT, YEARS, agrees, product, quotient
from planner.studies.inspect.moment import Course
from planner.studies.inspect.node import ALL, Node, node_of

Kind = Literal["value", "number", "operation", "function", "sum"]
"""A value of the model, a number, `a + b`, a function of its parts, or a sum over an index."""

NEGATION: Final = "negation"
STEP: Final = "step"


@dataclass(frozen=True, slots=True)
class Term:
    """A part of an equation.

    `symbol` is the sign of an operation, or the name of a function; `node` is there of a value,
    `before` says that it is that of the month before. `value` is in `unit`, which follows from
    those of the parts; `is_consistent` where units that are added or compared agree.
    """

    kind: Kind
    value: float
    unit: str
    symbol: str = ""
    node: Node | None = None
    before: bool = False
    parts: tuple["Term", ...] = ()
    elements: tuple[str, ...] = ()
    is_consistent: bool = True

    def walk(self) -> Iterator["Term"]:
        """Yield the term and all below it, each before its parts."""
        yield self
        for part in self.parts:
            yield from part.walk()


def term_of(node: Node, course: Course) -> Term | None:
    """Return the equation of a node with its values in a month; None of an input."""
    equation = model().equations.get(node.name)
    if equation is None:
        return None
    if not equation.is_stock:
        return _Reader(equation, node, course).read(returned(equation.function))
    if course.moment(without=node.without).before is None:
        return _named(node_of(equation.start or "", node.element, without=node.without), course)
    return _grown(equation, node, course)


def flow_of(node: Node, course: Course) -> Term:
    """Return the equation of a node in a month; of a stock that of its net flow in this month.

    Raises KeyError of an input.
    """
    equation = model().equations[node.name]
    return _Reader(equation, node, course).read(returned(equation.function))


def nodes_of(term: Term) -> tuple[Node, ...]:
    """Return the values that a term rests on, each once; what a sum adds up stands for all."""
    if term.kind == "sum":
        found = [nodes_of(part) for part in term.parts]
        shared = set(found[0]).intersection(*found)
        each = (node if node in shared else _of_all(node) for nodes in found for node in nodes)
        return tuple(dict.fromkeys(each))
    if term.node is not None:
        return (term.node,)
    return tuple(dict.fromkeys(node for part in term.parts for node in nodes_of(part)))


def is_consistent(term: Term, unit: str) -> bool:
    """Tell whether the units of a term agree, and give that of the variable."""
    return agrees(term.unit, unit) and all(each.is_consistent for each in term.walk())


def _of_all(node: Node) -> Node:
    return Node(node.name, ALL if node.element else "", node.without)


def _named(node: Node, course: Course, *, before: bool = False) -> Term:
    value = course.value(node, before=before)
    return Term("value", value, node.unit, node=node, before=before)


def _grown(equation: Equation, node: Node, course: Course) -> Term:
    """Return a stock as what it was and what flowed in within the step."""
    was = _named(node, course, before=True)
    flow = _Reader(equation, node, course, before=True).read(returned(equation.function))
    step = _named(Node(STEP), course)
    return _operation("+", was, _operation("*", step, flow))


class _Reader:
    """Reads the expression of an equation for one element, at one time."""

    def __init__(
        self, equation: Equation, node: Node, course: Course, *, before: bool = False
    ) -> None:
        self._name = equation.name
        self._without = node.without
        self._element = node.element
        self._course = course
        self._before = before

    def read(self, node: ast.expr) -> Term:
        """Return the term of the whole expression."""
        return self._read(node, self._element)

    def _read(self, node: ast.expr, element: str) -> Term:
        match node:
            case ast.Constant(value=int() | float() as value):
                return Term("number", float(value), NO_UNIT)
            case ast.Name(id=name):
                found = node_of(name, element, without=self._without)
                return _named(found, self._course, before=self._before)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                part = self._read(operand, element)
                return Term("operation", -part.value, part.unit, NEGATION, parts=(part,))
            case ast.BinOp(left=left, op=op, right=right):
                parts = self._read(left, element), self._read(right, element)
                return _operation(OPERATORS[type(op)], *parts)
            case ast.Compare(left=left, ops=[sign], comparators=[right]):
                parts = self._read(left, element), self._read(right, element)
                return _operation(COMPARISONS[type(sign)], *parts)
            case ast.Call():
                return self._call(node, element)
        message = f"there are no words for {ast.unparse(node)} in {self._name}"
        raise TypeError(message)

    def _call(self, node: ast.Call, element: str) -> Term:
        name = called(node)
        subscript = SUBSCRIPTS.get(name)
        if subscript is not None:
            return self._subscript(subscript, node, element)
        return _function(name, tuple(self._read(part, element) for part in node.args))

    def _subscript(self, subscript: Subscript, node: ast.Call, element: str) -> Term:
        match subscript.role:
            case "sum":
                return self._sum(node.args[0])
            case "select":
                return self._read(node.args[0], subscript.element)
            case "make":
                return self._read(node.args[subscript.elements.index(element)], "")
            case "place":
                part = self._read(node.args[0], "")
                return part if element == subscript.element else Term("number", 0.0, part.unit)

    def _sum(self, node: ast.expr) -> Term:
        index = index_of(node, model().indices, self._name)
        parts = tuple(self._read(node, each) for each in ELEMENTS[index])
        value = float(np.sum([part.value for part in parts]))
        return Term("sum", value, parts[0].unit, "total", parts=parts, elements=ELEMENTS[index])


def _operation(sign: str, left: Term, right: Term) -> Term:
    """Return an operation on two terms; what is a zero of some unit is that zero."""
    unit, fits = _unit_of_operation(sign, left, right)
    value = _calculated(sign, left.value, right.value)
    if sign in "*/" and _is_zero(left):
        return Term("number", 0.0, unit)
    return Term("operation", value, unit, sign, parts=(left, right), is_consistent=fits)


def _calculated(sign: str, left: float, right: float) -> float:
    with np.errstate(all="ignore"):
        match sign:
            case "+":
                return left + right
            case "-":
                return left - right
            case "*":
                return left * right
            case "/":
                return float(np.divide(left, right))
            case "<":
                return float(left < right)
            case _:
                return float(left > right)


def _unit_of_operation(sign: str, left: Term, right: Term) -> tuple[str, bool]:
    """Return the unit of an operation, and whether the units of its parts allow it."""
    match sign:
        case "*":
            return product(left.unit, right.unit), True
        case "/":
            return quotient(left.unit, right.unit), True
        case "<" | ">":
            return NO_UNIT, _is_zero(right) or agrees(left.unit, right.unit)
        case _:
            is_span = sign == "-" and left.unit == right.unit == DATE
            return YEARS if is_span else left.unit, agrees(left.unit, right.unit)


def _is_zero(term: Term) -> bool:
    """Tell whether a term is a written zero, which any unit may be compared with."""
    return term.kind == "number" and term.value == 0


def _function(name: str, parts: tuple[Term, ...]) -> Term:
    function = getattr(functions, name)
    with np.errstate(all="ignore"):
        value = float(function(*(np.float64(part.value) for part in parts)))
    unit, fits = _unit_of_function(name, parts)
    return Term("function", value, unit, name, parts=parts, is_consistent=fits)


def _unit_of_function(name: str, parts: tuple[Term, ...]) -> tuple[str, bool]:
    """Return the unit of a function, and whether the units of its parts allow it."""
    units = [part.unit for part in parts]
    match name:
        case "exp" | "log" | "power":
            unit, alike = NO_UNIT, (NO_UNIT, *units)
        case "settled":
            first, last, settling, elapsed = units
            unit = NO_UNIT
            alike = (quotient(NO_UNIT, first), quotient(NO_UNIT, last), settling, elapsed)
        case "relax":
            unit, alike = quotient(NO_UNIT, units[0]), tuple(units)
        case "share_of":
            unit, alike = "share", tuple(units)
        case "cost_per":
            unit, alike = quotient(units[0], units[1]), tuple(units[1:])
        case "choose":
            unit, alike = units[1], tuple(units[1:])
        case _:
            unit, alike = units[0], tuple(units)
    return unit, all(agrees(alike[0], each) for each in alike)
