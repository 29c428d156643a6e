"""What becomes of scenarios in several worlds: differences, regret, shares, and a verdict.

Sixth floor of planner, frozen values. How they are computed is told in
`planner.studies.survive.surviving`.
"""

from dataclasses import dataclass
from typing import Final, Literal

from planner.model.outcome import Better
from planner.studies.answers.about import About
from planner.studies.answers.stamp import Stamp
from planner.studies.robustness import MOST
from planner.studies.survive.worlds import World

Verdict = Literal["holds", "weak", "open", "nothing"]
"""Whether the sign of a scenario's effect is the same in all worlds, and in how many futures."""

CLEAR: Final = 0.8
"""A sign is weak where in some world fewer of the futures have it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One scenario in one world; values in the outcome's unit, shares of futures 0 to 1.

    `median` is the outcome itself, `change` its median difference from the world's baseline, with
    P10 and P90. `regret` is the median by which it stays behind the best of the world, future by
    future: 0 for the best. `best` is the share of futures in which nothing else asked about gives
    more; futures in which several do share it out. `met` is the share that meets all targets, None
    without any.
    """

    median: float
    change: float
    low: float
    high: float
    up: float
    down: float
    regret: float
    best: float
    met: float | None

    @property
    def sign(self) -> int:
        """1 or -1 where most futures agree, else 0."""
        return int(self.up > MOST) - int(self.down > MOST)

    @property
    def is_none(self) -> bool:
        """Whether no future changes."""
        return self.up == self.down == 0


@dataclass(frozen=True, slots=True)
class Row:
    """One world: what each scenario gives, in their order, and the baseline's own numbers.

    `best` is the number of the scenario whose median difference is the best one, None where none
    of them beats doing nothing. `futures` are those in which all have a number.
    """

    world: World
    outcomes: tuple[Outcome, ...]
    baseline: Outcome
    best: int | None
    futures: int


@dataclass(frozen=True, slots=True)
class Survival:
    """Scenarios, told by their titles, in several worlds, the one of the defaults first.

    `spending` are the titles of those that set money, or what is paid from it.
    """

    about: About
    better: Better
    scenarios: tuple[str, ...]
    rows: tuple[Row, ...]
    stamp: Stamp
    spending: tuple[str, ...] = ()

    def of(self, number: int) -> tuple[Outcome, ...]:
        """Return what one scenario gives in each world."""
        return tuple(row.outcomes[number] for row in self.rows)

    def worst_regret(self, number: int) -> float:
        """Return the largest regret of a scenario over the worlds."""
        return max(each.regret for each in self.of(number))

    def verdict(self, number: int) -> Verdict:
        """Return whether the sign of a scenario's effect survives."""
        first, *others = self.of(number)
        if all(each.is_none for each in (first, *others)):
            return "nothing"
        told = [each for each in (first, *others) if not each.is_none]
        signs = {each.sign for each in told}
        if len(signs) > 1 or 0 in signs:
            return "open"
        shares = (each.up if each.sign > 0 else each.down for each in told)
        return "holds" if min(shares) >= CLEAR else "weak"

    def best_share(self, number: int) -> float:
        """Return the share of the futures of all worlds in which a scenario is best."""
        found = self.of(number)
        return sum(each.best for each in found) / len(found)

    @property
    def best_counts(self) -> tuple[int, ...]:
        """In how many worlds each scenario is the best one."""
        bests = [row.best for row in self.rows]
        return tuple(bests.count(number) for number in range(len(self.scenarios)))

    @property
    def least_regret(self) -> int:
        """The number of the scenario whose worst regret is the smallest."""
        return min(range(len(self.scenarios)), key=self.worst_regret)
