"""What is paid for one unit that is added, in every future; sixth floor of planner, pure."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from planner.ensemble.met import ROUNDING
from planner.studies.spending.band import UNDEFINED, Band, band_of

Values = NDArray[np.float64]

MOST: Final = 0.5


def costs_of(money: Values, added: Values, level: Values) -> Values:
    """Return what one unit costs, float64[futures], of money and what it added to a level.

    Unbounded where nothing is added, undefined where nothing is paid either. What is added is
    judged by the level it comes on top of: the engine rounds.
    """
    adds, pays = added > ROUNDING * np.abs(level), money > ROUNDING
    with np.errstate(divide="ignore", invalid="ignore"):
        cost = np.where(adds, money / added, np.where(pays, np.inf, np.nan))
    return np.where(np.isnan(added), np.nan, cost)


def cost_of(money: Values, added: Values, level: Values) -> Band:
    """Return the band of what one unit costs; undefined where most futures pay nothing."""
    costs = costs_of(money, added, level)
    pays = np.isnan(costs[~np.isnan(added)]).mean() <= MOST if costs.size else False
    return band_of(costs) if pays else UNDEFINED
