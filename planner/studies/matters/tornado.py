"""Each assumption low and high, and each lever over its usual range, one at a time: a tornado.

Sixth floor of planner. Around the run at central values: no future is drawn, so that nothing acts
together and no likelihood is told. Each lever moves its default path as a slider does, over the
soft range of its row; a lever that the scenario gives a path in parts is left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from planner.engine.batch import Batch, central_values, lever_values, single
from planner.engine.clock import Clock
from planner.engine.run import run_batch
from planner.ensemble.bands.paths import Paths, Scratch, pairs_of, summed_center
from planner.ensemble.draws.drawn import drawn_assumptions, rows_of
from planner.ensemble.progress import Steps
from planner.model.scenario import (
    FIRST_YEAR,
    Scenario,
    ScenarioError,
    assumption_spread,
    lever_addresses,
    lever_at,
    with_lever,
)
from planner.storage.sentences.catalog import translate
from planner.studies.answers.about import About
from planner.studies.answers.stamp import Stamp, stamp_of
from planner.studies.matters.error import MattersError

Kind = Literal["assumption", "lever"]

NOTHING: Final = 1e-6
"""A change below this part of the level is rounding."""


@dataclass(frozen=True, slots=True)
class Swing:
    """What one input does alone: its low and high in its own unit, and the outcome at each."""

    name: str
    kind: Kind
    low: float
    high: float
    at_low: float
    at_high: float

    @property
    def width(self) -> float:
        """How far apart the outcome is, at low and at high."""
        return abs(self.at_high - self.at_low)


@dataclass(frozen=True, slots=True)
class Tornado:
    """The swings of an outcome that do something, the widest first, and where it is without any."""

    about: About
    stamp: Stamp
    center: float
    swings: tuple[Swing, ...]

    def of(self, kind: Kind) -> tuple[Swing, ...]:
        """Return the swings of assumptions, or of levers."""
        return tuple(each for each in self.swings if each.kind == kind)


def tornado(scenario: Scenario, about: About) -> Steps[Tornado]:
    """Return what each input does alone; yields the share that is done."""
    if about.year > scenario.last_year:
        raise MattersError(
            translate("Planner", "the run ends in {last_year}").format(last_year=scenario.last_year)
        )
    center, swings = _of_assumptions(scenario, about)
    yield 0.1
    names = lever_addresses()
    for place, name in enumerate(names):
        swings += _of_lever(scenario, about, name)
        yield 0.1 + 0.9 * (place + 1) / len(names)
    least = NOTHING * abs(center)
    told = [each for each in swings if each.width > least]  # of what is no number, nothing
    told.sort(key=lambda each: -each.width)
    return Tornado(about, stamp_of(scenario, 0), center, tuple(told))


def _of_assumptions(scenario: Scenario, about: About) -> tuple[float, list[Swing]]:
    """Return the outcome at central values, and what each drawn assumption does: one run."""
    names, clock = drawn_assumptions(scenario), _clock(about)
    spreads = [assumption_spread(scenario, name) for name in names]
    central = np.array([spread.central for spread in spreads])
    drawn = np.repeat(central[:, None], 1 + 2 * len(names), axis=1)
    for row, spread in enumerate(spreads):
        drawn[row, 1 + 2 * row : 3 + 2 * row] = spread.low, spread.high
    levers = lever_values(scenario, clock)
    batch = Batch(central_values(scenario), rows_of(scenario), drawn, levers)
    center, ends = _last(batch, about)
    swings = [
        Swing(name, "assumption", spread.low, spread.high, *ends[2 * row : 2 * row + 2].tolist())
        for row, (name, spread) in enumerate(zip(names, spreads, strict=True))
    ]
    return center, swings


def _of_lever(scenario: Scenario, about: About, name: str) -> Iterator[Swing]:
    """Yield what a lever does over its soft range, if the scenario takes a number for it."""
    row, _ = lever_at(name)
    try:
        ends = [with_lever(scenario, name, value) for value in (row.low, row.high)]
    except ScenarioError:
        return
    at_low, at_high = (_center(each, about) for each in ends)
    yield Swing(name, "lever", row.low, row.high, at_low, at_high)


def _center(scenario: Scenario, about: About) -> float:
    return _last(single(scenario, _clock(about)), about)[0]


def _clock(about: About) -> Clock:
    return Clock(max(about.year, FIRST_YEAR))


def _last(batch: Batch, about: About) -> tuple[float, NDArray[np.float64]]:
    """Return the outcome in the last month of a run to it: of the center, and [futures]."""
    request = about.request()
    run = run_batch(batch, _clock(about), pairs_of([request]))
    center = float(summed_center(run, request)[-1])
    if batch.futures == 1:
        return center, np.empty(0)
    rows = Paths(run, run).rows((request, slice(about.month, about.month + 1)), Scratch())
    return center, np.asarray(rows[0], np.float64).copy()
