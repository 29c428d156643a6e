"""Questions about a scenario and its futures, each a function named as its command.

All take a scenario, the name of an example, or the path of a file; `futures` is their number where
it is not the scenario's own; `progress` is told the share that is done, 0 to 1; when `cancel`
returns True the work is given up with Cancelled. All raise Error, with the sentence of the
terminal, for what cannot be asked.
"""

from argparse import Namespace
from collections.abc import Mapping, Sequence
from dataclasses import replace

from planner.studies.discover.discovering import discovering
from planner.studies.explain.survival import explained_with_survival
from planner.studies.future.futures import futures_of
from planner.studies.future.one import one_future
from planner.studies.future.pinned import pinned, title_of
from planner.studies.matters.first_order import matters as mattering
from planner.studies.matters.holding import holding
from planner.studies.matters.tornado import tornado as tornado_of
from planner.studies.matters.totals import POINTS
from planner.studies.matters.totals import totals as totals_of
from planner.studies.parts.belief import default_baseline
from planner.studies.solve.solve import in_variants
from planner.studies.solve.solve import solve as solving
from suanli.answers import Answer, answered
from suanli.driving import Cancel, Progress, done, driven, in_parts, projector
from suanli.errors import Error, one_sentence
from suanli.scenarios import AnyScenario, value_of
from suanli.typed import (
    USUAL_OUTCOME,
    YEAR,
    Number,
    about_of,
    ends_text,
    number_text,
    percent_text,
    some_texts_of,
    text_of,
    texts_of,
    whole_of,
)
from ui.terminal.ask.future import number_of_future
from ui.terminal.ask.solve import question_of
from ui.terminal.reading.wanted import with_wanted
from ui.wording.answers import discover as discover_words
from ui.wording.answers import explain_answer, matters_answer, solve_answer
from ui.wording.answers import future as future_words

Bounds = Mapping[str, tuple[Number, Number] | None]
"""Levers that may move, by name: between two numbers, or within their usual range for None."""


def discover(
    scenario: AnyScenario = "baseline",
    targets: str | Sequence[str] = (),
    *,
    futures: int | None = None,
    progress: Progress | None = None,
    cancel: Cancel | None = None,
) -> Answer:
    """Tell in which futures a scenario misses its targets, and those given besides.

    The table has a row for each limit of an assumption that such futures share.

    >>> import suanli
    >>> answer = suanli.discover("baseline", "enterprises>=12500@2030", futures=256)
    >>> answer.study
    'discover'
    """
    with one_sentence():
        value = with_wanted(value_of(scenario, futures), texts_of(targets, "targets"))
        found = driven(discovering(projector(), value, value.targets), progress, cancel)
        return answered("discover", discover_words.answer_of(found))


def explain(
    before: AnyScenario,
    after: AnyScenario | None = None,
    *,
    outcome: str = USUAL_OUTCOME,
    year: int = YEAR,
    futures: int | None = None,
    progress: Progress | None = None,
    cancel: Cancel | None = None,
) -> Answer:
    """Tell why an outcome differs between two scenarios in December of a year, input by input.

    Of one scenario alone it is what that changes against the baseline under default assumptions.
    Effects are in the unit of the outcome.

    >>> import suanli
    >>> answer = suanli.explain("vouchers-x4", outcome="enterprises.chengdu", futures=64)
    >>> "Voucher budget" in answer.sentence
    True
    """
    with one_sentence():
        last = value_of(before if after is None else after, futures)
        first = default_baseline(last) if after is None else value_of(before, futures)
        about = about_of(outcome, year, first, last)
        projector()
        found = driven(explained_with_survival(first, last, about), progress, cancel)
        return answered("explain", explain_answer.answer_of(found))


def future(
    scenario: AnyScenario = "baseline",
    *,
    outcome: str = USUAL_OUTCOME,
    year: int = YEAR,
    rank: Number | None = None,
    number: int | None = None,
    near: Number | None = None,
    futures: int | None = None,
    progress: Progress | None = None,
    cancel: Cancel | None = None,
) -> Answer:
    """Tell which future is at a rank of an outcome, and what is unusual in it.

    The future is the one higher than the share `rank` of them (0 to 1, the median unless given), of
    a `number`, or nearest to a level in the outcome's unit. The answer's scenario holds it alone.

    >>> import suanli
    >>> answer = suanli.future("vouchers-x4", rank=0.9, futures=64)
    >>> suanli.run(answer.scenario).band("enterprises").at(2030)["p10"] > 0
    True
    """
    with one_sentence():
        value = value_of(scenario, futures)
        options = Namespace(
            rank=None if rank is None else percent_text(rank, "rank"),
            number=None if number is None else whole_of(number, "number"),
            near=None if near is None else number_text(near, "near"),
        )
        about = about_of(outcome, year, value)
        found = driven(futures_of(projector(), value, about), progress, cancel)
        place = number_of_future(options, found)
        told = future_words.answer_of(found, one_future(found, place))
        made = replace(pinned(found, place), title=title_of(found, place))
        return answered("future", told, made)


