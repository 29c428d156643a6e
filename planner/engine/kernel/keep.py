"""Keeps a compiled kernel on disk, and reads it back.

Fourth floor of planner. A file is a hash of the rest, a line of JSON, and the machine code; a
damaged one counts as missing. A folder that cannot be written costs one line in the log.
"""

import contextlib
import hashlib
import json
import logging
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

LOG = logging.getLogger(__name__)

_HASH_BYTES = 32


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


def kept(path: Path) -> Compiled | None:
    """Return what was kept, None if there is nothing or it is damaged."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    digest, content = data[:_HASH_BYTES], data[_HASH_BYTES:]
    if hashlib.sha256(content).digest() != digest:
        LOG.warning("the kept kernel is damaged; it is compiled anew")
        return None
    head, _, code = content.partition(b"\n")
    table = json.loads(head)
    looks = tuple(frozenset(look) for look in table["looks"])
    return Compiled(table["offsets"], table["lanes"], looks, code)


def keep(path: Path, compiled: Compiled) -> None:
    """Write a kernel whole or not at all; other processes may write the same one meanwhile."""
    head = {
        "offsets": dict(compiled.offsets),
        "lanes": compiled.lanes,
        "looks": [sorted(look) for look in compiled.looks],
    }
    content = json.dumps(head).encode() + b"\n" + compiled.machine_code
    beside = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(hashlib.sha256(content).digest() + content)
        beside.replace(path)
    except OSError as error:
        LOG.warning("the kernel cannot be kept in the cache (%s); every start compiles it", error)
        with contextlib.suppress(OSError):
            beside.unlink()
