"""Reads measured points from a run, and tells how far off their sources may be.

Fifth floor of planner. Works on any series over months: a center line [months], futures
[months, futures], or a run of a few months; a point is the same weighted sum of months for all.
What is made of the readings, weights of draws or a backtest, is decided elsewhere.
"""

from collections.abc import Callable, Iterator
from math import log

import numpy as np
from numpy.typing import NDArray

from planner.facts.convert import convert
from planner.facts.measured import Measured
from planner.model.graph import model

SeriesOf = Callable[[str, str], NDArray[np.floating]]
"""Gives the series [months, ...] of an outcome and an element, the whole being an empty one."""

SMALLEST_ERROR = 0.05
"""The least that a source is taken to be off by, in logs, at one end of its range."""
TENTH_OF_NORMAL = 1.2816
"""Standard deviations from the middle of a normal distribution to its P10 and P90."""
_CLOSE = 1e-9


def pairs_of_point(point: Measured) -> tuple[str, str]:
    """Return the outcome and the element that a point is read from."""
    return point.outcome, point.element


def is_comparable(point: Measured) -> bool:
    """Tell whether the model gives what the point measures."""
    outcome = model().outcomes.get(point.outcome)
    return outcome is not None and point.element in outcome.elements


def read_point(
    point: Measured, series_of: SeriesOf, times: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return what a run gives for a point, in the point's unit: a number for each future.

    `times` are the calendar years of the months. A mean is the integral of the line through the
    months over the time from start to end; a value lies on that line. Raises ValueError where the
    run ends too early, KeyError for an outcome the model does not have.
    """
    series = np.asarray(series_of(*pairs_of_point(point)), np.float64)
    here = _over(series, times, point.start, point.end)
    if point.is_relative:
        with np.errstate(divide="ignore", invalid="ignore"):
            ratio = here / _over(series, times, point.base_start, point.base_end)
        relative = ratio - 1 if point.reading == "growth" else ratio
        return convert(1.0, "1", point.unit) * relative
    return convert(1.0, model().outcomes[point.outcome].unit, point.unit) * here


def observation_error(point: Measured) -> tuple[float, float]:
    """Return the standard deviations of a source in logs, below and above its central figure.

    A range is taken to reach from P10 to P90; it is never narrower than `SMALLEST_ERROR`.
    """
    below = log(point.central / point.low) if point.low > 0 else np.inf
    above = log(point.high / point.central)
    smallest = SMALLEST_ERROR / TENTH_OF_NORMAL
    return max(below / TENTH_OF_NORMAL, smallest), max(above / TENTH_OF_NORMAL, smallest)


def misfit(point: Measured, values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how many standard deviations of the source the values lie off, signed, in logs.

    A value above a floor is not off.
    """
    below, above = observation_error(point)
    with np.errstate(divide="ignore", invalid="ignore"):
        off: NDArray[np.float64] = np.log(values / point.central)
    off /= np.where(off > 0, above, below)
    return off.clip(max=0.0) if point.bound == "floor" else off


def _over(
    series: NDArray[np.float64], times: NDArray[np.float64], start: float, end: float
) -> NDArray[np.float64]:
    """Return the mean of a series from start to end, or its value where they are one."""
    found = np.zeros(series.shape[1:])
    for month, weight in _months(times, start, end):
        if weight > 0:  # what is undefined beside a month says nothing about it
            found += weight * series[month]
    return found


def _months(times: NDArray[np.float64], start: float, end: float) -> Iterator[tuple[int, float]]:
    """Yield the months, and the weight of each, that make a mean from start to end."""
    if start < times[0] - _CLOSE or end > times[-1] + _CLOSE:
        message = f"the run holds {times[0]:g} to {times[-1]:.5g}, not {start:g} to {end:g}"
        raise ValueError(message)
    inner = times[(times > start + _CLOSE) & (times < end - _CLOSE)]
    nodes = np.unique(np.array([start, *inner, end]))
    for node, weight in zip(nodes, _trapezoids(nodes), strict=True):
        month = min(int(np.searchsorted(times, node + _CLOSE)) - 1, len(times) - 2)
        part = float((node - times[month]) / (times[month + 1] - times[month]))
        yield month, weight * (1 - part)
        yield month + 1, weight * part


def _trapezoids(nodes: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the weights, one in sum, of the values at nodes in their mean over time."""
    if len(nodes) == 1:
        return np.ones(1)
    widths = np.diff(nodes)
    weights = np.zeros(len(nodes))
    weights[:-1] += widths / 2
    weights[1:] += widths / 2
    weights /= nodes[-1] - nodes[0]
    return weights
