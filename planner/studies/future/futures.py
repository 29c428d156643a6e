"""The futures of a scenario one by one: an outcome month by month, and what each of them assumes.

Sixth floor of planner. They are the futures on screen, by their numbers, from 1 on; beside each
stands the same future of what the scenario is held against. Ranks are those at the end of a year.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from planner.engine.clock import Clock
from planner.ensemble.draws.drawn import drawn_assumptions
from planner.ensemble.progress import Steps
from planner.ensemble.projection import PerFuture
from planner.ensemble.sample import draw
from planner.model.scenario import FIRST_YEAR, Scenario
from planner.storage.sentences.catalog import translate
from planner.studies.answers.about import About
from planner.studies.answers.stamp import Stamp, stamp_of

if TYPE_CHECKING:
    from planner.ensemble.many import Projector

MOST: Final = 10_000
"""Most futures that are told apart: a line of so many is found by its rank alone."""

Numbers = NDArray[np.float64]


class FutureError(ValueError):
    """A question about futures that has no answer; the message is one sentence."""


@dataclass(frozen=True, slots=True, eq=False)
class Futures:
    """What each future gives: `levels` and `without` are float64[months, futures].

    `without` is the same future of what the scenario is held against, by its title in `against`,
    empty for the baseline. `drawn` is float64[assumptions, futures], of the `names`. `order` holds
    the futures with a number at the end of the year, the lowest first. Of each assumption `medians`
    is the median, and `correlations` that of its ranks with those of the outcome, -1 to 1, both
    float64[assumptions].
    """

    about: About
    stamp: Stamp
    scenario: Scenario
    against: str
    times: Numbers
    levels: Numbers
    without: Numbers
    names: tuple[str, ...]
    drawn: Numbers
    order: NDArray[np.int64]
    medians: Numbers
    correlations: Numbers

    @property
    def count(self) -> int:
        """How many futures have a number at the end of the year."""
        return len(self.order)

    @property
    def at_the_end(self) -> Numbers:
        """The level of each future in December of the year asked about, float64[futures]."""
        return np.asarray(self.levels[self.about.month], np.float64)

    @property
    def gained(self) -> Numbers:
        """What each future gains in that month against the same one without, float64[futures]."""
        with np.errstate(invalid="ignore"):
            return np.asarray(self.at_the_end - self.without[self.about.month], np.float64)


def futures_of(
    engine: "Projector", scenario: Scenario, about: About, against: Scenario | None = None
) -> Steps[Futures]:
    """Run a scenario and return its futures; yields the share that is done.

    They are held `against` a scenario that is drawn alike and has the year, else against their
    baseline. Raises
    FutureError where the year is beyond the scenario, no future has a number in it, or all are one.
    """
    _check(scenario, about)
    against = against if against is not None and against.last_year >= about.year else None
    asked = PerFuture(about.request(), is_monthly=True, first=MOST)
    other = PerFuture(about.request("difference"), is_monthly=True, first=MOST)
    count = min(scenario.futures, MOST)
    found = yield from engine.per_future(scenario, (asked, other), futures=count, against=against)
    if found is None:
        raise FutureError(
            translate("Planner", "a run of so many futures is not kept future by future")
        )
    levels, gains = (np.asarray(found.values[each], np.float64) for each in (asked, other))
    batch = draw(scenario, levels.shape[1], Clock(FIRST_YEAR), chosen=found.chosen)
    with np.errstate(invalid="ignore"):
        without = levels - gains
    order = ranked(levels[about.month])
    if not len(order):
        raise FutureError(
            translate("Planner", "no future has a number in December {year}").format(
                year=about.year
            )
        )
    drawn = np.asarray(batch.drawn[:, 1:], np.float64)
    return Futures(
        about=about,
        stamp=stamp_of(scenario, levels.shape[1]),
        scenario=scenario,
        against=against.title if against is not None and against.levers else "",
        times=np.asarray(Clock(scenario.last_year).times(), np.float64),
        levels=levels,
        without=without,
        names=drawn_assumptions(scenario),
        drawn=drawn,
        order=order,
        medians=np.median(drawn, axis=1),
        correlations=_correlations(drawn[:, order]),
    )


def _correlations(drawn: Numbers) -> Numbers:
    """Return the correlation of ranks of each row with the order of its columns, float64[rows]."""
    mine = _ranks(drawn)
    theirs = np.arange(drawn.shape[1]) - (drawn.shape[1] - 1) / 2
    size = np.sqrt((mine**2).sum(axis=1) * (theirs**2).sum())
    with np.errstate(invalid="ignore"):
        return np.nan_to_num(np.asarray(mine @ theirs / size, np.float64))


def _ranks(values: Numbers) -> Numbers:
    """Return the ranks of each row around their mean."""
    ranks = np.argsort(np.argsort(values, axis=1, kind="stable"), axis=1, kind="stable")
    return np.asarray(ranks - (values.shape[1] - 1) / 2, np.float64)


def _check(scenario: Scenario, about: About) -> None:
    if about.year > scenario.last_year:
        said = translate("Planner", "the scenario ends in {year}")
        raise FutureError(said.format(year=scenario.last_year))
    if not drawn_assumptions(scenario):
        raise FutureError(
            translate("Planner", "all assumptions are fixed, so that every future is the same one")
        )


def ranked(values: NDArray[Any]) -> NDArray[np.int64]:
    """Return the futures whose value is a number, the lowest first."""
    order = np.argsort(values, kind="stable")
    return np.asarray(order[np.isfinite(values[order])], np.int64)
