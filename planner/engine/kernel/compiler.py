"""Writes the kernel's text and compiles it to machine code that stands alone.

Fourth floor of planner. numba turns the text into optimized LLVM code; only its one native function
is kept, so that the code can later be loaded without numba, which takes longer to import than the
window to open.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from planner.engine.kernel.driver import DRIVER, array_lines, parameters
from planner.engine.kernel.emit import OPTIONS, OUTER_OPTIONS, emit_functions
from planner.engine.kernel.keep import Compiled
from planner.engine.kernel.layout import BLOCK, MASK, Layout, make_layout
from planner.engine.kernel.plan import Plan, make_plan
from planner.model.graph import model
from planner.model.indices import AREAS
from planner.model.scenario import FIRST_YEAR

OUTSIDE = frozenset({"memset", "memcpy", "memmove"})
"""Functions of the C library that machine code may call."""


def compile_kernel() -> Compiled:
    """Return the model's kernel, freshly compiled.

    Raises RuntimeError when the compiler refuses, or the code would need more than the C library.
    """
    plan = make_plan(model())
    layout = make_layout(model(), plan)
    looks = tuple(
        frozenset(one.name for loop in look for one in loop.assignments) for look in plan.looks
    )
    name, code = _machine_code(kernel_text(plan, layout))
    return Compiled(name, layout.offsets, layout.spread, layout.lanes, looks, code)


def kernel_text(plan: Plan, layout: Layout) -> str:
    """Return the source text of the kernel."""
    arithmetic = Path(__file__).with_name("arithmetic.py").read_text(encoding="utf-8")
    constants = (
        "import numpy as np\nfrom numba import carray\n\n"
        f"B = {BLOCK}\nA = {BLOCK * len(AREAS)}\nFIRST = {float(FIRST_YEAR)}\n"
    )
    driver = DRIVER.format(
        options=OPTIONS,
        outer_options=OUTER_OPTIONS,
        stock_lanes=layout.stock_lanes,
        stocks=layout.stocks,
        flows=layout.flows,
        mask=layout.offsets[MASK] + BLOCK * AREAS.index("shanghai"),
        arguments=", ".join(name for name, _ in parameters()),
        arrays=array_lines(),
    )
    return "\n\n".join((arithmetic, constants, emit_functions(plan, layout), driver))


def _machine_code(text: str) -> tuple[str, bytes]:
    """Return the name of the native `run` and an object file that holds it."""
    _prefer_wide_vectors()
    import llvmlite.binding as llvm
    from numba.core.errors import NumbaError
    from numba.core.types import void

    namespace: dict[str, Any] = {"__name__": "suanli_kernel"}
    signature = void(*(_type(kind) for _, kind in parameters()))
    try:
        exec(compile(text, "<kernel>", "exec"), namespace)  # noqa: S102 - from our own equations
        run = namespace["run"]
        run.compile(signature)
    except (NumbaError, SyntaxError) as error:
        message = f"the compiler refuses the kernel: {error}"
        raise RuntimeError(message) from error
    (code,) = run.inspect_llvm().values()
    module = llvm.parse_assembly(code)
    name = run.overloads[signature.args].fndesc.llvm_func_name
    _keep_only(module, name)
    return name, _target_machine().emit_object(module)


def _type(kind: str) -> Any:  # noqa: ANN401 - numba's types have no stubs
    from numba.core import types

    plain = {"float64": types.float64, "float32": types.float32, "int64": types.int64}
    if kind.endswith("*"):
        return types.CPointer(plain[kind.removesuffix("*")])  # type: ignore[no-untyped-call]
    return plain[kind]


def _keep_only(module: Any, name: str) -> None:  # noqa: ANN401 - llvmlite has no stubs
    """Drop what the named function does not need."""
    import llvmlite.binding as llvm

    for function in module.functions:
        if not function.is_declaration and function.name != name:
            function.linkage = "internal"
    for variable in module.global_variables:
        if not variable.is_declaration:
            variable.linkage = "internal"
    manager = llvm.create_new_module_pass_manager()
    manager.add_global_dead_code_eliminate_pass()
    manager.add_strip_dead_prototype_pass()
    options = llvm.create_pipeline_tuning_options()
    manager.run(module, llvm.create_pass_builder(_target_machine(), options))
    called = {f.name for f in module.functions if f.is_declaration}
    unknown = {f for f in called if not f.startswith("llvm.")} - OUTSIDE
    if unknown:
        message = f"the compiled kernel needs {', '.join(sorted(unknown))}"
        raise RuntimeError(message)


def _target_machine() -> Any:  # noqa: ANN401 - llvmlite has no stubs
    import llvmlite.binding as llvm

    target = llvm.Target.from_default_triple()
    features = ",".join(("+" if on else "-") + name for name, on in cpu_features().items())
    return target.create_target_machine(
        cpu=llvm.get_host_cpu_name(), features=features, opt=3, reloc="pic", codemodel="default"
    )


def cpu_features() -> Mapping[str, bool]:
    """Return what this processor can do; the widest vectors count as liked where there are any.

    LLVM prefers 256 bits on processors that can do 512, for fear of lower clock rates; for code
    that is all arithmetic the wide ones measured a fifth faster.
    """
    from llvmlite.binding import get_host_cpu_features

    features = dict(get_host_cpu_features())
    if features.get("avx512f"):
        features["prefer-256-bit"] = False
    return features


def vector_bits() -> int:
    """Return how wide the vectors are that the kernel computes with on this processor."""
    features = cpu_features()
    return 512 if features.get("avx512f") else 256 if features.get("avx2") else 128


def _prefer_wide_vectors() -> None:
    from numba import config

    if getattr(config, "CPU_FEATURES", None) is None:
        flat = ",".join(("+" if on else "-") + name for name, on in cpu_features().items())
        config.CPU_FEATURES = flat  # type: ignore[attr-defined]
