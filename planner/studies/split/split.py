"""Splits a budget: the best split, the frontier, the next money, and what other splits give.

Sixth floor of planner, a study that yields the share that is done. Everything is run by the model:
no curve is fitted, and no effect of one instrument is added to that of another.
"""

from dataclasses import replace
from typing import Final

import numpy as np

from planner.ensemble.progress import Steps, as_part
from planner.model.graph import model
from planner.quantities.told.labels import model_text
from planner.quantities.told.values import value_text
from planner.storage.sentences.catalog import translate
from planner.studies.answers.stamp import stamp_of
from planner.studies.spending.band import band_of
from planner.studies.spending.cost import cost_of
from planner.studies.spending.futures import Futures
from planner.studies.spending.instrument import SpendingError
from planner.studies.spending.network import network_of
from planner.studies.spending.spent import Spending, today
from planner.studies.split.payments import paid_for
from planner.studies.split.question import BEYOND, NEXT, Question
from planner.studies.split.result import Margin, SplitAnswer, Tried, World
from planner.studies.split.search import (
    Bounds,
    Split,
    all_to_one,
    exchanged,
    filled_up,
    shared_out,
    started,
)
from planner.studies.split.valued import Valued
from planner.studies.split.worlds import compared_in_worlds

FUTURES_AT_MOST: Final = 1000
"""As many futures are run for each split; of more the first ones."""


def split_of(question: Question, *, in_worlds: bool = True) -> Steps[SplitAnswer]:
    """Return the best split of a budget, held against others `in_worlds` too if asked.

    Yields the share that is done. Raises SpendingError where the outcome has no number, and
    ScenarioError where a lever would leave its range.
    """
    scenario, among = question.scenario, question.among
    futures = Futures(min(scenario.futures, FUTURES_AT_MOST), question.about.year)
    spending = Spending(question.years)
    if any(each.kind == "network" for each in among):
        found = yield from as_part(network_of(scenario, futures), 0, 0.05)
        spending = replace(spending, network=found)
    valued = Valued(question, scenario, futures, spending)
    if not np.isfinite(valued.without.december).any():
        label = model_text(model().outcomes[question.about.outcome].label)
        raise SpendingError(
            translate("Planner", "{label} has no number in December {year}").format(
                label=label, year=question.about.year
            )
        )
    bounds = _bounds(question, spending)
    searched = _searched(valued, bounds, question.budget)
    best, frontier = yield from as_part(searched, 0.05, 0.6)
    even = shared_out([1.0] * len(among), bounds, question.budget)
    shares = tuple(today(scenario, question.years, among).values())
    as_today = shared_out(shares, bounds, question.budget) if any(shares) else None
    worlds: tuple[World, ...] = ()
    if in_worlds:
        held = compared_in_worlds(question, (best, even, as_today), futures, spending)
        worlds = yield from as_part(held, 0.6, 1)
    return SplitAnswer(
        question=question,
        best=_with_cost(valued, question, best, futures, spending),
        even=valued.tried(even),
        today=None if as_today is None else valued.tried(as_today),
        frontier=tuple(map(valued.tried, frontier)),
        next_money=_next_money(valued, question, best, spending),
        worlds=worlds,
        made=valued.put(best),
        met_without=valued.met(valued.without),
        stamp=stamp_of(scenario, futures.count),
    )


def _searched(
    valued: Valued, bounds: Bounds, budget: float
) -> Steps[tuple[Split, tuple[Split, ...]]]:
    """Return the best split of a budget, and the best ones of rising budgets through it.

    Yields the share that is done.
    """
    least = yield from as_part(started(valued.score, bounds), 0, 0.1)
    rising = yield from as_part(filled_up(valued.score, bounds, budget, least), 0.1, 0.6)
    below, by_blocks = (least, *rising[:-1]), {least, *rising}
    start = max(
        (*rising[-1:], least, *all_to_one(bounds, least, budget)),
        key=valued.score,
    )
    if start not in by_blocks:  # gains that rise, which blocks do not find below it either
        below = tuple(
            max((each, *all_to_one(bounds, least, sum(each))), key=valued.score) for each in below
        )
    best = yield from as_part(exchanged(valued.score, bounds, start), 0.6, 0.8)
    higher = filled_up(valued.score, bounds, BEYOND * budget, best)
    beyond = yield from as_part(higher, 0.8, 1)
    return best, (*below, best, *beyond)


def _bounds(question: Question, spending: Spending) -> Bounds:
    least = tuple(map(question.least_of, question.among))
    most = tuple(
        min(question.most_of(each), spending.most(question.scenario, each))
        for each in question.among
    )
    for each, lowest, highest in zip(question.among, least, most, strict=True):
        if lowest > highest:
            raise SpendingError(
                translate(
                    "Planner",
                    "{label} can use {highest} at most, less than the {lowest} it is to get",
                ).format(
                    label=each.label,
                    highest=value_text(highest, "M CNY/yr", 4),
                    lowest=value_text(lowest, "M CNY/yr"),
                )
            )
    groups = tuple(question.places.values())
    return Bounds(least, most, question.block, groups, question.least_place)


def _with_cost(
    valued: Valued, question: Question, split: Split, futures: Futures, spending: Spending
) -> Tried:
    """Return the best split with what it pays for one unit that is added."""
    if question.sign < 0:
        return valued.tried(split)
    amounts = dict(zip(question.among, split, strict=True))
    money = paid_for(question.scenario, amounts, futures, spending)
    without = valued.without.december
    cost = cost_of(money, valued.ends(split).december - without, without)
    return replace(valued.tried(split), per_unit=cost)


def _next_money(
    valued: Valued, question: Question, best: Split, spending: Spending
) -> tuple[Margin, ...]:
    """Return what the next money adds to the best split, whatever the bounds say."""
    ends, found = valued.ends(best), []
    for place, each in enumerate(question.among):
        amount = min(NEXT, spending.most(question.scenario, each) - best[place])
        more = (*best[:place], best[place] + max(amount, 0.0), *best[place + 1 :])
        there = valued.ends(more)
        found.append(Margin(each, band_of(there.december - ends.december), valued.met(there)))
    return tuple(found)
