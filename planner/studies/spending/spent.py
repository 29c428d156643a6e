"""Puts money into a scenario: more of a lever over some years, or a network that stands sooner.

Sixth floor of planner, pure. What is spent in the scenario already stays; money comes on top.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from planner.model.graph import model
from planner.model.inputs import Lever
from planner.model.paths import (
    LAST_DATE,
    LeverPath,
    mapped,
    mean_between,
    tidy,
    value_at,
    with_knots_at,
)
from planner.model.scenario import FIRST_YEAR, LAST_YEAR_AT_MOST, Scenario, lever_path, with_lever
from planner.quantities.told.labels import model_text
from planner.storage.sentences.catalog import translate
from planner.studies.spending.instrument import LEVERS, Instrument, SpendingError
from planner.studies.spending.network import Network


@dataclass(frozen=True, slots=True)
class Years:
    """The years in which money is spent, the first and the last of them. Raises SpendingError."""

    first: int
    last: int

    def __post_init__(self) -> None:
        """Refuse what are no years of a run, in order."""
        if not FIRST_YEAR <= self.first <= self.last <= LAST_YEAR_AT_MOST:
            raise SpendingError(
                translate(
                    "Planner",
                    "money is spent from a year to a later one, {least} to "
                    "{most}, not from {first} to {last}",
                ).format(least=FIRST_YEAR, most=LAST_YEAR_AT_MOST, first=self.first, last=self.last)
            )

    @property
    def count(self) -> int:
        """How many years these are."""
        return self.last - self.first + 1

    def spent_by(self, year: int) -> int:
        """Return in how many of them money was spent by the end of a year."""
        return max(0, min(self.last, year) - self.first + 1)


USUAL_YEARS: Final = Years(2027, 2030)

Amounts = Mapping[Instrument, float]
"""M CNY a year that each instrument gets on top of what it has, less than nothing if cut."""


@dataclass(frozen=True, slots=True)
class Spending:
    """How money turns into levers: over which years, and what a sooner network takes."""

    years: Years
    network: Network | None = None

    def put(self, scenario: Scenario, amounts: Amounts) -> Scenario:
        """Return the scenario with these amounts spent; less than nothing takes from a budget.

        No budget falls below zero. Raises ScenarioError where a lever would leave its hard range.
        """
        for each, amount in amounts.items():
            if amount:
                scenario = self._put(scenario, each, amount)
        return scenario

    def most(self, scenario: Scenario, instrument: Instrument) -> float:
        """Return the most an instrument can use on top of what a scenario spends, M CNY a year.

        Of a budget it is what its lever allows; of a network, what the soonest one takes.
        """
        if instrument.kind == "network" and self.network is not None:
            return self.network.most / self.years.count
        path, (begin, end) = lever_path(scenario, instrument.lever), self._dates
        dates = (begin, *(date for date in path.dates if begin <= date < end))
        spent = max(value_at(path, "step", date) for date in dates)
        return max(0.0, tidy(_row(instrument).most - spent))

    def _put(self, scenario: Scenario, instrument: Instrument, amount: float) -> Scenario:
        if instrument.kind != "network":
            return with_lever(
                scenario, instrument.lever, self._raised(scenario, instrument, amount)
            )
        if self.network is None:
            raise SpendingError(
                translate("Planner", "what a sooner network takes is not known yet")
            )
        sooner = self.network.build_time(amount * self.years.count)
        return with_lever(scenario, instrument.lever, sooner)

    @property
    def _dates(self) -> tuple[float, float]:
        """When the money begins, and when it is over."""
        return float(self.years.first), float(self.years.last + 1)

    def _raised(self, scenario: Scenario, instrument: Instrument, amount: float) -> LeverPath:
        begin, end = self._dates
        path = lever_path(scenario, instrument.lever)
        # before its first knot a path has that knot's value, which is to stay as it is
        first = (float(FIRST_YEAR),) if path.dates[0] > FIRST_YEAR else ()
        path = with_knots_at(path, "step", *first, begin, end)
        if {begin, min(end, LAST_DATE)} - set(path.dates):
            raise SpendingError(
                translate(
                    "Planner",
                    "{label} has a path of so many dates that there is no room for {first} to "
                    "{last}",
                ).format(
                    label=model_text(_row(instrument).label),
                    first=self.years.first,
                    last=self.years.last,
                )
            )

        def change(date: float, value: float) -> float:
            return max(0.0, tidy(value + amount)) if begin <= date < end else value

        return mapped(path, change)


def _row(instrument: Instrument) -> Lever:
    return model().levers[LEVERS[instrument.kind]]


def today(scenario: Scenario, years: Years, instruments: Iterable[Instrument]) -> Amounts:
    """Return what the scenario spends already, on average over the years, M CNY a year.

    Of the network nothing is known.
    """
    return {
        each: 0.0
        if each.kind == "network"
        else mean_between(lever_path(scenario, each.lever), years.first, years.last + 1)
        for each in instruments
    }
