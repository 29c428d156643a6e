"""Compiles the model to machine code that stands alone.

Fourth floor of planner. LLVM optimizes the functions that the plan's loops were written as, and
makes an object file for this processor.
"""

from functools import cache
from typing import Any

import llvmlite.binding as llvm
from llvmlite import ir

from planner.engine.kernel.arithmetic import define_functions
from planner.engine.kernel.counting import define_count
from planner.engine.kernel.driver import Parts, define_prelude, define_run
from planner.engine.kernel.emit import define_loops
from planner.engine.kernel.keep import Compiled
from planner.engine.kernel.layout import Layout, make_layout
from planner.engine.kernel.plan import Loops, Plan, make_plan
from planner.model.graph import model


def compile_kernel() -> Compiled:
    """Return the model's kernel, freshly compiled; RuntimeError when LLVM refuses."""
    plan = make_plan(model())
    layout = make_layout(model(), plan)
    looks = tuple(
        frozenset(one.name for loop in look for one in loop.assignments) for look in plan.looks
    )
    code = machine_code(kernel_module(plan, layout))
    offsets = {name: offset for name, (_, offset) in layout.offsets.items()}
    steady = layout.steady
    place = steady.stocks, steady.plain, steady.size
    asides = tuple(name for aside in plan.asides for name in aside.stocks.all)
    return Compiled(offsets, layout.sizes, place, asides, looks, code)


def kernel_module(plan: Plan, layout: Layout) -> ir.Module:
    """Return the kernel as instructions, not yet optimized."""
    module = ir.Module("kernel")
    functions = define_functions(module)

    def define(name: str, loops: Loops) -> ir.Function:
        return define_loops(module, name, loops, plan, layout, functions)

    parts = Parts(
        shared=define("shared", plan.shared),
        moment_start=define("moment_start", plan.moment_start),
        moment=define("moment", plan.moment),
        once=define("once", plan.once),
        start=define("start", plan.start),
        each_step=define("each_step", plan.each_step),
        beside=define("beside", plan.beside),
        asides=[define(f"aside_{number}", aside.loops) for number, aside in enumerate(plan.asides)],
        looks=[define(f"look_{number}", look) for number, look in enumerate(plan.looks)],
    )
    define_prelude(module, parts, layout)
    define_run(module, parts, layout)
    define_count(module)
    return module


def machine_code(module: ir.Module) -> bytes:
    """Return an object file with the module's public functions, optimized for this processor."""
    start_llvm()
    machine = _target_machine()
    module.triple = llvm.get_default_triple()
    parsed = llvm.parse_assembly(str(module))
    parsed.verify()
    options = llvm.create_pipeline_tuning_options(speed_level=3)
    builder = llvm.create_pass_builder(machine, options)
    builder.getModulePassManager().run(parsed, builder)
    code: bytes = machine.emit_object(parsed)
    return code


@cache
def start_llvm() -> None:
    """Prepare LLVM for this machine."""
    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()


def vector_bits() -> int:
    """Return how wide the vectors are that the kernel computes with on this processor."""
    features = _features()
    return 512 if features.get("avx512f") else 256 if features.get("avx2") else 128


def _target_machine() -> Any:  # noqa: ANN401 - llvmlite has no stubs
    features = ",".join(("+" if on else "-") + name for name, on in _features().items())
    return llvm.Target.from_default_triple().create_target_machine(
        cpu=llvm.get_host_cpu_name(), features=features, opt=3, reloc="pic", codemodel="default"
    )


def _features() -> dict[str, bool]:
    """Return what this processor can do; the widest vectors count as liked where there are any.

    LLVM prefers 256 bits on processors that can do 512, for fear of lower clock rates; for code
    that is all arithmetic the wide ones measured a fifth faster.
    """
    features = dict(llvm.get_host_cpu_features())
    if features.get("avx512f"):
        features["prefer-256-bit"] = False
    return features
