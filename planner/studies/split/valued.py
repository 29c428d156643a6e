"""What splits are worth: runs a split in every future and holds it against no money at all.

Sixth floor of planner. The search and the tables ask it alike, so that what was searched for is
what is told.
"""

import numpy as np
from numpy.typing import NDArray

from planner.ensemble.met import ROUNDING
from planner.model.scenario import Scenario
from planner.studies.spending.band import band_of
from planner.studies.spending.futures import Futures
from planner.studies.spending.spent import Spending
from planner.studies.split.question import Question
from planner.studies.split.result import Tried
from planner.studies.split.search import Score, Split

Values = NDArray[np.float64]


class Valued:
    """Values splits of a question in a scenario, that of the question or the same in a variant.

    It keeps what each split gave.
    """

    def __init__(
        self, question: Question, scenario: Scenario, futures: Futures, spending: Spending
    ) -> None:
        self._question = question
        self._scenario = scenario
        self._futures = futures
        self._spending = spending
        self._tried: dict[Split, Tried] = {}
        self.without = self.ends(())

    def ends(self, split: Split) -> Values:
        """Return the outcome at the end of the year in every future, float64[futures]."""
        moved = self.put(split)
        ends: Values = self._futures.at_the_end(moved, (self._question.about.pair,))[0]
        return ends

    def put(self, split: Split) -> Scenario:
        """Return the scenario with a split spent."""
        amounts = dict(zip(self._question.among, split, strict=False))
        return self._spending.put(self._scenario, amounts)

    def score(self, split: Split) -> Score:
        """Return what splits are compared by: the share that reaches the goal, the median effect.

        Of splits that reach it in as many futures the one with the larger effect is the better.
        """
        tried = self.tried(split)
        effect = tried.effect.median
        return (effect,) if tried.met is None else (tried.met, effect)

    def tried(self, split: Split) -> Tried:
        """Return a split with its effect."""
        if split not in self._tried:
            ends = self.ends(split)
            self._tried[split] = Tried(split, band_of(ends - self.without), self.met(ends))
        return self._tried[split]

    def met(self, ends: Values) -> float | None:
        """Return in which share of futures the goal is reached; None without one."""
        goal = self._question.goal
        if goal is None:
            return None
        told = ends[np.isfinite(ends)]
        return float(np.mean(told >= goal - ROUNDING * abs(goal))) if told.size else float("nan")
