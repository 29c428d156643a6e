"""How an answer was computed: what each result carries, so that it can be computed again.

Sixth floor of planner, frozen values. It holds how futures were drawn, not what was asked of them.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.model.graph import model
from planner.model.scenario import Draws, Scenario

if TYPE_CHECKING:
    from planner.ensemble.projection import Projection


@dataclass(frozen=True, slots=True)
class Stamp:
    """Seed, draws and number of futures, and the version of the model."""

    seed: int
    draws: Draws
    futures: int
    model: str


def stamp_of(scenario: Scenario, futures: int | None = None) -> Stamp:
    """Return the stamp of an answer on a scenario; of fewer `futures` than it has where given."""
    drawn = scenario.futures if futures is None else futures
    return Stamp(scenario.seed, scenario.draws, drawn, model().version)


def stamp_of_run(run: "Projection") -> Stamp:
    """Return the stamp of an answer that rests on a run that is there."""
    return stamp_of(run.scenario, run.futures)
