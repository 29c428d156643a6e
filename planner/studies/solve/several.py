"""The least moves of two to four levers that meet the goal together.

Sixth floor of planner. Least is the smallest sum of moves, each as a part of its way between the
bounds: what hands would have to push in all. scipy's differential evolution looks everywhere,
settings that miss the goal behind all that meet it. It looks at few of the futures; COBYLA
goes on from the best with all of them, and its answer is pulled back lever by lever, and step by
step, as far as the goal stays met.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from planner.ensemble.progress import Steps
from planner.model.paths import tidy
from planner.studies.solve.handle import Handle
from planner.studies.solve.one import closed, stepped
from planner.studies.solve.trials import Numbers, Trial, Trials

if TYPE_CHECKING:
    from scipy.optimize import OptimizeResult

MEMBERS: Final = 6
"""Settings tried beside each other, for each lever."""
ROUNDS: Final = 16
TOGETHER: Final = 2
"""Rounds between two looks at whether anybody still waits."""
_MISSED: Final = 10.0
"""Added to the cost of what misses the goal: more than the longest moves of four levers."""
DESCENT: Final = 20
"""Settings tried around the best of these, for each lever."""
_FIRST_STEP: Final = 0.05
_TOWARDS_BEST: Final = (0.05, 0.1, 0.2, 0.5, 1.0)
"""Parts of the way from the least moves of few futures to the best, tried until all agree."""
SEED: Final = 2025


def size_of(handles: Sequence[Handle], now: Numbers, numbers: Numbers) -> float:
    """Return the sum of moves, each as a part of its way between the bounds."""
    each = zip(handles, now, numbers, strict=True)
    return sum(abs(number - before) / handle.span for handle, before, number in each)


def least_moves(
    few: Trials, trials: Trials, handles: Sequence[Handle], now: Numbers
) -> Steps[Trial]:
    """Return the least moves that meet the goal, or those that come nearest if none do.

    `few` tries fewer futures than `trials`, which has the last word.
    """
    best = yield from _searched(few, handles, now)
    least = _least_made(few, handles, now) or best
    found = trials.at(least.numbers)
    for part in _TOWARDS_BEST:
        if found.is_met:
            break
        yield 1.0
        way = zip(least.numbers, best.numbers, strict=True)
        found = trials.at(tuple(tidy(a + (b - a) * part) for a, b in way))
    if not found.is_met:
        return _nearest(few, trials, handles, now, found)
    yield 1.0
    _descend(trials, handles, now, found)
    found = _least_made(trials, handles, now) or found
    return (yield from _pulled_back(trials, handles, now, found))


def _nearest(
    few: Trials, trials: Trials, handles: Sequence[Handle], now: Numbers, missed: Trial
) -> Trial:
    """Return the trial of most futures that meet the goal, by step, where none meets it in enough.

    Where a goal pulls both ways, that with the largest margin may be met in fewer than today's.
    """
    most = max(few.made, key=lambda each: (each.share, each.margin))
    steps = (_stepped(handles, now, each) for each in (missed, most))
    tried = [trials.at(now), *map(trials.at, steps), missed]
    return max(tried, key=lambda each: (each.share, each.margin))


def _searched(trials: Trials, handles: Sequence[Handle], now: Numbers) -> Steps[Trial]:
    """Try settings everywhere between the bounds; yields the share done."""
    from scipy.optimize import differential_evolution

    scale = max(abs(trials.at(now).margin), 1e-30)

    def cost(numbers: NDArray[np.float64]) -> float:
        trial = trials.at(_numbers(numbers))
        if trial.is_met:
            return size_of(handles, now, trial.numbers)
        return _MISSED + min(-trial.margin / scale, 1e30)

    bounds = [(each.low, each.high) for each in handles]
    members: NDArray[np.float64] | str = "sobol"
    for start in range(0, ROUNDS, TOGETHER):
        yield start / ROUNDS
        found: OptimizeResult = differential_evolution(
            cost,
            bounds,
            x0=_between(bounds, now) if start == 0 else None,
            init=members,
            popsize=MEMBERS,
            maxiter=TOGETHER,
            rng=SEED + start,
            polish=False,
            tol=1e-3,
        )
        members = found.population
        if found.success:
            break
    return max(trials.made, key=lambda each: each.margin)


def _least_made(trials: Trials, handles: Sequence[Handle], now: Numbers) -> Trial | None:
    """Return the least moves of those that were tried and meet the goal."""
    met = [each for each in trials.made if each.is_met]
    return min(met, key=lambda each: size_of(handles, now, each.numbers), default=None)


def _descend(trials: Trials, handles: Sequence[Handle], now: Numbers, start: Trial) -> None:
    """Try settings around one that meets the goal, along its edge towards smaller moves.

    Levers are scaled to their ways. The method is Powell's COBYLA: it needs no derivatives.
    """
    from scipy.optimize import minimize

    lows = np.array([each.low for each in handles])
    spans = np.array([each.span for each in handles])
    scale = max(abs(trials.at(now).margin), 1e-30)

    def numbers_at(scaled: NDArray[np.float64]) -> Numbers:
        return _numbers(lows + spans * np.clip(scaled, 0.0, 1.0))

    def size(scaled: NDArray[np.float64]) -> float:
        return size_of(handles, now, numbers_at(scaled))

    def margin(scaled: NDArray[np.float64]) -> float:
        return max(trials.at(numbers_at(scaled)).margin / scale, -_MISSED)

    minimize(
        size,
        (np.array(start.numbers) - lows) / spans,
        method="COBYLA",
        bounds=[(0.0, 1.0)] * len(handles),
        constraints={"type": "ineq", "fun": margin},
        options={"rhobeg": _FIRST_STEP, "maxiter": DESCENT * len(handles)},
    )


def _pulled_back(
    trials: Trials, handles: Sequence[Handle], now: Numbers, met: Trial
) -> Steps[Trial]:
    """Return moves that meet the goal of which none can go back by a step of its lever."""
    for place in _by_size(handles, now, met):
        yield 1.0
        met = _nearer(trials, place, now, met)
    far = trials.at(_stepped(handles, now, met))
    met = far if far.is_met else met
    for place in _by_size(handles, now, met):
        met = _stepped_back(trials, handles[place], place, now, met)
    return met


def _stepped(handles: Sequence[Handle], now: Numbers, found: Trial) -> Numbers:
    """Return the numbers of a trial at the next steps of their levers, away from where they stand.

    What has not moved stays.
    """
    steps = zip(handles, now, found.numbers, strict=True)
    return tuple(b if a == b else stepped(handle, a, b) for handle, a, b in steps)


def _by_size(handles: Sequence[Handle], now: Numbers, met: Trial) -> list[int]:
    """Return the places of levers, the one moved least first: it is to be left alone if it may."""
    parts = zip(handles, now, met.numbers, strict=True)
    sizes = [abs(after - before) / handle.span for handle, before, after in parts]
    return sorted(range(len(sizes)), key=sizes.__getitem__)


def _nearer(trials: Trials, place: int, now: Numbers, met: Trial) -> Trial:
    """Return the trial with one lever as near to where it stood as the goal stays met."""
    back = trials.at((*met.numbers[:place], now[place], *met.numbers[place + 1 :]))
    return back if back.is_met else closed(trials, place, back, met)


def _stepped_back(trials: Trials, handle: Handle, place: int, now: Numbers, met: Trial) -> Trial:
    """Return the trial with one lever so many steps back as the goal stays met."""
    while (here := met.numbers[place]) != now[place]:
        way = now[place] - here
        back = tidy(here + np.sign(way) * min(handle.step, abs(way)))
        tried = trials.at((*met.numbers[:place], back, *met.numbers[place + 1 :]))
        if not tried.is_met:
            break
        met = tried
    return met


def _numbers(numbers: NDArray[np.float64]) -> Numbers:
    return tuple(tidy(float(each)) for each in numbers)


def _between(bounds: Sequence[tuple[float, float]], now: Numbers) -> Numbers:
    pairs = zip(now, bounds, strict=True)
    return tuple(min(max(number, low), high) for number, (low, high) in pairs)
