"""Where a run breaks a law of the model: what is told of it, and what is not shown any more.

Fifth floor of planner. Inputs that are each allowed can drive the model out of its laws together.
A future that breaks one ends there: its later months are no results. Bands are those of the whole
futures as long as few are missing; then they end too.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from planner.engine.breaks import Break, first_break
from planner.engine.broken import Broken
from planner.engine.run import Pair
from planner.model.graph import model
from planner.model.indices import in_place
from planner.model.outcome import Outcome, keep_laws
from planner.model.scenario import FIRST_YEAR
from planner.model.sums import members
from planner.quantities.dates import MONTHS_PER_YEAR
from planner.quantities.told.labels import model_text
from planner.quantities.told.lists import all_of
from planner.quantities.told.months import short_month_text
from planner.quantities.told.numerals import plain
from planner.storage.sentences.catalog import translate, translate_many

MISSING_AT_MOST: Final = 0.05
"""Largest part of the futures that bands may lack: a quantile moves by no more than that."""
ALL_MONTHS: Final = slice(None)


@dataclass(frozen=True, slots=True)
class Breach:
    """What is told: the first break, how many of the futures end, in which month bands end.

    `ends_center` tells whether the center line ends at the break.
    """

    first: Break
    ends_center: bool
    left_out: int = 0
    futures: int = 0
    bands_end: int | None = None

    @property
    def sentence(self) -> str:
        """What broke, when, and what is left out for it."""
        text = translate(
            "Planner",
            "The model breaks down under these inputs: {quantity} would be no finite number in "
            "{month}; {consequences}.",
        )
        if self.first.negative:
            text = translate(
                "Planner",
                "The model breaks down under these inputs: {quantity} would be below zero in "
                "{month}; {consequences}.",
            )
        return text.format(
            month=_month_text(self.first.month),
            quantity=_quantity(self.first),
            consequences=all_of(list(self._consequences())),
        )

    def _consequences(self) -> Iterator[str]:
        if self.ends_center:
            yield translate("Planner", "the center line ends there")
        if self.left_out:
            text = translate_many(
                "Planner",
                "{count} of {futures} futures is left out",
                "{count} of {futures} futures are left out",
                self.left_out,
            )
            yield text.format(count=plain(self.left_out), futures=plain(self.futures))
        if self.bands_end is not None:
            text = translate("Planner", "bands end in {month}")
            yield text.format(month=_month_text(self.bands_end))


def enough(whole: int, futures: int) -> bool:
    """Tell whether so many futures of all are enough for bands."""
    return whole >= fewest(futures)


def fewest(futures: int) -> float:
    """Return how many whole futures of all are enough for bands."""
    return (1 - MISSING_AT_MOST) * futures


def breach_of(broken: Broken | None) -> Breach | None:
    """Return what is told of a run, None where nothing is broken."""
    if broken is None:
        return None
    ends = np.sort(broken.since[1:])
    futures = len(ends)
    at_most = sum(enough(futures - missing, futures) for missing in range(1, futures + 1))
    last = ends[at_most] if at_most < futures else np.inf
    return Breach(
        first_break(broken),
        bool(np.isfinite(broken.center)),
        int(np.isfinite(ends).sum()),
        futures,
        int(last) if np.isfinite(last) else None,
    )


def first_unlawful(
    outcome: Outcome, element: str, values: NDArray[Any], until: float, months: slice = ALL_MONTHS
) -> Break | None:
    """Return where values [months] or [any, months] of an outcome break its law before a month.

    Only some `months` are looked at, where others are not known.
    """
    rows = np.atleast_2d(values)
    lawful = outcome.keeps_law(rows[:, months])
    if lawful.all():
        return None
    unlawful = np.zeros(rows.shape, np.bool_)
    unlawful[:, months] = ~lawful
    unlawful &= np.arange(rows.shape[1]) < until
    if not unlawful.any():
        return None
    month = int(np.argmax(unlawful.any(axis=0)))
    negative = bool((rows[:, month] < 0).any())
    first, *others = members(element)
    return Break(month, outcome.variable(first), "" if others else first, negative)


def are_lawful(lines: NDArray[np.float64], pairs: tuple[Pair, ...]) -> bool:
    """Tell whether lines [months, pairs] all keep the laws of their outcomes, at one look."""
    least, most, may_be_unbounded = _laws(pairs)
    return bool(keep_laws(lines, least, most, may_be_unbounded=may_be_unbounded).all())


@cache
def _laws(
    pairs: tuple[Pair, ...],
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.bool_]]:
    """Return the least and the most of each pair's outcome, and whether it may be unbounded."""
    outcomes = [model().outcomes[outcome] for outcome, _ in pairs]
    least, most = np.array([(row.least, row.most) for row in outcomes]).reshape(-1, 2).T
    return least, most, np.array([row.may_be_unbounded for row in outcomes], np.bool_)


def _quantity(broken: Break) -> str:
    """Return the name of what breaks: its outcome's where it has one."""
    label = model_text(_labels().get(broken.variable, "")) or broken.variable.replace("_", " ")
    name = in_place(label or translate("Planner", "a stock"), broken.element)
    if not broken.without:
        return name
    return translate("Planner", "{name}, without vouchers").format(name=name)


def _month_text(month: int) -> str:
    year, place = divmod(month, MONTHS_PER_YEAR)
    return short_month_text(FIRST_YEAR + year, place + 1)


@cache
def _labels() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for outcome in model().outcomes.values():
        found |= {name: outcome.label for name in (outcome.whole, outcome.each) if name}
    return found
