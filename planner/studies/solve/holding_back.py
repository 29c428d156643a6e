"""Why no setting of the levers reaches a goal: limits, other levers, and what nobody decides.

Sixth floor of planner. Told of the setting that comes nearest. Each other lever is tried alone, at
both ends of its slider; assumptions are told by how far their means lie apart between futures that
meet the goal and futures that miss it, which shows what goes with it and not what causes it.
"""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from planner.ensemble.conditioning.chosen import choosing
from planner.ensemble.draws.drawn import drawn_assumptions
from planner.ensemble.progress import Steps
from planner.ensemble.sample import draw
from planner.model.graph import model
from planner.model.indices import SEGMENTS
from planner.model.scenario import Scenario, parts_of
from planner.studies.parts.limits import limits_in, limits_of_all
from planner.studies.solve.handle import Handle, handle_of, moved, paths_moved
from planner.studies.solve.question import Question
from planner.studies.solve.solution import HeldBack, Help, Limits, Parted
from planner.studies.solve.trials import Trials, choice_for

if TYPE_CHECKING:
    from planner.ensemble.many import Projector

NAMED: Final = 3
"""Levers and assumptions that are told at most."""
_FEWEST: Final = 20
"""Futures there have to be on either side for assumptions to be told."""
_APART: Final = 0.3
"""Standard deviations between means that are told."""


def held_back(
    used: "Projector", question: Question, trials: Trials, nearest: Scenario
) -> Steps[HeldBack]:
    """Return what holds the scenario back that comes nearest; yields the share done."""
    limits = yield from _limits(used, question, nearest)
    helps = yield from _helps(question, trials, nearest)
    parted = yield from _parted(question, trials, nearest)
    return HeldBack(limits, helps, parted)


def _limits(used: "Projector", question: Question, nearest: Scenario) -> Steps[Limits]:
    """Return the shares of futures by what limits compute in the year."""
    year = question.goal.about.year
    run = replace(nearest, last_year=year)
    found = yield from used.steps(run, limits_of_all(), choice=choice_for(question))
    return tuple((segment, limits_in(found, segment, year)) for segment in SEGMENTS)


def _helps(question: Question, trials: Trials, nearest: Scenario) -> Steps[tuple[Help, ...]]:
    """Try every other lever at both ends of its slider."""
    taken = frozenset(name for each in question.handles for name in paths_moved(each.name))
    others = [each for each in all_handles() if taken.isdisjoint(paths_moved(each.name))]
    best: list[Help] = []
    for place, handle in enumerate(others):
        yield place / len(others)
        ends = [
            Help(handle, end, trials.share_of(moved(nearest, handle.name, end)))
            for end in (handle.low, handle.high)
        ]
        best.append(max(ends, key=lambda each: each.share))
    now = trials.share_of(nearest)
    ordered = sorted(best, key=lambda each: each.share, reverse=True)
    return tuple(each for each in ordered[:NAMED] if each.share > now)


def _parted(question: Question, trials: Trials, nearest: Scenario) -> Steps[tuple[Parted, ...]]:
    """Return the assumptions whose means differ most between futures that meet and that miss."""
    margins = trials.margins_of(nearest)
    whole = ~np.isnan(margins)
    met, missed = whole & (margins >= 0), whole & (margins < 0)
    if min(met.sum(), missed.sum()) < _FEWEST:
        return ()
    ranges = () if choice_for(question) == "paired" else nearest.assumptions
    chosen = yield from choosing(replace(nearest, assumptions=ranges), nearest.futures)
    drawn = draw(nearest, nearest.futures, chosen=chosen).drawn[:, 1:]
    rows = zip(drawn_assumptions(nearest), drawn, strict=True)
    found = [_row(name, values[met], values[missed]) for name, values in rows]
    told = sorted(found, key=lambda each: -abs(each.apart))[:NAMED]
    return tuple(each for each in told if abs(each.apart) >= _APART)


def _row(name: str, met: NDArray[np.float64], missed: NDArray[np.float64]) -> Parted:
    spread = float(np.std(np.concatenate((met, missed)))) or 1.0
    apart = float(met.mean() - missed.mean()) / spread
    return Parted(name, float(np.median(met)), float(np.median(missed)), apart)


def all_handles() -> tuple[Handle, ...]:
    """Return a handle for each lever, of several areas one for all of them together."""
    rows = model().levers.values()
    return tuple(handle_of(row.key) for row in rows if not parts_of(row))
