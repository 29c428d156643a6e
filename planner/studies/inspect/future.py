"""The one future at a rank among all, held in a scenario so that it can be inspected; floor six.

Medians follow no equation: a quantile of an outcome is shown by the future that is there, in
which all equations hold.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.ensemble.progress import Steps
from planner.model.scenario import Scenario
from planner.studies.answers.about import About
from planner.studies.future.futures import futures_of
from planner.studies.future.one import number_at
from planner.studies.future.pinned import moved_in, pinned

if TYPE_CHECKING:
    from planner.ensemble.many import Projector


@dataclass(frozen=True, slots=True)
class RankedFuture:
    """A future by its number and the share of futures below it, of a scenario and of another.

    Both hold the same future: each of their assumptions is what it draws.
    """

    scenario: Scenario
    against: Scenario
    number: int
    share: float
    about: About


def future_at(
    engine: "Projector", scenario: Scenario, against: Scenario, about: About, share: float
) -> Steps[RankedFuture]:
    """Return the future at a rank, 0 to 1, by an outcome in a year; yields the share that is done.

    Raises FutureError as `futures_of` does.
    """
    found = yield from futures_of(engine, scenario, about)
    number = number_at(found, share)
    other = moved_in(found, number, against)
    return RankedFuture(pinned(found, number), other, number, share, about)
