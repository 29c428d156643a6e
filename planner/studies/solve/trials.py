"""Tries settings of levers: in which share of the futures is the goal met, and by how much missed.

Sixth floor of planner. Futures are judged as those of a target are (`planner.ensemble.met`). The
margin of a trial tells more than the share: it is by how much the goal is met in just the share
of futures that is asked for, so that it is zero where the goal begins to be met, and falls evenly
to both sides, which a search by brackets needs.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil, isfinite
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from planner.ensemble.met import ROUNDING, YearValues, margins
from planner.ensemble.progress import Steps, to_the_end
from planner.model.paths import LeverPath
from planner.model.scenario import FIRST_YEAR, Scenario
from planner.model.targets.target import Target
from planner.quantities.dates import MONTHS_PER_YEAR
from planner.storage.sentences.catalog import translate
from planner.studies.compare import choice_of
from planner.studies.solve.handle import SolveError, moved
from planner.studies.solve.question import Goal, Question, Wanted

if TYPE_CHECKING:
    from planner.ensemble.many import Choice, Projector

Numbers = tuple[float, ...]
"""Where each handle stands, in order."""
Futures = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Trial:
    """Where handles stood, and what came of it.

    `share` of the futures meet the goal; `margin`, in the outcome's unit, is how much the goal is
    exceeded by in the share of futures asked for, below zero where it is missed.
    """

    numbers: Numbers
    share: float
    margin: float

    @property
    def is_met(self) -> bool:
        """Whether as many futures meet the goal as are asked for."""
        return self.margin >= 0


class Trials:
    """Runs the question's scenario with its handles moved; each trial is made once."""

    def __init__(self, used: "Projector", question: Question, level: Futures | None) -> None:
        """Take what the other scenario gives in each future where that is the level."""
        self._used = used
        self._question = question
        self._level = level
        self._kept: dict[Numbers, Trial] = {}

    def at(self, numbers: Numbers) -> Trial:
        """Return what comes of handles that stand at these numbers."""
        kept = self._kept.get(numbers)
        if kept is None:
            scenario = self.scenario_at(numbers)
            margins = self.margins_of(scenario)
            share, margin = judged(margins, self._question.probability)
            kept = self._kept[numbers] = Trial(numbers, share, margin)
        return kept

    @property
    def made(self) -> tuple[Trial, ...]:
        """Every trial so far."""
        return tuple(self._kept.values())

    def share_of(self, scenario: Scenario) -> float:
        """Return the share of another scenario's futures that meet the goal."""
        return judged(self.margins_of(scenario), self._question.probability)[0]

    def scenario_at(self, numbers: Sequence[float]) -> Scenario:
        """Return the scenario with its handles at these numbers."""
        scenario = self._question.scenario
        for handle, number in zip(self._question.handles, numbers, strict=True):
            scenario = moved(scenario, handle.name, number)
        return scenario

    def margins_of(self, scenario: Scenario) -> Futures:
        """Return by how much each future meets the goal, float64[futures]; NaN where broken.

        Of several targets it is the least, each told as a share of its level.
        """
        question, goal = self._question, self._question.goal
        values = to_the_end(values_of(self._used, scenario, question))
        if isinstance(goal, Goal) and self._level is not None:
            own = _of_year(values, goal)
            with np.errstate(invalid="ignore"):
                over = own - self._level if goal.sense == "at least" else self._level - own
            size = np.abs(self._level)
            return over + ROUNDING * np.where(np.isfinite(size), size, 0.0)
        targets = targets_of(goal)
        found = [margins(values, each, question.last_year) for each in targets]
        if len(targets) == 1:
            return found[0]
        sizes = [_size(values, each) for each in targets]
        shares = [one / size for one, size in zip(found, sizes, strict=True)]
        return np.asarray(np.min(shares, axis=0), np.float64)


def trials(used: "Projector", question: Question) -> Steps[Trials]:
    """Return trials for a question; yields while its futures are chosen."""
    yield from values_of(used, question.scenario, question)
    goal, other = question.goal, question.other
    if isinstance(goal, Wanted) or other is None:
        return Trials(used, question, None)
    other = replace(other, futures=question.scenario.futures)
    values = yield from values_of(used, other, question)
    return Trials(used, question, _of_year(values, goal))


def targets_of(goal: Goal | Wanted) -> tuple[Target, ...]:
    """Return the targets that a goal asks for, all together."""
    return (goal.target,) if isinstance(goal, Goal) else goal.targets


def values_of(used: "Projector", scenario: Scenario, question: Question) -> Steps[YearValues]:
    """Return what each future gives in the years that are judged.

    The run ends with the last of them.
    """
    run = replace(scenario, last_year=question.last_year, futures=question.scenario.futures)
    targets, choice = targets_of(question.goal), choice_for(question)
    asked = used.steps(run, (), bands=False, targets=targets, choice=choice)
    values = (yield from asked).year_values
    if values is None:
        raise SolveError(translate("Planner", "there are too many futures to try"))
    return values


def judged(margins: Futures, probability: float) -> tuple[float, float]:
    """Return the share of futures whose margin is not below zero, and the margin of the last one.

    The last one is that which has to meet the goal so that as many do as are asked for. Broken
    futures count neither way; undefined ones meet nothing.
    """
    whole = margins[~np.isnan(margins)]
    if not whole.size:
        raise SolveError(translate("Planner", "no future has a number to be judged by"))
    place = whole.size - ceil(round(probability * whole.size, 9))
    margin = np.partition(whole, place)[place]
    return float(np.mean(whole >= 0)), float(margin)


def _of_year(values: YearValues, goal: Goal) -> Futures:
    """Return what each future gives in the year asked about; NaN where it is broken."""
    own = np.array(values.values[goal.about.pair][-1], np.float64)
    own[np.isnan(own)] = -np.inf if goal.sense == "at least" else np.inf
    if values.since is not None:
        months = (goal.about.year - FIRST_YEAR + 1) * MONTHS_PER_YEAR
        own[values.since < months] = np.nan
    return own


def _size(values: YearValues, target: Target) -> float:
    """Return the size of a target's level, by which margins of several compare."""
    match target.level:
        case str() as key:
            found = float(np.median(np.abs(values.values[key, target.element])))
        case LeverPath(values=levels):
            found = max(map(abs, levels))
        case number:
            found = abs(number)
    return found if isfinite(found) and found > 0 else 1.0


def choice_for(question: Question) -> "Choice":
    """Return which futures are tried: those of default ranges where two differ in ranges."""
    return choice_of(tuple(filter(None, (question.scenario, question.other))))
