"""What is paid more for each enterprise more, future by future; fifth floor of planner.

A quotient of two differences: its quantiles are those of what single futures pay, which no quotient
of medians is. What one unit costs in studies of money is `planner.studies.spending.cost`.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from planner.ensemble.met import ROUNDING

Path = NDArray[Any]


def per_enterprise(money: Path, paid: Path, after: Path, before: Path) -> None:
    """Turn differences of money into those for each enterprise that there is more, in place.

    `paid` is the money they are from, `after` and `before` are enterprises [months, futures] of
    both runs; `after` is used up. Where less is paid it is what is saved for each enterprise less.
    Unbounded where money is moved and enterprises do not move with it, undefined where none is;
    what differs by less than the engine rounds to is the same.
    """
    with np.errstate(invalid="ignore", over="ignore", divide="ignore"):
        np.subtract(after, before, out=after)
        after *= np.sign(money)
        follows = after > ROUNDING * np.abs(before)
        np.abs(money, out=money)
        is_moved = money > ROUNDING * np.abs(paid)
        unknown = np.isnan(after) | np.isnan(money)
        money /= after
        money[~follows & is_moved] = np.inf
        money[unknown | ~is_moved] = np.nan
