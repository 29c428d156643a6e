"""Loads the function that counts futures on a grid; fourth floor of planner.

It is compiled apart from the model, and kept: a changed equation leaves it as it is.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from planner.engine.kernel import codegen
from planner.engine.kernel.codegen.signatures import COUNT, COUNT_ARGUMENTS
from planner.engine.kernel.runtime.fingerprint import fingerprint
from planner.engine.kernel.runtime.linking import functions_of
from planner.storage import cache as storage


@cache
def histogram() -> Callable[..., None]:
    """Return the function that takes what `COUNT_ARGUMENTS` lists.

    The first call compiles it or reads it from the cache. Raises ImportError, OSError or
    RuntimeError when there is no way to.
    """
    name = f"histogram_{fingerprint(sorted(Path(codegen.__path__[0]).glob('*.py')))}.bin"
    code = storage.kept(name)
    if code is None:
        from planner.engine.kernel.codegen.histogram import compile_histogram

        code = compile_histogram()
        storage.keep(name, code)
    return functions_of(code, {COUNT: COUNT_ARGUMENTS})[0]
