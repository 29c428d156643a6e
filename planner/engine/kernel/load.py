"""Loads the compiled kernel, from the cache where it was kept, else freshly compiled.

Fourth floor of planner. What is kept is named by a hash of everything it was made of: the sources
of model and kernel, the compiler's versions, the processor. A changed equation or another machine
never meets old code. A kept kernel needs neither the compiler nor the plan it was made from.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from planner.engine.kernel.calls import (
    COUNT,
    COUNT_ARGUMENTS,
    PRELUDE,
    PRELUDE_ARGUMENTS,
    RUN,
    RUN_ARGUMENTS,
    native,
)
from planner.engine.kernel.keep import Compiled, keep, kept
from planner.model import graph
from planner.storage.installed import mark_of


@dataclass(frozen=True, slots=True)
class Kernel:
    """The compiled functions and what they were compiled with.

    They take what the tables of arguments in `calls` list. `code` keeps the machine code in memory.
    """

    prelude: Callable[..., None]
    run: Callable[..., None]
    count: Callable[..., None]
    compiled: Compiled
    code: object


@cache
def kernel() -> Kernel:
    """Return the compiled kernel; the first call compiles it or reads it from the cache.

    Raises ImportError, OSError, RuntimeError, TypeError or ValueError when there is no way to.
    """
    name = f"kernel_{_key()}.bin"
    found = kept(name)
    if found is None:
        from planner.engine.kernel.compiler import compile_kernel

        found = compile_kernel()
        keep(name, found)
    arguments = {PRELUDE: PRELUDE_ARGUMENTS, RUN: RUN_ARGUMENTS, COUNT: COUNT_ARGUMENTS}
    code, addresses = linked(found.machine_code, *arguments)
    prelude, run, count = map(native, addresses, arguments.values())
    return Kernel(prelude, run, count, found, code)


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


def _check_that_code_may_run() -> None:
    """Raise OSError where this system forbids it; LLVM would end the process instead."""
    import llvmlite.binding as llvm

    try:
        llvm.check_jit_execution()
    except OSError as error:
        why = "this system forbids a program to run code that it has made itself"
        raise OSError(error.errno, why) from error


def linked(machine_code: bytes, *names: str) -> tuple[object, tuple[int, ...]]:
    """Return what holds the machine code in memory, and the addresses of its functions.

    Raises OSError where no code may run that a program has made, RuntimeError when the code does
    not hold a function.
    """
    import llvmlite.binding as llvm

    _check_that_code_may_run()
    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
    machine = llvm.Target.from_default_triple().create_target_machine()
    engine = llvm.create_mcjit_compiler(llvm.parse_assembly(""), machine)
    engine.add_object_file(llvm.ObjectFileRef.from_data(machine_code))
    engine.finalize_object()
    addresses = tuple(engine.get_function_address(name) for name in names)
    if not all(addresses):
        message = "the compiled kernel does not hold its functions"
        raise RuntimeError(message)
    return engine, addresses
