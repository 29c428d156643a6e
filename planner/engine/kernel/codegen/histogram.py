"""Writes the function that counts futures on a grid, for more of them than memory holds.

Fourth floor of planner. It is compiled apart from the kernel and knows nothing of a model. Whoever
calls it lays the grid; values below it, above it, infinite and undefined ones have columns of their
own. Three plain loops in place of one: the first becomes
vector instructions, and few values get to the branches of the last.
"""

from llvmlite import ir

from planner.engine.kernel.codegen.signatures import COUNT, COUNT_ARGUMENTS
from planner.engine.kernel.codegen.target import machine_code
from planner.engine.kernel.codegen.vectors import (
    DOUBLE,
    FLOAT,
    INT,
    counted_loop,
    define_outer,
    index,
)

_HALF_OVER = 1.5
_PLACE = ir.IntType(32)


def compile_histogram() -> bytes:
    """Return the object file of the counting function, freshly compiled."""
    module = ir.Module("histogram")
    define_count(module)
    return machine_code(module)


def define_count(module: ir.Module) -> None:
    """Write the counting function into a module."""
    builder, given = define_outer(module, COUNT, COUNT_ARGUMENTS)
    with counted_loop(builder, index(0), given["values_size"]) as lane:
        place = _place(builder, given, _element(builder, given, "values", lane))
        builder.store(place, builder.gep(given["places"], [lane]))
    with counted_loop(builder, index(0), given["values_size"]) as lane:
        place = builder.zext(_element(builder, given, "places", lane), INT)
        _add(builder, given, builder.add(place, index(1)), 1)
    with counted_loop(builder, index(0), given["values_size"]) as lane:
        place = builder.zext(_element(builder, given, "places", lane), INT)
        above = builder.icmp_unsigned(">", place, given["grid"])
        outside = builder.or_(builder.icmp_unsigned("==", place, index(0)), above)
        with builder.if_then(outside):
            _look_closer(builder, given, place, _element(builder, given, "values", lane))
    builder.ret_void()


def _place(builder: ir.IRBuilder, given: dict[str, ir.Value], value: ir.Value) -> ir.Value:
    """Return the value's place on the grid, 0 below it or undefined, one past it above."""
    low, scale = (builder.fptrunc(given[name], FLOAT) for name in ("low", "scale"))
    past = builder.sitofp(builder.add(given["grid"], index(1)), FLOAT)
    place = builder.fmul(builder.fsub(value, low), scale)
    place = builder.fadd(place, ir.Constant(FLOAT, _HALF_OVER))
    zero = ir.Constant(FLOAT, 0.0)
    place = builder.select(builder.fcmp_ordered(">", place, zero), place, zero)
    place = builder.select(builder.fcmp_ordered("<", place, past), place, past)
    return builder.fptosi(place, _PLACE)


def _look_closer(
    builder: ir.IRBuilder, given: dict[str, ir.Value], place: ir.Value, value: ir.Value
) -> None:
    """Note a finite value among the ends; move any other to the column of its kind."""
    wide = builder.fpext(value, DOUBLE)
    infinity = ir.Constant(DOUBLE, float("inf"))
    below = builder.fcmp_ordered("<", wide, infinity)
    above = builder.fcmp_ordered(">", wide, ir.Constant(DOUBLE, float("-inf")))
    with builder.if_else(builder.and_(below, above)) as (finite, other):
        with finite:
            for end, sign in ((0, "<"), (1, ">")):
                pointer = builder.gep(given["ends"], [index(end)])
                known = builder.load(pointer)
                further = builder.fcmp_ordered(sign, wide, known)
                builder.store(builder.select(further, wide, known), pointer)
        with other:
            _add(builder, given, builder.add(place, index(1)), -1)
            positive, undefined = (builder.add(given["grid"], index(n)) for n in (3, 4))
            is_positive = builder.fcmp_ordered("==", wide, infinity)
            is_undefined = builder.fcmp_unordered("uno", wide, wide)
            column = builder.select(is_positive, positive, index(0))
            _add(builder, given, builder.select(is_undefined, undefined, column), 1)


def _add(builder: ir.IRBuilder, given: dict[str, ir.Value], column: ir.Value, many: int) -> None:
    pointer = builder.gep(given["counts"], [column])
    builder.store(builder.add(builder.load(pointer), ir.Constant(_PLACE, many)), pointer)


def _element(
    builder: ir.IRBuilder, given: dict[str, ir.Value], array: str, place: ir.Value
) -> ir.Value:
    return builder.load(builder.gep(given[array], [place]))
