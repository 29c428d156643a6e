"""PRIM of the Platypus project, for tests to hold ours against: its peeling without its drawing.

It draws with matplotlib and mplcursors, which are heavy and not installed: empty modules stand in
for them while it is imported. The package is under the GPL; tests run it, and nothing ships it.
"""

import sys
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

_DRAWING: Final = {
    "matplotlib": (),
    "matplotlib.pyplot": (),
    "matplotlib.gridspec": (),
    "matplotlib.widgets": ("Button",),
    "mplcursors": (),
    "mpl_toolkits": (),
    "mpl_toolkits.axes_grid1": ("host_subplot",),
}
"""Modules that it imports, and what it takes out of them."""


def peeler(values: NDArray[np.float64], cases: NDArray[np.bool_], **rules: float) -> Any:
    """Return its search for boxes; `values` is float64[inputs, futures]."""
    return _prim().Prim(values.T.copy(), cases, **rules)


def steps(box: Any) -> list[tuple[int, ...]]:
    """Return of each step of a search the futures inside, the cases, and the bounded inputs."""
    told, search = box.peeling_trajectory, box.prim
    columns = told["mass"] * search.n, told["coverage"] * search.t_coi, told["res dim"]
    return [tuple(map(round, row)) for row in zip(*columns, strict=True)]


def bounds(box: Any, number: int) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Return the bounds of a step, lower and upper ones, infinite where they are those of all."""
    (low, high), (least, most) = box._box_lims[number].tolist(), box._box_lims[0].tolist()
    return (
        tuple(-np.inf if own == end else own for own, end in zip(low, least, strict=True)),
        tuple(np.inf if own == end else own for own, end in zip(high, most, strict=True)),
    )


@cache
def _prim() -> ModuleType:
    """Return the package, imported while modules that draw nothing are there."""
    assert not _DRAWING.keys() & sys.modules.keys()
    stand_ins = {name: ModuleType(name) for name in _DRAWING}
    for name, parts in _DRAWING.items():
        room, _, own = name.rpartition(".")
        if room:
            setattr(stand_ins[room], own, stand_ins[name])
        for part in parts:
            setattr(stand_ins[name], part, None)
    sys.modules.update(stand_ins)
    try:
        return import_module("prim")
    finally:
        for name in stand_ins:
            del sys.modules[name]
