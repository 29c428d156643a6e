"""How many futures meet the targets of a scenario: each of them, and all together.

Fifth floor of planner. Each future is judged by itself and year by year, so that shares are exact
and no band is read. What is judged are `YearValues`: small enough to be kept beside a projection,
so that a level or a year may move without a run.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from typing import Any, Final, assert_never

import numpy as np
from numpy.typing import NDArray

from planner.ensemble.breach import fewest
from planner.model.paths import LeverPath, values_at
from planner.model.targets.target import FIRST_YEAR, Target, is_of_years, pairs_judged, years_judged
from planner.quantities.dates import MONTHS_PER_YEAR

Pair = tuple[str, str]
Values = NDArray[Any]

ROUNDING: Final = 1e-6
"""Part of a level by which a value may miss it that meets it all the same: the engine rounds."""
KEPT_BYTES: Final = 8 * 2**20
"""Largest year values that are kept beside a projection."""


@dataclass(frozen=True, slots=True, eq=False)
class YearValues:
    """Values of futures year by year, [years, futures] by outcome and element.

    `since` is the month from which each future is broken, infinite where it is whole; None where
    all are. `futures` is how many there are.
    """

    values: Mapping[Pair, Values]
    futures: int
    since: NDArray[np.float64] | None = None

    def has(self, targets: Iterable[Target]) -> bool:
        """Tell whether targets can be judged by them."""
        return all(pair in self.values for target in targets for pair in pairs_judged(target))

    @property
    def nbytes(self) -> int:
        """How much memory it takes."""
        return sum(each.nbytes for each in self.values.values())


@dataclass(frozen=True, slots=True)
class Met:
    """How many futures meet each target, and all of them; of those that are whole so long.

    `counts` stand in the order of the targets, None for one whose year lies beyond the run. A
    future is left out of all counts that breaks a law of the model before the last year that is
    judged. Counts of several runs add up.
    """

    targets: tuple[Target, ...]
    counts: tuple[int | None, ...]
    together: int
    whole: int
    futures: int
    _shares: Mapping[Target, float] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Work the shares out once."""
        shares = {
            target: self._share(count)
            for target, count in zip(self.targets, self.counts, strict=True)
        }
        object.__setattr__(self, "_shares", shares)

    @property
    def each(self) -> Mapping[Target, float]:
        """The share of futures that meets each target, 0 to 1.

        It is NaN for one beyond the run, and where too few futures are whole.
        """
        return self._shares

    @property
    def all_met(self) -> float:
        """The share of futures that meets all targets, NaN where one of them cannot be judged."""
        return self._share(None if None in self.counts else self.together)

    def __add__(self, other: "Met") -> "Met":
        """Return the counts of both for the same targets."""
        counts = tuple(
            None if one is None or more is None else one + more
            for one, more in zip(self.counts, other.counts, strict=True)
        )
        return Met(
            self.targets,
            counts,
            self.together + other.together,
            self.whole + other.whole,
            self.futures + other.futures,
        )

    def _share(self, count: int | None) -> float:
        if count is None or not self.whole or self.whole < fewest(self.futures):
            return float("nan")
        return count / self.whole


def judged(values: YearValues, targets: Sequence[Target], last_year: int) -> Met:
    """Return how many futures meet targets in a run to `last_year`; raises KeyError for a lack."""
    meets, whole = _judged(values, targets, last_year)
    together = reduce(np.logical_and, (each for each in meets if each is not None), whole)
    return Met(
        tuple(targets),
        tuple(None if each is None else int(each.sum()) for each in meets),
        int(together.sum()),
        int(whole.sum()),
        values.futures,
    )


def meeting(
    values: YearValues, targets: Sequence[Target], last_year: int
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Return which futures meet all targets that can be judged, and which are whole so long.

    Each is bool[futures]. Raises KeyError for a lack.
    """
    meets, whole = _judged(values, targets, last_year)
    return reduce(np.logical_and, (each for each in meets if each is not None), whole), whole


def margins(values: YearValues, target: Target, last_year: int) -> NDArray[np.float64]:
    """Return by how much each future meets a target in the worst of its years, float64[futures].

    In the unit of the outcome: 0 or more where the target is met, minus infinity where a value is
    undefined, NaN where the future is broken before the last year judged. Raises KeyError for a
    lack.
    """
    years = years_judged(target, last_year)
    places = slice(years[0] - FIRST_YEAR, years[-1] - FIRST_YEAR + 1)
    own = values.values[target.outcome, target.element][places].astype(np.float64)
    level = _levels(values, target, places)
    with np.errstate(invalid="ignore"):
        over = own - level if target.sense == "at least" else level - own
    over += ROUNDING * np.where(np.isfinite(level), np.abs(level), 0.0)
    worst = np.where(np.isnan(over), -np.inf, over).min(axis=0)
    return np.where(_whole(values, years[-1]), worst, np.nan)


def _judged(
    values: YearValues, targets: Sequence[Target], last_year: int
) -> tuple[list[NDArray[np.bool_] | None], NDArray[np.bool_]]:
    """Return which futures meet each target, None for one beyond the run, and which are whole."""
    years = [years_judged(target, last_year) for target in targets]
    last = max((each[-1] for each in years if each), default=FIRST_YEAR)
    whole = _whole(values, last)
    meets = [
        _meets(values, target, own) & whole if own else None
        for target, own in zip(targets, years, strict=True)
    ]
    return meets, whole


def _whole(values: YearValues, last_year: int) -> NDArray[np.bool_]:
    """Return which futures break no law to the end of a year."""
    if values.since is None:
        return np.ones(values.futures, np.bool_)
    months = (last_year - FIRST_YEAR + 1) * MONTHS_PER_YEAR
    return np.asarray(values.since >= months)


def _meets(values: YearValues, target: Target, years: range) -> NDArray[np.bool_]:
    """Return which futures meet a target in all its years; what is undefined meets none."""
    places = slice(years[0] - FIRST_YEAR, years[-1] - FIRST_YEAR + 1)
    own = values.values[target.outcome, target.element][places]
    level = _levels(values, target, places)
    margin = ROUNDING * np.where(np.isfinite(level), np.abs(level), 0.0)
    if target.sense == "at least":
        return np.asarray((own >= level - margin).all(axis=0))
    return np.asarray((own <= level + margin).all(axis=0))


def _levels(values: YearValues, target: Target, places: slice) -> NDArray[np.float64]:
    """Return the levels a target asks for, [years, 1], or [years, futures] of an outcome's own."""
    match target.level:
        case str() as key:
            return values.values[key, target.element][places].astype(np.float64)
        case LeverPath() as path:
            months = np.arange(places.start * MONTHS_PER_YEAR, places.stop * MONTHS_PER_YEAR)
            dates = FIRST_YEAR + months / MONTHS_PER_YEAR
            by_month = values_at(path, target.between, dates).reshape(-1, MONTHS_PER_YEAR)
            return (
                by_month.mean(axis=1, keepdims=True)
                if is_of_years(target.outcome)
                else by_month[:, -1:]
            )
        case float() | int() as number:
            return np.full((places.stop - places.start, 1), float(number))
        case _:
            assert_never(target.level)
