"""How a scenario did against its own numbers: coverage, CRPS and bias.

Sixth floor of planner. Each point is judged as the measured ones are (`planner.studies.backtest`),
in the futures of the scenario as it stands, its levers included.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from planner.ensemble.conditioning.pool import BLOCK
from planner.ensemble.progress import Steps
from planner.model.scenario import Scenario
from planner.quantities.told.titles import shown_title
from planner.storage.sentences.catalog import translate
from planner.studies.answers.stamp import Stamp, stamp_of
from planner.studies.backtest import Judged, Score, judging, score
from planner.studies.scores import TAIL

EXPECTED: Final = 1 - 2 * TAIL
"""The share of points that should lie within P10 to P90."""


class OwnNumbersError(ValueError):
    """A question about own numbers that cannot be answered; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class OwnScores:
    """Every point as it was judged, and how they came out.

    `bias` is the mean of what medians are above the figures, as a share of these, each source
    counting once.
    """

    rows: tuple[Judged, ...]
    score: Score
    bias: float
    stamp: Stamp

    @property
    def coverage(self) -> float:
        """The share of points within P10 to P90, each source counting once."""
        return self.score.inside_by_group


def scoring(scenario: Scenario) -> Steps[OwnScores]:
    """Score a scenario by its own points; yields the share that is done.

    Raises OwnNumbersError where it has none.
    """
    points = scenario.own.points
    if not points:
        message = translate(
            "Planner", "{title} has no numbers of your own; attach a CSV of them first"
        ).format(title=shown_title(scenario.title))
        raise OwnNumbersError(message)
    asked = of_one_pool(scenario)
    rows = yield from judging(asked, points)
    return OwnScores(rows, score("own", rows), bias_of(rows), stamp_of(scenario, asked.futures))


def of_one_pool(scenario: Scenario) -> Scenario:
    """Return a scenario of no more futures than are kept of one pool."""
    return replace(scenario, futures=min(scenario.futures, BLOCK))


def bias_of(rows: Sequence[Judged]) -> float:
    """Return the mean bias of medians over sources; a floor that is met has none."""
    by_source: dict[str, list[float]] = {}
    for row in rows:
        is_met = row.point.bound == "floor" and row.off > 0
        by_source.setdefault(row.point.group, []).append(0.0 if is_met else row.off)
    return float(np.mean([np.mean(each) for each in by_source.values()]))
