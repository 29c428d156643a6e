"""The compiler: takes the model through all passes, and through code generation.

Fourth floor of planner. What comes of it stands alone: neither compiler nor schedule is needed to
run it.
"""

from llvmlite import ir

from planner.engine.kernel.codegen.compiled import Compiled
from planner.engine.kernel.codegen.elementary import define_functions
from planner.engine.kernel.codegen.emission import define_loops
from planner.engine.kernel.codegen.layout import Layout, make_layout
from planner.engine.kernel.codegen.prelude import define_prelude
from planner.engine.kernel.codegen.target import machine_code
from planner.engine.kernel.codegen.time_loop import Parts, define_run
from planner.engine.kernel.passes.loop_fusion import Loops
from planner.engine.kernel.passes.schedule import Schedule, make_schedule
from planner.model.graph import model


def compile_kernel() -> Compiled:
    """Return the model's kernel, freshly compiled; RuntimeError when LLVM refuses."""
    schedule = make_schedule(model())
    layout = make_layout(model(), schedule)
    outputs = tuple(
        frozenset().union(*(loop.names for loop in output)) for output in schedule.outputs
    )
    code = machine_code(kernel_module(schedule, layout))
    offsets = {name: offset for name, (_, offset) in layout.offsets.items()}
    steady = layout.steady
    place = steady.stocks, steady.plain, steady.size
    sinks = tuple(name for sink in schedule.sinks for name in sink.stocks.all)
    return Compiled(offsets, layout.sizes, place, sinks, outputs, code)


def kernel_module(schedule: Schedule, layout: Layout) -> ir.Module:
    """Return the kernel as instructions, not yet optimized."""
    module = ir.Module("kernel")
    functions = define_functions(module)

    def define(name: str, loops: Loops) -> ir.Function:
        return define_loops(module, name, loops, schedule, layout, functions)

    parts = Parts(
        shared=define("shared", schedule.shared),
        moment_start=define("moment_start", schedule.moment_start),
        moment=define("moment", schedule.moment),
        once=define("once", schedule.once),
        start=define("start", schedule.start),
        each_step=define("each_step", schedule.each_step),
        counterfactual=define("counterfactual", schedule.counterfactual),
        sinks=[define(f"sink_{number}", sink.loops) for number, sink in enumerate(schedule.sinks)],
        outputs=[
            define(f"output_{number}", output) for number, output in enumerate(schedule.outputs)
        ],
    )
    define_prelude(module, parts, layout)
    define_run(module, parts, layout)
    return module
