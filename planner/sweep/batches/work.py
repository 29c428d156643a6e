"""The work of a process for one batch: from its spec to the bytes of its file.

Eighth floor of planner. It is given and gives plain values alone, and its result depends on its
spec alone: not on the process, the order, or how many others there are.
"""

from collections.abc import Mapping
from time import perf_counter
from typing import Any, Final

from planner.engine import threads
from planner.engine.run import warm_up_kernel
from planner.sweep.batches.encoding import encoded
from planner.sweep.batches.running import PIECE, run_spec
from planner.sweep.batches.spec import unpacked

HALVES: Final = 2

Result = Mapping[str, Any]
"""The `number` of a batch, its `data`, `rows`, `broken`, `empty`, `seconds`, and `warnings`."""


def work(text: str, places: bytes, *, halved: bool = False) -> Result:
    """Return the file of a batch, run on one thread; `halved`, in pieces half as large.

    Raises MemoryError where there is too little memory.
    """
    begin = perf_counter()
    warm_up_kernel()
    spec = unpacked(text, places)
    with threads.limited_to(1):
        ran = run_spec(spec, PIECE // HALVES if halved else PIECE)
        data = encoded(spec, ran)
    return {
        "number": spec.batch.number,
        "data": data,
        "rows": spec.batch.rows,
        "broken": ran.broken,
        "empty": ran.empty,
        "seconds": perf_counter() - begin,
        "warnings": sum(1 for each in ran.told if each.fault),
    }
