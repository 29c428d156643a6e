"""Questions about money: what it buys, and how a budget is best split.

Amounts are numbers in M CNY a year, or texts such as "0.5 bn". What all these functions take and
raise is told in `suanli.studies`.
"""

from argparse import Namespace
from collections.abc import Mapping, Sequence
from typing import Literal

from planner.studies.money.applied import with_enough
from planner.studies.money.money import money_of
from planner.studies.split.split import split_of
from suanli.answers import Answer, answered
from suanli.driving import Cancel, Progress, driven, projector
from suanli.errors import Error, one_sentence
from suanli.scenarios import AnyScenario, value_of
from suanli.typed import (
    USUAL_OUTCOME,
    YEAR,
    Number,
    check_one,
    given,
    number_text,
    text_of,
    texts_of,
    whole_of,
)
from ui.terminal.ask import money as money_command
from ui.terminal.ask import split as split_command
from ui.terminal.reading.places import read_places
from ui.wording.answers.spending.answer import split_answer

Amounts = Number | Mapping[str, Number]
"""An amount for each, or by name: `{"vouchers.chengdu": 100}`."""


def money(
    scenario: AnyScenario = "baseline",
    *,
    amount: Number = 100,
    year: int = YEAR,
    years: tuple[int, int] | None = None,
    among: str | Sequence[str] = ("vouchers", "data", "fund", "network"),
    places: str | Sequence[str] = (),
    worth: Number = 100,
    futures: int | None = None,
    progress: Progress | None = None,
    cancel: Cancel | None = None,
) -> Answer:
    """Tell what an amount a year buys in each use by itself: cost per added enterprise and EFLOPS.

    It is spent in `years`, first and last, on top of what the scenario spends; effects are those in
    December of `year`. `worth` is the most that one more enterprise may cost, M CNY; the answer's
    scenario has budgets up to there, None where there is none.

    >>> import suanli
    >>> answer = suanli.money(among="vouchers", places="chengdu", futures=64)
    >>> answer.study
    'money'
    """
    with one_sentence():
        value = value_of(scenario, futures)
        options = Namespace(
            amount=number_text(amount, "amount"),
            year=whole_of(year, "year"),
            **_spent(years, among),
            places=_places(places),
            worth=number_text(worth, "worth"),
        )
        question = money_command.question_of(options, value)
        projector()
        found = driven(money_of(question), progress, cancel)
        made = with_enough(found, *found.costs)
        return answered("money", money_command.full_answer(found), made)


def split(
    scenario: AnyScenario = "baseline",
    *,
    budget: Number | None = None,
    total: Number | None = None,
    outcome: str = USUAL_OUTCOME,
    year: int = YEAR,
    years: tuple[int, int] | None = None,
    among: str | Sequence[str] = "vouchers",
    most: Amounts | None = None,
    least: Amounts | None = None,
    least_place: Number | None = None,
    best: Literal["most", "least"] = "most",
    goal: Number | None = None,
    target: str | None = None,
    futures: int | None = None,
    progress: Progress | None = None,
    cancel: Cancel | None = None,
) -> Answer:
    """Find the best split of a budget over places and uses; the answer's scenario spends it.

    The `budget` is for each year, or the `total` for all of them: 500 M CNY a year unless given.
    `most` and `least` bound what each use gets a year, `least_place` what each place gets. Best is
    the most (or least) of the outcome, or the largest share of futures at a `goal` or `target`.

    >>> import suanli
    >>> answer = suanli.split(budget=200, among="vouchers.chengdu", futures=64)
    >>> list(answer.scenario.levers)
    ['voucher_budget.chengdu']
    """
    check_one("budget", budget, "total", total)
    check_one("goal", goal, "target", target)
    with one_sentence(target="target"):
        value = value_of(scenario, futures)
        options = Namespace(
            **_spent(years, among),
            **_texts({"total": total, "least_place": least_place, "goal": goal}),
            outcome=text_of(outcome, "outcome"),
            year=whole_of(year, "year"),
            best=_best(best),
            budget=number_text(500 if budget is None else budget, "budget"),
            most=_bounds(most, "most"),
            least=_bounds(least, "least"),
            target=None if target is None else text_of(target, "target"),
        )
        question = split_command.question_of(options, value)
        projector()
        found = driven(split_of(question), progress, cancel)
        return answered("split", split_answer(found), found.made)


def _best(side: str) -> str:
    if side not in ("most", "least"):
        raise Error(f"best is most or least, not {given(side)}")
    return side


def _texts(numbers: Mapping[str, Number | None]) -> dict[str, str | None]:
    """Return numbers as they are typed, by name; None where one is not given."""
    return {
        name: None if value is None else number_text(value, name) for name, value in numbers.items()
    }


def _spent(years: tuple[int, int] | None, among: str | Sequence[str]) -> dict[str, str]:
    """Return in which years money is spent, and on what, as it is typed."""
    return {"years": _years(years), "among": ",".join(texts_of(among, "among"))}


def _years(years: object) -> str:
    """Return first and last year as they are typed, nothing for the usual ones."""
    if years is None:
        return ""
    if not isinstance(years, Sequence) or isinstance(years, str):
        raise Error(f"years takes the first and the last one, not {given(years)}")
    return "-".join(number_text(each, "years") for each in years)


def _places(places: str | Sequence[str]) -> tuple[str, ...] | None:
    texts = texts_of(places, "places")
    return read_places(",".join(texts)) if texts else None


def _bounds(amounts: Amounts | None, name: str) -> list[str]:
    """Return bounds as they are typed: `amount`, or `name=amount`."""
    if isinstance(amounts, Mapping):
        return [f"{key}={number_text(each, name)}" for key, each in amounts.items()]
    return [] if amounts is None else [number_text(amounts, name)]
