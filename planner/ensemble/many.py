"""Runs a scenario as a center line and an ensemble, and makes the series somebody asked for.

Fifth floor of planner. A `Projector` keeps buffers and the last trajectories of scenario and
baseline, so that moving a lever runs the changed scenario only. It belongs to one thread at a
time. Until the kernel is compiled, and where it cannot run, the interpreter serves.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final, Literal, assert_never

import numpy as np
from numpy.typing import NDArray

from planner.engine.clock import Clock
from planner.engine.clock import month_labels as labels_of
from planner.engine.run import kernel_is_ready, warm_up_kernel, why_interpreted
from planner.ensemble.bands.exact import exact_bands
from planner.ensemble.bands.lawful import lawful_series
from planner.ensemble.bands.paths import Part, Paths, Scratch, pairs_of
from planner.ensemble.bands.per_future import read
from planner.ensemble.bands.states import exact_shares
from planner.ensemble.bands.stream import counted_bands, runs_in_pieces
from planner.ensemble.bands.years import TargetTally
from planner.ensemble.breach import breach_of
from planner.ensemble.conditioning.chosen import choosing, enough, for_now
from planner.ensemble.conditioning.description import AS_DRAWN
from planner.ensemble.conditioning.pool import Chosen
from planner.ensemble.progress import Steps, as_part, to_the_end
from planner.ensemble.projection import (
    COMPARING,
    Bands,
    PerFuture,
    PerFutureValues,
    Projection,
    Request,
    Sparse,
    requests_of,
    told_apart,
)
from planner.ensemble.runs import Runs, fits
from planner.ensemble.sample import draw
from planner.model.graph import model
from planner.model.own.scenarios import way_of_drawing
from planner.model.scenario import Draws, Scenario, baseline_under
from planner.model.sums import can_be_asked, with_sums
from planner.model.targets.target import Target


def all_requests(sums: Sequence[str] = ()) -> tuple[Request, ...]:
    """Return every outcome with every element and state, in the order of the model, absolute.

    Behind its elements stand those of some `sums` of them that an outcome has.
    """
    return tuple(
        request
        for outcome in model().outcomes.values()
        for element in with_sums(outcome, sums)
        for request in requests_of(outcome, element)
    )


def month_labels(projection: Projection) -> tuple[str, ...]:
    """Return `2025-01`, `2025-02`, ... for the projection's months."""
    return labels_of(len(projection.times))


Choice = Literal["own", "paired", "at hand"]
"""Which futures: the scenario's own, those of its assumptions' default ranges, or its own as far
as they are known at once. Scenarios that differ in ranges differ in their own futures, and not
future by future; paired, they are drawn with the same random numbers."""

CHOOSING: Final[dict[Draws, float]] = {"conditioned": 0.5, "as drawn": 0.0, "calibrated": 0.5}
"""Share of a long run that choosing its futures was measured to take."""
ONE_STEP: Final = 2**14
"""Futures that are run at once where nothing is lost by running them in pieces."""
_NONE: Final = Chosen(np.arange(0), AS_DRAWN)


