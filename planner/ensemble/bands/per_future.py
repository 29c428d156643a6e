"""Reads what single futures of a run give, for what no band answers; fifth floor of planner.

What is read are values of their own, so that the run may be forgotten.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from planner.ensemble.bands.paths import Paths, Scratch, code_of
from planner.ensemble.projection import PerFuture


def read(paths: Paths, asked: PerFuture, scratch: Scratch) -> NDArray[Any]:
    """Return what was asked from a run, a fresh array [months or years, futures]."""
    part = asked.request, asked.months
    rows, whole = paths.rows(part, scratch), paths.whole(part)
    found = rows[:, : asked.first].copy()
    if asked.request.state:
        found = (found == code_of(asked.request)).astype(found.dtype)
    if whole is not None:
        found[~whole[:, : asked.first]] = np.nan
    return found
