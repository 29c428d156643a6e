"""Keeps a compiled kernel in the cache, and reads it back; fourth floor of planner.

What is kept is a line of JSON and the machine code.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from planner.storage import cache

Table = Literal["shared", "moment", "workspace"]


@dataclass(frozen=True, slots=True)
class Compiled:
    """Machine code, and where values stand in its tables.

    `offsets` are places in a value's own table, as the layout has them; `sizes` are those of the
    tables. `steady` says of the stocks that all futures share where they begin in their table, how
    many must not be negative, and how many there are. `asides` names the stock of each aside, and
    `looks` lists the values that each look computes.
    """

    offsets: Mapping[str, int]
    sizes: Mapping[Table, int]
    steady: tuple[int, int, int]
    asides: tuple[str, ...]
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
    steady, asides = tuple(table["steady"]), tuple(table["asides"])
    return Compiled(table["offsets"], table["sizes"], steady, asides, looks, code)


def keep(name: str, compiled: Compiled) -> None:
    """Keep a kernel; other processes may keep the same one meanwhile."""
    head = {
        "offsets": dict(compiled.offsets),
        "sizes": dict(compiled.sizes),
        "steady": compiled.steady,
        "asides": compiled.asides,
        "looks": [sorted(look) for look in compiled.looks],
    }
    cache.keep(name, json.dumps(head).encode() + b"\n" + compiled.machine_code)
