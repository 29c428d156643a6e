"""What public money really costs: what is paid, and the tax that comes back, future by future.

Sixth floor of planner. A budget is no cost: vouchers are paid as far as they are claimed. Tax is
counted as the model counts it for vouchers, whatever the money went to: on the output that is
added, of which entrants earn a part.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from planner.model.graph import model
from planner.model.inputs import default_value
from planner.quantities.dates import MONTHS_PER_YEAR
from planner.studies.spending.instrument import Instrument
from planner.studies.spending.spent import Spending

Values = NDArray[np.float64]
"""Of each future, float64[futures]."""

PAIRS: Final = (
    ("voucher_spend_cumulative", ""),
    ("net_public_cost", ""),
    ("tax", ""),
    ("upgrade_cost", ""),
)
"""Outcomes that books are kept by."""
_MILLIONS: Final = 1000


@dataclass(frozen=True, slots=True, eq=False)
class Books:
    """What was paid and came back by the end of a run since 2025, M CNY.

    `drawn` is paid in vouchers, `net` in vouchers and data vouchers less the tax they brought;
    `tax` comes of all output, at the part that entrants earn; `upgrade` went into the centers.
    """

    drawn: Values
    net: Values
    tax: Values
    upgrade: Values


def books_of(paths: NDArray[np.float64]) -> Books:
    """Return the books of a run from the outcomes `PAIRS`, float64[pairs, months, futures]."""
    drawn, net, tax, upgrade = paths
    part = default_value(model().constants["entrant_revenue_share"]) * _MILLIONS / MONTHS_PER_YEAR
    # a stock holds what flowed before its month
    so_far = tax[:-1].sum(axis=0) * part
    return Books(drawn[-1], net[-1], so_far, upgrade.sum(axis=0) * _MILLIONS / MONTHS_PER_YEAR)


def tax_back(before: Books, after: Books) -> Values:
    """Return the tax that comes back, M CNY."""
    return after.tax - before.tax


def paid(
    instrument: Instrument, amount: float, spending: Spending, year: int, books: tuple[Books, Books]
) -> Values:
    """Return what one instrument alone is paid by the end of a year, M CNY.

    A fund pays what it is given. Of the network it is the money that is needed earlier.
    """
    before, after = books
    match instrument.kind:
        case "vouchers" | "data":
            # the world without any vouchers is the same, so that its tax falls out
            return (after.net + after.tax) - (before.net + before.tax)
        case "fund":
            return np.full_like(after.net, amount * spending.years.spent_by(year))
        case "network":
            return np.full_like(after.net, amount * spending.years.count)


def net_of_tax(instrument: Instrument, money: Values, books: tuple[Books, Books]) -> Values:
    """Return what one instrument costs in the end, M CNY: what is paid, less the tax it brings.

    Of the network what is paid in the end is what its upgrade costs more by then, which may be
    less than nothing.
    """
    before, after = books
    is_network = instrument.kind == "network"
    return (after.upgrade - before.upgrade if is_network else money) - tax_back(before, after)