class Projector:
    """Projects scenarios; keeps what it computed last."""

    def __init__(self) -> None:
        self._runs = Runs()
        self._scratch = Scratch()

    def ready(self) -> bool:
        """Tell whether the compiled kernel is loaded."""
        return kernel_is_ready()

    def warm_up(self) -> str:
        """Load or compile the kernel, and draw what is at hand; may take many seconds.

        Returns why the interpreter serves instead; empty where it does not.
        """
        warm_up_kernel()
        usual = Scenario()
        draw(usual, usual.futures, chosen=for_now(usual, usual.futures))
        return why_interpreted()

    def project(
        self,
        scenario: Scenario,
        requests: Sequence[Request],
        *,
        futures: int | None = None,
        bands: Bands = True,
        choice: Choice = "own",
        is_stale: Callable[[], bool] | None = None,
        targets: Sequence[Target] = (),
    ) -> Projection:
        """Return the requested series of the scenario, and how many futures meet the targets.

        Differences are taken against the baseline under the scenario's own assumptions, future by
        future.
        `futures` defaults to the scenario's number; `bands`, of states shares, are for all
        requests, for some of them, or for none, when only center lines are run, unless there are
        `targets`. Long work, a pool
        to be weighed or a run too large to be kept, stops with StoppedError when `is_stale`.
        Raises KeyError for an unknown outcome, element or state, and for codes asked for without a
        state.
        """
        steps = self.steps(
            scenario,
            requests,
            futures=futures,
            bands=bands,
            choice=choice,
            targets=targets,
        )
        return to_the_end(steps, is_stale)

    def steps(
        self,
        scenario: Scenario,
        requests: Sequence[Request],
        *,
        futures: int | None = None,
        bands: Bands = True,
        against: Scenario | None = None,
        choice: Choice = "own",
        targets: Sequence[Target] = (),
    ) -> Steps[Projection]:
        """Do what `project` does, one piece of a long run at a time.

        Differences are taken `against` another scenario where one is given: one that is drawn alike
        and ends in the same year.
        Yields the share that is done, 0 to 1. A run with bands that fits in memory is one piece and
        yields nothing, as one that is over soon.
        """
        _check(requests)
        banded = _banded(requests, bands=bands)
        sparse = bands if isinstance(bands, Sparse) else None
        count = (futures or scenario.futures) if banded or targets else 0
        other = baseline_under(scenario) if against is None else against
        choice = _choice_beside(scenario, other, choice)
        tally = TargetTally(targets, Clock(scenario.last_year).months)
        size = scenario, count, len(pairs_of((*requests, *tally.requests)))
        is_small = fits(*size) if banded else _is_one_step(*size)
        until = 1 if is_small else CHOOSING[scenario.draws]
        chosen = yield from as_part(_choosing(scenario, count, choice), 0, until)
        begin = time.perf_counter()
        values = None
        if is_small:
            asked, stored = (*requests, *tally.requests), (*banded, *tally.requests)
            paths = self._paths(scenario, asked, stored, count, chosen, other)
            numbers, states = told_apart(banded)
            found, sides = exact_bands(paths, numbers, self._scratch, sparse)
            found |= exact_shares(paths, states, self._scratch)
            values = tally.add(paths, self._scratch)
            broken = paths.run.broken
        else:
            paths = self._paths(scenario, requests, (), 0, None, other)
            drawn = chosen.first(count)
            counting = counted_bands(scenario, drawn, banded, self._scratch, tally, other)
            (found, sides, broken), sparse = (yield from as_part(counting, until, 1)), None
        series, breach = lawful_series(paths, requests, found, breach_of(broken), sparse, sides)
        seconds = time.perf_counter() - begin
        times = Clock(scenario.last_year).times()
        run = Projection(scenario, times, series, count, seconds, chosen.told, breach)
        return replace(run, met=tally.met, year_values=values)

    def futures_at(
        self,
        scenario: Scenario,
        pairs: Sequence[tuple[str, str]],
        months: Sequence[int],
        *,
        futures: int,
        choice: Choice = "own",
    ) -> Steps[NDArray[np.float64]]:
        """Return what each of the first `futures` gives in months, float64[pairs, months, futures].

        For questions that bands do not answer. Undefined where a future breaks a law of the model.
        Many are run in pieces; yields the share that is done.
        """
        is_small = _is_one_step(scenario, futures, len(pairs))
        chosen = yield from as_part(_choosing(scenario, futures, choice), 0, 1 if is_small else 0.5)
        found, done = np.empty((len(pairs), len(months), futures)), 0
        parts = [(Request(*pair), np.array(months)) for pair in pairs]
        for paths in self._in_pieces(scenario, futures, tuple(pairs), chosen, whole=is_small):
            until = done + paths.run.futures
            for place, part in enumerate(parts):
                self._read(paths, part, found[place, :, done:until])
            done = until
            if not is_small:
                yield 0.5 + 0.5 * done / futures
        return found

    def _in_pieces(
        self,
        scenario: Scenario,
        futures: int,
        pairs: tuple[tuple[str, str], ...],
        chosen: Chosen,
        *,
        whole: bool,
    ) -> Iterator[Paths]:
        """Yield a run as a `whole`, which is kept, or piece by piece."""
        if whole:
            run = self._runs.run(scenario, futures, pairs, pairs, chosen)
            yield Paths(run, run)
            return
        requests = tuple(Request(*pair) for pair in pairs)
        yield from runs_in_pieces((scenario, scenario), requests, chosen.first(futures))

    def _read(self, paths: Paths, part: Part, into: NDArray[np.float64]) -> None:
        """Copy a part of a run, undefined where a future breaks a law."""
        into[...] = paths.rows(part, self._scratch)
        whole = paths.whole(part)
        if whole is not None:
            into[~whole] = np.nan

    def per_future(
        self,
        scenario: Scenario,
        asked: Sequence[PerFuture],
        *,
        futures: int | None = None,
        against: Scenario | None = None,
        choice: Choice = "own",
    ) -> Steps[PerFutureValues | None]:
        """Return what single futures give, from the run that is kept; None of too many futures.

        The futures are those of `steps` with the same arguments: asked after it for what it drew,
        nothing is run. Where all that is asked is of the first futures of a run too large to be
        kept, these are run. What is held `against` goes on for as long as the scenario. Yields the
        share of choosing futures that is done. Raises KeyError as `project`.
        """
        requests = tuple(each.request for each in asked)
        _check(requests)
        count, pairs = futures or scenario.futures, len(pairs_of(requests))
        if not fits(scenario, count, pairs):
            count = max((each.first or count for each in asked), default=count)
        if not fits(scenario, count, pairs):
            return None
        other = baseline_under(scenario) if against is None else against
        other = replace(other, last_year=scenario.last_year)
        chosen = yield from _choosing(scenario, count, _choice_beside(scenario, other, choice))
        paths = self._paths(scenario, requests, requests, count, chosen, other)
        values = {each: read(paths, each, self._scratch) for each in asked}
        return PerFutureValues(chosen, count, values)

    def _paths(
        self,
        scenario: Scenario,
        requests: Sequence[Request],
        banded: Sequence[Request],
        count: int,
        chosen: Chosen | None,
        other: Scenario,
    ) -> Paths:
        """Return the run of the scenario, and the other's where something is held against it."""
        run = self._runs.run(scenario, count, pairs_of(requests), pairs_of(banded), chosen)
        compared = pairs_of(r for r in requests if r.view in COMPARING)
        compared_bands = pairs_of(r for r in banded if r.view in COMPARING)
        if not compared:
            return Paths(run, run)
        is_alike = way_of_drawing(other) == way_of_drawing(scenario)
        chosen = chosen if is_alike else None
        return Paths(run, self._runs.run(other, count, compared, compared_bands, chosen))


