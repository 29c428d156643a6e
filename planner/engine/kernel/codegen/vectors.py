"""Vectors: constants, loads, stores and loops, as instructions for several futures at once.

Fourth floor of planner. A value of the kernel is a vector of `LANES` numbers, one per future. The
compiler cuts vectors to the width the processor has.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from llvmlite import ir

from planner.engine.kernel.codegen.layout import LANES
from planner.engine.kernel.codegen.signatures import Arguments, parameters

DOUBLE, FLOAT, INT = ir.DoubleType(), ir.FloatType(), ir.IntType(64)
VECTOR = ir.VectorType(DOUBLE, LANES)
SINGLE_VECTOR = ir.VectorType(FLOAT, LANES)
INT_VECTOR = ir.VectorType(INT, LANES)
BYTES = 8
_TYPES = {"float64": DOUBLE, "float32": FLOAT, "int64": INT, "int32": ir.IntType(32)}
ALIGNED = 64
"""The workspace begins with a cache line, and every value in it stands at a multiple of one."""


def number(value: float) -> ir.Constant:
    """Return a vector with the same number in every lane."""
    return ir.Constant(VECTOR, [float(value)] * LANES)


def whole(value: int) -> ir.Constant:
    """Return a vector with the same whole number in every lane."""
    return ir.Constant(INT_VECTOR, [value] * LANES)


def index(value: int) -> ir.Constant:
    """Return a whole number to count or address with."""
    return ir.Constant(INT, value)


def splat(builder: ir.IRBuilder, value: ir.Value) -> ir.Value:
    """Return a vector with one computed number in every lane."""
    first = builder.insert_element(ir.Constant(VECTOR, ir.Undefined), value, index(0))
    zeros = ir.Constant(ir.VectorType(ir.IntType(32), LANES), [0] * LANES)
    return builder.shuffle_vector(first, ir.Constant(VECTOR, ir.Undefined), zeros)


def load(builder: ir.IRBuilder, base: ir.Value, place: ir.Value, align: int = ALIGNED) -> ir.Value:
    """Return the vector that stands `place` numbers after `base`."""
    address = builder.bitcast(builder.gep(base, [place]), VECTOR.as_pointer())
    return builder.load(address, align=align)


def store(builder: ir.IRBuilder, value: ir.Value, base: ir.Value, place: ir.Value) -> None:
    """Put a vector `place` numbers after `base`, in the workspace."""
    address = builder.bitcast(builder.gep(base, [place]), VECTOR.as_pointer())
    builder.store(value, address, align=ALIGNED)


def define_outer(
    module: ir.Module, name: str, arguments: Arguments
) -> tuple[ir.IRBuilder, dict[str, ir.Value]]:
    """Begin a function that can be called from outside; return where to write, and what it takes.

    No two of its arrays overlap.
    """
    named = parameters(arguments)
    kinds = [
        _TYPES[kind.removesuffix("*")].as_pointer() if kind.endswith("*") else _TYPES[kind]
        for _, kind in named
    ]
    function = ir.Function(module, ir.FunctionType(ir.VoidType(), kinds), name)
    given = dict(zip((key for key, _ in named), function.args, strict=True))
    for key, kind in named:
        if kind.endswith("*"):
            given[key].add_attribute("noalias")
    return ir.IRBuilder(function.append_basic_block()), given


@contextmanager
def counted_loop(builder: ir.IRBuilder, first: ir.Value, last: ir.Value) -> Iterator[ir.Value]:
    """Repeat what is written inside for every whole number from `first` up to below `last`."""
    before = builder.block
    head, body, after = (builder.append_basic_block(name) for name in ("head", "body", "after"))
    builder.branch(head)
    builder.position_at_end(head)
    count = builder.phi(INT)
    count.add_incoming(first, before)
    builder.cbranch(builder.icmp_signed("<", count, last), body, after)
    builder.position_at_end(body)
    yield count
    count.add_incoming(builder.add(count, index(1)), builder.block)
    builder.branch(head)
    builder.position_at_end(after)
