"""What money buys, in words: one pure function per sentence. Floor: wording, no Qt."""

from collections.abc import Sequence
from math import inf, isfinite, isnan
from typing import Final

from planner.model.graph import model
from planner.model.outcome import Outcome
from planner.quantities.listed import listed
from planner.quantities.told import lists
from planner.quantities.told.labels import model_text
from planner.storage.sentences.catalog import translate
from planner.studies.money.question import MoneyQuestion
from planner.studies.money.result import Bought, Costs, MoneyAnswer
from ui.wording.answers.spending.names import (
    EACH,
    MONEY,
    added,
    bracketed,
    instrument_name,
    money,
    money_range,
    plain_money,
    within,
)
from ui.wording.sentences.names import percent

_NAMED: Final = 3
_LEAST_LOST: Final = 0.5
"""Enterprises that others lose at least where it is told."""


def sentence(answer: MoneyAnswer, place: int) -> str:
    """Return in short what one more enterprise costs in one use, and where it costs least.

    Of one place that is asked about it is told instead up to which budget one is worth it.
    """
    costs = answer.costs[place]
    bought = costs.at(answer.question.amount)
    cost = bought.per_enterprise
    if not isfinite(cost.median):
        return buys(costs, bought, answer.question)
    text = translate("Money", "{name}: {price} for one more enterprise{span}{after}.")
    following = bought.next_one
    is_told = following is not None and isfinite(following.per_enterprise.median)
    after = (
        translate("Money", ", {price} for the next") if is_told and following is not None else ""
    )
    if following is not None:
        after = after.format(price=plain_money(following.per_enterprise.median, EACH))
    told = text.format(
        name=instrument_name(costs.instrument),
        price=money(cost.median, EACH),
        span=bracketed(cost, money_range(cost, EACH)),
        after=after,
    )
    more = _least(answer, place)
    if answer.question.place:
        more = enough(costs, answer.question) or more
    return lists.sentences((told, more))


def _least(answer: MoneyAnswer, place: int) -> str:
    """Say which use costs least where that is another one, or that it is open which."""
    number = answer.cheapest
    if answer.turning:
        return open_sentence(answer)
    if number is None or number == place:
        return ""
    text = translate("Money", "It costs least with {name}: {price}.")
    if answer.costs[number].instrument.kind == "network":
        text = translate(
            "Money", "It costs least with {name}: {price}, not counting the cost of organizing it."
        )
    bought = answer.costs[number].at(answer.question.amount)
    name = within(answer.costs[number].instrument, only_vouchers=False)
    return text.format(name=name, price=money(bought.per_enterprise.median, EACH))


def open_sentence(answer: MoneyAnswer) -> str:
    """Return in which variants another use is the cheapest; empty where none is."""
    if not answer.turning:
        return ""
    text = translate("Money", "Open: what costs least is another where {worlds}.")
    titles = [model_text(each.title) for each in answer.turning]
    return text.format(worlds=listed(titles, lists.clause_mark(), _NAMED))


def worlds_sentence(answer: MoneyAnswer) -> str:
    """Return that the cheapest use is so in every variant; empty where it is not, or none is run.

    Of a single use there is nothing to say.
    """
    if not answer.worlds or answer.turning or answer.cheapest is None or len(answer.costs) == 1:
        return ""
    text = translate("Money", "The first is the cheapest in each of {count} variants of the model.")
    return text.format(count=len(answer.worlds))


def sentences(answer: MoneyAnswer) -> str:
    """Return which instrument adds an enterprise at the least, and which puts compute to use.

    Whether the former survives in other variants of the model stands between them.
    """
    told = (cheapest_enterprise, worlds_sentence, open_sentence, cheapest_compute)
    return lists.sentences(each(answer) for each in told)


def cheapest_enterprise(answer: MoneyAnswer) -> str:
    """Return which instrument adds an enterprise at the least, the next one, and the dearest."""
    amount = answer.question.amount
    prices = [each.at(amount).per_enterprise.median for each in answer.costs]
    first = translate("Money", "An enterprise costs least with {name}: {price}")
    none = translate("Money", "Nothing that money can go to here adds an enterprise.")
    return _cheapest(answer, prices, (first, none), EACH)


def cheapest_compute(answer: MoneyAnswer) -> str:
    """Return the same of one more EFLOPS in use."""
    amount = answer.question.amount
    prices = [each.at(amount).per_eflops.median for each in answer.costs]
    first = translate("Money", "One more EFLOPS in use costs least with {name}: {price}")
    none = translate("Money", "Nothing that money can go to here puts more compute to use.")
    return _cheapest(answer, prices, (first, none), MONEY)


