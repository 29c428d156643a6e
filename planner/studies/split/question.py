"""What is asked of a split: a budget, over which years, among what, and what it is to be best in.

Sixth floor of planner, frozen values.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from planner.model.scenario import Scenario
from planner.studies.answers.about import About
from planner.studies.spending.instrument import Instrument, SpendingError, instruments_of
from planner.studies.spending.spent import USUAL_YEARS, Years

NEXT: Final = 100.0
"""M CNY a year: the next money that every use is asked about."""
BLOCKS: Final = 20
"""Into so many blocks the budget is cut."""
BEYOND: Final = 1.6
"""The frontier is followed to so many times the budget."""


@dataclass(frozen=True, slots=True)
class Question:
    """A budget in M CNY a year on top of what a scenario spends, and what it may go to.

    `least` and `most` are bounds of some instruments in M CNY a year, without which they are zero
    and `most_each`. Best is what raises the median of the outcome most; with a `goal`, a level in
    the unit of the outcome, what brings it there in the largest share of futures. Raises
    SpendingError for what cannot be split.
    """

    scenario: Scenario
    about: About
    budget: float = 500.0
    years: Years = USUAL_YEARS
    among: tuple[Instrument, ...] = instruments_of("vouchers")
    least: Mapping[Instrument, float] = field(default_factory=dict)
    most: Mapping[Instrument, float] = field(default_factory=dict)
    most_each: float | None = None
    goal: float | None = None

    def __post_init__(self) -> None:
        """Refuse a budget that is none, and bounds that leave no split."""
        if not self.among:
            raise SpendingError("a budget is split among one use at least")
        if not self.budget > 0:
            raise SpendingError(f"a budget is more than nothing, not {self.budget:.10g} M CNY")
        if self.years.first > self.about.year:
            raise SpendingError(
                f"money from {self.years.first} on changes nothing by the end of {self.about.year}"
            )
        for each in self.among:
            if self.least_of(each) > self.most_of(each):
                raise SpendingError(
                    f"{each.label} would get {self.least_of(each):.10g} M CNY at least and "
                    f"{self.most_of(each):.10g} at most"
                )
        if sum(map(self.least_of, self.among)) > self.budget:
            raise SpendingError(
                f"what is given at least comes to more than the budget of {self.budget:.10g} M CNY"
            )

    @property
    def block(self) -> float:
        """The money that is moved at once, M CNY a year."""
        return self.budget / BLOCKS

    def least_of(self, instrument: Instrument) -> float:
        """Return what an instrument gets at least, M CNY a year."""
        return self.least.get(instrument, 0.0)

    def most_of(self, instrument: Instrument) -> float:
        """Return what an instrument gets at most, M CNY a year; of the whole frontier, if open."""
        most = self.most.get(instrument, self.most_each)
        return BEYOND * self.budget if most is None else most
