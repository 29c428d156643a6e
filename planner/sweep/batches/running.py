"""Runs one batch: the numbers of its columns in each of its futures, as `suanli run` has them.

Eighth floor of planner. It goes through the futures in pieces that are run, read and forgotten, so
that memory is bounded. What is drawn of a piece serves all points that share it: levers have no
part in what is drawn.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from planner.engine.batch import Batch, lever_values
from planner.engine.clock import Clock
from planner.engine.run import Trajectories, run_batch
from planner.ensemble.bands.paths import Paths, Scratch, pairs_of
from planner.ensemble.conditioning.chosen import choosing
from planner.ensemble.conditioning.description import Conditioning
from planner.ensemble.draws.drawn import batch_at
from planner.ensemble.progress import to_the_end
from planner.ensemble.projection import Request
from planner.model.graph import model
from planner.model.scenario import Scenario
from planner.sweep.batches.spec import Spec
from planner.sweep.plan.columns import Column

PIECE: Final = 2**13
_REMEMBERED: Final = 4
_KINDS: Final[dict[str, type[np.float32 | np.float64]]] = {
    "float32": np.float32,
    "float64": np.float64,
}

Values = NDArray[np.float32 | np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Ran:
    """The values [columns, rows] of a batch, NaN where a future gives no number.

    `broken` counts the futures that break a law of the model, or of an outcome, before or in the
    last month kept. `told` says of each point how its futures were drawn, where that was chosen
    with the batch.
    """

    values: Values
    broken: int
    told: tuple[Conditioning, ...]

    @property
    def empty(self) -> int:
        """How many numbers there are not."""
        return int(np.isnan(self.values).sum())


def run_spec(spec: Spec, piece: int = PIECE) -> Ran:
    """Run a batch in pieces of so many futures. Raises MemoryError where there is too little."""
    places, told = _places(spec)
    rows, futures = spec.batch.rows, spec.batch.futures
    values = np.empty((len(spec.columns), rows), _KINDS[spec.precision])
    broken, scratch, run = np.zeros(rows, np.bool_), Scratch(), None
    for first in range(0, futures, piece):
        for number, scenario in enumerate(spec.scenarios):
            own = places[number][first : first + piece]
            run = _run(scenario, own, spec, run)
            begin = number * futures + first
            part = slice(begin, begin + len(own))
            broken[part] = _read(run, spec.columns, values[:, part], scratch)
    return Ran(values, int(broken.sum()), told)


def _places(spec: Spec) -> tuple[Sequence[NDArray[np.int64]], tuple[Conditioning, ...]]:
    """Return the places of each point's futures, and what is told of those chosen here."""
    if spec.places is not None:
        return [spec.places] * len(spec.scenarios), ()
    first, count = spec.batch.first, spec.batch.futures
    chosen = [to_the_end(choosing(each, each.futures)) for each in spec.scenarios]
    return [each.places[first : first + count] for each in chosen], tuple(e.told for e in chosen)


def _run(
    scenario: Scenario, places: NDArray[np.int64], spec: Spec, spare: Trajectories | None
) -> Trajectories:
    months = 1 + max(column.month for column in spec.columns)
    clock = Clock(scenario.last_year, months_at_most=months)
    drawn = _drawn(replace(scenario, levers=(), futures=1), places.tobytes(), clock)
    batch = replace(drawn, levers=lever_values(scenario, clock))
    pairs = pairs_of(map(_request, spec.columns))
    return run_batch(batch, clock, pairs, spare=spare, kind=_KINDS[spec.precision])


@lru_cache(maxsize=_REMEMBERED)
def _drawn(scenario: Scenario, places: bytes, clock: Clock) -> Batch:
    """Return what is drawn at places; the levers are those of the scenario, which has none."""
    return batch_at(np.frombuffer(places, np.int64), scenario, clock)


def forget_drawn() -> None:
    """Draw anew from now on."""
    _drawn.cache_clear()


def _read(
    run: Trajectories, columns: Sequence[Column], out: Values, scratch: Scratch
) -> NDArray[np.bool_]:
    """Write the numbers of a run to `out` [columns, futures]; tell which futures are broken."""
    paths = Paths(run, run)
    broken = np.zeros(run.futures, np.bool_)
    for column, own in zip(columns, out, strict=True):
        part = _request(column), np.array([column.month])
        own[:] = paths.rows(part, scratch)[0]
        whole = paths.whole(part)
        lawful = model().outcomes[column.outcome].keeps_law(own)
        if whole is not None:
            lawful &= whole[0]
        own[~lawful] = np.nan
        broken |= ~lawful
    return broken


def _request(column: Column) -> Request:
    return Request(column.outcome, column.element)
