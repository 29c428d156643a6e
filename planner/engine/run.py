"""Runs a batch with whatever is there: the compiled kernel, else the interpreter.

Fourth floor of planner. The kernel needs no disk, only a system that lets a program run code it has
made; where none may, the interpreter serves, and `why_interpreted` says why. Both give the same
trajectories, to the digits of a float32 where the kernel keeps futures in those.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from threading import Event, Lock

import numpy as np
from numpy.typing import NDArray

from planner.engine.batch import Batch
from planner.engine.broken import Broken, broken_since
from planner.engine.clock import Clock
from planner.engine.interpret import interpret
from planner.model.graph import model
from planner.model.indices import ELEMENTS

Pair = tuple[str, str]
Months = slice | NDArray[np.intp]
"""Some months of a run, by number."""

_ready = Event()
_refusals: list[str] = []
_lock = Lock()


@dataclass(frozen=True, slots=True, eq=False)
class Trajectories:
    """Paths of the wanted outcomes: one in the center and `futures` around it.

    `center` is float64[months, wanted]; `blocks` is [parts, months, stored, futures of a part],
    its very first future being the center again. Of the wanted the first ones are stored, of others
    there is a center alone. `broken` tells which futures break the law of stocks, and from when on;
    None where none does.
    """

    wanted: tuple[Pair, ...]
    futures: int
    center: NDArray[np.float64]
    blocks: NDArray[np.float32 | np.float64]
    broken: Broken | None = None

    def center_of(self, pair: Pair) -> NDArray[np.float64]:
        """Return the center line [months] of one outcome and element."""
        return self.center[:, self.wanted.index(pair)]

    @property
    def stored(self) -> tuple[Pair, ...]:
        """The wanted outcomes and elements whose futures are there too."""
        return self.wanted[: self.blocks.shape[2]]

    @property
    def lanes(self) -> int:
        """How many futures there is room for: the center, the drawn ones, and what fills blocks."""
        return int(self.blocks.shape[0] * self.blocks.shape[3])

    def gather(self, pair: Pair, months: Months, out: NDArray[np.float32 | np.float64]) -> None:
        """Copy some months of one outcome and element to `out`, contiguous [months, lanes].

        The first lane is the center, the last ones may fill a block. The lanes of a block are
        copied as one item: measured two to three times as fast as one by one.
        """
        block = np.dtype((np.void, self.blocks.shape[3] * self.blocks.itemsize))
        found = self.blocks.view(block)[:, months, self.stored.index(pair), 0]
        np.copyto(out.view(block), found.T)

    def futures_of(self, pair: Pair) -> NDArray[np.float32 | np.float64]:
        """Return a fresh array [months, futures] of one outcome and element."""
        path: NDArray[np.float32 | np.float64] = self.all_futures_of((pair,))[0]
        return path

    def all_futures_of(self, pairs: Sequence[Pair]) -> NDArray[np.float32 | np.float64]:
        """Return a fresh array [pairs, months, futures] of several outcomes and elements."""
        places = [self.stored.index(pair) for pair in pairs]
        blocks, months, _, lanes = self.blocks.shape
        shape = (len(places), months, blocks, lanes)
        found: NDArray[np.float32 | np.float64] = np.empty(shape, self.blocks.dtype)
        for row, place in enumerate(places):
            found[row] = self.blocks[:, :, place, :].transpose(1, 0, 2)
        return found.reshape(len(places), months, -1)[:, :, 1 : self.futures + 1]


def kernel_is_ready() -> bool:
    """Tell whether the compiled kernel is loaded."""
    return _ready.is_set()


def warm_up_kernel() -> None:
    """Compile or load the kernel once; on failure the interpreter goes on serving."""
    with _lock:
        if _ready.is_set() or _refusals:
            return
        try:
            _try_kernel()
        except (ImportError, OSError, RuntimeError, TypeError, ValueError) as error:
            _refusals.append(getattr(error, "strerror", None) or str(error))
        else:
            _ready.set()


def why_interpreted() -> str:
    """Return why the kernel cannot run here; empty where it can, or was not tried yet."""
    return _refusals[0] if _refusals else ""


def run_batch(
    batch: Batch,
    clock: Clock,
    stored: tuple[Pair, ...],
    *,
    centered: tuple[Pair, ...] = (),
    spare: Trajectories | None = None,
    kind: type[np.float32 | np.float64] = np.float32,
) -> Trajectories:
    """Return the paths of outcomes, of those `centered` the center alone.

    The batch's first future is the center. `spare` is a run nobody needs any more: its memory is
    used again where it fits, because fresh memory costs more than the arithmetic. The kernel
    computes in double precision and keeps futures as `kind` says.
    """
    if _ready.is_set():
        return _with_kernel(batch, clock, stored, centered, (spare, kind))
    return _with_interpreter(batch, clock, stored, centered)


def _with_kernel(
    batch: Batch,
    clock: Clock,
    stored: tuple[Pair, ...],
    centered: tuple[Pair, ...],
    memory: tuple[Trajectories | None, type[np.float32 | np.float64]],
) -> Trajectories:
    from planner.engine.kernel.runtime.buffers import buffer_shape, make_buffer
    from planner.engine.kernel.runtime.launch import pad_batch, run_kernel

    shape, wanted = buffer_shape(batch.futures, clock, stored), (*stored, *centered)
    spare, kind = memory
    used = None if spare is None else spare.blocks
    fits = used is not None and used.shape == shape and used.dtype == kind
    out = used if used is not None and fits else make_buffer(batch.futures, clock, stored, kind)
    center = np.empty((clock.months, len(wanted)))
    since = np.empty(shape[0] * shape[3])
    run_kernel(pad_batch(batch), clock, wanted, out=out, first=center, broken=since)
    broken = broken_since(since[: batch.futures], batch)
    return Trajectories(wanted, batch.futures - 1, center, out, broken)


def _with_interpreter(
    batch: Batch, clock: Clock, stored: tuple[Pair, ...], centered: tuple[Pair, ...]
) -> Trajectories:
    wanted = (*stored, *centered)
    variables = {pair: model().outcomes[pair[0]].variable(pair[1]) for pair in wanted}
    since = np.empty(batch.futures)
    trace = interpret(batch, clock, tuple(dict.fromkeys(variables.values())), since)
    blocks = np.empty((1, clock.months, len(wanted), batch.futures))
    for place, (pair, name) in enumerate(variables.items()):
        path = trace[name]
        if pair[1]:
            path = path[:, ELEMENTS[model().indices[name]].index(pair[1])]
        blocks[0, :, place, :] = path
    broken = broken_since(since, batch)
    center, kept = blocks[0, :, :, 0].copy(), blocks[:, :, : len(stored)]
    return Trajectories(wanted, batch.futures - 1, center, np.ascontiguousarray(kept), broken)


def _try_kernel() -> None:
    """Compile the kernel by running it once."""
    from planner.engine.batch import single
    from planner.model.scenario import Scenario

    _with_kernel(
        single(Scenario()),
        Clock(),
        (("enterprises_added_by_vouchers", ""),),
        (),
        (None, np.float32),
    )
