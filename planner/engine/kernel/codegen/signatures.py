"""The kernel's outer functions: their names, what they take, and how numpy arrays get to them.

Fourth floor of planner. A table of arguments names each with its type; `float64[]` stands for two
parameters, an address and a size.
"""

import ctypes
from collections.abc import Callable, Mapping
from typing import Any

Arguments = Mapping[str, str]

PRELUDE = "suanli_prelude"
PRELUDE_ARGUMENTS: dict[str, str] = {
    "shared": "float64[]",
    "moments": "float64[]",
    "steps": "int64",
}
"""Numbers for all futures, constants filled in; a row of numbers for each step, levers and clock
filled in; how many steps there are."""

RUN = "suanli_run"
RUN_ARGUMENTS: dict[str, str] = {
    "workspace": "float64[]",
    "shared": "float64[]",
    "moments": "float64[]",
    "fixed": "float64[]",
    "offsets": "int64[]",
    "drawn_rows": "int64[]",
    "drawn": "float64[]",
    "steps": "int64",
    "each": "int64",
    "sources": "int64[]",
    "stored": "int64",
    "asked": "int64[]",
    "lawless": "float64",
    "taken": "int64[]",
    "take": "int64",
    "parts": "int64",
    "single": "float32[]",
    "double": "float64[]",
    "center": "float64[]",
    "broken": "float64[]",
}
"""The tables, the first two as the prelude left them; assumptions as batches have them, and where
each row stands in the workspace; steps in all and in a month; where the wanted values stand, of how
many of them all futures are stored, and whether they rest on both worlds, on which sinks and on
which outputs; from which month on what all futures share breaks a law; how many parts all threads
have taken so far, how many one takes at a time, how many there are; where outcomes go, and from
which month on each future breaks a law."""

COUNT = "suanli_count"
COUNT_ARGUMENTS: dict[str, str] = {
    "values": "float32[]",
    "low": "float64",
    "scale": "float64",
    "grid": "int64",
    "places": "int32[]",
    "counts": "int32[]",
    "ends": "float64[]",
}
"""Values of one row, where its grid begins, points per unit, how many points; scratch as long as
the values; the row's counts, with columns for minus infinity and below before the grid, for above,
infinity and undefined behind it; the least and the most finite value, moved outward."""

_C_TYPES = {"float64": ctypes.c_double, "int64": ctypes.c_int64}


def parameters(arguments: Arguments) -> tuple[tuple[str, str], ...]:
    """Return name and type of every parameter; an array is itself and its `_size`."""
    flat: list[tuple[str, str]] = []
    for name, kind in arguments.items():
        if kind.endswith("[]"):
            flat += [(name, kind.removesuffix("[]") + "*"), (f"{name}_size", "int64")]
        else:
            flat.append((name, kind))
    return tuple(flat)


def native(code: object, address: int, arguments: Arguments) -> Callable[..., None]:
    """Return the function at an address as one that takes numpy arrays and numbers.

    It holds no lock while it runs; arrays must be contiguous and of the stated type. `code` is what
    keeps the machine code in memory: it lives as long as the function.
    """
    kinds: list[Any] = [
        ctypes.c_void_p if kind.endswith("*") else _C_TYPES[kind]
        for _, kind in parameters(arguments)
    ]
    function = ctypes.CFUNCTYPE(None, *kinds)(address)
    arrays = [kind.endswith("[]") for kind in arguments.values()]

    def run(*given: Any, _code: object = code) -> None:  # noqa: ANN401 - as the table lists them
        flat: list[object] = []
        for value, is_array in zip(given, arrays, strict=True):
            flat += [value.ctypes.data, value.size] if is_array else [value]
        function(*flat)

    return run
