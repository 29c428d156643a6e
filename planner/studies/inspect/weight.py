"""Which share of the spread of a value each of its causes explains; sixth floor of planner.

The measure is that of `planner.studies.matters`: the first-order index of variance, read off the
futures of the run by curves over the ranks of the cause, less what chance alone would give. Causes
rest on causes they have in common, so that shares overlap and need not add to one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from planner.studies.inspect.drawn import Numbers
from planner.studies.inspect.node import Node
from planner.studies.matters.basis import basis_of
from planner.studies.matters.shares import ENOUGH, FEWEST, NOTHING, shares_of

_ERRORS: Final = 2.0
"""Standard errors on either side: 19 of 20 samples of futures agree."""


@dataclass(frozen=True, slots=True)
class Weight:
    """The share of a value's variance that a cause explains by itself, 0 to 1.

    `reach` is two standard errors of sampling: so far does the share go to either side.
    """

    share: float
    reach: float

    @property
    def is_seen(self) -> bool:
        """Whether the share is told from none; where not, only `bound` is."""
        return self.share > self.reach

    @property
    def bound(self) -> float:
        """The most that it may be."""
        return min(1.0, self.share + self.reach)


def weights_of(root: Node, values: Mapping[Node, Numbers]) -> dict[Node, Weight]:
    """Return the weights of causes in a value, from what both are in each future.

    Left out is what does not vary, and all where the value itself does not, or where too few
    futures have a number.
    """
    told = ((node, _weight(values[root], each)) for node, each in values.items() if node != root)
    return {node: weight for node, weight in told if weight is not None}


def _weight(effect: Numbers, cause: Numbers) -> Weight | None:
    known = np.isfinite(effect) & np.isfinite(cause)
    if known.mean() < ENOUGH or known.sum() < FEWEST or not varies(cause[known]):
        return None
    found = shares_of(basis_of(("cause",), cause[None, known]), effect[None, known], cause[None])
    share, error = float(found.groups[0, 0]), float(found.errors[0, 0])
    return None if np.isnan(share) else Weight(share, _ERRORS * error)


def varies(values: Numbers) -> bool:
    """Tell whether numbers differ by more than rounding."""
    return float(np.ptp(values)) > NOTHING * float(np.abs(values).max())
