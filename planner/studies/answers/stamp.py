"""How an answer was computed: what each result carries, so that it can be computed again.

Sixth floor of planner, frozen values. It holds how futures were drawn, not what was asked of them.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planner.model.graph import model
from planner.model.scenario import Draws, Scenario
from planner.quantities.told.numerals import plain
from planner.storage.sentences.catalog import translate

if TYPE_CHECKING:
    from planner.ensemble.projection import Projection


@dataclass(frozen=True, slots=True)
class Stamp:
    """Seed, draws and number of futures, and the version of the model.

    `of` is how many futures the scenario has, 0 where that is not known.
    """

    seed: int
    draws: Draws
    futures: int
    model: str
    of: int = field(default=0, compare=False)

    @property
    def fewer(self) -> str:
        """A sentence where fewer futures were used than the scenario has; empty where all were."""
        if not 0 < self.futures < self.of:
            return ""
        text = translate(
            "Planner",
            "{count} of {all} futures are used: all of them would take long and hardly change the "
            "answer.",
        )
        return text.format(count=plain(self.futures), all=plain(self.of))


def stamp_of(scenario: Scenario, futures: int | None = None) -> Stamp:
    """Return the stamp of an answer on a scenario; of fewer `futures` than it has where given."""
    drawn = scenario.futures if futures is None else futures
    return Stamp(scenario.seed, scenario.draws, drawn, model().version, scenario.futures)


def stamp_of_run(run: "Projection") -> Stamp:
    """Return the stamp of an answer that rests on a run that is there."""
    return stamp_of(run.scenario, run.futures)
