"""`make bench ONLY=bands`: from futures of eight outcomes to five quantiles, month by month.

The floor is `numpy.sort` alone, of copies of rows that stand in order already, piece by piece and
on as many threads. The whole copies the rows out of the engine's blocks, sorts them and picks.
`numpy.partition` and `numpy.quantile` use one thread. Counting on a grid is what serves where there
are too many futures to keep: the nearest to an approximate way that a drag could take.
"""

from collections.abc import Callable
from functools import partial

import numpy as np
from numpy.typing import NDArray

from planner.engine import threads
from planner.engine.clock import Clock
from planner.engine.run import run_batch
from planner.ensemble.bands.counts import Counts, bounds_of
from planner.ensemble.bands.exact import exact_bands, places
from planner.ensemble.bands.paths import PIECE_BYTES, Paths, Scratch
from planner.ensemble.projection import QUANTILES, Request
from planner.ensemble.sample import draw
from planner.model.scenario import Scenario
from tests.benchmarks.engine import SEEN
from tests.benchmarks.figures import Figure, against, has_kernel, show, timed_in_turn

FUTURES = (1000, 4000, 10_000)
ROUNDS = 15

Rows = NDArray[np.float32]


def main(json: bool) -> int:
    """Measure and print; return the exit code."""
    if not has_kernel():
        return 1
    figures: list[Figure] = []
    for futures in FUTURES:
        floor, *others = timed_in_turn(_works(futures), ROUNDS)
        figures += against(floor, others)
    show(f"bands: {len(SEEN)} outcomes, {Clock().months} months", figures, json=json)
    return 0


def _works(futures: int) -> dict[str, Callable[[], object]]:
    """Return what is measured for a number of futures, the floor first."""
    run = run_batch(draw(Scenario(), futures), Clock(), SEEN)
    requests, scratch = [Request(*pair) for pair in SEEN], Scratch()
    rows = np.ascontiguousarray(np.concatenate([run.futures_of(pair) for pair in SEEN]))
    again = np.empty_like(rows)
    counts = Counts(bounds_of(rows.copy()))
    count = threads.count()
    works: dict[str, Callable[[], object]] = {
        f"numpy.sort alone, {count} threads": partial(_sort, rows, again),
        f"copy, sort and pick, {count} threads": partial(
            exact_bands, Paths(run, run), requests, scratch
        ),
        "counting, one thread": partial(counts.add, slice(None), rows),
        "numpy.partition": partial(_partition, rows, again),
        "numpy.quantile": partial(np.quantile, rows, QUANTILES, axis=-1),
    }
    return {f"{name}, {futures:,} futures": work for name, work in works.items()}


def _sort(rows: Rows, again: Rows) -> None:
    """Sort copies of the rows, on all threads."""
    step = max(1, PIECE_BYTES // (rows.shape[1] * rows.itemsize))
    slices = [slice(start, start + step) for start in range(0, len(rows), step)]
    count = threads.count()
    shares = [slices[number::count] for number in range(count)]
    waiting = [threads.pool().submit(_sort_some, rows, again, share) for share in shares]
    for each in waiting:
        each.result()


def _sort_some(rows: Rows, again: Rows, slices: list[slice]) -> None:
    for some in slices:
        np.copyto(again[some], rows[some])
        again[some].sort(axis=-1)


def _partition(rows: Rows, again: Rows) -> None:
    """Select the ranks on both sides of each quantile."""
    np.copyto(again, rows)
    below, above, _ = places(rows.shape[1])
    again.partition(np.unique((below, above)), axis=-1)
