"""The orders in which the values of a column rise and fall, missing ones last.

A million values take a fifth of a second to be put in order: that is for a thread of studies. What
falls is turned from what rises. Floor: engine.
"""

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]
Places = NDArray[np.int64]


def rising(values: Values) -> Places:
    """Return the places of values as they rise; equal ones keep their order."""
    return np.argsort(values, kind="stable")


def falling(values: Values, rising: Places) -> Places:
    """Return the places as values fall, from those as they rise; equal ones keep their order."""
    known = len(values) - int(np.isnan(values).sum())
    turned = rising[:known][::-1]
    begins, ends = runs_of(values[turned])
    if len(begins) < known:
        turned = turned[np.repeat(begins + ends - 1, ends - begins) - np.arange(known)]
    return np.concatenate((turned, rising[known:]))


def runs_of(ordered: Values) -> tuple[Places, Places]:
    """Return where each run of equal values begins and ends."""
    is_new = np.ones(len(ordered), np.bool_)
    is_new[1:] = ordered[1:] != ordered[:-1]
    begins = np.flatnonzero(is_new)
    return begins, np.append(begins[1:], len(ordered)) if len(begins) else begins
