"""What is asked of a split: a budget, over which years, among what, and what it is to be best in.

Sixth floor of planner, frozen values.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from planner.model.indices import place_text
from planner.model.scenario import Scenario
from planner.model.targets.faults import TargetError, check_target
from planner.model.targets.target import Target, TargetSense
from planner.quantities.told.values import value_text
from planner.storage.sentences.catalog import translate
from planner.studies.answers.about import About
from planner.studies.spending.instrument import (
    Instrument,
    SpendingError,
    check_amount,
    instruments_of,
)
from planner.studies.spending.spent import USUAL_YEARS, Years

NEXT: Final = 100.0
"""M CNY a year: the next money that every use is asked about."""
BLOCKS: Final = 20
"""Into so many blocks the budget is cut."""
BEYOND: Final = 1.6
"""The frontier is followed to so many times the budget."""
_ROUNDING: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Question:
    """A budget in M CNY a year on top of what a scenario spends, and what it may go to.

    `least` and `most` are bounds of some instruments in M CNY a year, without which they are
    `least_each` and `most_each`; all instruments of a place get `least_place` together at least.
    Best is what raises the median of the outcome most, or lowers it where the `sense` is "at most";
    with a `goal`, a level in the unit of the outcome, what brings it to that side of it in the
    largest share of futures. Raises SpendingError for what cannot be split.
    """

    scenario: Scenario
    about: About
    budget: float = 500.0
    years: Years = USUAL_YEARS
    among: tuple[Instrument, ...] = instruments_of("vouchers")
    least: Mapping[Instrument, float] = field(default_factory=dict)
    most: Mapping[Instrument, float] = field(default_factory=dict)
    least_each: float = 0.0
    most_each: float | None = None
    least_place: float = 0.0
    goal: float | None = None
    sense: TargetSense = "at least"

    def __post_init__(self) -> None:
        """Refuse a budget that is none, and bounds that leave no split."""
        if not self.among:
            raise SpendingError(translate("Planner", "a budget is split among one use at least"))
        check_amount(self.budget)
        self._check_goal()
        if self.years.first > self.about.year:
            raise SpendingError(
                translate(
                    "Planner", "money from {first} on changes nothing by the end of {year}"
                ).format(first=self.years.first, year=self.about.year)
            )
        self._check_bounds()

    @property
    def block(self) -> float:
        """The money that is moved at once, M CNY a year."""
        return self.budget / BLOCKS

    @property
    def total(self) -> float:
        """The budget of all its years together, M CNY."""
        return self.budget * self.years.count

    @property
    def sign(self) -> int:
        """1 where more of the outcome is better, -1 where less is."""
        return 1 if self.sense == "at least" else -1

    @property
    def places(self) -> Mapping[str, tuple[int, ...]]:
        """Places that get something at least, with the numbers of their instruments."""
        if not self.least_place:
            return {}
        places = dict.fromkeys(each.place for each in self.among if each.place)
        numbered = tuple(enumerate(self.among))
        return {
            place: tuple(number for number, each in numbered if each.place == place)
            for place in places
        }

    def least_of(self, instrument: Instrument) -> float:
        """Return what an instrument gets at least, M CNY a year."""
        return self.least.get(instrument, self.least_each)

    def most_of(self, instrument: Instrument) -> float:
        """Return what an instrument gets at most, M CNY a year; of the whole frontier, if open."""
        most = self.most.get(instrument, self.most_each)
        return BEYOND * self.budget if most is None else most

    def _check_goal(self) -> None:
        if self.goal is None:
            return
        about = self.about
        try:
            check_target(Target(about.outcome, self.sense, self.goal, about.element, about.year))
        except TargetError as error:
            raise SpendingError(str(error)) from None

    def _check_bounds(self) -> None:
        for each in self.among:
            _check(each.label, self.least_of(each), self.most_of(each))
        for place, numbers in self.places.items():
            most = sum(self.most_of(self.among[number]) for number in numbers)
            _check(place_text(place), self.least_place, most)
        if self._least_in_all() > self.budget * (1 + _ROUNDING):
            raise SpendingError(
                translate(
                    "Planner", "what is given at least comes to more than the budget of {budget}"
                ).format(budget=value_text(self.budget, "M CNY"))
            )

    def _least_in_all(self) -> float:
        least = tuple(map(self.least_of, self.among))
        lacking = (
            max(0.0, self.least_place - sum(least[number] for number in numbers))
            for numbers in self.places.values()
        )
        return sum(least) + sum(lacking)


def _check(name: str, least: float, most: float) -> None:
    if least < 0 or most < 0:
        raise SpendingError(
            translate("Planner", "{name} cannot get less than nothing").format(name=name)
        )
    if least > most:
        raise SpendingError(
            translate("Planner", "{name} would get {least} at least and {most} at most").format(
                name=name, least=value_text(least, "M CNY"), most=value_text(most, "M CNY")
            )
        )
