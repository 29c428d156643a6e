"""Uniformity analysis: finds per-area variables that are the same in all areas.

Fourth floor of planner. They lose their index, so that they are computed once for the nation. Found
by assuming it of all and dropping what contradicts, until nothing does. Assumes that nothing but
what a definition names tells areas apart.
"""

from collections.abc import Mapping
from dataclasses import replace

from planner.engine.kernel.passes.definition import Definition
from planner.model.indices import Index
from planner.model.language.expression import index_of

Indices = Mapping[str, Index | None]


def made_uniform(definitions: Mapping[str, Definition], known: Indices) -> dict[str, Definition]:
    """Return definitions; those that are the same in all areas have no index any more."""
    indices = dict(known) | {c.name: c.index for c in definitions.values()}
    alike = {c.name for c in definitions.values() if c.index == "area"}
    while True:
        assumed = indices | dict.fromkeys(alike)
        wrong = {c.name for c in definitions.values() if c.name in alike and _differs(c, assumed)}
        if not wrong:
            break
        alike -= wrong
    return {
        name: replace(c, index=None) if c.name in alike else c for name, c in definitions.items()
    }


def _differs(one: Definition, indices: Indices) -> bool:
    parts = [one.value] if one.start is None else [one.value, one.start]
    return any(index_of(part, indices, one.name) is not None for part in parts)
