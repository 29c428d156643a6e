"""What one enterprise costs by each instrument in other defensible structures of the model.

Sixth floor of planner. Only the amount that is asked about is run there: whether one instrument
stays the cheapest is what has to survive.
"""

from typing import Final

from planner.ensemble.progress import Steps
from planner.studies.money.gained import ends_of, gained
from planner.studies.money.question import MoneyQuestion
from planner.studies.money.result import World
from planner.studies.spending.cost import cost_of
from planner.studies.spending.futures import Futures
from planner.studies.spending.spent import Spending
from planner.studies.variants import SPECIFIED, variants

FUTURES_AT_MOST: Final = 250
"""Only which one is the cheapest is told: fewer futures are enough."""


def costs_in_worlds(question: MoneyQuestion, spending: Spending) -> Steps[tuple[World, ...]]:
    """Return what an enterprise costs in each variant but the specified; yields what is done."""
    others = [each for each in variants() if each is not SPECIFIED]
    futures = Futures(min(question.scenario.futures, FUTURES_AT_MOST), question.year)
    found = []
    for done, variant in enumerate(others):
        scenario, prices = variant.applied(question.scenario), list[float]()
        before = ends_of(futures, scenario)
        for place, each in enumerate(question.among):
            yield (done + place / len(question.among)) / len(others)
            amount = min(question.amount, spending.most(question.scenario, each))
            ends = before, ends_of(futures, spending.put(scenario, {each: amount}))
            own = gained(each, amount, spending, question.year, ends)
            prices.append(cost_of(own.paid, own.added, before.enterprises).median)
        found.append(World(variant.key, variant.title, tuple(prices)))
    return tuple(found)
