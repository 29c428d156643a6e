"""Runs a scenario as a center line and an ensemble, and makes the series somebody asked for.

Fifth floor of planner. A `Projector` keeps buffers and the last trajectories of scenario and
baseline, so that moving a lever runs the changed scenario only. It belongs to one thread at a
time. Until the kernel is compiled the interpreter serves.
"""

import time
from collections import OrderedDict
from collections.abc import Collection, Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from planner.engine.clock import Clock
from planner.engine.clock import month_labels as labels_of
from planner.engine.run import Trajectories, kernel_is_ready, run_batch, warm_up_kernel
from planner.ensemble.bands import quantiles
from planner.ensemble.projection import Projection, Request, Series, View, inputs_of
from planner.ensemble.sample import draw
from planner.model.graph import model
from planner.model.scenario import Scenario, baseline_under

Pair = tuple[str, str]
Path = NDArray[Any]

KEPT = 4
TOGETHER = 24
COMPARING: tuple[View, ...] = ("difference", "percent")


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


class Projector:
    """Projects scenarios; keeps what it computed last."""

    def __init__(self) -> None:
        self._runs: OrderedDict[tuple[Scenario, int], Trajectories] = OrderedDict()

    def ready(self) -> bool:
        """Tell whether the compiled kernel is loaded."""
        return kernel_is_ready()

    def warm_up(self) -> None:
        """Load or compile the kernel and import what draws need; may take many seconds."""
        warm_up_kernel()
        draw(Scenario(), Scenario().futures)

    def project(
        self,
        scenario: Scenario,
        requests: Sequence[Request],
        *,
        futures: int | None = None,
        bands: bool | Collection[Request] = True,
    ) -> Projection:
        """Return the requested series of the scenario.

        `futures` defaults to the scenario's number; `bands` are for all requests, for some of
        them, or for none, when only center lines are run.
        Raises KeyError for an unknown outcome or element.
        """
        begin = time.perf_counter()
        banded = frozenset((requests if bands else ()) if isinstance(bands, bool) else bands)
        count = (futures or scenario.futures) if banded else 0
        run = self._run(scenario, _pairs(requests), count)
        compared = _pairs(r for r in requests if r.view in COMPARING)
        base = self._run(baseline_under(scenario), compared, count) if compared else run
        series = _all_series(requests, banded, run, base)
        seconds = time.perf_counter() - begin
        return Projection(scenario, Clock(scenario.last_year).times(), series, count, seconds)

    def _run(self, scenario: Scenario, pairs: tuple[Pair, ...], count: int) -> Trajectories:
        """Return a kept run that has all the pairs, or make one."""
        key = (inputs_of(scenario), count)
        kept = self._runs.get(key)
        if kept is None or not frozenset(pairs) <= frozenset(kept.wanted):
            wanted = tuple(dict.fromkeys((*(kept.wanted if kept else ()), *pairs)))
            spare = self._runs.popitem(last=False)[1] if len(self._runs) >= KEPT else None
            clock = Clock(scenario.last_year)
            kept = run_batch(draw(scenario, count), clock, wanted, spare=spare)
        self._runs[key] = kept
        self._runs.move_to_end(key)
        return kept


def _pairs(requests: Iterable[Request]) -> tuple[Pair, ...]:
    return tuple(dict.fromkeys((r.outcome, r.element) for r in requests))


def _all_series(
    requests: Sequence[Request],
    banded: Collection[Request],
    run: Trajectories,
    base: Trajectories,
) -> dict[Request, Series]:
    """Return every requested series; those of one view are computed together."""
    found: dict[Request, Series] = {}
    for view, is_banded in dict.fromkeys((r.view, r in banded) for r in requests):
        same = tuple(r for r in requests if (r.view, r in banded) == (view, is_banded))
        for start in range(0, len(same), TOGETHER):
            some = same[start : start + TOGETHER]
            found.update(_some_series(view, some, run, base, is_banded=is_banded))
    return {request: found[request] for request in requests}


def _some_series(
    view: View,
    requests: Sequence[Request],
    run: Trajectories,
    base: Trajectories,
    *,
    is_banded: bool,
) -> dict[Request, Series]:
    pairs = tuple((request.outcome, request.element) for request in requests)
    compared = view in COMPARING
    centers = [
        _viewed(view, run.center_of(p), base.center_of(p) if compared else None) for p in pairs
    ]
    bands: Sequence[Path | None] = [None] * len(pairs)
    if is_banded:
        reference = base.all_futures_of(pairs) if compared else None
        bands = list(quantiles(_viewed(view, run.all_futures_of(pairs), reference)))
    return {
        request: Series(center.copy(), band)
        for request, center, band in zip(requests, centers, bands, strict=True)
    }


def _viewed(view: View, path: Path, reference: Path | None) -> Path:
    """Return [months] or [rows, months, futures] as the view shows it, future by future."""
    with np.errstate(invalid="ignore", divide="ignore"):
        match view:
            case "index":
                first = path[0] if path.ndim == 1 else path[:, :1]
                return np.asarray(path / first * 100)
            case "difference" if reference is not None:
                return np.asarray(path - reference)
            case "percent" if reference is not None:
                return np.asarray((path - reference) / np.abs(reference) * 100)
    return path
