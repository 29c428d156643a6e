"""Ranges of assumptions under which futures would agree with own numbers; sixth floor of planner.

An ensemble smoother with multiple data assimilation (Emerick and Reynolds 2013): every future is
moved, in normal scores, by how assumptions and outcomes vary together, in four steps of a quarter
each. It serves where so few futures agree that weights collapse. It is an approximation: the links
are taken as straight lines, and only the range of each assumption is kept, not how they go
together. So it is told as a set of ranges, to be looked at and put in place by hand.

It is code of our own, one formula: the library that is kept for it (iterative_ensemble_smoother) is
under the GPL, version 3, which what is distributed here cannot be.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import exp, log, sqrt
from typing import Final

import numpy as np
from numpy.typing import NDArray

from planner.engine.batch import Batch, central_values, lever_values
from planner.engine.run import run_batch
from planner.ensemble.conditioning.chosen import choosing
from planner.ensemble.conditioning.measured import observation_error, pairs_of_point, read_point
from planner.ensemble.conditioning.weights import clock_of, groups_of, in_force
from planner.ensemble.draws.drawn import drawn_assumptions, drawn_at, rows_of, with_center
from planner.ensemble.draws.marginals import quantiles_of
from planner.ensemble.progress import Steps, as_part
from planner.facts.measured import Measured
from planner.model.inputs import Scale
from planner.model.scenario import Scenario, assumption_at, assumption_spread, with_assumption
from planner.quantities.spread import Spread
from planner.studies.calibrate.shifts import Shift, range_of, telling
from planner.studies.scores import TAIL

Numbers = NDArray[np.float64]

MEMBERS: Final = 1000
STEPS: Final = 4
_REACH: Final = 1 - sqrt(2 * TAIL)
"""How far P10 lies from the median towards the low end of a triangle in two pieces."""
_DIGITS: Final = 4
_LEAST_MEMBERS: Final = 100
_SURELY: Final = 0.3
"""What moves less, in standard deviations, moves by the luck of so many members."""


@dataclass(frozen=True, slots=True)
class Smoothed:
    """The scenario with ranges that agree with its own numbers, and how each was moved."""

    scenario: Scenario
    shifts: tuple[Shift, ...]


def smoothing(scenario: Scenario) -> Steps[Smoothed]:
    """Move the ranges of a calibrated scenario's assumptions; yields the share that is done.

    Where the model hardly ever gives a number for each point, nothing is moved.
    """
    plain = replace(scenario, draws="conditioned")
    chosen = yield from as_part(choosing(plain, MEMBERS), 0, 0.3)
    names = drawn_assumptions(plain)
    drawn = drawn_at(chosen.places, plain)
    scores = np.array([_scores(row, *_marginal(plain, name)) for row, name in _each(drawn, names)])
    noise = np.random.default_rng(scenario.seed)
    for step in range(STEPS):
        yield 0.3 + 0.7 * step / STEPS
        stepped = _moved(scores, scenario, names, noise)
        if stepped is None:
            return Smoothed(plain, ())
        scores = stepped
    moved = _values(scores, plain, names)
    shifts = tuple(
        Shift(name, range_of(old), range_of(new))
        for name, old, new in zip(names, drawn, moved, strict=True)
    )
    told = telling(sorted(shifts, key=lambda each: -abs(each.moved)), _SURELY)
    made = plain
    for each in told:
        made = with_assumption(made, each.address, spread_of(plain, each))
    return Smoothed(made, told)


def spread_of(scenario: Scenario, shift: Shift) -> Spread:
    """Return the range whose P10, median and P90 are those that a shift leads to.

    It reaches no farther than what is allowed, and is rounded to four digits.
    """
    row, _ = assumption_at(shift.address)
    low, middle, high = map(log, shift.after) if row.scale == "ratio" else shift.after
    ends = [middle - (middle - low) / _REACH, middle, middle + (high - middle) / _REACH]
    values = list(map(exp, ends)) if row.scale == "ratio" else ends
    before = assumption_spread(scenario, shift.address)
    rounded = (float(f"{value:.{_DIGITS}g}") for value in values)
    return Spread(*(min(max(value, before.low), before.high) for value in rounded))


def updated(
    scores: Numbers, given: Numbers, wanted: Numbers, errors: Numbers, noise: np.random.Generator
) -> Numbers:
    """Return scores [inputs, members] after one of the steps of the smoother.

    `given` is what members give for the points [points, members], `wanted` what was counted and
    `errors` its standard deviations [points], widened here as there are several steps.
    """
    count = scores.shape[1]
    off = given - given.mean(axis=1, keepdims=True)
    together = (scores - scores.mean(axis=1, keepdims=True)) @ off.T / (count - 1)
    spread = off @ off.T / (count - 1) + np.diag(STEPS * errors**2)
    stirred = sqrt(STEPS) * errors[:, None] * noise.standard_normal(given.shape)
    moved: Numbers = scores + together @ np.linalg.solve(spread, wanted[:, None] + stirred - given)
    return moved


def _moved(
    scores: Numbers, scenario: Scenario, names: Sequence[str], noise: np.random.Generator
) -> Numbers | None:
    """Return scores after one step, None where too few members have a number for each point."""
    points = scenario.own.points
    given = _given(_values(scores, scenario, names), scenario, points)
    is_whole = np.isfinite(given).all(axis=0)
    if np.count_nonzero(is_whole) < _LEAST_MEMBERS:
        return None
    kept, given = scores[:, is_whole], given[:, is_whole]
    wanted = np.log([point.central for point in points])
    for row, point in enumerate(points):
        if point.bound == "floor":  # what lies above it is where it should be
            given[row] = np.minimum(given[row], wanted[row])
    return updated(kept, given, wanted, _errors(points), noise)


def _given(drawn: Numbers, scenario: Scenario, points: Sequence[Measured]) -> Numbers:
    """Return what futures of these draws give for the points, in logs, [points, futures]."""
    base, clock = in_force(scenario), clock_of(scenario)
    levers = lever_values(base, clock)
    batch = Batch(central_values(base), rows_of(base), with_center(drawn, base), levers)
    pairs = tuple(dict.fromkeys(map(pairs_of_point, points)))
    run = run_batch(batch, clock, pairs)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.log(
            [read_point(each, lambda *pair: run.futures_of(pair), clock.times()) for each in points]
        )


def _errors(points: Sequence[Measured]) -> Numbers:
    """Return the standard deviation of each point in logs; a source counts once in all."""
    sizes = {point.id: len(group) for group in groups_of(points) for point in group}
    return np.array([sqrt(sizes[each.id]) * np.mean(observation_error(each)) for each in points])


def _values(scores: Numbers, scenario: Scenario, names: Sequence[str]) -> Numbers:
    from scipy.special import ndtr

    rows = (
        quantiles_of(ndtr(row), *_marginal(scenario, name)) for row, name in _each(scores, names)
    )
    return np.array(list(rows))


def _each(rows: Numbers, names: Sequence[str]) -> "zip[tuple[Numbers, str]]":
    return zip(rows, names, strict=True)


def _marginal(scenario: Scenario, name: str) -> tuple[Spread, Scale]:
    return assumption_spread(scenario, name), assumption_at(name)[0].scale


def _scores(values: Numbers, spread: Spread, scale: Scale) -> Numbers:
    """Return the normal scores of values that a triangle in two pieces gave."""
    from scipy.special import ndtri

    if scale == "ratio":
        values = np.log(values)
        spread = Spread(log(spread.low), log(spread.central), log(spread.high))
    is_below = values < spread.central
    reach = np.where(is_below, spread.central - spread.low, spread.high - spread.central)
    part = np.abs(values - spread.central) / np.where(reach > 0, reach, 1)
    tail = np.clip((1 - part) ** 2 / 2, 1e-9, 0.5)
    found: Numbers = ndtri(np.where(is_below, tail, 1 - tail))
    return found
