"""Which futures of which points of a sweep stand for all, and what was drawn in them.

Eighth floor of planner. Files hold no assumptions: they are drawn again. Points and futures are
taken evenly and always the same, so that the same folder gives the same answer. Where points have
choices of futures of their own, each choice takes a second or so: only some of them are made.
"""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from planner.ensemble.conditioning.chosen import choosing
from planner.ensemble.draws.drawn import drawn_assumptions, drawn_at
from planner.ensemble.progress import Steps, as_part
from planner.model.scenario import Scenario
from planner.sweep.batches.choices import Places
from planner.sweep.plan.plan import Plan
from planner.sweep.summary.reader import Folder, Values

FUTURES_AT_MOST: Final = 60_000
"""They take some five seconds of processor and 200 MB to be told apart."""
CHOICES_AT_MOST: Final = 24
_GOLDEN: Final = (5**0.5 - 1) / 2
"""Turns of it never meet, so that points have different futures."""

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """Points by their numbers, rising, and so many futures of each, int64[points, futures]."""

    points: Numbers
    futures: Numbers


def sample_of(folder: Folder, points: Numbers, most: int = FUTURES_AT_MOST) -> Sample:
    """Return at most so many futures of some points, evenly over both."""
    own = _evenly(_of_few_choices(folder.plan, points), most)
    futures = folder.layout.futures
    count = min(futures, max(1, most // len(own)))
    begin = np.floor(np.arange(len(own)) * _GOLDEN % 1.0 * futures).astype(np.int64)
    step = np.arange(count) * futures // count
    return Sample(own, (begin[:, None] + step) % futures)


def drawing(folder: Folder, sample: Sample) -> Steps[tuple[tuple[str, ...], Values]]:
    """Return what was drawn or set in a sample by name, float64[inputs, points * futures].

    Those are the assumptions that are drawn, and what points set alike in every future where it is
    not the same at all of them. Yields the share that is done.
    """
    names = drawn_assumptions(_scenario(folder.plan, int(sample.points[0])))
    values = np.empty((len(names), *sample.futures.shape))
    rows = _choices(folder.plan, sample.points)
    count = int(rows.max()) + 1
    for choice in range(count):
        own = np.flatnonzero(rows == choice)
        scenario = _scenario(folder.plan, int(sample.points[own[0]]))
        steps = choosing(scenario, scenario.futures)
        chosen = yield from as_part(steps, choice / count, (choice + 1) / count)
        futures, place = np.unique(sample.futures[own], return_inverse=True)
        drawn = drawn_at(chosen.places[futures], scenario)
        values[:, own] = drawn[:, place.reshape(len(own), -1)]
    told, settings = _set_alike(folder.plan, sample)
    return (*names, *told), np.concatenate((values.reshape(len(names), -1), settings))


def places_of(folder: Folder, point: int, futures: int) -> Steps[tuple[Scenario, Places]]:
    """Return the scenario of a point without levers, and the places of its first futures."""
    scenario = _scenario(folder.plan, point)
    chosen = yield from choosing(scenario, scenario.futures)
    return scenario, chosen.places[:futures]


def _scenario(plan: Plan, point: int) -> Scenario:
    """Return what a point's futures are drawn of: levers have no part in it."""
    return replace(plan.points.scenario_at(plan.base, point), levers=())


def _of_few_choices(plan: Plan, points: Numbers) -> Numbers:
    """Return the points of some choices of futures, evenly taken, of all where they are few."""
    rows = _choices(plan, points)
    kept = _evenly(np.unique(rows), CHOICES_AT_MOST)
    return points[np.isin(rows, kept)]


def _choices(plan: Plan, points: Numbers) -> Numbers:
    """Return which choice of futures each point has, counted from 0, int64[points]."""
    assumed = [place for place, each in enumerate(plan.points.inputs) if not each.is_lever]
    told = np.column_stack((plan.points.values[:, assumed], plan.points.world))[points - 1]
    return np.asarray(np.unique(told, axis=0, return_inverse=True)[1].ravel())


def _evenly(numbers: Numbers, most: int) -> Numbers:
    """Return so many of some numbers at most, evenly over all."""
    count = min(most, len(numbers))
    return numbers[np.arange(count) * len(numbers) // max(1, count)]


def _set_alike(plan: Plan, sample: Sample) -> tuple[tuple[str, ...], Values]:
    """Return levers and fixed assumptions that differ among the points, a row for each."""
    inputs, values = plan.points.inputs, plan.points.values[sample.points - 1]
    differ = np.ptp(values, axis=0) > 0 if len(values) else np.zeros(len(inputs), np.bool_)
    own = [k for k, each in enumerate(inputs) if differ[k] and (each.is_lever or each.is_fixed)]
    names = tuple(inputs[place].name for place in own)
    return names, np.repeat(values[:, own].T, sample.futures.shape[1], axis=1)
