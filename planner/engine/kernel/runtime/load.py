"""Loads the compiled kernel, from the cache where it was kept, else freshly compiled.

Fourth floor of planner. What is kept is named by the fingerprint of the sources of model and
kernel: a changed equation never meets old code. A kept kernel needs neither the compiler nor the
schedule it was made from.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from planner.engine import kernel as package
from planner.engine.kernel.codegen.compiled import Compiled
from planner.engine.kernel.codegen.signatures import (
    PRELUDE,
    PRELUDE_ARGUMENTS,
    RUN,
    RUN_ARGUMENTS,
)
from planner.engine.kernel.runtime.cache import keep, kept
from planner.engine.kernel.runtime.fingerprint import fingerprint
from planner.engine.kernel.runtime.linking import functions_of
from planner.model import graph


@dataclass(frozen=True, slots=True)
class Kernel:
    """The compiled functions and what they were compiled with.

    They take what the tables of arguments in `planner.engine.kernel.codegen.signatures` list.
    """

    prelude: Callable[..., None]
    run: Callable[..., None]
    compiled: Compiled


@cache
def kernel() -> Kernel:
    """Return the compiled kernel; the first call compiles it or reads it from the cache.

    Raises ImportError, OSError, RuntimeError, TypeError or ValueError when there is no way to.
    """
    name = _name()
    compiled = kept(name)
    if compiled is None:
        from planner.engine.kernel.codegen.compiler import compile_kernel

        compiled = compile_kernel()
        keep(name, compiled)
    signatures = {PRELUDE: PRELUDE_ARGUMENTS, RUN: RUN_ARGUMENTS}
    prelude, run = functions_of(compiled.machine_code, signatures)
    return Kernel(prelude, run, compiled)


def _name() -> str:
    """Return what the kernel is kept under."""
    return f"kernel_{fingerprint(_sources())}.bin"


def _sources() -> Iterator[Path]:
    for module in (graph, package):
        yield from sorted(Path(str(module.__file__)).parent.rglob("*.py"))