def _cheapest(
    answer: MoneyAnswer, prices: Sequence[float], texts: tuple[str, str], unit: str
) -> str:
    """Say the least price, the next and the largest; those without a price are left out."""
    first, none = texts
    pairs = zip(prices, (each.instrument for each in answer.costs), strict=True)
    told = sorted(pair for pair in pairs if isfinite(pair[0]))
    if not told:
        return none
    names = [within(each, only_vouchers=False) for _, each in told]
    costs = [money(price, unit) for price, _ in told]
    said = first.format(name=names[0], price=costs[0])
    if len(told) == 1:
        return lists.as_sentence(said)
    text = translate("Money", "{said}, then with {second}: {price}; most with {last}: {most}.")
    if len(told) == len((names[0], names[-1])):
        text = translate("Money", "{said}, then with {second}: {price}.")
    return text.format(said=said, second=names[1], price=costs[1], last=names[-1], most=costs[-1])


def place_sentence(costs: Costs, question: MoneyQuestion) -> str:
    """Return what the amount buys in one instrument, what others lose, and what is enough."""
    bought = costs.at(question.amount)
    parts = (
        buys(costs, bought, question),
        lost(bought),
        enough(costs, question),
    )
    return lists.sentences(parts)


def buys(costs: Costs, bought: Bought, question: MoneyQuestion) -> str:
    """Return how many enterprises an amount adds and what each costs, and the next one."""
    said = {
        "name": instrument_name(costs.instrument),
        "amount": money(bought.amount),
    }
    cost = bought.per_enterprise
    if isnan(cost.median):
        text = translate(
            "Money", "{name}: {amount} more a year find no taker; all claims are paid."
        )
        return text.format(**said)
    if not isfinite(cost.median):
        return translate("Money", "{name}: {amount} more a year add no enterprise.").format(**said)
    text = translate(
        "Money",
        "{name}: {amount} more a year add {count} by December {year}, {price} each{span}",
    )
    text = text.format(
        **said,
        count=_enterprises(bought.added.median),
        year=question.year,
        price=money(cost.median, EACH),
        span=bracketed(cost, money_range(cost, EACH)),
    )
    after = bought.next_one
    if after is None or not isfinite(after.per_enterprise.median):
        return lists.as_sentence(f"{text}{_tax(bought)}")
    following = translate("Money", "; the next one costs {price}").format(
        price=plain_money(after.per_enterprise.median, EACH)
    )
    return lists.as_sentence(f"{text}{following}{_tax(bought)}")


def next_text(low: float, high: float, bought: Bought) -> str:
    """Return what the next one costs from one budget to another: `300 to 400 a year: 61 (..)`."""
    following = bought.next_one
    if following is None or not isfinite(following.per_enterprise.median):
        return ""
    text = translate("Money", "from {low} to {high} a year the next one costs {price}{span}")
    cost = following.per_enterprise
    span = bracketed(cost, money_range(cost, EACH))
    return text.format(
        low=plain_money(low),
        high=plain_money(high),
        price=plain_money(cost.median, EACH),
        span=span if isfinite(cost.high) else "",
    )


def lost(bought: Bought) -> str:
    """Return how many enterprises other places lose to this one; empty where hardly any."""
    here, elsewhere = bought.here, bought.elsewhere
    if here is None or elsewhere is None or elsewhere.median > -_LEAST_LOST:
        return ""
    text = translate("Money", "The place itself gains {here}; other places lose {count}.")
    return text.format(
        here=added(here.median, _outcome()),
        count=added(-elsewhere.median, _outcome()),
    )


def enough(costs: Costs, question: MoneyQuestion) -> str:
    """Return the budget beyond which the next enterprise costs more than it is worth.

    Empty where an instrument has no such budget.
    """
    band = costs.enough
    if band is None or isnan(band.median):
        return ""
    worth = money(question.worth)
    most = costs.today + costs.bought[-1].amount
    if band.median == inf:
        text = translate(
            "Money", "Up to {budget} a year the next enterprise costs less than {worth}."
        )
        return text.format(budget=money(most), worth=worth)
    if band.median <= 0:
        return translate("Money", "No budget adds an enterprise for {worth}.").format(worth=worth)
    text = translate(
        "Money", "Beyond {budget} a year{span} the next enterprise costs more than {worth}."
    )
    if band.high == inf:
        text = translate(
            "Money",
            "Beyond {budget} a year ({low} to over {most}) the next enterprise costs more than "
            "{worth}.",
        )
    return text.format(
        budget=money(band.median),
        span=bracketed(band, money_range(band)),
        low=plain_money(band.low),
        most=plain_money(most),
        worth=worth,
    )


def _tax(bought: Bought) -> str:
    share = bought.back.median
    if not isfinite(share) or not 0 < share < 1:
        return ""
    text = translate("Money", ", and {percent}% comes back in tax")
    return text.format(percent=percent(share))


def _enterprises(amount: float) -> str:
    count = added(amount, _outcome())
    one = translate("Money", "{count} enterprise")
    many = translate("Money", "{count} enterprises")
    return (one if count == "1" else many).format(count=count)


def _outcome() -> Outcome:
    return model().outcomes["enterprises"]
