"""Writes the kernel's function that fills the tables of what all futures share, step by step.

Fourth floor of planner.
"""

from llvmlite import ir

from planner.engine.kernel.codegen.layout import Layout
from planner.engine.kernel.codegen.signatures import PRELUDE, PRELUDE_ARGUMENTS
from planner.engine.kernel.codegen.time_loop import Parts
from planner.engine.kernel.codegen.vectors import counted_loop, define_outer, index


def define_prelude(module: ir.Module, parts: Parts, layout: Layout) -> None:
    """Write the function that computes what all futures share."""
    builder, given = define_outer(module, PRELUDE, PRELUDE_ARGUMENTS)
    shared, moments = given["shared"], given["moments"]
    width, stocks = layout.sizes["moment"], layout.steady
    builder.call(parts.shared, [shared, shared, moments])
    builder.call(parts.moment_start, [shared, shared, moments])
    step = builder.load(builder.gep(shared, [index(layout.offsets["step"][1])]))
    with counted_loop(builder, index(0), given["steps"]) as number_of_step:
        row = builder.gep(moments, [builder.mul(number_of_step, index(width))])
        builder.call(parts.moment, [shared, shared, row])
        follows = builder.add(number_of_step, index(1))
        with (
            builder.if_then(builder.icmp_signed("<", follows, given["steps"])),
            counted_loop(builder, index(0), index(stocks.size)) as place,
        ):
            at = builder.add(place, index(stocks.stocks))
            now = builder.load(builder.gep(row, [at]))
            flow = builder.load(builder.gep(row, [builder.add(place, index(stocks.flows))]))
            moved = builder.fadd(now, builder.fmul(step, flow))
            builder.store(moved, builder.gep(row, [builder.add(at, index(width))]))
    builder.ret_void()
