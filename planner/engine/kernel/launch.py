"""Runs the kernel over a batch: blocks of futures, shared out to threads.

Fourth floor of planner.
"""

from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import DTypeLike, NDArray

from planner.engine import threads
from planner.engine.batch import Batch, input_rows
from planner.engine.clock import Clock
from planner.engine.kernel.layout import BLOCK
from planner.engine.kernel.load import kernel
from planner.model.graph import model
from planner.model.indices import ELEMENTS

Wanted = tuple[tuple[str, str], ...]


def buffer_shape(futures: int, clock: Clock, wanted: Wanted) -> tuple[int, int, int, int]:
    """Return the shape of a run's buffer: blocks, months, wanted, futures of a block."""
    return (padded(futures) // BLOCK, clock.months, len(wanted), BLOCK)


def make_buffer(
    futures: int, clock: Clock, wanted: Wanted, kind: DTypeLike
) -> NDArray[np.float32 | np.float64]:
    """Return an empty buffer for a run, shaped as `buffer_shape` says."""
    return np.empty(buffer_shape(futures, clock, wanted), kind)


def padded(futures: int) -> int:
    """Return the number of futures filled up to whole blocks."""
    return -(-futures // BLOCK) * BLOCK


def run_kernel(
    batch: Batch,
    clock: Clock,
    wanted: Wanted,
    *,
    out: NDArray[np.float32 | np.float64],
    first: NDArray[np.float64] | None = None,
) -> None:
    """Fill `out`, as `make_buffer` makes it, for the wanted (outcome, element) pairs.

    The batch must be padded to whole blocks (`pad_batch`). Beside a float32 `out`, `first`
    takes the first future in full precision, float64[months, wanted].
    """
    blocks = out.shape[0]
    exact = out.dtype == np.float64
    single = _nothing(np.float32) if exact else out.ravel()
    double = out.ravel() if exact else _nothing(np.float64) if first is None else first.ravel()
    row_offset, row_spread = _tables()
    arguments = (
        batch.fixed,
        batch.drawn_rows,
        batch.drawn,
        row_offset,
        row_spread,
        clock.elapsed(),
        clock.step,
        clock.steps_per_month,
        _sources(wanted),
    )
    shares = _shares(blocks)
    if len(shares) == 1:
        kernel().run(*arguments, 0, blocks, single, double)
        return
    for done in [
        threads.pool().submit(kernel().run, *arguments, a, b, single, double) for a, b in shares
    ]:
        done.result()


def pad_batch(batch: Batch) -> Batch:
    """Return the batch with its last future repeated up to whole blocks."""
    missing = padded(batch.futures) - batch.futures
    drawn = np.ascontiguousarray(np.pad(batch.drawn, ((0, 0), (0, missing)), mode="edge"))
    return Batch(batch.fixed, batch.drawn_rows, drawn)


def _shares(blocks: int) -> list[tuple[int, int]]:
    bounds = np.linspace(0, blocks, min(threads.count(), blocks) + 1).round().astype(int)
    return [(int(a), int(b)) for a, b in pairwise(bounds)]


def _nothing(kind: DTypeLike) -> NDArray[np.float32 | np.float64]:
    return np.empty(0, kind)


def _sources(wanted: Wanted) -> NDArray[np.int64]:
    """Return where each wanted value stands in the workspace."""
    offsets, found = kernel().layout.offsets, []
    for outcome, element in wanted:
        name = model().outcomes[outcome].variable(element)
        place = ELEMENTS[model().indices[name]].index(element) if element else 0
        found.append(offsets[name] + place * BLOCK)
    return np.array(found, np.int64)


@cache
def _tables() -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return where inputs stand and where they are spread to."""
    layout, indices = kernel().layout, model().indices
    offset: list[int] = []
    spread: list[int] = []
    for key in input_rows():
        offset.extend(layout.offsets[key] + BLOCK * n for n in range(len(ELEMENTS[indices[key]])))
        spread.extend([layout.spread.get(key, -1)] * len(ELEMENTS[indices[key]]))
    return np.array(offset, np.int64), np.array(spread, np.int64)
