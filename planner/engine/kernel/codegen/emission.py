"""Writes the schedule's loops as functions on the kernel's tables.

Fourth floor of planner. Each function is straight-line code for a block of futures, repeated for
every area where it concerns areas. What a loop has computed stays in registers; only what others
read goes to a table. A number that all futures share is spread to all lanes where it is read.
"""

import ast
from collections.abc import Mapping, Sequence
from contextlib import nullcontext

from llvmlite import ir

from planner.engine.kernel.codegen.compiled import Table
from planner.engine.kernel.codegen.elementary import Write
from planner.engine.kernel.codegen.layout import WIDTHS, Layout
from planner.engine.kernel.codegen.vectors import (
    DOUBLE,
    counted_loop,
    index,
    load,
    number,
    splat,
    store,
)
from planner.engine.kernel.passes.definition import Assignment
from planner.engine.kernel.passes.loop_fusion import Loop
from planner.engine.kernel.passes.schedule import Schedule
from planner.model.indices import AREAS, ELEMENTS, SEGMENTS, Index
from planner.model.language.expression import called, index_of, parameters
from planner.model.language.functions import FUNCTIONS, Elementary
from planner.model.language.subscripts import SUBSCRIPTS, Subscript
from planner.model.language.unrolled import COMPARISONS, OPERATORS

_WRITERS = {"+": "fadd", "-": "fsub", "*": "fmul", "/": "fdiv"}
_TABLES: tuple[Table, ...] = ("workspace", "shared", "moment")
_SIGNATURE = ir.FunctionType(ir.VoidType(), [DOUBLE.as_pointer()] * len(_TABLES))


def define_loops(
    module: ir.Module,
    name: str,
    loops: Sequence[Loop],
    schedule: Schedule,
    layout: Layout,
    functions: dict[str, Write],
) -> ir.Function:
    """Write a function of workspace, shared numbers and those of the moment that runs the loops."""
    function = ir.Function(module, _SIGNATURE, name)
    function.linkage = "internal"
    for argument in function.args:
        argument.add_attribute("noalias")
    builder = ir.IRBuilder(function.append_basic_block())
    tables = dict(zip(_TABLES, function.args, strict=True))
    for loop in loops:
        over_areas = loop.place == "area"
        areas = counted_loop(builder, index(0), index(len(AREAS))) if over_areas else nullcontext()
        with areas as area:
            _Writer(builder, tables, schedule, layout, functions, area).write(loop)
    builder.ret_void()
    return function


class _Writer:
    """Writes the assignments of one loop; knows what the loop has computed."""

    def __init__(
        self,
        builder: ir.IRBuilder,
        tables: Mapping[Table, ir.Value],
        schedule: Schedule,
        layout: Layout,
        functions: dict[str, Write],
        area: ir.Value | None,
    ) -> None:
        self._builder = builder
        self._tables = tables
        self._indices = schedule.indices
        self._offsets = layout.offsets
        self._functions = functions
        self._area = area
        self._known: dict[tuple[str, str], ir.Value] = {}
        self._bound: dict[str, ir.Value] = {}

    def write(self, loop: Loop) -> None:
        """Write the loop's assignments in order."""
        for one in loop.assignments:
            for place, element in enumerate(SEGMENTS if one.index == "segment" else ("",)):
                value = self._value(one.value, element)
                self._known[one.name, element] = value
                if one.name in self._offsets:
                    self._keep(value, one, place)

    def _keep(self, value: ir.Value, one: Assignment, place: int) -> None:
        """Put a value where others find it; of a number for all futures, any lane."""
        table, at = self._at(one.name, place, one.index)
        if table == "workspace":
            store(self._builder, value, self._tables[table], at)
        else:
            number_alone = self._builder.extract_element(value, index(0))
            self._builder.store(number_alone, self._builder.gep(self._tables[table], [at]))

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
        name = called(node)
        subscript = SUBSCRIPTS.get(name)
        if subscript is not None:
            return self._subscript(subscript, node, element)
        arguments = [self._value(argument, element) for argument in node.args]
        if name in self._functions:
            return self._functions[name](self._builder, *arguments)
        return self._inlined(FUNCTIONS[name], arguments)

    def _inlined(self, row: Elementary, arguments: Sequence[ir.Value]) -> ir.Value:
        """Return the value of a function's text, its parameters being the arguments."""
        around = self._bound
        self._bound = dict(zip(parameters(row.function), arguments, strict=True))
        value = self._value(ast.parse(row.kernel, mode="eval").body, "")
        self._bound = around
        return value

    def _subscript(self, subscript: Subscript, node: ast.Call, element: str) -> ir.Value:
        match subscript.role:
            case "sum":
                return self._total(node)
            case "select":
                self._check_one_at_a_time(subscript.index, node)
                return self._value(node.args[0], subscript.element)
            case "make":
                return self._value(node.args[subscript.elements.index(element)], element)
            case "place":
                value = self._value(node.args[0], element)
                return self._builder.fmul(value, self._one_in(subscript, element))

    def _total(self, node: ast.Call) -> ir.Value:
        over = index_of(node.args[0], self._indices, "sum")
        self._check_one_at_a_time(over, node)
        first, *rest = ELEMENTS[over]
        total = self._value(node.args[0], first)
        for element in rest:
            total = self._builder.fadd(total, self._value(node.args[0], element))
        return total

    def _check_one_at_a_time(self, over: Index | None, node: ast.Call) -> None:
        """Refuse to take one element after another where a loop goes through them anyway."""
        if over == "area" and self._area is not None:
            message = f"the kernel has to compute {ast.unparse(node)} for the nation"
            raise TypeError(message)

    def _one_in(self, subscript: Subscript, element: str) -> ir.Value:
        """Return one where an element is the one to place in, else zero."""
        if self._area is None or subscript.index != "area":
            return number(float(element == subscript.element))
        place = index(subscript.elements.index(subscript.element))
        here = self._builder.icmp_unsigned("==", self._area, place)
        return self._builder.select(here, number(1.0), number(0.0))

    def _named(self, name: str, element: str) -> ir.Value:
        if name in self._bound:
            return self._bound[name]
        over = self._indices[name]
        in_loop = over == "area" and self._area is not None
        own = "" if over is None or in_loop else element
        if (name, own) not in self._known:
            table, at = self._at(name, ELEMENTS[over].index(own) if own else 0, over)
            if table == "workspace":
                value = load(self._builder, self._tables[table], at)
            else:
                number_alone = self._builder.load(self._builder.gep(self._tables[table], [at]))
                value = splat(self._builder, number_alone)
            self._known[name, own] = value
        return self._known[name, own]

    def _at(self, name: str, place: int, over: Index | None) -> tuple[Table, ir.Value]:
        """Return where an element of a value stands; in an area loop that of the loop's area."""
        table, offset = self._offsets[name]
        at = index(offset + place * WIDTHS[table])
        if self._area is not None and over == "area":
            at = self._builder.add(self._builder.mul(self._area, index(WIDTHS[table])), at)
        return table, at
