"""What money buys: each instrument by itself, at rising amounts, in every future.

Sixth floor of planner, a study that yields the share that is done. It compares what is paid, not
what is budgeted, and tells on average and of the next one; how a budget is best split is
`planner.studies.split`.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

import numpy as np

from planner.ensemble.progress import Steps, as_part
from planner.studies.answers.stamp import stamp_of
from planner.studies.money.enough import enough
from planner.studies.money.gained import Ends, Gained, ends_of, gained
from planner.studies.money.question import AROUND, CUTS, MoneyQuestion
from planner.studies.money.result import Bought, Costs, MoneyAnswer, Next, World
from planner.studies.money.worlds import costs_in_worlds
from planner.studies.spending.band import Band, band_of
from planner.studies.spending.cost import cost_of, costs_of
from planner.studies.spending.futures import Futures
from planner.studies.spending.instrument import Instrument
from planner.studies.spending.network import network_of
from planner.studies.spending.spent import Spending, today

FUTURES_AT_MOST: Final = 1000
"""As many futures are run for each amount; of more the first ones."""
_SHARE: Final = 0.7
"""Part of the work that is done before the variants."""


def money_of(question: MoneyQuestion, *, in_worlds: bool = True) -> Steps[MoneyAnswer]:
    """Return what money buys in each instrument of a question, and `in_worlds` too if asked.

    Yields the share that is done. Raises ScenarioError where a lever would leave its range.
    """
    scenario = question.scenario
    futures = Futures(min(scenario.futures, FUTURES_AT_MOST), question.year)
    spending = Spending(question.years)
    begin = 0.0
    if any(each.kind == "network" for each in question.among):
        begin = 0.05
        found = yield from as_part(network_of(scenario, futures), 0, begin)
        spending = replace(spending, network=found)
    without: dict[str, Ends] = {}
    end = _SHARE if in_worlds else 1.0
    costs, share = [], (end - begin) / len(question.among)
    for place, each in enumerate(question.among):
        if each.place not in without:
            without[each.place] = ends_of(futures, scenario, each.place)
        steps = _costs(question, each, without[each.place], futures, spending)
        costs.append(
            (yield from as_part(steps, begin + place * share, begin + (place + 1) * share))
        )
    worlds: tuple[World, ...] = ()
    if in_worlds:
        worlds = yield from as_part(costs_in_worlds(question, spending), end, 1)
    stamp = stamp_of(scenario, futures.count)
    return MoneyAnswer(question, tuple(costs), stamp, worlds, spending.network)


def _costs(
    question: MoneyQuestion,
    instrument: Instrument,
    before: Ends,
    futures: Futures,
    spending: Spending,
) -> Steps[Costs]:
    """Run an instrument at all its amounts."""
    spent = today(question.scenario, question.years, (instrument,))[instrument]
    amounts = _amounts(question, instrument, spent, spending)
    found = []
    for done, amount in enumerate(amounts):
        yield done / len(amounts)
        moved = spending.put(question.scenario, {instrument: amount})
        after = ends_of(futures, moved, instrument.place) if amount else before
        found.append(gained(instrument, amount, spending, question.year, (before, after)))
    bought = tuple(
        _bought(each, after, before)
        for each, after in zip(found, (*found[1:], None), strict=True)
        if each.amount
    )
    is_budget = instrument.kind == "vouchers"
    limit = _enough(question, spent, found, before) if is_budget else None
    return Costs(instrument, spent, bought, limit)


def _amounts(
    question: MoneyQuestion, instrument: Instrument, spent: float, spending: Spending
) -> tuple[float, ...]:
    """Return cuts of what is spent on vouchers, none, and more, rising, M CNY a year."""
    cuts = [-part * spent for part in CUTS] if instrument.kind == "vouchers" and spent else []
    most = spending.most(question.scenario, instrument)
    more = {min(part * question.amount, most) for part in AROUND}
    return (*cuts, 0.0, *sorted(each for each in more if each > 0))


def _bought(here: Gained, after: Gained | None, before: Ends) -> Bought:
    """Return what an amount buys, and what the next one does."""
    elsewhere = None if here.here is None else band_of(here.added - here.here)
    with np.errstate(divide="ignore", invalid="ignore"):
        back = np.where(here.paid == 0, np.nan, here.back / here.paid)
    return Bought(
        amount=here.amount,
        paid=band_of(here.paid),
        net=band_of(here.net),
        back=band_of(back),
        added=band_of(here.added),
        here=None if here.here is None else band_of(here.here),
        elsewhere=elsewhere,
        used=band_of(here.used),
        per_enterprise=cost_of(here.paid, here.added, before.enterprises),
        net_per_enterprise=cost_of(here.net, here.added, before.enterprises),
        per_eflops=cost_of(here.paid, here.used, before.used),
        next_one=None if after is None else _next(here, after, before),
    )


def _next(here: Gained, after: Gained, before: Ends) -> Next:
    return Next(
        after.amount,
        cost_of(after.paid - here.paid, after.added - here.added, before.enterprises),
        cost_of(after.paid - here.paid, after.used - here.used, before.used),
    )


def _enough(question: MoneyQuestion, spent: float, found: Sequence[Gained], before: Ends) -> Band:
    """Return the whole budget beyond which the next enterprise is not worth it, of vouchers."""
    costs = []
    for here, after in pairwise(found):
        money, added = after.paid - here.paid, after.added - here.added
        cost = costs_of(money, added, before.enterprises)
        # a budget that is not even claimed adds nothing, however much more it is
        costs.append(np.where(np.isnan(cost) & np.isfinite(added), np.inf, cost))
    budgets = [spent + each.amount for each in found]
    return band_of(enough(budgets, np.array(costs), question.worth))
