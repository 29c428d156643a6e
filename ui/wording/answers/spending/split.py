"""How a budget is best split, in words: one pure function per sentence. Floor: wording, no Qt.

What the money adds is a median; that it beats other splits is said only where it does so in every
variant of the model, and said to be open else.
"""

from math import isfinite
from typing import Final

from planner.model.graph import model
from planner.quantities.listed import listed
from planner.quantities.shown import with_unit
from planner.studies.spending.band import Band
from planner.studies.spending.instrument import Instrument
from planner.studies.split.question import NEXT, Question
from planner.studies.split.result import Margin, SplitAnswer, Tried
from ui.wording.answers.spending.names import (
    added,
    bracketed,
    instrument_name,
    is_one,
    money,
    money_range,
    more_of,
    plain_money,
    short_name,
    within,
)
from ui.wording.figures.units import form_of
from ui.wording.figures.values import value_text
from ui.wording.numbers import trimmed
from ui.wording.sentences.speech import Speech, percent

_NAMED: Final = 3
_TWICE: Final = 1.95
_MANY: Final = 10
_LEAST_TOLD: Final = 0.02
"""A part by which one split beats another has to be larger to be told."""


def sentence(answer: SplitAnswer, speech: Speech) -> str:
    """Return the answer: what gets the money, what that adds at which price, against today's."""
    told = (lead, over_others, uncounted_sentence)
    return " ".join(filter(None, (each(answer, speech) for each in told)))


def lead(answer: SplitAnswer, speech: Speech) -> str:
    """Return what comes first and what it adds; that nothing does, where nothing does."""
    question = answer.question
    given = [each for each, amount in answer.order if amount > 0]
    if not given or not answer.gain > 0:
        text = speech.translate(
            "Split", "No split of {budget} a year adds anything by December {year}."
        )
        if question.sign < 0:
            text = speech.translate(
                "Split", "No split of {budget} a year lowers it by December {year}."
            )
        budget = money(question.budget, speech)
        return text.format(budget=budget, year=question.about.year)
    text = speech.translate("Split", "{order}: {more}{price}{reached}.")
    return text.format(
        order=_order(given, question, speech),
        more=more_of(answer.best.effect.median, question.about, speech),
        price=_price(answer, speech),
        reached=_reached(answer, speech),
    )


def over_others(answer: SplitAnswer, speech: Speech) -> str:
    """Return how much more that is than in today's shares, else than evenly; open where it turns.

    With a goal it is the share of futures in which that is reached. Empty where nothing is gained.
    """
    if not answer.gain > 0:
        return ""
    other = answer.even if answer.today is None else answer.today
    name = speech.translate("Split", "in today's shares")
    if answer.today is None:
        name = speech.translate("Split", "split evenly")
    if other.amounts == answer.best.amounts:
        return ""
    if answer.turning:
        text = speech.translate("Split", "Open: it is worse than other splits where {worlds}.")
        worlds = [speech.label(each.title) for each in answer.turning]
        return text.format(worlds=listed(worlds, "; ", _NAMED))
    if other.met is not None and answer.best.met is not None:
        if percent(other.met) == percent(answer.best.met):
            return speech.translate("Split", "About as often as {name}.").format(name=name)
        text = speech.translate("Split", "{name} it would be {share}%.")
        return text.format(name=_begun(name), share=percent(other.met))
    return _compared(answer, other, name, speech)


def _compared(answer: SplitAnswer, other: Tried, name: str, speech: Speech) -> str:
    """Return how many times the best split gains what another one does."""
    gain = answer.question.sign * other.effect.median
    if not gain > 0:
        text = speech.translate("Split", "{name} it adds nothing.")
        if answer.question.sign < 0:
            text = speech.translate("Split", "{name} it takes nothing away.")
        return text.format(name=_begun(name))
    is_count = form_of(model().outcomes[answer.question.about.outcome].told_in).is_count
    ratio = answer.gain / gain
    if ratio >= _TWICE:
        text = speech.translate("Split", "{times} times as much as {name}.")
        if is_count:
            text = speech.translate("Split", "{times} times as many as {name}.")
        times = trimmed(round(ratio, 1 if ratio < _MANY else 0), speech.numerals)
        return text.format(times=times, name=name)
    if ratio - 1 < _LEAST_TOLD:
        text = speech.translate("Split", "About as much as {name}.")
        if is_count:
            text = speech.translate("Split", "About as many as {name}.")
        return text.format(name=name)
    text = speech.translate("Split", "{percent}% more than {name}.")
    return text.format(percent=round(100 * (ratio - 1)), name=name)


def uncounted_sentence(answer: SplitAnswer, speech: Speech) -> str:
    """Return that a cost is not counted, where the split rests on it; empty where none is."""
    if not any(each.kind == "network" and amount > 0 for each, amount in answer.order):
        return ""
    return speech.translate("Split", "Organizing the network is not counted.")


def worlds_sentence(answer: SplitAnswer, speech: Speech) -> str:
    """Return that the best split is the better one in each variant, or no worse.

    Empty where none was run, or one turns it, or there is but one way to split.
    """
    count = len(answer.worlds)
    if not count or answer.turning or not answer.gain > 0 or len(answer.question.among) == 1:
        return ""
    over = [part for each in answer.worlds for part in (each.over_even, each.over_today)]
    if min(part for part in over if part is not None) > 0:
        text = speech.translate(
            "Split", "It beats an even split and today's in each of {count} variants of the model."
        )
        if answer.today is None:
            text = speech.translate(
                "Split", "It beats an even split in each of {count} variants of the model."
            )
    else:
        text = speech.translate(
            "Split",
            "It is no worse than an even split and today's in each of {count} variants of the "
            "model.",
        )
        if answer.today is None:
            text = speech.translate(
                "Split",
                "It is no worse than an even split in each of {count} variants of the model.",
            )
    return text.format(count=count)


