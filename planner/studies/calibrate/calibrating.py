"""Holds the futures of a scenario to its own numbers, and tells what that changes.

Sixth floor of planner. Futures are weighed, not moved: each keeps its assumptions, and those that
agree count more (`planner.ensemble.conditioning`). Levers of a plan have no part in it: what was
counted happened under the levers of the baseline and those the planner says were in force. Where
too few futures agree the numbers are refused, and ranges that would agree are told instead
(`planner.studies.calibrate.smoothing`).
"""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from planner.ensemble.conditioning.chosen import choosing
from planner.ensemble.progress import Steps, as_part
from planner.model.scenario import Scenario
from planner.storage.sentences.catalog import translate
from planner.studies.answers.about import About
from planner.studies.answers.stamp import Stamp, stamp_of
from planner.studies.calibrate.scored import OwnNumbersError, OwnScores, of_one_pool, scoring
from planner.studies.calibrate.shifts import Range, Shift, range_of, shifts_of, telling
from planner.studies.calibrate.smoothing import Smoothed, smoothing

if TYPE_CHECKING:
    from planner.ensemble.many import Projector

DRAWS_AT_LEAST: Final = 1000
"""From so many draws ranges of assumptions are told, however few futures are on screen."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """What own numbers change: scores, the outcome asked about, and each assumption.

    `scenario` is the calibrated one; `stamp` tells of the futures that came out. `effective` is how
    many equally weighted futures of `pool` tell as much. Where they are refused, before and after
    are alike, and `smoothed` are ranges of assumptions that would agree.
    """

    scenario: Scenario
    about: About
    effective: float
    pool: int
    smoothed: Smoothed | None
    scores: tuple[OwnScores, OwnScores]
    outcome: tuple[Range, Range]
    shifts: tuple[Shift, ...]
    stamp: Stamp

    @property
    def is_refused(self) -> bool:
        """Whether too few futures agree with the numbers to be held to them."""
        return self.smoothed is not None

    @property
    def told(self) -> tuple[Shift, ...]:
        """The assumptions that own numbers say something of."""
        return telling(self.shifts)


def calibrating(used: "Projector", scenario: Scenario, about: About) -> Steps[Calibration]:
    """Calibrate a scenario and hold it against what it was; yields the share that is done.

    No more of its futures are looked at than one pool gives.
    Raises OwnNumbersError where it has no points of its own, or ends before the year asked about.
    """
    if about.year > scenario.last_year:
        message = translate("Planner", "the scenario ends in {last_year}, before {year}").format(
            last_year=scenario.last_year, year=about.year
        )
        raise OwnNumbersError(message)
    whole, scenario = scenario, of_one_pool(scenario)
    before = replace(scenario, draws="conditioned")
    after = replace(scenario, draws="calibrated")
    old = yield from as_part(scoring(before), 0, 0.2)
    new = yield from as_part(scoring(after), 0.2, 0.6)
    drawn = max(scenario.futures, DRAWS_AT_LEAST)
    first = yield from choosing(before, drawn)
    second = yield from choosing(after, drawn)
    is_refused = second.told.kind != "calibrated"
    outcomes = []
    for number, each in enumerate((before, after)):
        begin = 0.6 + 0.1 * number
        asked = used.futures_at(each, [about.pair], [about.month], futures=scenario.futures)
        values = yield from as_part(asked, begin, begin + 0.1)
        outcomes.append(range_of(values))
    smoothed = (yield from as_part(smoothing(after), 0.8, 1)) if is_refused else None
    return Calibration(
        scenario=after,
        about=about,
        effective=second.told.effective,
        pool=second.told.pool,
        smoothed=smoothed,
        scores=(old, new),
        outcome=(outcomes[0], outcomes[1]),
        shifts=shifts_of(scenario, first, second),
        stamp=replace(stamp_of(before if is_refused else after), of=whole.futures),
    )
