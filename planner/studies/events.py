"""Dated events of a scenario: budgets that run out, plans that start and end.

Sixth floor of planner. Events come from the center line and from the levers; they are marks on the
time axis of charts, not results of their own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from math import inf, isfinite
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from planner.ensemble.projection import Projection, Request
from planner.facts.defaults import default
from planner.model.graph import model
from planner.model.indices import AREAS, address, split_address
from planner.model.paths import LeverPath
from planner.model.scenario import Scenario, lever_path

EventKind = Literal["budget_exhausted", "vouchers_end", "plan_starts", "plan_ends"]


_BUDGET: Final = "voucher_budget"
KEPT: Final = 8
"""Projections whose events are kept: those on screen."""


@dataclass(frozen=True, slots=True, order=True)
class Event:
    """Something that happens at a calendar year; `element` is an area or empty."""

    time: float
    kind: EventKind
    element: str = ""


@lru_cache(maxsize=KEPT)
def events(projection: Projection) -> tuple[Event, ...]:
    """Return the events within the projection's horizon, in order of time.

    The exhaustion of an area's budget is known only where the projection holds the area's
    `voucher_budget_used` as an absolute series (`exhaustion_requests`).
    """
    end = float(projection.times[-1])
    found = (*_planned(projection.scenario), *_exhausted(projection))
    return tuple(sorted(event for event in found if event.time <= end))


def dates_between(projection: Projection, event: Event) -> tuple[float, float] | None:
    """Return between which dates an event lies in 80% of futures; None where one date is known.

    Plans have their dates. A budget is used up early where much of it is drawn; the date of futures
    in which it lasts beyond the horizon is infinite.
    """
    request = Request("voucher_budget_used", event.element)
    series = projection.series.get(request)
    if event.kind != "budget_exhausted" or series is None or series.bands is None:
        return None
    full = default("J:budget_fully_used", "share").central
    early, late = (_first(projection, series.bands[row] >= full) for row in (-1, 0))
    return early, late


def _first(projection: Projection, is_full: NDArray[np.bool_]) -> float:
    """Return the date of the first month of which something holds, infinity where of none."""
    return float(projection.times[int(np.argmax(is_full))]) if is_full.any() else inf


@cache
def exhaustion_requests() -> tuple[Request, ...]:
    """Return the series that tell when budgets are exhausted."""
    return tuple(Request("voucher_budget_used", area) for area in AREAS)


def _planned(scenario: Scenario) -> Iterator[Event]:
    if plan := model().levers["alibaba_plan"].part:
        yield Event(plan.start, "plan_starts")
        yield Event(plan.end, "plan_ends")
    end = _end_of_vouchers(_with_budgets_alone(scenario))
    if end is not None:
        yield Event(end, "vouchers_end")


def _with_budgets_alone(scenario: Scenario) -> Scenario:
    """Return the scenario with nothing set but budgets of vouchers: the same while others move."""
    own = (pair for pair in scenario.levers if split_address(pair[0])[0] == _BUDGET)
    return Scenario(figures=scenario.figures, levers=tuple(own))


@lru_cache(maxsize=KEPT)
def _end_of_vouchers(scenario: Scenario) -> float | None:
    """Return the date from which no area has a budget any more; None where one goes on or none is.

    A budget that comes to an end has zero as its last knot.
    """
    paths = [lever_path(scenario, address(_BUDGET, area)) for area in AREAS]
    ends = [_end(path) for path in paths if any(path.values)]
    return max(ends) if ends and all(isfinite(end) for end in ends) else None


def _end(path: LeverPath) -> float:
    """Return the date from which a path is zero for good, infinity where it never is."""
    last = max(place for place, value in enumerate(path.values) if value)
    return inf if last == len(path.knots) - 1 else path.dates[last + 1]


def _exhausted(projection: Projection) -> Iterator[Event]:
    """Yield the first month in which each area draws its budget, or all but a little of it.

    Offices only approach the budget they may spend, so that it is never drawn to the last yuan.
    """
    full = default("J:budget_fully_used", "share").central
    for request in exhaustion_requests():
        series = projection.series.get(request)
        if series is not None and (series.center >= full).any():
            month = int(np.argmax(series.center >= full))
            yield Event(float(projection.times[month]), "budget_exhausted", request.element)