def matters(
    scenario: AnyScenario = "baseline",
    *,
    outcome: str = USUAL_OUTCOME,
    year: int = YEAR,
    over_years: bool = False,
    totals: bool = False,
    tornado: bool = False,
    points: int = POINTS,
    futures: int | None = None,
    progress: Progress | None = None,
    cancel: Cancel | None = None,
) -> Answer:
    """Tell which assumptions make the range of an outcome in December of a year.

    The table has their shares of the variance, 0 to 1; in every December with `over_years`. With
    `totals` it is total shares from `points` (a power of two) of runs of their own, with `tornado`
    each assumption and lever low and high.

    >>> import suanli
    >>> table = suanli.matters("baseline", outcome="used_compute", futures=256).table()
    >>> list(table.columns[:2])
    ['assumption', 'label']
    """
    with one_sentence():
        value = value_of(scenario, futures)
        about, used = about_of(outcome, year, value), projector()
        if totals:
            steps = totals_of(value, whole_of(points, "points"), [about.request()])
            of_totals = driven(steps, progress, cancel)
            return answered("matters", matters_answer.totals_answer(value, of_totals, about))
        if tornado:
            swings = driven(tornado_of(value, about), progress, cancel)
            return answered("matters", matters_answer.tornado_answer(value, swings))
        first, second = in_parts(progress, 0.5)
        found = driven(mattering(used, value, about), first, cancel)
        held = driven(holding(used, value, found), second, cancel)
        words = matters_answer.years_answer if over_years else matters_answer.answer_of
        return answered("matters", words(value, found, held=held))


def solve(
    scenario: AnyScenario,
    levers: str | Sequence[str] | Bounds,
    *,
    at_least: Number | None = None,
    at_most: Number | None = None,
    worth: str | Sequence[str] = (),
    targets: str | Sequence[str] = (),
    share: Number | None = None,
    outcome: str = USUAL_OUTCOME,
    year: int = YEAR,
    beside: AnyScenario | None = None,
    futures: int | None = None,
    progress: Progress | None = None,
    cancel: Cancel | None = None,
) -> Answer:
    """Find the least change of up to four levers with which an outcome reaches a level.

    The level is `at_least` or `at_most` a number in the outcome's unit or an example's or file's
    own; as much as the scenario has with changes `worth` "name=value"; or `targets`, "own" for
    those of the scenario. It is reached in a `share` of futures, 0 to 1: 0.8 unless given, or 0.5
    of another scenario's level. The answer's scenario is the one that reaches it.

    >>> import suanli
    >>> answer = suanli.solve(
    ...     "baseline", {"voucher_budget.chengdu": (0, 2000)},
    ...     outcome="enterprises.chengdu", at_least=1600, year=2028, futures=64,
    ... )
    >>> answer.scenario.levers.keys() <= {"voucher_budget.chengdu"}
    True
    """
    with one_sentence():
        value = value_of(scenario, futures)
        options = Namespace(
            **_goal(at_least, at_most, worth, targets),
            levers=_levers(levers),
            share=None if share is None else percent_text(share, "share"),
            beside=None,
            outcome=text_of(outcome, "outcome"),
            year=whole_of(year, "year"),
        )
        other = None if beside is None else value_of(beside, futures)
        question = replace(question_of(options, value), beside=other)
        used, (first, second) = projector(), in_parts(progress, 0.7)
        found = driven(solving(used, question), first, cancel)
        held = driven(in_variants(used, found), second, cancel) if found.moved else ()
        done(progress)
        return answered("solve", solve_answer.answer_of(found, held), found.scenario)


def _goal(
    at_least: Number | None,
    at_most: Number | None,
    worth: str | Sequence[str],
    targets: str | Sequence[str],
) -> dict[str, object]:
    """Return the goal as it is typed. Raises Error unless there is one."""
    goals: dict[str, object] = {
        "at_least": None if at_least is None else number_text(at_least, "at_least"),
        "at_most": None if at_most is None else number_text(at_most, "at_most"),
        "worth": texts_of(worth, "worth"),
        "targets": texts_of(targets, "targets"),
    }
    if sum(goal not in (None, []) for goal in goals.values()) != 1:
        raise Error("solve takes one of at_least, at_most, worth and targets")
    return goals


def _levers(levers: str | Sequence[str] | Bounds) -> list[str]:
    """Return levers as they are typed: `name`, or `name=low:high`."""
    if not isinstance(levers, Mapping):
        return some_texts_of(levers, "levers")
    return [
        text_of(name, "levers") if ends is None else f"{name}={ends_text(ends, name)}"
        for name, ends in levers.items()
    ]
