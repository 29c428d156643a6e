"""Total indices: what each assumption explains with all it does only together with others.

Sixth floor of planner. First-order shares from the futures at hand leave out what happens only
together; total indices take runs of their own (`saltelli`), on draws without correlation and
without weights, since they have no meaning otherwise. All outcomes of the whole, in all Decembers,
come of one streamed run: two samples, and one more for each assumption.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from planner.engine.batch import Batch, central_values, lever_values
from planner.engine.clock import Clock
from planner.engine.run import Trajectories, run_batch
from planner.ensemble.bands.paths import Paths, Scratch, pairs_of
from planner.ensemble.bands.per_future import read
from planner.ensemble.draws.drawn import drawn_assumptions, rows_of, with_center
from planner.ensemble.draws.marginals import quantiles_of
from planner.ensemble.draws.points import LEAST
from planner.ensemble.progress import Steps
from planner.ensemble.projection import PerFuture, Request
from planner.model.graph import model
from planner.model.scenario import FIRST_YEAR, Scenario, assumption_at, assumption_spread
from planner.quantities.told.numerals import plain
from planner.storage.sentences.catalog import translate
from planner.studies.answers.about import About
from planner.studies.answers.stamp import Stamp, stamp_of
from planner.studies.matters.error import MattersError
from planner.studies.matters.saltelli import Numbers, Saltelli

POINTS: Final = 2048
"""Points of each sample unless asked otherwise, a power of two."""
FEWEST: Final = 2**7
LARGEST: Final = 2**13


@dataclass(frozen=True, slots=True)
class Total:
    """Both indices of one assumption, and how far their 95% intervals reach to either side."""

    name: str
    first: float
    first_reach: float
    total: float
    total_reach: float


@dataclass(frozen=True, slots=True, eq=False)
class Totals:
    """Indices of all drawn assumptions, for several outcomes in all Decembers.

    `points` is the size of each sample, `stamp.futures` all that was run. `found` is
    float64[names, 4, requests, years]: the first-order index and the reach of its interval, the
    total index and its.
    """

    stamp: Stamp
    points: int
    names: tuple[str, ...]
    requests: tuple[Request, ...]
    found: Numbers

    def knows(self, about: About) -> bool:
        """Tell whether an outcome is among those that were run, in that year."""
        years = self.found.shape[-1]
        return about.request() in self.requests and about.year - FIRST_YEAR < years

    def of(self, about: About) -> tuple[Total, ...]:
        """Return the indices of an outcome in a year, the largest total first.

        There are none where it does not vary. Raises ValueError for one that was not run.
        """
        row, year = self.requests.index(about.request()), about.year - FIRST_YEAR
        found = self.found[:, :, row, year]
        order = np.argsort(-found[:, 2], kind="stable")
        told = [Total(self.names[each], *found[each].tolist()) for each in order]
        return tuple(each for each in told if np.isfinite(each.total))


def totals(scenario: Scenario, points: int = POINTS, also: Sequence[Request] = ()) -> Steps[Totals]:
    """Return the indices of all outcomes of the whole, and of those asked `also`.

    Yields the share that is done. Raises MattersError unless the points are a power of two, 128 to
    8,192, or where nothing is drawn.
    """
    if points not in {2**power for power in range(7, 14)}:
        raise MattersError(
            translate(
                "Planner",
                "there are {points} points; there must be a power of two from {least} to {most}",
            ).format(points=plain(points), least=plain(FEWEST), most=plain(LARGEST))
        )
    names = drawn_assumptions(scenario)
    if not names:
        raise MattersError(translate("Planner", "nothing is drawn: all assumptions are fixed"))
    requests = tuple(dict.fromkeys((*whole_requests(), *also)))
    runs = _runs(scenario, names, points, requests)
    first, second = next(runs), next(runs)
    done, mixed = Saltelli(first, second), []
    for place, values in enumerate(runs):
        yield (place + 2) / (len(names) + 2)
        single, total = done.indices(values)
        parts = (single.value, single.reach, total.value, total.reach)
        mixed.append(np.array(parts).reshape(len(parts), len(requests), -1))
    ran = points * (len(names) + 2)
    stamp = replace(stamp_of(scenario, ran), draws="as drawn", of=0)
    return Totals(stamp, points, names, requests, np.array(mixed))


def whole_requests() -> tuple[Request, ...]:
    """Return every outcome of the whole that is a number."""
    rows = model().outcomes.values()
    return tuple(Request(row.key) for row in rows if row.whole and not row.is_counted)


def _runs(
    scenario: Scenario, names: tuple[str, ...], points: int, requests: Sequence[Request]
) -> Iterator[Numbers]:
    """Yield what the samples give, float64[requests and years, points]: A, B, each mixed one."""
    first, second = _samples(scenario, names, points)
    clock = Clock(scenario.last_year)
    whole = Batch(central_values(scenario), rows_of(scenario), first, lever_values(scenario, clock))
    asked, scratch = [PerFuture(each) for each in requests], Scratch()
    run: Trajectories | None = None
    for drawn in _mixed(first, second):
        batch = replace(whole, drawn=with_center(drawn, scenario))
        run = run_batch(batch, clock, pairs_of(requests), spare=run)
        paths = Paths(run, run)
        yield np.concatenate([_values(paths, each, scratch) for each in asked])


def _mixed(first: Numbers, second: Numbers) -> Iterator[Numbers]:
    yield first
    yield second
    for row in range(len(first)):
        mixed = first.copy()
        mixed[row] = second[row]
        yield mixed


def _values(paths: Paths, asked: PerFuture, scratch: Scratch) -> NDArray[Any]:
    return read(paths, asked, scratch).astype(np.float64)


def _samples(scenario: Scenario, names: tuple[str, ...], points: int) -> tuple[Numbers, Numbers]:
    """Return two independent samples of what is drawn, each float64[names, points]."""
    from scipy.stats.qmc import Sobol

    sequence = Sobol(2 * len(names), scramble=True, rng=scenario.seed)
    cube = np.clip(sequence.random(points).T, LEAST, 1 - LEAST)
    both = np.empty((2, len(names), points))
    for place, name in enumerate(names):
        scale, spread = assumption_at(name)[0].scale, assumption_spread(scenario, name)
        for sample, row in zip(both, (place, place + len(names)), strict=True):
            sample[place] = quantiles_of(cube[row], spread, scale)
    return both[0], both[1]
