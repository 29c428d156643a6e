"""The target: optimizes instructions for this processor and makes an object file of them.

Fourth floor of planner. It knows neither the model nor what the instructions compute.
"""

from functools import cache
from typing import Any

import llvmlite.binding as llvm
from llvmlite import ir


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
