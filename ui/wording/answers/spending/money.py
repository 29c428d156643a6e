"""What money buys, in words: one pure function per sentence. Floor: wording, no Qt."""

from collections.abc import Sequence
from math import inf, isfinite, isnan
from typing import Final

from planner.model.graph import model
from planner.model.outcome import Outcome
from planner.quantities.listed import listed
from planner.studies.money.question import MoneyQuestion
from planner.studies.money.result import Bought, Costs, MoneyAnswer
from ui.wording.answers.spending.names import (
    added,
    bracketed,
    instrument_name,
    money,
    money_range,
    plain_money,
    within,
)
from ui.wording.sentences.speech import Speech, percent

_NAMED: Final = 3
_LEAST_LOST: Final = 0.5
"""Enterprises that others lose at least where it is told."""


def sentence(answer: MoneyAnswer, place: int, speech: Speech) -> str:
    """Return in short what one more enterprise costs in one use, and where it costs least.

    Of one place that is asked about it is told instead up to which budget one is worth it.
    """
    costs = answer.costs[place]
    bought = costs.at(answer.question.amount)
    cost = bought.per_enterprise
    if not isfinite(cost.median):
        return buys(costs, bought, answer.question, speech)
    text = speech.translate("Money", "{name}: {price} for one more enterprise{span}{after}.")
    following = bought.next_one
    is_told = following is not None and isfinite(following.per_enterprise.median)
    after = (
        speech.translate("Money", ", {price} for the next")
        if is_told and following is not None
        else ""
    )
    if following is not None:
        after = after.format(price=plain_money(following.per_enterprise.median, speech))
    told = text.format(
        name=instrument_name(costs.instrument, speech),
        price=money(cost.median, speech),
        span=bracketed(cost, money_range(cost, speech), speech),
        after=after,
    )
    more = _least(answer, place, speech)
    if answer.question.place:
        more = enough(costs, answer.question, speech) or more
    return " ".join(filter(None, (told, more)))


def _least(answer: MoneyAnswer, place: int, speech: Speech) -> str:
    """Say which use costs least where that is another one, or that it is open which."""
    number = answer.cheapest
    if answer.turning:
        return open_sentence(answer, speech)
    if number is None or number == place:
        return ""
    text = speech.translate("Money", "It costs least by {name}: {price}.")
    if answer.costs[number].instrument.kind == "network":
        text = speech.translate(
            "Money", "It costs least by {name}: {price}, not counting how it is organized."
        )
    bought = answer.costs[number].at(answer.question.amount)
    name = within(answer.costs[number].instrument, speech, only_vouchers=False)
    return text.format(name=name, price=money(bought.per_enterprise.median, speech))


def open_sentence(answer: MoneyAnswer, speech: Speech) -> str:
    """Return in which variants another use is the cheapest; empty where none is."""
    if not answer.turning:
        return ""
    text = speech.translate("Money", "Open: what costs least is another where {worlds}.")
    titles = [speech.label(each.title) for each in answer.turning]
    return text.format(worlds=listed(titles, "; ", _NAMED))


def worlds_sentence(answer: MoneyAnswer, speech: Speech) -> str:
    """Return that the cheapest use is so in every variant; empty where it is not, or none is run.

    Of a single use there is nothing to say.
    """
    if not answer.worlds or answer.turning or answer.cheapest is None or len(answer.costs) == 1:
        return ""
    text = speech.translate(
        "Money", "The first is the cheapest in each of {count} variants of the model."
    )
    return text.format(count=len(answer.worlds))


def sentences(answer: MoneyAnswer, speech: Speech) -> str:
    """Return which instrument adds an enterprise at the least, and which puts compute to use.

    Whether the former survives in other variants of the model stands between them.
    """
    told = (cheapest_enterprise, worlds_sentence, open_sentence, cheapest_compute)
    return " ".join(filter(None, (each(answer, speech) for each in told)))


def cheapest_enterprise(answer: MoneyAnswer, speech: Speech) -> str:
    """Return which instrument adds an enterprise at the least, the next one, and the dearest."""
    amount = answer.question.amount
    prices = [each.at(amount).per_enterprise.median for each in answer.costs]
    first = speech.translate("Money", "An enterprise costs least by {name}: {price}")
    none = speech.translate("Money", "Nothing that money can go to here adds an enterprise.")
    return _cheapest(answer, prices, (first, none), speech)


def cheapest_compute(answer: MoneyAnswer, speech: Speech) -> str:
    """Return the same of one more EFLOPS in use."""
    amount = answer.question.amount
    prices = [each.at(amount).per_eflops.median for each in answer.costs]
    first = speech.translate("Money", "One more EFLOPS in use costs least by {name}: {price}")
    none = speech.translate("Money", "Nothing that money can go to here puts more compute to use.")
    return _cheapest(answer, prices, (first, none), speech)


