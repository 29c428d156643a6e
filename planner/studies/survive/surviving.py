"""Scenarios in several worlds: what each changes, which one is best, and by how much others miss.

Sixth floor of planner. In one world all have the same futures, so that each is held against the
others future by future; doing nothing is one of the choices. Levers are the advice that is
tested: ranges, seed and draws are those of the world and of the first scenario.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from planner.ensemble.progress import Result, Steps, as_part
from planner.model.graph import model
from planner.model.outcome import Better
from planner.model.scenario import Draws, Scenario, baseline_under, lever_at
from planner.model.sums import members
from planner.model.targets.target import Target
from planner.storage.sentences.catalog import translate
from planner.studies.answers.about import About
from planner.studies.answers.stamp import stamp_of
from planner.studies.differing_inputs import set_otherwise
from planner.studies.robustness import NOTHING
from planner.studies.survive.survival import Outcome, Row, Survival
from planner.studies.survive.worlds import World, own_worlds, worlds

if TYPE_CHECKING:
    from planner.ensemble.many import Projector

FUTURES_AT_MOST: Final = 100_000
"""So many of a scenario's futures, at most, are held against each other in every world."""
_READ: Final = 0.6
"""Share of a world's work that is done when levels are read and targets are still to be judged."""
_MONEY: Final = ("vouchers", "investment")
"""Groups of levers that are money, or shares of it."""
_QUANTILES: Final = (0.1, 0.5, 0.9)

Futures = NDArray[np.float64]


class SurviveError(ValueError):
    """A question that has no answer; the message is one sentence."""


def surviving(
    used: "Projector",
    scenarios: Sequence[Scenario],
    about: About,
    *,
    better: Better | None = None,
    targets: Sequence[Target] = (),
    among: Sequence[World] = (),
) -> Steps[Survival]:
    """Return what scenarios give in the worlds, or in some of them, and in their own ranges.

    What is `better` is what the outcome says of itself, unless it is told.
    Yields the share that is done. Raises SurviveError where there is no scenario with levers, the
    year lies beyond the run, or a world has no number.
    """
    asked = alike(scenarios)
    check(asked, about)
    chosen = among or (*worlds(), *own_worlds(scenarios))
    side = better or model().outcomes[about.outcome].better
    rows = []
    for number, world in enumerate(chosen):
        yield number / len(chosen)
        row = _row(used, asked, about, world, (side, tuple(targets)))
        ends = (each / len(chosen) for each in (number, number + 1))
        rows.append((yield from as_part(row, *ends)))
    titles = tuple(each.title for each in asked)
    spending = tuple(each.title for each in asked if sets_money(each))
    stamp = stamp_of(scenarios[0], asked[0].futures)
    return Survival(about, side, titles, tuple(rows), stamp, spending)


def sets_money(scenario: Scenario) -> bool:
    """Tell whether a scenario changes money that somebody spends, or what is paid from it."""
    changed = set_otherwise(baseline_under(scenario), scenario)
    levers = {name for name, _ in scenario.levers}
    return any(lever_at(name)[0].group in _MONEY for name in changed if name in levers)


def alike(scenarios: Sequence[Scenario]) -> tuple[Scenario, ...]:
    """Return the scenarios that plan something, drawn as the first of all is, to its horizon.

    They are of no more futures than are held one by one.
    Numbers of its own make a world where they weigh futures, and are no way of drawing all others.
    """
    first = scenarios[0]
    told = [each for each in scenarios if each.levers != baseline_under(each).levers]
    draws: Draws = "conditioned" if first.draws == "calibrated" else first.draws
    return tuple(
        replace(
            each,
            seed=first.seed,
            draws=draws,
            own=first.own,
            figures=first.figures,
            futures=min(first.futures, FUTURES_AT_MOST),
            last_year=first.last_year,
        )
        for each in told
    )


