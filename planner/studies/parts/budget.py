"""When the year's voucher budget of a place is fully used, at central values and in 80% of futures.

Sixth floor of planner; says nothing in words. The dates are those of `planner.studies.events`.
"""

from dataclasses import dataclass
from math import isfinite
from typing import Final

from planner.ensemble.projection import Projection, Request
from planner.facts.defaults import default
from planner.model.indices import address
from planner.model.scenario import FIRST_YEAR, lever_path
from planner.quantities.dates import MONTHS_PER_YEAR
from planner.studies.events import Event, EventKind, dates_between, events

_KIND: Final[EventKind] = "budget_exhausted"


@dataclass(frozen=True, slots=True)
class BudgetUse:
    """Calendar years from which a budget is fully used; None where that is beyond the run.

    `early` and `late` are the ends of 80% of futures, `early` None where no dates of futures are
    known. The budget `stays` used where that holds from the first date to the end of the year.
    """

    first: float | None
    early: float | None = None
    late: float | None = None
    stays: bool = False


def budget_use(projection: Projection, area: str, year: int) -> BudgetUse | None:
    """Return from when a place's budget is used; None where it has none or it is not known."""
    has_budget = any(lever_path(projection.scenario, address("voucher_budget", area)).values)
    request = Request("voucher_budget_used", area)
    if not has_budget or request not in projection.series:
        return None
    found = (e for e in events(projection) if (e.kind, e.element) == (_KIND, area))
    event = next(found, None)
    between = dates_between(projection, event or Event(0.0, _KIND, area))
    early, late = (_known(date) for date in between) if between else (None, None)
    if event is None:
        return BudgetUse(None, early, late)
    month = round((event.time - FIRST_YEAR) * MONTHS_PER_YEAR)
    until = (year - FIRST_YEAR + 1) * MONTHS_PER_YEAR
    used = projection.series[request].center[month:until]
    full = default("J:budget_fully_used", "share").central
    return BudgetUse(event.time, early, late, stays=bool(len(used)) and bool((used >= full).all()))


def _known(date: float) -> float | None:
    return date if isfinite(date) else None
