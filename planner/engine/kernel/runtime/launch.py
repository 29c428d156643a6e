"""Runs the kernel over a batch: parts of the futures, shared out to threads.

Fourth floor of planner.
"""

import threading
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

from planner.engine import threads
from planner.engine.batch import Batch
from planner.engine.clock import Clock
from planner.engine.kernel.codegen.layout import LANES
from planner.engine.kernel.passes.schedule import SHOWN
from planner.engine.kernel.runtime.buffers import Wanted, aligned, padded
from planner.engine.kernel.runtime.load import kernel
from planner.model.counterfactual import compares, needed_for
from planner.model.graph import model
from planner.model.indices import ELEMENTS
from planner.model.scenario import FIRST_YEAR

PIECES = 16
"""Into how many pieces threads cut a run: they take them from each other without asking Python, and
the last one is short enough that nobody waits for it long."""


def run_kernel(
    batch: Batch,
    clock: Clock,
    wanted: Wanted,
    *,
    out: NDArray[np.float32 | np.float64],
    first: NDArray[np.float64] | None = None,
    broken: NDArray[np.float64] | None = None,
) -> None:
    """Fill `out`, as `make_buffer` makes it, for the first of the wanted (outcome, element) pairs.

    The batch must be padded to whole parts (`pad_batch`). `first` takes the first future of all
    pairs in full precision, float64[months, wanted]. `broken`, float64 of each future, takes the
    month from which a stock is negative or not finite, else infinity.
    """
    exact = out.dtype == np.float64
    single = _nothing(np.float32) if exact else out
    double = out if exact else _nothing(np.float64)
    center = _nothing(np.float64) if first is None else first
    shared, moments, lawless = _prelude(batch, clock)
    given = (
        shared,
        moments,
        batch.fixed,
        _offsets(),
        batch.drawn_rows,
        batch.drawn,
        clock.steps,
        clock.steps_per_month,
        _sources(wanted),
        out.shape[2],
        _asked(wanted),
        lawless,
    )
    since = np.empty(out.shape[0] * out.shape[3]) if broken is None else broken
    shared_out = np.zeros(1, np.int64), -(-out.shape[0] // PIECES), out.shape[0]
    kernels = [(*given, *shared_out, single, double, center, since)] * threads.count()
    threads.share_out(_run, kernels)


def _prelude(batch: Batch, clock: Clock) -> tuple[NDArray[np.float64], NDArray[np.float64], float]:
    """Return what all futures share, once and at every step, and from which month it is lawless."""
    compiled, levers, elapsed = kernel().compiled, batch.levers_of(clock), clock.elapsed()
    shared = np.zeros(compiled.sizes["shared"])
    shared[_constants()] = batch.fixed[-len(_constants()) :]
    shared[compiled.offsets["step"]] = clock.step
    moments = np.zeros((clock.steps, compiled.sizes["moment"]))
    moments[:, : levers.shape[1]] = levers
    moments[:, compiled.offsets["elapsed"]] = elapsed
    moments[:, compiled.offsets["time"]] = FIRST_YEAR + elapsed
    kernel().prelude(shared, moments, clock.steps)
    return shared, moments, _lawless_from(moments, clock)


def _lawless_from(moments: NDArray[np.float64], clock: Clock) -> float:
    begin, plain, size = kernel().compiled.steady
    stocks = moments[:, begin : begin + size]
    lawless = (~np.isfinite(stocks)).any(axis=1) | (stocks[:, :plain] < 0).any(axis=1)
    if not lawless.any():
        return np.inf
    return float(-(-int(np.argmax(lawless)) // clock.steps_per_month))


def _run(given: tuple[Any, ...]) -> None:
    """Run parts in the workspace of the thread until all threads together have run all of them."""
    kernel().run(_own.workspace(), *given)


class _Own(threading.local):
    """What a thread has for itself."""

    def __init__(self) -> None:
        self._workspace: NDArray[np.float64] | None = None

    def workspace(self) -> NDArray[np.float64]:
        """Return the thread's workspace; what is in it is left over from its last piece."""
        if self._workspace is None:
            self._workspace = aligned((kernel().compiled.sizes["workspace"],), np.float64)
        return self._workspace


_own = _Own()


def pad_batch(batch: Batch) -> Batch:
    """Return the batch with its last future repeated up to whole parts."""
    missing = padded(batch.futures) - batch.futures
    drawn = np.ascontiguousarray(np.pad(batch.drawn, ((0, 0), (0, missing)), mode="edge"))
    return replace(batch, drawn=drawn)


def _nothing(kind: DTypeLike) -> NDArray[np.float32 | np.float64]:
    return np.empty(0, kind)


def _sources(wanted: Wanted) -> NDArray[np.int64]:
    """Return where each wanted value stands in the workspace."""
    offsets, places = kernel().compiled.offsets, []
    for outcome, element in wanted:
        name = model().outcomes[outcome].variable(element)
        place = ELEMENTS[model().indices[name]].index(element) if element else 0
        places.append(offsets.get(SHOWN + name, offsets[name]) + place * LANES)
    return np.array(places, np.int64)


@cache
def _asked(wanted: Wanted) -> NDArray[np.int64]:
    """Return 1 for what wanted outcomes rest on: both worlds, each sink, each output; else 0."""
    compiled = kernel().compiled
    variables = {model().outcomes[outcome].variable(element) for outcome, element in wanted}
    needed = needed_for(variables)
    seen = variables | {SHOWN + name for name in variables}
    sinks = [stock in needed for stock in compiled.sinks]
    outputs = [not output.isdisjoint(seen) for output in compiled.outputs]
    return np.array([compares(variables), *sinks, *outputs], np.int64)


@cache
def _offsets() -> NDArray[np.int64]:
    """Return where every row of an assumption stands in the workspace."""
    return _places(model().assumptions, LANES)


@cache
def _constants() -> NDArray[np.int64]:
    """Return where every row of a constant stands among the shared numbers; they are the last."""
    return _places((*model().constants, *model().conversions), 1)


def _places(keys: Iterable[str], width: int) -> NDArray[np.int64]:
    offsets, indices = kernel().compiled.offsets, model().indices
    rows = [
        offsets[key] + width * place for key in keys for place in range(len(ELEMENTS[indices[key]]))
    ]
    return np.array(rows, np.int64)
