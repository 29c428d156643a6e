"""What money buys, by instrument and amount; sixth floor of planner, frozen values.

Costs are in M CNY, in total over the years; effects are those in December of the year asked.
`planner.studies.money.table` makes a table of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

from planner.studies.answers.stamp import Stamp
from planner.studies.money.question import MoneyQuestion
from planner.studies.spending.band import Band
from planner.studies.spending.instrument import Instrument
from planner.studies.spending.network import Network


@dataclass(frozen=True, slots=True)
class Next:
    """What one more costs from an amount on: between it and the next one that was tried.

    `until` is that next amount, M CNY a year. Costs are unbounded where nothing is added.
    """

    until: float
    per_enterprise: Band
    per_eflops: Band


@dataclass(frozen=True, slots=True)
class Bought:
    """What an amount buys, M CNY a year on top of what is spent; less than nothing is a cut.

    `paid` is what is really paid, `net` what is left of that after tax, `back` the share that comes
    back. `here` are the enterprises added in the instrument's own place, `elsewhere` those in all
    others: fewer than none where founders move; None where it has no place.
    """

    amount: float
    paid: Band
    net: Band
    back: Band
    added: Band
    here: Band | None
    elsewhere: Band | None
    used: Band
    per_enterprise: Band
    net_per_enterprise: Band
    per_eflops: Band
    next_one: Next | None


@dataclass(frozen=True, slots=True)
class Costs:
    """What one instrument costs, at rising amounts.

    `today` is what is spent on it already, M CNY a year. `enough` is the whole budget, M CNY a
    year, beyond which one more enterprise costs more than it is worth; unbounded where it lies
    beyond what was tried. None where there is no such budget, as of the network.
    """

    instrument: Instrument
    today: float
    bought: tuple[Bought, ...]
    enough: Band | None

    def at(self, amount: float) -> Bought:
        """Return what an amount buys that was tried, or the largest below it."""
        below = [each for each in self.bought if 0 < each.amount <= amount * (1 + 1e-9)]
        return below[-1] if below else next(each for each in self.bought if each.amount > 0)


@dataclass(frozen=True, slots=True)
class World:
    """What an enterprise costs at the amount asked in a variant, M CNY, by instrument.

    Prices are medians, unbounded or undefined as those of the answer.
    """

    key: str
    title: str
    prices: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class MoneyAnswer:
    """What money buys in each instrument, the order that of the question, and so in variants.

    `network` is what a sooner one takes, where that is asked about.
    """

    question: MoneyQuestion
    costs: tuple[Costs, ...]
    stamp: Stamp
    worlds: tuple[World, ...] = ()
    network: Network | None = None

    @property
    def cheapest(self) -> int | None:
        """Which instrument adds an enterprise at the least; None where none does at any price."""
        amount = self.question.amount
        return _least([each.at(amount).per_enterprise.median for each in self.costs])

    @property
    def turning(self) -> tuple[World, ...]:
        """The variants in which another instrument is the cheapest."""
        return tuple(each for each in self.worlds if _least(each.prices) != self.cheapest)


def _least(prices: Sequence[float]) -> int | None:
    told = [(price, place) for place, price in enumerate(prices) if isfinite(price)]
    return min(told)[1] if told else None
