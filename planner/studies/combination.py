"""What comes only from doing several things together: a scenario beside the parts it is made of.

Sixth floor of planner. A scenario combines others where the levers it sets are exactly those that
they set, each by one of them, and all else is alike: nothing is a combination that is none. What
comes only from the combination is worked out future by future: what the whole changes against the
baseline, less what each part changes by itself. Medians do not add up, so it is no difference of
the medians that are shown beside it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations as subsets
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from planner.ensemble.progress import Steps, as_part
from planner.ensemble.projection import Request, inputs_of
from planner.model.graph import model
from planner.model.scenario import FIRST_YEAR, Scenario, baseline_under
from planner.studies.compare import Pair, choice_of
from planner.studies.comparison import Column, Difference, Place, Row, month_of, row_beside
from planner.studies.key_figures import SUMMARY

if TYPE_CHECKING:
    from planner.ensemble.many import Projector

FUTURES: Final = 4000
"""As many futures are held against each other, at most."""
PARTS_AT_MOST: Final = 4
_QUANTILES: Final = (0.5, 0.1, 0.9)

Futures = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Combined:
    """Which of several scenarios, by number, combines which others."""

    whole: int
    parts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Combination:
    """One outcome at a year: what each part changes alone, the whole, and what only together.

    Each is a median of differences with its range and shares of futures, in the outcome's unit.
    """

    combined: Combined
    pair: Pair
    year: int
    alone: tuple[Difference, ...]
    together: Difference
    only_together: Difference


def combined(scenarios: Sequence[Scenario]) -> tuple[Combined, ...]:
    """Return each scenario that combines others, with the most parts that make it up."""
    found = (_parts_of(number, scenarios) for number in range(len(scenarios)))
    return tuple(Combined(whole, parts) for whole, parts in enumerate(found) if parts)


def combination(
    used: "Projector",
    scenarios: Sequence[Scenario],
    found: Combined,
    pairs: Sequence[Pair],
    years: Sequence[int],
) -> Steps[tuple[Combination, ...]]:
    """Return what comes only from a combination, for each outcome and year.

    What is no number in all futures is left out. Yields the share that is done.
    """
    whole = scenarios[found.whole]
    runs = (baseline_under(whole), whole, *(scenarios[part] for part in found.parts))
    months = [month_of(year) for year in years]
    values: list[Futures] = []
    for number, run in enumerate(runs):
        count = min(FUTURES, whole.futures)
        asked = used.futures_at(run, pairs, months, futures=count, choice=choice_of(runs))
        begin, end = number / len(runs), (number + 1) / len(runs)
        values.append((yield from as_part(asked, begin, end)))
    base, together, *alone = values
    with np.errstate(invalid="ignore"):
        effects = [together - base, *(each - base for each in alone)]
        only = effects[0] - np.sum(effects[1:], axis=0)
    return tuple(
        Combination(
            found,
            pair,
            year,
            tuple(_difference(each[place]) for each in effects[1:]),
            _difference(effects[0][place]),
            _difference(only[place]),
        )
        for first, pair in enumerate(pairs)
        for second, year in enumerate(years)
        if np.isfinite(only[place := (first, second)]).all()
    )


def combinations_of(
    used: "Projector", scenarios: Sequence[Scenario], pairs: Sequence[Pair]
) -> Steps[tuple[Combination, ...]]:
    """Return what comes only from each scenario that combines others, in every year all know.

    Yields the share that is done.
    """
    wholes, found = combined(scenarios), list[Combination]()
    for number, each in enumerate(wholes):
        asked = combination(used, scenarios, each, pairs, years_of(scenarios))
        found += yield from as_part(asked, number / len(wholes), (number + 1) / len(wholes))
    return tuple(found)


def renumbered(found: Sequence[Combination], numbers: Sequence[int]) -> tuple[Combination, ...]:
    """Return combinations whose scenarios stand at other numbers, told by their present ones."""
    return tuple(
        replace(
            each,
            combined=Combined(
                numbers[each.combined.whole], tuple(numbers[part] for part in each.combined.parts)
            ),
        )
        for each in found
    )


def pairs_added_up() -> tuple[Pair, ...]:
    """Return the key figures that can be added up: what is counted cannot."""
    return tuple(pair for pair in SUMMARY if not model().outcomes[pair[0]].is_counted)


def years_of(scenarios: Sequence[Scenario]) -> tuple[int, ...]:
    """Return the years that all of these know."""
    return tuple(range(FIRST_YEAR, min(each.last_year for each in scenarios) + 1))


def rows_of_only_together(
    columns: Sequence[Column], found: Sequence[Combination]
) -> Mapping[Place, Row]:
    """Return by what and when a row of one cell: the level of the whole, and what only it gives."""
    rows = {}
    for each in found:
        place = Request(*each.pair), each.year
        rows[place] = row_beside(columns, place, each.combined.whole, each.only_together)
    return rows


def _difference(futures: Futures) -> Difference:
    median, low, high = map(float, np.quantile(futures, _QUANTILES))
    higher, lower = float(np.mean(futures > 0)), float(np.mean(futures < 0))
    return Difference(median, low, high, higher, lower)


def _parts_of(whole: int, scenarios: Sequence[Scenario]) -> tuple[int, ...]:
    """Return the scenarios whose levers make up those of one, as many as may be; empty for none.

    Of a whole and scenarios of one, one and both measures, the single ones are its parts: what
    comes only from the combination is then that of all of them.
    """
    levers = frozenset(scenarios[whole].levers)
    inside = [
        number
        for number, each in enumerate(scenarios)
        if _are_alike(each, scenarios[whole]) and each.levers and frozenset(each.levers) < levers
    ]
    for size in range(PARTS_AT_MOST, 1, -1):
        for parts in subsets(inside, size):
            held = [lever for part in parts for lever in scenarios[part].levers]
            if len(held) == len(levers) and frozenset(held) == levers:
                return parts
    return ()


def _are_alike(first: Scenario, second: Scenario) -> bool:
    """Tell whether two scenarios differ in nothing but levers, titles and how many are drawn."""
    plain = (
        replace(inputs_of(each), levers=(), futures=0, last_year=0) for each in (first, second)
    )
    return len(set(plain)) == 1
