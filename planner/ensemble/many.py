"""Runs a scenario as a center line and an ensemble, and makes the series somebody asked for.

Fifth floor of planner. A `Projector` keeps buffers and the last trajectories of scenario and
baseline, so that moving a lever runs the changed scenario only. It belongs to one thread at a
time. Until the kernel is compiled the interpreter serves.
"""

import logging
import time
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.engine.batch import single
from planner.engine.clock import Clock, month_labels as labels_of
from planner.engine.run import Trajectories, kernel_is_ready, run_batch, warm_up_kernel
from planner.ensemble.bands import quantiles
from planner.ensemble.projection import Projection, Request, Series
from planner.ensemble.sample import draw
from planner.model.graph import model
from planner.model.scenario import Scenario, baseline_under

Pair = tuple[str, str]
Path = NDArray[np.float32 | np.float64]

KEPT = 4


def all_requests() -> tuple[Request, ...]:
    """Return every outcome with every element, in the order of the model, absolute."""
    return tuple(
        Request(outcome.key, element)
        for outcome in model().outcomes.values()
        for element in outcome.elements
    )


def month_labels(projection: Projection) -> tuple[str, ...]:
    """Return `2025-01`, `2025-02`, ... for the projection's months."""
    return labels_of(len(projection.times))


@dataclass(frozen=True, slots=True)
class _Run:
    """What was computed for one scenario: its key, and trajectories of some outcomes."""

    center: Trajectories
    futures: Trajectories | None


class Projector:
    """Projects scenarios; keeps what it computed last."""

    def __init__(self) -> None:
        self._runs: OrderedDict[tuple[Scenario, int], _Run] = OrderedDict()

    def ready(self) -> bool:
        """Tell whether the compiled kernel is loaded."""
        return kernel_is_ready()

    def warm_up(self) -> None:
        """Load or compile the kernel and import what draws need; may take many seconds."""
        warm_up_kernel()

    def project(
        self,
        scenario: Scenario,
        requests: Sequence[Request],
        *,
        futures: int | None = None,
        bands: bool = True,
    ) -> Projection:
        """Return the requested series of the scenario.

        `futures` defaults to the scenario's number; without `bands` only center lines are run.
        Raises KeyError for an unknown outcome or element.
        """
        begin = time.perf_counter()
        count = (futures or scenario.futures) if bands else 0
        pairs = _pairs(requests)
        run = self._run(scenario, pairs, count)
        compared = _pairs(r for r in requests if r.view in ("difference", "percent"))
        base = self._run(baseline_under(scenario), compared, count) if compared else run
        series = {request: _series(request, run, base) for request in requests}
        seconds = time.perf_counter() - begin
        return Projection(scenario, Clock(scenario.last_year).times(), series, count, seconds)

    def _run(self, scenario: Scenario, pairs: tuple[Pair, ...], count: int) -> _Run:
        """Return a kept run that has all the pairs, or make one."""
        key = (_inputs_of(scenario), count)
        kept = self._runs.get(key)
        if kept is not None and all(pair in kept.center.wanted for pair in pairs):
            self._runs.move_to_end(key)
            return kept
        clock = Clock(scenario.last_year)
        wanted = pairs if kept is None else tuple(dict.fromkeys((*kept.center.wanted, *pairs)))
        center = run_batch(single(scenario), clock, wanted, exact=True)
        ensemble = run_batch(draw(scenario, count), clock, wanted) if count else None
        self._runs[key] = _Run(center, ensemble)
        self._runs.move_to_end(key)
        while len(self._runs) > KEPT:
            self._runs.popitem(last=False)
        return self._runs[key]


def _inputs_of(scenario: Scenario) -> Scenario:
    """Return the scenario without what does not enter the computation."""
    from dataclasses import replace  # noqa: PLC0415

    return replace(scenario, title="", notes="", author="", futures=1)


def _pairs(requests: Sequence[Request]) -> tuple[Pair, ...]:
    return tuple(dict.fromkeys((r.outcome, r.element) for r in requests))


def _series(request: Request, run: _Run, base: _Run) -> Series:
    pair = (request.outcome, request.element)
    center = _viewed(request, run.center, base.center, pair)[:, 0].astype(np.float64)
    if run.futures is None or base.futures is None:
        return Series(center, None)
    return Series(center, quantiles(_viewed(request, run.futures, base.futures, pair)))


def _viewed(request: Request, run: Trajectories, base: Trajectories, pair: Pair) -> Path:
    """Return a fresh array [months, futures] of the view."""
    path = run.of(pair)
    with np.errstate(invalid="ignore", divide="ignore"):
        match request.view:
            case "difference":
                return path - base.of(pair)
            case "percent":
                reference = base.of(pair)
                return (path - reference) / np.abs(reference) * 100
            case "index":
                return path / path[0] * 100
    return path
