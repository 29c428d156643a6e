"""Writes the plan's loops as functions on one workspace.

Fourth floor of planner. Each function is straight-line code for a block of futures, repeated for
every area where it concerns areas. What a loop has computed stays in registers; only what others
read goes to the workspace.
"""

import ast
from collections.abc import Sequence
from contextlib import nullcontext

from llvmlite import ir

from planner.engine.kernel.arithmetic import Write
from planner.engine.kernel.lanes import DOUBLE, counting, index, load, number, splat, store
from planner.engine.kernel.layout import BLOCK, MASK, Layout
from planner.engine.kernel.plan import Loop, Plan
from planner.model.expression import called, index_of
from planner.model.graph import CLOCK
from planner.model.indices import AREAS, SEGMENTS, Index
from planner.model.unrolled import COMPARISONS, OPERATORS

_WRITERS = {"+": "fadd", "-": "fsub", "*": "fmul", "/": "fdiv"}
_SIGNATURE = ir.FunctionType(ir.VoidType(), [DOUBLE.as_pointer(), DOUBLE, DOUBLE, DOUBLE])


def define_loops(
    module: ir.Module,
    name: str,
    loops: Sequence[Loop],
    plan: Plan,
    layout: Layout,
    functions: dict[str, Write],
) -> ir.Function:
    """Write a function of workspace, time, elapsed and step that runs the loops in turn."""
    function = ir.Function(module, _SIGNATURE, name)
    function.linkage = "internal"
    builder = ir.IRBuilder(function.append_basic_block())
    workspace, *moments = function.args
    clock = {key: splat(builder, value) for key, value in zip(CLOCK, moments, strict=True)}
    for loop in loops:
        over_areas = loop.place == "area"
        areas = counting(builder, index(0), index(len(AREAS))) if over_areas else nullcontext()
        with areas as area:
            shift = builder.mul(area, index(BLOCK)) if over_areas else None
            writer = _Writer(builder, workspace, clock, plan, layout, functions, shift)
            writer.write(loop)
    builder.ret_void()
    return function


class _Writer:
    """Writes the assignments of one loop; knows what the loop has computed."""

    def __init__(
        self,
        builder: ir.IRBuilder,
        workspace: ir.Value,
        clock: dict[str, ir.Value],
        plan: Plan,
        layout: Layout,
        functions: dict[str, Write],
        shift: ir.Value | None,
    ) -> None:
        self._builder = builder
        self._workspace = workspace
        self._clock = clock
        self._indices = plan.indices
        self._offsets = layout.offsets
        self._functions = functions
        self._shift = shift
        self._known: dict[tuple[str, str], ir.Value] = {}

    def write(self, loop: Loop) -> None:
        """Write the loop's assignments in order."""
        for one in loop.assignments:
            for place, element in enumerate(SEGMENTS if one.index == "segment" else ("",)):
                value = self._value(one.value, element)
                self._known[one.name, element] = value
                offset = self._offsets.get(one.name)
                if offset is not None:
                    at = self._at(offset + place * BLOCK, one.index)
                    store(self._builder, value, self._workspace, at)

    def _value(self, node: ast.expr, element: str) -> ir.Value:
        match node:
            case ast.Constant(value=int() | float() as value):
                return number(value)
            case ast.Name(id=name):
                return self._named(name, element)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return self._builder.fneg(self._value(operand, element))
            case ast.BinOp(left=left, op=op, right=right):
                write = getattr(self._builder, _WRITERS[OPERATORS[type(op)]])
                return write(self._value(left, element), self._value(right, element))
            case ast.Compare(left=left, ops=[op], comparators=[right]):
                first, second = self._value(left, element), self._value(right, element)
                return self._builder.fcmp_ordered(COMPARISONS[type(op)], first, second)
            case ast.Call():
                return self._call(node, element)
        message = f"the kernel cannot compute {ast.unparse(node)}"
        raise TypeError(message)

    def _call(self, node: ast.Call, element: str) -> ir.Value:
        match called(node):
            case "total":
                return self._total(node.args[0])
            case "cloud" | "centers" as segment:
                return self._value(node.args[0], segment)
            case "by_segment":
                return self._value(node.args[SEGMENTS.index(element)], element)
            case "in_shanghai":
                mask = load(self._builder, self._workspace, self._at(self._offsets[MASK], "area"))
                return self._builder.fmul(self._value(node.args[0], element), mask)
            case name:
                arguments = [self._value(argument, element) for argument in node.args]
                return self._functions[name](self._builder, *arguments)

    def _total(self, node: ast.expr) -> ir.Value:
        over = index_of(node, self._indices, "sum")
        first, *rest = SEGMENTS if over == "segment" else AREAS
        total = self._value(node, first)
        for element in rest:
            total = self._builder.fadd(total, self._value(node, element))
        return total

    def _named(self, name: str, element: str) -> ir.Value:
        if name in CLOCK:
            return self._clock[name]
        over = self._indices[name]
        own = "" if over is None or self._shift is not None else element
        if (name, own) not in self._known:
            at = self._at(self._offsets[name] + BLOCK * _position(over, own), over)
            self._known[name, own] = load(self._builder, self._workspace, at)
        return self._known[name, own]

    def _at(self, offset: int, over: Index | None) -> ir.Value:
        """Return a place in the workspace; of an area value in an area loop, that of its area."""
        if self._shift is None or over != "area":
            return index(offset)
        return self._builder.add(self._shift, index(offset))


def _position(over: Index | None, element: str) -> int:
    match over:
        case "segment":
            return SEGMENTS.index(element)
        case "area" if element:
            return AREAS.index(element)
    return 0