def unspent_sentence(answer: SplitAnswer, speech: Speech) -> str:
    """Return how much of the budget finds no use; empty where all of it does."""
    if answer.unspent < answer.question.block / 2:
        return ""
    text = speech.translate("Split", "{money} a year of it find no use that adds anything.")
    return text.format(money=money(answer.unspent, speech))


def added_title(question: Question, speech: Speech) -> str:
    """Return what the frontier shows: `AI enterprises added by Dec 2030`, or futures that reach it.

    The latter is `% of futures with at least 12,500 AI enterprises, Dec 2030`.
    """
    about, outcome = question.about, model().outcomes[question.about.outcome]
    said = {"name": speech.name(outcome, about.element), "year": about.year}
    if question.goal is None:
        text = speech.translate("Split", "{name} added by Dec {year}")
        if question.sign < 0:
            text = speech.translate("Split", "Change of {name} by Dec {year}")
        return _begun(text.format(**said))
    form = form_of(outcome.told_in)
    level = value_text(question.goal * form.factor, form, speech.numerals)
    unit = "" if form.is_count else speech.unit(form.short)
    text = speech.translate("Split", "% of futures with at least {level} {name}, Dec {year}")
    if question.sign < 0:
        text = speech.translate("Split", "% of futures with at most {level} {name}, Dec {year}")
    return text.format(level=with_unit(level, unit), **said)


def goal_share(share: float, speech: Speech) -> str:
    """Return the share of futures that reach a goal."""
    return speech.translate("Split", "{share}%").format(share=percent(share))


def effect_text(tried: Tried, question: Question, speech: Speech) -> str:
    """Return what a split adds, without its unit."""
    return added(tried.effect.median, model().outcomes[question.about.outcome], speech)


def effect_range(tried: Tried, question: Question, speech: Speech) -> str:
    """Return the 80% range of what a split adds, as exactly as its median."""
    return _span(tried.effect, question, speech)


def _span(band: Band, question: Question, speech: Speech) -> str:
    if is_one(band):
        return ""
    outcome = model().outcomes[question.about.outcome]
    ends = (added(end, outcome, speech, band.median) for end in (band.low, band.high))
    return speech.translate("Split", "{} to {}").format(*ends)


def frontier_text(tried: Tried, question: Question, speech: Speech) -> str:
    """Return a point of the frontier: `300 a year: 22 (13 to 37): Chengdu 200, Beijing 100`."""
    if not tried.spent:
        return speech.translate("Split", "nothing spent")
    pairs = [pair for pair in zip(question.among, tried.amounts, strict=True) if pair[1] > 0]
    pairs.sort(key=lambda pair: -pair[1])
    only = _only_vouchers(question)
    uses = [
        f"{short_name(each, speech, only_vouchers=only)} {plain_money(amount, speech)}"
        for each, amount in pairs
    ]
    text = speech.translate("Split", "{budget} a year: {effect}{span}. {uses}")
    if tried.met is not None:
        text = speech.translate("Split", "{budget} a year: {share}% of futures. {uses}")
    return text.format(
        share=percent(tried.met or 0.0),
        budget=plain_money(tried.spent, speech),
        effect=effect_text(tried, question, speech),
        span=bracketed(tried.effect, effect_range(tried, question, speech), speech),
        uses=listed(uses, ", ", _NAMED),
    )


def margin_text(margin: Margin, question: Question, speech: Speech) -> str:
    """Return what the next money for one use adds, with its range, and where it goes."""
    text = speech.translate("Split", "{name}: the next {amount} a year add {effect}{span}")
    return text.format(
        name=instrument_name(margin.instrument, speech),
        amount=money(NEXT, speech),
        effect=added(margin.effect.median, model().outcomes[question.about.outcome], speech),
        span=bracketed(margin.effect, _span(margin.effect, question, speech), speech),
    )


def _order(given: list[Instrument], question: Question, speech: Speech) -> str:
    only = _only_vouchers(question)
    first, *others = (within(each, speech, only_vouchers=only) for each in given[:2])
    if not others:
        text = speech.translate("Split", "All to {first}")
        return text.format(first=first)
    text = speech.translate("Split", "{first} first, then {second}")
    return text.format(first=_begun(first), second=others[0])


def _price(answer: SplitAnswer, speech: Speech) -> str:
    cost, unit = answer.best.per_unit, model().outcomes[answer.question.about.outcome].unit
    if cost is None or unit != "firm" or not isfinite(cost.median):
        return ""
    text = speech.translate("Split", ", {price} each{span}")
    span = bracketed(cost, money_range(cost, speech), speech)
    return text.format(price=money(cost.median, speech), span=span)


def _reached(answer: SplitAnswer, speech: Speech) -> str:
    met, without = answer.best.met, answer.met_without
    if met is None or without is None:
        return ""
    share, before = percent(met), percent(without)
    text = speech.translate("Split", "; the goal is reached in {share}% of futures, not {before}%")
    if share == before:
        text = speech.translate("Split", "; the goal is reached in {share}% of futures, as without")
    return text.format(share=share, before=before)


def _only_vouchers(question: Question) -> bool:
    return all(each.kind == "vouchers" for each in question.among)


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]
