"""The least move of one lever that meets the goal: trials along its way, then brackets closed.

Sixth floor of planner. Trials between the bounds find where the goal begins to be met, on either
side of where the lever stands; Brent's method closes the nearest bracket on each. A stretch that
meets the goal and is narrower than the distance of two trials may be passed over.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import ceil, floor
from typing import Final

import numpy as np

from planner.ensemble.progress import Steps
from planner.model.paths import tidy
from planner.studies.solve.handle import Handle
from planner.studies.solve.trials import Trial, Trials

ALONG: Final = 25
"""Trials along the way of a lever; they draw its curve as well."""
_EXACT: Final = 1e-4
"""A bracket is closed to this part of the way."""
_LARGEST: Final = 1e30


def along(trials: Trials, handle: Handle, now: float, count: int = ALONG) -> Steps[list[Trial]]:
    """Try a lever between its bounds and where it stands, in order; yields the share done."""
    numbers = {tidy(float(each)) for each in np.linspace(handle.low, handle.high, count)}
    found = []
    for place, number in enumerate(sorted(numbers | {now})):
        yield place / (count + 1)
        found.append(trials.at((number,)))
    return found


def least_move(
    trials: Trials, handle: Handle, now: float, tried: Sequence[Trial]
) -> Steps[Trial | None]:
    """Return the trial nearest to where the lever stands that meets the goal; None where none does.

    What was `tried` lies in order. The lever is set in its steps, to the far side of the goal.
    """
    inside = [each for each in tried if handle.low <= each.numbers[0] <= handle.high]
    ends = [each for each in (inside[0], inside[-1]) if each.is_met]
    for first, second in nearest_brackets(inside, now):
        yield 0.0
        root = closed(trials, 0, first, second)
        far = trials.at((stepped(handle, now, root.numbers[0]),))
        ends.append(far if far.is_met else root)
    return min(ends, key=lambda each: abs(each.numbers[0] - now), default=None)


def nearest_brackets(tried: Sequence[Trial], now: float) -> list[tuple[Trial, Trial]]:
    """Return on either side of a number the nearest two neighbors of which one alone is met.

    The one that misses the goal stands first.
    """
    changes = [pair for pair in pairwise(tried) if pair[0].is_met != pair[1].is_met]
    below = [pair for pair in changes if pair[1].numbers[0] <= now][-1:]
    above = [pair for pair in changes if pair[0].numbers[0] >= now][:1]
    return [
        (second, first) if first.is_met else (first, second) for first, second in (*below, *above)
    ]


def stepped(handle: Handle, now: float, number: float) -> float:
    """Return the next step from a number on, away from where the lever stands.

    Steps count from zero; a bound is one as well.
    """
    steps = round(number / handle.step, 6)
    far = (ceil(steps) if number > now else floor(steps)) * handle.step
    return tidy(min(handle.high, max(handle.low, far)))


def closed(trials: Trials, place: int, missed: Trial, met: Trial) -> Trial:
    """Return a trial that meets the goal, within a hair of where it begins to be met.

    The two given differ in the lever at one place alone.
    """
    from scipy.optimize import brentq

    a, b = missed.numbers[place], met.numbers[place]
    nearest = met

    def margin(number: float) -> float:
        nonlocal nearest
        trial = trials.at((*met.numbers[:place], tidy(number), *met.numbers[place + 1 :]))
        if trial.is_met and abs(trial.numbers[place] - a) < abs(nearest.numbers[place] - a):
            nearest = trial
        return min(max(trial.margin, -_LARGEST), _LARGEST)

    if met.margin > 0:
        brentq(margin, a, b, xtol=_EXACT * abs(b - a))
    return nearest