def _is_one_step(scenario: Scenario, futures: int, pairs: int) -> bool:
    """Tell whether a run of futures is over soon, so that nobody waits for it to be left."""
    return futures <= ONE_STEP and fits(scenario, futures, pairs)


def _choice_beside(scenario: Scenario, other: Scenario, choice: Choice) -> Choice:
    """Return which futures a scenario is drawn with beside another one."""
    is_other = choice == "own" and other.assumptions != scenario.assumptions
    return "paired" if is_other else choice


def _choosing(scenario: Scenario, count: int, choice: Choice) -> Steps[Chosen]:
    """Choose the futures of a run, the first of those that the scenario says."""
    if count == 0:
        return _NONE
    most = enough(scenario, count)
    match choice:
        case "own":
            chosen = yield from choosing(scenario, most)
        case "paired":
            chosen = yield from choosing(replace(scenario, assumptions=()), most)
        case "at hand":
            chosen = for_now(scenario, most)
        case _:
            assert_never(choice)
    return chosen


def _check(requests: Sequence[Request]) -> None:
    """Raise KeyError for an unknown element, and where a state is missing or unknown."""
    for request in requests:
        outcome = model().outcomes[request.outcome]
        if not can_be_asked(outcome, request.element):
            raise KeyError(request)
        if request.state:
            outcome.state(request.state)
        elif outcome.is_counted:
            raise KeyError(request)


def _banded(requests: Sequence[Request], *, bands: Bands) -> tuple[Request, ...]:
    """Return the requests that need bands, in order."""
    if isinstance(bands, bool):
        return tuple(requests) if bands else ()
    asked = frozenset(bands.banded if isinstance(bands, Sparse) else bands)
    return tuple(request for request in requests if request in asked)
