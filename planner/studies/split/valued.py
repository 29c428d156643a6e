"""What splits are worth: runs a split in every future and holds it against no money at all.

Sixth floor of planner. The search and the tables ask it alike, so that what was searched for is
what is told.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.ensemble.met import ROUNDING
from planner.model.scenario import Scenario
from planner.model.targets.target import is_of_years
from planner.quantities.dates import MONTHS_PER_YEAR
from planner.studies.spending.band import band_of
from planner.studies.spending.futures import Futures
from planner.studies.spending.spent import Spending
from planner.studies.split.question import Question
from planner.studies.split.result import Tried
from planner.studies.split.search import Score, Split

Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Ends:
    """The outcome in December in every future, and what a goal is held against: float64[futures].

    What flows is held to a goal by its mean over the year, as a target is.
    """

    december: Values
    judged: Values


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
        of_year = question.goal is not None and is_of_years(question.about.outcome)
        self._judged_months = MONTHS_PER_YEAR if of_year else 1
        self.without = self.ends(())

    def ends(self, split: Split) -> Ends:
        """Run a split to the end of the year."""
        pair, moved = self._question.about.pair, self.put(split)
        if self._judged_months == 1:
            december: Values = self._futures.at_the_end(moved, (pair,))[0]
            return Ends(december, december)
        path = self._futures.paths(moved, (pair,))[0]
        return Ends(path[-1], path[-self._judged_months :].mean(axis=0))

    def put(self, split: Split) -> Scenario:
        """Return the scenario with a split spent."""
        amounts = dict(zip(self._question.among, split, strict=False))
        return self._spending.put(self._scenario, amounts)

    def score(self, split: Split) -> Score:
        """Return what splits are compared by: the share that reaches the goal, the median effect.

        Of splits that reach it in as many futures the one with the larger effect is the better,
        or with the smaller one where less is better.
        """
        tried = self.tried(split)
        effect = self._question.sign * tried.effect.median
        return (effect,) if tried.met is None else (tried.met, effect)

    def tried(self, split: Split) -> Tried:
        """Return a split with its effect."""
        if split not in self._tried:
            ends = self.ends(split)
            added = ends.december - self.without.december
            self._tried[split] = Tried(split, band_of(added), self.met(ends))
        return self._tried[split]

    def met(self, ends: Ends) -> float | None:
        """Return in which share of futures the goal is reached; None without one."""
        goal, sign = self._question.goal, self._question.sign
        if goal is None:
            return None
        told = ends.judged[np.isfinite(ends.judged)]
        reached = sign * told >= sign * goal - ROUNDING * abs(goal)
        return float(np.mean(reached)) if told.size else float("nan")

    def better(self, ends: Ends, other: Ends) -> float:
        """Return by how much one split is better than another, of which both ends are given.

        With a goal that is the share of futures that reach it, else the median difference.
        """
        met, met_other = self.met(ends), self.met(other)
        if met is None or met_other is None:
            return self._question.sign * float(np.nanmedian(ends.december - other.december))
        return met - met_other
