"""What a run shows: the median of the futures, four more quantiles, and the central run.

Fifth floor of planner, frozen values only. Window, CSV and PNG read the same projection, so that
they show the same numbers.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from planner.ensemble.breach import Breach
from planner.ensemble.conditioning.description import AS_DRAWN, Conditioning
from planner.ensemble.met import Met, YearValues
from planner.model.outcome import Outcome
from planner.model.own.scenarios import way_of_drawing
from planner.model.scenario import Scenario, is_one_future, without_texts
from planner.quantities.dates import MONTHS_PER_YEAR

if TYPE_CHECKING:
    from planner.ensemble.conditioning.pool import Chosen

View = Literal["absolute", "difference", "percent", "index"]
"""How a chart shows an outcome."""
AnyView = View | Literal["per_enterprise"]
"""How anybody may ask for one: the last is said in sentences alone."""

VIEWS: tuple[View, ...] = ("absolute", "difference", "percent", "index")

COMPARING: tuple[AnyView, ...] = ("difference", "percent", "per_enterprise")
"""Views that hold a run against another one."""

ENTERPRISES: Final = "enterprises"
"""The outcome whose difference one `per_enterprise` is a difference for each of."""

QUANTILES: tuple[float, ...] = (0.10, 0.25, 0.50, 0.75, 0.90)
MEDIAN = QUANTILES.index(0.50)


class Request(NamedTuple):
    """One series somebody wants: an outcome, an area or segment (empty: the whole), a view.

    Of an outcome that adds up, the element may be a sum of several (`planner.model.sums`).
    Of an outcome that is counted it is one `state`, by its key: the share of futures in it.

    Views other than `absolute` are taken future by future: against the same future of the
    baseline (`difference` in the outcome's unit, `percent` of the baseline, `per_enterprise` the
    difference for each enterprise that there is more, or saved for each less) or against the first
    month (`index`, 100 at the start).

    A tuple, since tables of series are looked up by it hundreds of times in a frame.
    """

    outcome: str
    element: str = ""
    view: AnyView = "absolute"
    state: str = ""


@dataclass(frozen=True, slots=True)
class Sparse:
    """Requests that need bands while a hand moves: those `yearly` in Decembers alone.

    They need one `december`, a month that counts from the first, or every one. Bands of
    these are undefined in other months, those of all others may be drawn straight between the
    months that matter.
    """

    banded: tuple[Request, ...]
    yearly: frozenset[Request]
    december: int | None = None

    def decembers(self, months: int) -> slice:
        """Return which of so many months those `yearly` are known in, the last if it is beyond."""
        if self.december is None:
            return slice(MONTHS_PER_YEAR - 1, None, MONTHS_PER_YEAR)
        known = min(self.december, months - 1)
        return slice(known, known + 1)


Bands = bool | Collection[Request] | Sparse
"""Which requests bands are made for: all of them or none, some, some of these in part."""


ALL_MONTHS: Final = slice(None)
DECEMBERS: Final = slice(MONTHS_PER_YEAR - 1, None, MONTHS_PER_YEAR)


class PerFuture(NamedTuple):
    """A series of which single futures are asked: in Decembers, or in all months.

    Only the `first` so many futures are, where that says a number.
    """

    request: Request
    is_monthly: bool = False
    first: int | None = None

    @property
    def months(self) -> slice:
        """The months that are read."""
        return ALL_MONTHS if self.is_monthly else DECEMBERS


@dataclass(frozen=True, slots=True, eq=False)
class PerFutureValues:
    """Values by what was asked, each [months or years, futures], of the futures `chosen`.

    Undefined where a future breaks a law of the model. Of a state they are ones and zeros.
    """

    chosen: "Chosen"
    futures: int
    values: Mapping[PerFuture, NDArray[Any]]

    def has(self, asked: Iterable[PerFuture]) -> bool:
        """Tell whether all that is asked is there."""
        return all(each in self.values for each in asked)


@dataclass(frozen=True, slots=True, eq=False)
class Series:
    """One series over the months: `center` float64[months], `bands` float64[5, months].

    The center is the run at central values. The bands are the quantiles P10, P25, P50, P75 and
    P90 of the ensemble; None while only the center is known. Undefined values are NaN, unbounded
    ones infinite.

    Of a state `share` float64[months] is the share of futures that are in it, and the center tells
    by one and zero whether the run at central values is; there are no bands.

    Of a difference `higher` and `lower` float64[months] are the shares of futures that lie above
    and below their own baseline by more than a millionth of its value, which is what the engine
    rounds to; the rest is as the baseline, or undefined. They are known in the months that bands
    are, and exact where those are.
    """

    center: NDArray[np.float64]
    bands: NDArray[np.float64] | None
    share: NDArray[np.float64] | None = None
    higher: NDArray[np.float64] | None = None
    lower: NDArray[np.float64] | None = None

    @property
    def line(self) -> NDArray[np.float64]:
        """The series' headline, float64[months]: the median of the futures, or a state's share.

        The run at central values stands in for it until there are futures.
        """
        if self.share is not None:
            return self.share
        return self.center if self.bands is None else self.bands[MEDIAN]


@dataclass(frozen=True, slots=True, eq=False)
class Projection:
    """What one scenario gives: `times` are calendar years (2025.0, 2025.083, ...) of each month.

    `futures` is the number of futures behind the bands, 0 for center lines alone; `seconds` is
    the time the run took; `draws` tells how the futures were drawn. `breach` tells which law of the
    model the inputs break; what follows from it is undefined in the series.

    `met` tells how many futures meet the targets that were asked, by whomever; None where none
    were. `year_values` are what they were judged by, kept where they are small. `per_future` are
    values of single futures, where somebody asked for them and the run kept them.
    """

    scenario: Scenario
    times: NDArray[np.float64]
    series: Mapping[Request, Series]
    futures: int
    seconds: float
    draws: Conditioning = AS_DRAWN
    breach: Breach | None = None
    met: Met | None = None
    year_values: YearValues | None = None
    per_future: PerFutureValues | None = None

    @property
    def is_one_future(self) -> bool:
        """Whether it tells of one future, which has no range."""
        return self.futures == 1 or is_one_future(self.scenario)


def requests_of(outcome: Outcome, element: str, view: View = "absolute") -> tuple[Request, ...]:
    """Return what is to be asked for an element: one series, or one for each state.

    States are counted in each view alike: there is nothing to subtract or divide.
    """
    if outcome.is_counted:
        return tuple(Request(outcome.key, element, state=each.key) for each in outcome.states)
    return (Request(outcome.key, element, view),)


def told_apart(requests: Iterable[Request]) -> tuple[list[Request], list[Request]]:
    """Return the requests for numbers, and those for states."""
    asked = tuple(requests)
    return [each for each in asked if not each.state], [each for each in asked if each.state]


def breaches(projections: Sequence[Projection]) -> tuple[str, ...]:
    """Return a sentence for each run that breaks a law of the model, by its title.

    The first is the one the others stand beside: it needs no title, and where it breaks a law
    itself, of the others only lines that end are told.
    """
    first, *others = projections
    apart = [one for one in others if inputs_of(one.scenario) != inputs_of(first.scenario)]
    own = [first.breach.sentence] if first.breach else []
    beside = [
        f"{each.scenario.title}: {each.breach.sentence}"
        for each in apart
        if each.breach and (each.breach.ends_center or not own)
    ]
    return tuple(dict.fromkeys((*own, *beside)))


def inputs_of(scenario: Scenario) -> Scenario:
    """Return the scenario without titles, targets and numbers that draw nothing: what is run.

    The number of futures is one of its inputs: which are kept of a pool depends on it.
    """
    own = way_of_drawing(scenario)[-1]
    return replace(without_texts(scenario), targets=(), own=own)
