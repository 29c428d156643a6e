"""What a split of several instruments pays, future by future; sixth floor of planner."""

import numpy as np
from numpy.typing import NDArray

from planner.model.scenario import Scenario
from planner.studies.spending.books import PAIRS, books_of, paid
from planner.studies.spending.futures import Futures
from planner.studies.spending.spent import Amounts, Spending

Values = NDArray[np.float64]


def paid_for(scenario: Scenario, amounts: Amounts, futures: Futures, spending: Spending) -> Values:
    """Return what is paid by the end of the year in all, M CNY, float64[futures].

    Vouchers are paid as they are claimed beside all else. Data vouchers, which answer to nothing
    else, and the others are paid as if they were alone.
    """
    before = books_of(futures.paths(scenario, PAIRS))
    after = books_of(futures.paths(spending.put(scenario, amounts), PAIRS))
    money = after.drawn - before.drawn
    for each, amount in amounts.items():
        if each.kind != "vouchers" and amount > 0:
            alone = spending.put(scenario, {each: amount})
            books = before, books_of(futures.paths(alone, PAIRS))
            money = money + paid(each, amount, spending, futures.year, books)
    return money