def check(scenarios: Sequence[Scenario], *abouts: About) -> None:
    """Raise SurviveError where there is nothing to hold against the baseline."""
    if not scenarios:
        raise SurviveError(
            translate("Planner", "nothing is changed: no scenario has levers of its own")
        )
    last = scenarios[0].last_year
    if late := [each.year for each in abouts if each.year > last]:
        raise SurviveError(
            translate("Planner", "the year is {year}, but the run ends in {last}").format(
                year=late[0], last=last
            )
        )


def levels(used: "Projector", scenario: Scenario, about: About) -> Steps[Futures]:
    """Return the outcome in each future of a scenario, float64[futures]; NaN where it breaks a law.

    Of a sum of areas it is each future's own sum. Yields the share that is done.
    """
    pairs = [(about.outcome, each) for each in members(about.element)]
    asked = used.futures_at(scenario, pairs, [about.month], futures=scenario.futures)
    return np.asarray((yield from asked)[:, 0].sum(axis=0), np.float64)


def _row(
    used: "Projector",
    scenarios: Sequence[Scenario],
    about: About,
    world: World,
    judged: tuple[Better, tuple[Target, ...]],
) -> Steps[Row]:
    better, targets = judged
    sign = 1 if better == "more" else -1
    nothing = baseline_under(scenarios[0])
    placed = [world.applied(each) for each in (nothing, *scenarios)]
    read = _in_turn([levels(used, each, about) for each in placed])
    values = np.stack((yield from as_part(read, 0, _READ if targets else 1)))
    values = values[:, np.isfinite(values).all(axis=0)]
    if not values.shape[1]:
        raise SurviveError(
            translate("Planner", "in the world {name} no future has a number in {year}").format(
                name=world.name, year=about.year
            )
        )
    met = yield from as_part(_in_turn([_met(used, each, targets) for each in placed]), _READ, 1)
    leading = int(np.argmax(sign * _changes(values)))
    shares = best_shares(sign * values)
    told = [
        _outcome(values, number, sign * (values[leading] - values[number]), (shares[number], each))
        for number, each in enumerate(met)
    ]
    best = leading - 1 if leading else None
    return Row(world, tuple(told[1:]), told[0], best, values.shape[1])


def _in_turn(works: Sequence[Steps[Result]]) -> Steps[list[Result]]:
    """Do works one after the other, each as large a part as any."""
    found: list[Result] = []
    for number, work in enumerate(works):
        begin, end = (each / len(works) for each in (number, number + 1))
        found.append((yield from as_part(work, begin, end)))
    return found


def _changes(values: Futures) -> Futures:
    """Return the median difference of each choice from the first one; 0 where it is rounding."""
    change = np.median(values - values[0], axis=1)
    return np.where(np.abs(change) > NOTHING * np.abs(np.median(values[0])), change, 0.0)


def best_shares(values: Futures) -> Futures:
    """Return in which share of futures each of some choices is best, [choices].

    `values` is float64[choices, futures], more being better. Where several are, but for rounding,
    they share that future.
    """
    most = values.max(axis=0)
    are_best = values >= most - NOTHING * np.abs(most)
    return np.asarray((are_best / are_best.sum(axis=0)).mean(axis=1))


def _outcome(
    values: Futures, number: int, behind: Futures, shares: tuple[float, float | None]
) -> Outcome:
    base, own = values[0], values[number]
    change, smallest = own - base, NOTHING * np.abs(base)
    low, middle, high = (float(each) for each in np.quantile(change, _QUANTILES))
    return Outcome(
        median=float(np.median(own)),
        change=middle,
        low=low,
        high=high,
        up=float(np.mean(change > smallest)),
        down=float(np.mean(change < -smallest)),
        regret=max(0.0, float(np.median(behind))),
        best=float(shares[0]),
        met=shares[1],
    )


def _met(used: "Projector", scenario: Scenario, targets: tuple[Target, ...]) -> Steps[float | None]:
    """Return the share of futures that meets all targets, None without any."""
    if not targets:
        return None
    run = yield from used.steps(scenario, (), targets=targets)
    return None if run.met is None else run.met.all_met
