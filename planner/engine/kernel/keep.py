"""Keeps a compiled kernel in the cache, and reads it back; fourth floor of planner.

What is kept is a line of JSON and the machine code.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from planner import cache


@dataclass(frozen=True, slots=True)
class Compiled:
    """Machine code, and where values stand in the workspace.

    `offsets` are places in lanes, as the layout has them; `lanes` is the size of the workspace;
    `looks` lists the values that each look computes.
    """

    offsets: Mapping[str, int]
    lanes: int
    looks: tuple[frozenset[str], ...]
    machine_code: bytes


def kept(name: str) -> Compiled | None:
    """Return what was kept under the name, None if there is nothing."""
    content = cache.kept(name)
    if content is None:
        return None
    head, _, code = content.partition(b"\n")
    table = json.loads(head)
    looks = tuple(frozenset(look) for look in table["looks"])
    return Compiled(table["offsets"], table["lanes"], looks, code)


def keep(name: str, compiled: Compiled) -> None:
    """Keep a kernel; other processes may keep the same one meanwhile."""
    head = {
        "offsets": dict(compiled.offsets),
        "lanes": compiled.lanes,
        "looks": [sorted(look) for look in compiled.looks],
    }
    cache.keep(name, json.dumps(head).encode() + b"\n" + compiled.machine_code)
