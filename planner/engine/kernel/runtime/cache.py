"""Keeps a compiled kernel in the cache, and reads it back; fourth floor of planner.

What is kept is a line of JSON and the machine code.
"""

import json

from planner.engine.kernel.codegen.compiled import Compiled
from planner.storage import cache


def kept(name: str) -> Compiled | None:
    """Return what was kept under the name, None if there is nothing."""
    content = cache.kept(name)
    if content is None:
        return None
    head, _, code = content.partition(b"\n")
    table = json.loads(head)
    outputs = tuple(frozenset(output) for output in table["outputs"])
    steady, sinks = tuple(table["steady"]), tuple(table["sinks"])
    return Compiled(table["offsets"], table["sizes"], steady, sinks, outputs, code)


def keep(name: str, compiled: Compiled) -> None:
    """Keep a kernel; other processes may keep the same one meanwhile."""
    head = {
        "offsets": dict(compiled.offsets),
        "sizes": dict(compiled.sizes),
        "steady": compiled.steady,
        "sinks": compiled.sinks,
        "outputs": [sorted(output) for output in compiled.outputs],
    }
    cache.keep(name, json.dumps(head).encode() + b"\n" + compiled.machine_code)
