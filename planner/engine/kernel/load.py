"""Loads the compiled kernel, from disk where it was kept, else freshly compiled.

Fourth floor of planner. What is kept is named by a hash of everything it was made of: the sources
of model and kernel, the compiler's versions, the processor. A changed equation or another machine
never meets old code. A kept kernel needs neither the compiler nor the plan it was made from.
"""

import ctypes
import hashlib
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from planner.engine.kernel.driver import ARGUMENTS, parameters
from planner.engine.kernel.keep import Compiled, keep, kept
from planner.installed import mark_of
from planner.model import graph
from planner.places import cache_folder

LOG = logging.getLogger(__name__)

_C_TYPES = {"float64": ctypes.c_double, "int64": ctypes.c_int64}


@dataclass(frozen=True, slots=True)
class Kernel:
    """The compiled function and what it was compiled with.

    `run` takes what `ARGUMENTS` lists, arrays as numpy arrays; it holds no lock while it runs.
    `code` keeps the machine code in memory.
    """

    run: Callable[..., None]
    compiled: Compiled
    code: object


@cache
def kernel() -> Kernel:
    """Return the compiled kernel; the first call compiles it or reads it from disk.

    Raises ImportError, OSError, RuntimeError, TypeError or ValueError when there is no way to.
    """
    path = cache_folder() / "kernels" / f"kernel_{_key()}.bin"
    found = kept(path)
    if found is None:
        from planner.engine.kernel.compiler import compile_kernel

        found = compile_kernel()
        keep(path, found)
    code, address = linked(found)
    return Kernel(_callable(address), found, code)


@cache
def _key() -> str:
    """Return a hash of everything machine code rests on."""
    import llvmlite.binding as llvm

    digest = hashlib.sha256()
    for folder in (Path(graph.__file__).parent, Path(__file__).parent):
        for source in sorted(folder.rglob("*.py")):
            digest.update(source.read_bytes())
    below: Mapping[str, str] = {
        "llvmlite": mark_of("llvmlite"),
        "system": llvm.get_default_triple(),
        "processor": llvm.get_host_cpu_name(),
        "features": llvm.get_host_cpu_features().flatten(),
    }
    digest.update(repr(below).encode())
    return digest.hexdigest()[:16]


def linked(compiled: Compiled) -> tuple[object, int]:
    """Return what holds the machine code in memory, and the function's address.

    Raises RuntimeError when the code does not hold its function.
    """
    import llvmlite.binding as llvm

    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
    machine = llvm.Target.from_default_triple().create_target_machine()
    engine = llvm.create_mcjit_compiler(llvm.parse_assembly(""), machine)
    engine.add_object_file(llvm.ObjectFileRef.from_data(compiled.machine_code))
    engine.finalize_object()
    address = engine.get_function_address(compiled.name)
    if not address:
        message = "the compiled kernel does not hold its function"
        raise RuntimeError(message)
    return engine, address


def _callable(address: int) -> Callable[..., None]:
    """Return the native function as one that takes numpy arrays and numbers."""
    kinds: list[Any] = [
        ctypes.c_void_p if kind.endswith("*") else _C_TYPES[kind] for _, kind in parameters()
    ]
    native = ctypes.CFUNCTYPE(None, *kinds)(address)
    arrays = [kind.endswith("[]") for kind in ARGUMENTS.values()]

    def run(*given: Any) -> None:  # noqa: ANN401 - arrays and numbers, as ARGUMENTS lists them
        flat: list[object] = []
        for value, is_array in zip(given, arrays, strict=True):
            flat += [value.ctypes.data, value.size] if is_array else [value]
        native(*flat)

    return run