def _cheapest(
    answer: MoneyAnswer, prices: Sequence[float], texts: tuple[str, str], speech: Speech
) -> str:
    """Say the least price, the next and the largest; those without a price are left out."""
    first, none = texts
    pairs = zip(prices, (each.instrument for each in answer.costs), strict=True)
    told = sorted(pair for pair in pairs if isfinite(pair[0]))
    if not told:
        return none
    names = [within(each, speech, only_vouchers=False) for _, each in told]
    costs = [money(price, speech) for price, _ in told]
    said = first.format(name=names[0], price=costs[0])
    if len(told) == 1:
        return f"{said}."
    text = speech.translate("Money", "{said}, then by {second}: {price}; most by {last}: {most}.")
    if len(told) == len((names[0], names[-1])):
        text = speech.translate("Money", "{said}, then by {second}: {price}.")
    return text.format(said=said, second=names[1], price=costs[1], last=names[-1], most=costs[-1])


def place_sentence(costs: Costs, question: MoneyQuestion, speech: Speech) -> str:
    """Return what the amount buys in one instrument, what others lose, and what is enough."""
    bought = costs.at(question.amount)
    parts = (
        buys(costs, bought, question, speech),
        lost(bought, speech),
        enough(costs, question, speech),
    )
    return " ".join(filter(None, parts))


def buys(costs: Costs, bought: Bought, question: MoneyQuestion, speech: Speech) -> str:
    """Return how many enterprises an amount adds and what each costs, and the next one."""
    said = {
        "name": instrument_name(costs.instrument, speech),
        "amount": money(bought.amount, speech),
    }
    cost = bought.per_enterprise
    if isnan(cost.median):
        text = speech.translate(
            "Money", "{name}: {amount} more a year find no taker; all claims are paid."
        )
        return text.format(**said)
    if not isfinite(cost.median):
        return speech.translate("Money", "{name}: {amount} more a year add no enterprise.").format(
            **said
        )
    text = speech.translate(
        "Money",
        "{name}: {amount} more a year add {count} by December {year}, {price} each{span}",
    )
    text = text.format(
        **said,
        count=_enterprises(bought.added.median, speech),
        year=question.year,
        price=money(cost.median, speech),
        span=bracketed(cost, money_range(cost, speech), speech),
    )
    after = bought.next_one
    if after is None or not isfinite(after.per_enterprise.median):
        return f"{text}{_tax(bought, speech)}."
    following = speech.translate("Money", "; the next one costs {price}").format(
        price=plain_money(after.per_enterprise.median, speech)
    )
    return f"{text}{following}{_tax(bought, speech)}."


def next_text(low: float, high: float, bought: Bought, speech: Speech) -> str:
    """Return what the next one costs from one budget to another: `300 to 400 a year: 61 (..)`."""
    following = bought.next_one
    if following is None or not isfinite(following.per_enterprise.median):
        return ""
    text = speech.translate("Money", "from {low} to {high} a year the next one costs {price}{span}")
    cost = following.per_enterprise
    span = bracketed(cost, money_range(cost, speech), speech)
    return text.format(
        low=plain_money(low, speech),
        high=plain_money(high, speech),
        price=plain_money(cost.median, speech),
        span=span if isfinite(cost.high) else "",
    )


def lost(bought: Bought, speech: Speech) -> str:
    """Return how many enterprises other places lose to this one; empty where hardly any."""
    here, elsewhere = bought.here, bought.elsewhere
    if here is None or elsewhere is None or elsewhere.median > -_LEAST_LOST:
        return ""
    text = speech.translate("Money", "The place itself gains {here}; other places lose {count}.")
    return text.format(
        here=added(here.median, _outcome(), speech),
        count=added(-elsewhere.median, _outcome(), speech),
    )


def enough(costs: Costs, question: MoneyQuestion, speech: Speech) -> str:
    """Return the budget beyond which the next enterprise costs more than it is worth.

    Empty where an instrument has no such budget.
    """
    band = costs.enough
    if band is None or isnan(band.median):
        return ""
    worth = money(question.worth, speech)
    most = costs.today + costs.bought[-1].amount
    if band.median == inf:
        text = speech.translate(
            "Money", "Up to {budget} a year the next enterprise costs less than {worth}."
        )
        return text.format(budget=money(most, speech), worth=worth)
    if band.median <= 0:
        return speech.translate("Money", "No budget adds an enterprise for {worth}.").format(
            worth=worth
        )
    text = speech.translate(
        "Money", "Beyond {budget} a year{span} the next enterprise costs more than {worth}."
    )
    if band.high == inf:
        text = speech.translate(
            "Money",
            "Beyond {budget} a year ({low} to over {most}) the next enterprise costs more than "
            "{worth}.",
        )
    return text.format(
        budget=money(band.median, speech),
        span=bracketed(band, money_range(band, speech), speech),
        low=plain_money(band.low, speech),
        most=plain_money(most, speech),
        worth=worth,
    )


def _tax(bought: Bought, speech: Speech) -> str:
    share = bought.back.median
    if not isfinite(share) or not 0 < share < 1:
        return ""
    text = speech.translate("Money", ", and {percent}% comes back in tax")
    return text.format(percent=percent(share))


def _enterprises(amount: float, speech: Speech) -> str:
    count = added(amount, _outcome(), speech)
    one = speech.translate("Money", "{count} enterprise")
    many = speech.translate("Money", "{count} enterprises")
    return (one if count == "1" else many).format(count=count)


def _outcome() -> Outcome:
    return model().outcomes["enterprises"]
