"""The answer to how a budget is best split; sixth floor of planner, frozen values.

Effects are those of the money, future by future against the scenario without it, in the unit of the
outcome; in Decembers. `planner.studies.split.table` makes a table of it.
"""

from dataclasses import dataclass

from planner.model.scenario import Scenario
from planner.studies.answers.stamp import Stamp
from planner.studies.spending.band import Band
from planner.studies.spending.instrument import Instrument
from planner.studies.split.question import Question


@dataclass(frozen=True, slots=True)
class Tried:
    """One split: amounts in M CNY a year in the order of the instruments, and its effect.

    `met` is the share of futures that meet the target, None without one. `per_unit` is what is paid
    for one unit of the outcome that is added, M CNY; None where it is not known, infinite where
    nothing is added.
    """

    amounts: tuple[float, ...]
    effect: Band
    met: float | None = None
    per_unit: Band | None = None

    @property
    def spent(self) -> float:
        """What is spent of the budget, M CNY a year."""
        return sum(self.amounts)


@dataclass(frozen=True, slots=True)
class Margin:
    """What the next money for one instrument adds to the best split."""

    instrument: Instrument
    effect: Band
    met: float | None = None


@dataclass(frozen=True, slots=True)
class World:
    """How the best split does against the even one and that in today's shares in a variant.

    Each is by how much it is better, less than nothing where it is worse: the median difference,
    future by future, or the difference of the shares that reach the goal; None where there is no
    such split. `title` ends "in the variant where ...".
    """

    key: str
    title: str
    over_even: float
    over_today: float | None


@dataclass(frozen=True, slots=True)
class SplitAnswer:
    """The best split, what it is held against, and how far it can be trusted.

    `made` is the scenario with the best split spent, `met_without` the share of futures that reach
    the goal without the money. `today` is None where nothing is spent on any of them today.
    The `frontier` rises with the budget; `next_money` stands in the order of the instruments.
    """

    question: Question
    best: Tried
    even: Tried
    today: Tried | None
    frontier: tuple[Tried, ...]
    next_money: tuple[Margin, ...]
    worlds: tuple[World, ...]
    made: Scenario
    met_without: float | None
    stamp: Stamp

    @property
    def order(self) -> tuple[tuple[Instrument, float], ...]:
        """Instruments with what each gets, the most first; of alike those whose next adds most."""
        pairs = zip(self.question.among, self.best.amounts, strict=True)
        following = {each.instrument: self._worth(each) for each in self.next_money}
        ranked = sorted(pairs, key=lambda pair: following.get(pair[0], ()), reverse=True)
        return tuple(sorted(ranked, key=lambda pair: -pair[1]))

    def _worth(self, margin: Margin) -> tuple[float, ...]:
        return margin.met or 0.0, self.question.sign * margin.effect.median

    @property
    def gain(self) -> float:
        """By how much the best split is better than no money in the median future."""
        return self.question.sign * self.best.effect.median

    @property
    def unspent(self) -> float:
        """What no instrument can turn into more, M CNY a year."""
        return max(0.0, self.question.budget - self.best.spent)

    @property
    def turning(self) -> tuple[World, ...]:
        """The variants in which the best split is worse than one of the two others."""
        return tuple(
            each for each in self.worlds if min(each.over_even, each.over_today or 0.0) < 0
        )
