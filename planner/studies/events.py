"""Dated events of a scenario: budgets that run out, plans that start and end.

Sixth floor of planner. Events come from the center line and from the levers; they are marks on the
time axis of charts, not results of their own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np

from planner.ensemble.projection import Projection, Request
from planner.model.graph import model
from planner.model.indices import AREAS
from planner.model.inputs import default_value
from planner.model.scenario import Scenario, lever_value

EventKind = Literal["budget_exhausted", "vouchers_end", "plan_starts", "plan_ends"]

FULL = 1.0 - 1e-9


@dataclass(frozen=True, slots=True, order=True)
class Event:
    """Something that happens at a calendar year; `element` is an area or empty."""

    time: float
    kind: EventKind
    element: str = ""


def events(projection: Projection) -> tuple[Event, ...]:
    """Return the events within the projection's horizon, in order of time.

    The exhaustion of an area's budget is known only where the projection holds the area's
    `voucher_budget_used` as an absolute series (`exhaustion_requests`).
    """
    end = float(projection.times[-1])
    found = (*_planned(projection.scenario), *_exhausted(projection))
    return tuple(sorted(event for event in found if event.time <= end))


def exhaustion_requests() -> tuple[Request, ...]:
    """Return the series that tell when budgets are exhausted."""
    return tuple(Request("voucher_budget_used", area) for area in AREAS)


def _planned(scenario: Scenario) -> Iterator[Event]:
    start = default_value(model().constants["alibaba_plan_start"])
    yield Event(start, "plan_starts")
    yield Event(start + lever_value(scenario, "alibaba_plan_years"), "plan_ends")
    yield Event(lever_value(scenario, "voucher_end"), "vouchers_end")


def _exhausted(projection: Projection) -> Iterator[Event]:
    """Yield the first month in which each area draws all of its budget."""
    for request in exhaustion_requests():
        series = projection.series.get(request)
        if series is not None and (series.center >= FULL).any():
            month = int(np.argmax(series.center >= FULL))
            yield Event(float(projection.times[month]), "budget_exhausted", request.element)
