"""What matters: the assumptions by their shares of the spread of an outcome, year by year.

Sixth floor of planner. The futures on screen are the sample; window and terminal get the same
numbers from the same values. Shares overlap where futures were kept by what was measured, so that
no sum is claimed. Whether the first of them turns the sign of what the levers gain is told from the
same futures.
"""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np

from planner.engine.clock import Clock
from planner.ensemble.draws.drawn import drawn_assumptions
from planner.ensemble.progress import Steps
from planner.ensemble.projection import PerFuture, PerFutureValues
from planner.ensemble.sample import draw
from planner.model.scenario import FIRST_YEAR, Scenario
from planner.storage.sentences.catalog import translate
from planner.studies.answers.about import About
from planner.studies.answers.stamp import Stamp, stamp_of
from planner.studies.matters.basis import Basis, KeptBases, Numbers, basis_of
from planner.studies.matters.error import MattersError
from planner.studies.matters.groups import members_of
from planner.studies.matters.shares import FEWEST, NOTHING, Shares, shares_of

if TYPE_CHECKING:
    from planner.ensemble.many import Projector

MOST: Final = 10_000
"""Most futures that are looked at: more change no share by what can be seen."""
_PART: Final = 5
"""A sign is looked for in the lowest and in the highest fifth of what an assumption draws."""

_bases: Final = KeptBases()


@dataclass(frozen=True, slots=True)
class Share:
    """The part of an outcome's spread that one assumption explains, or a correlated group.

    `members` are addresses, the one that explains most by itself first, with what each explains
    alone. `share` is that in the year asked about, 0 to 1, uncertain by `error` (a standard error);
    `by_year` of every year, NaN where nothing varies. `slope` is the correlation of the outcome
    with the ranks of the first member.
    """

    members: tuple[str, ...]
    alone: tuple[float, ...]
    share: float
    error: float
    slope: float
    by_year: tuple[float, ...]

    @property
    def lead(self) -> str:
        """The address of the member that explains most."""
        return self.members[0]

    @property
    def is_group(self) -> bool:
        """Whether several correlated assumptions share it."""
        return len(self.members) > 1


@dataclass(frozen=True, slots=True)
class Matters:
    """The shares of an outcome's spread, the largest first; none where nothing can be told.

    `years` are those of `by_year`. `turning` is the lead of the first share where the gain of the
    levers is of one sign in the lowest fifth of its draws, and of the other in the highest;
    empty where it is not, None where there is no gain to look at.
    """

    about: About
    stamp: Stamp
    years: tuple[int, ...]
    shares: tuple[Share, ...]
    turning: str | None = None

    @property
    def first(self) -> Share | None:
        """The largest share."""
        return self.shares[0] if self.shares else None


def asked(about: About) -> tuple[PerFuture, PerFuture]:
    """Return what has to be known of single futures: the outcome, and what the levers gain."""
    return (
        PerFuture(about.request(), first=MOST),
        PerFuture(about.request("difference"), first=MOST),
    )


def matters(
    engine: "Projector", scenario: Scenario, about: About, against: Scenario | None = None
) -> Steps[Matters]:
    """Run a scenario and return what matters; yields the share that is done."""
    futures = min(scenario.futures, MOST)
    values = yield from engine.per_future(scenario, asked(about), futures=futures, against=against)
    if values is None:
        raise MattersError(translate("Planner", "a run of so few futures is kept"))
    return matters_of(scenario, about, values)


def matters_of(scenario: Scenario, about: About, values: PerFutureValues) -> Matters:
    """Return what matters, from values of single futures that a run of the scenario gave."""
    level, gain = asked(about)
    futures = values.values[level]
    place = about.year - FIRST_YEAR
    nothing = Matters(
        about,
        stamp_of(scenario, futures.shape[1]),
        tuple(range(FIRST_YEAR, FIRST_YEAR + len(futures))),
        (),
    )
    names, drawn = _drawn(scenario, values, futures.shape[1])
    if place >= len(futures) or not names or futures.shape[1] < FEWEST:
        return nothing
    basis = _basis(scenario, values, names, drawn)
    found = shares_of(basis, futures, drawn)
    if np.isnan(found.groups[place]).any():
        return nothing
    told = tuple(_share(basis, found, group, place) for group in range(len(basis.groups)))
    ordered = tuple(sorted(told, key=lambda each: -each.share))
    gained = values.values.get(gain)
    turning = None if gained is None else _turning(basis, ordered, gained[place], futures[place])
    return replace(nothing, shares=ordered, turning=turning)


def _drawn(
    scenario: Scenario, values: PerFutureValues, futures: int
) -> tuple[tuple[str, ...], Numbers]:
    """Return the drawn assumptions, and what each of the futures draws of them."""
    batch = draw(scenario, futures, Clock(FIRST_YEAR), chosen=values.chosen)
    return drawn_assumptions(scenario), batch.drawn[:, 1:]


def _basis(
    scenario: Scenario, values: PerFutureValues, names: tuple[str, ...], drawn: Numbers
) -> Basis:
    """Return the curves of the futures, kept by all that their ranks rest on."""
    places = values.chosen.places[: drawn.shape[1]]
    key = (scenario.seed, names, places.tobytes())
    return _bases.get(key) or _bases.keep(key, basis_of(names, drawn))


def _share(basis: Basis, found: Shares, group: int, place: int) -> Share:
    places = sorted(basis.groups[group], key=lambda each: -found.alone[place, each])
    return Share(
        members=members_of(basis.names, places),
        alone=tuple(float(found.alone[place, each]) for each in places),
        share=float(found.groups[place, group]),
        error=float(found.errors[place, group]),
        slope=float(found.slopes[place, places[0]]),
        by_year=tuple(found.groups[:, group].tolist()),
    )


def _turning(
    basis: Basis, ordered: tuple[Share, ...], gained: Numbers, level: Numbers
) -> str | None:
    """Return the lead of the first share where it turns the sign of the gain, else ""."""
    known = np.isfinite(gained)
    if not known.any() or np.abs(gained[known]).max() <= NOTHING * np.abs(level[known]).max():
        return None
    lead = ordered[0].lead
    order = basis.order[basis.names.index(lead)]
    part = len(order) // _PART
    with np.errstate(invalid="ignore"):
        low, high = (np.nanmedian(gained[some]) for some in (order[:part], order[-part:]))
    return lead if low * high < 0 else ""
