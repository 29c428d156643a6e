"""The fingerprint of all that machine code rests on; fourth floor of planner."""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from planner.storage.installed import mark_of


def fingerprint(sources: Iterable[Path]) -> str:
    """Return a hash of the sources, the compiler's versions, and the processor.

    A changed source or another machine never meets old code.
    """
    import llvmlite.binding as llvm

    digest = hashlib.sha256()
    for source in sources:
        digest.update(source.read_bytes())
    below: Mapping[str, str] = {
        "llvmlite": mark_of("llvmlite"),
        "system": llvm.get_default_triple(),
        "processor": llvm.get_host_cpu_name(),
        "features": llvm.get_host_cpu_features().flatten(),
    }
    digest.update(repr(below).encode())
    return digest.hexdigest()[:16]
