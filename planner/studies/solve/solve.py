"""Solves for levers: the least change with which a goal is met in a share of the futures.

Sixth floor of planner. One lever is searched by brackets (`one`), up to four by a global method
(`several`). The same question with another scenario as the level finds equivalents: how much of
one lever is worth what the other scenario does.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from planner.ensemble.met import ROUNDING
from planner.ensemble.progress import Steps, as_part
from planner.ensemble.projection import inputs_of
from planner.model.graph import model
from planner.model.paths import tidy
from planner.model.scenario import Scenario
from planner.model.targets.target import pairs_judged
from planner.studies.answers.stamp import stamp_of
from planner.studies.comparison import Difference
from planner.studies.key_figures import SUMMARY
from planner.studies.solve.handle import Handle, moved, number_at
from planner.studies.solve.holding_back import held_back
from planner.studies.solve.one import along, least_move, stepped
from planner.studies.solve.question import Goal, Question, Wanted, checked
from planner.studies.solve.several import least_moves
from planner.studies.solve.solution import Effect, Held, Move, Solution, Status
from planner.studies.solve.trials import Numbers, Trial, Trials, choice_for, targets_of, trials
from planner.studies.variants import variants

if TYPE_CHECKING:
    from planner.ensemble.many import Projector

BESIDE: Final = 13
"""Points of a curve that stands beside the one asked for, and of a way of several levers."""
FEW: Final = 250
"""Futures that the search of several levers looks at."""
_ALONG: Final = 0.8
_BEGUN: Final = 0.05
_SEARCHED: Final = 0.6
_COMPARED: Final = 0.65
_DRAWN: Final = 0.75
"""Shares of the work that are done when a part of it is."""
_QUANTILES: Final = (0.5, 0.1, 0.9)


def solve(used: "Projector", question: Question) -> Steps[Solution]:
    """Return the least change that meets the goal, or what comes nearest and why.

    Yields the share that is done. Raises SolveError or AboutError for what cannot be asked.
    """
    whole, question = question.scenario, checked(question)
    tried = yield from as_part(trials(used, question), 0, _BEGUN)
    now = tuple(number_at(question.scenario, each.name) for each in question.handles)
    searched = _one(tried, question, now) if len(now) == 1 else _several(used, tried, question, now)
    found, curve = yield from as_part(searched, _BEGUN, _SEARCHED)
    before = tried.at(now)
    status = _status(before, found)
    scenario = tried.scenario_at(found.numbers) if found != before else question.scenario
    effects = yield from as_part(_effects(used, question, scenario), _SEARCHED, _COMPARED)
    beside = yield from as_part(_beside(used, question), _COMPARED, _DRAWN)
    reasons = None
    if status == "out of reach":
        reasons = yield from as_part(held_back(used, question, tried, scenario), _DRAWN, 1)
    return Solution(
        question=question,
        stamp=replace(stamp_of(question.scenario), of=whole.futures),
        status=status,
        moves=tuple(map(Move, question.handles, now, found.numbers)),
        scenario=scenario,
        share_before=before.share,
        share=found.share,
        reached=_reached(question, found),
        curve=curve,
        beside=beside,
        effects=effects,
        held_back=reasons,
    )


def in_variants(used: "Projector", solution: Solution) -> Steps[tuple[Held, ...]]:
    """Return in which share of futures the goal is met after the change, in each variant.

    The model as specified stands first. Yields the share that is done.
    """
    question, found = solution.question, []
    rows = variants()
    for place, variant in enumerate(rows):
        goal = question.goal
        if isinstance(goal, Goal) and isinstance(goal.level, Scenario):
            goal = replace(goal, level=variant.applied(goal.level))
        applied = variant.applied(solution.scenario)
        asked = replace(question, scenario=applied, goal=goal, handles=())
        tried = yield from as_part(trials(used, asked), place / len(rows), (place + 1) / len(rows))
        found.append(Held(variant, tried.share_of(applied)))
    return tuple(found)


def _status(before: Trial, found: Trial) -> Status:
    if before.is_met:
        return "met already"
    return "reached" if found.is_met else "out of reach"


def _one(tried: Trials, question: Question, now: Numbers) -> Steps[tuple[Trial, tuple[Trial, ...]]]:
    (handle,), (here,) = question.handles, now
    curve = yield from as_part(along(tried, handle, here), 0, _ALONG)
    least = yield from as_part(least_move(tried, handle, here, curve), _ALONG, 1)
    if tried.at(now).is_met:
        least = tried.at(now)
    found = least or _in_steps(tried, handle, here, _nearest(curve, now))
    drawn = {each.numbers: each for each in (*curve, found)}
    inside = [drawn[each] for each in sorted(drawn) if handle.low <= each[0] <= handle.high]
    return found, tuple(inside)


def _several(
    used: "Projector", tried: Trials, question: Question, now: Numbers
) -> Steps[tuple[Trial, tuple[Trial, ...]]]:
    if tried.at(now).is_met:
        found = tried.at(now)
    else:
        futures = min(FEW, question.scenario.futures)
        fewer = replace(question, scenario=replace(question.scenario, futures=futures))
        few = yield from trials(used, fewer)
        found = yield from least_moves(few, tried, question.handles, now)
    ways = np.linspace(0, 1, BESIDE)[:, None]
    points = np.array(now) + ways * (np.array(found.numbers) - np.array(now))
    inner = (tried.at(tuple(tidy(float(each)) for each in point)) for point in points[1:-1])
    return found, (tried.at(now), *inner, found)


def _in_steps(tried: Trials, handle: Handle, here: float, nearest: Trial) -> Trial:
    """Return the trial that comes nearest at a step of its lever, where that is no worse."""
    at_step = tried.at((stepped(handle, here, nearest.numbers[0]),))
    return at_step if at_step.share >= nearest.share else nearest


def _nearest(curve: Sequence[Trial], now: Numbers) -> Trial:
    """Return the trial that comes nearest to the goal, of several alike the least change."""
    return max(curve, key=lambda each: (each.share, each.margin, -abs(each.numbers[0] - now[0])))


def _reached(question: Question, found: Trial) -> float:
    goal = question.goal
    if isinstance(goal, Wanted) or isinstance(goal.level, Scenario):
        return found.margin
    beyond = found.margin - ROUNDING * abs(goal.level)
    return goal.level + (beyond if goal.sense == "at least" else -beyond)


def _beside(used: "Projector", question: Question) -> Steps[tuple[Trial, ...]]:
    """Return the share over the one lever in the scenario that stands beside.

    Nothing where the two differ in nothing but that lever.
    """
    other = question.beside
    if other is None or len(question.handles) > 1 or other.last_year < question.last_year:
        return ()
    (handle,) = question.handles
    if inputs_of(moved(other, handle.name, handle.low)) == inputs_of(
        moved(question.scenario, handle.name, handle.low)
    ):
        return ()
    asked = replace(question, scenario=replace(other, futures=question.scenario.futures))
    tried = yield from trials(used, asked)
    return tuple((yield from along(tried, handle, number_at(other, handle.name), BESIDE)))


def _effects(used: "Projector", question: Question, after: Scenario) -> Steps[tuple[Effect, ...]]:
    """Return what the change does to the key figures, future by future; nothing if it is none."""
    scenario, about = question.scenario, question.goal.about
    if after == scenario:
        return ()
    counted = {key for key, row in model().outcomes.items() if row.is_counted}
    wanted = {pair for each in targets_of(question.goal) for pair in pairs_judged(each)}
    pairs = [each for each in SUMMARY if each[0] not in counted and each not in wanted]
    ends = [replace(each, last_year=about.year) for each in (scenario, after)]
    runs = []
    for each in ends:
        asked = used.futures_at(
            each, pairs, [about.month], futures=scenario.futures, choice=choice_for(question)
        )
        runs.append((yield from asked)[:, 0])
    with np.errstate(invalid="ignore"):
        changes = runs[1] - runs[0]
    rows = zip(pairs, runs[0], changes, strict=True)
    return tuple(
        Effect(pair, float(np.nanmedian(level)), _difference(change))
        for pair, level, change in rows
        if np.isfinite(change).any()
    )


def _difference(change: NDArray[np.float64]) -> Difference:
    known = change[np.isfinite(change)]
    median, low, high = map(float, np.quantile(known, _QUANTILES))
    return Difference(median, low, high, float(np.mean(known > 0)), float(np.mean(known < 0)))
