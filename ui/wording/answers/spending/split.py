"""How a budget is best split, in words: one pure function per sentence. Floor: wording, no Qt.

What the money adds is a median; that it beats other splits is said only where it does so in every
variant of the model, and said to be open else.
"""

from math import isfinite
from typing import Final

from planner.model.graph import model
from planner.quantities.listed import listed
from planner.quantities.shown import with_unit
from planner.quantities.told.labels import model_text
from planner.quantities.told.lists import clause_mark, sentences
from planner.quantities.told.numerals import numerals
from planner.storage.sentences.catalog import translate
from planner.studies.spending.band import Band
from planner.studies.spending.instrument import Instrument
from planner.studies.split.question import NEXT, Question
from planner.studies.split.result import Margin, SplitAnswer, Tried
from ui.wording.answers.spending.names import (
    EACH,
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
from ui.wording.sentences.names import name_within, percent
from ui.wording.translate import unit_text

_NAMED: Final = 3
_TWICE: Final = 1.95
_MANY: Final = 10
_LEAST_TOLD: Final = 0.02
"""A part by which one split beats another has to be larger to be told."""


def sentence(answer: SplitAnswer) -> str:
    """Return the answer: what gets the money, what that adds at which price, against today's."""
    told = (lead, over_others, uncounted_sentence)
    return sentences(each(answer) for each in told)


def lead(answer: SplitAnswer) -> str:
    """Return what comes first and what it adds; that nothing does, where nothing does."""
    question = answer.question
    given = [each for each, amount in answer.order if amount > 0]
    if not given or not answer.gain > 0:
        text = translate("Split", "No split of {budget} a year adds anything by December {year}.")
        if question.sign < 0:
            text = translate("Split", "No split of {budget} a year lowers it by December {year}.")
        budget = money(question.budget)
        return text.format(budget=budget, year=question.about.year)
    text = translate("Split", "{order}: {more}{price}{reached}.")
    return text.format(
        order=_order(given, question),
        more=more_of(answer.best.effect.median, question.about),
        price=_price(answer),
        reached=_reached(answer),
    )


def over_others(answer: SplitAnswer) -> str:
    """Return how much more that is than in today's shares, else than evenly; open where it turns.

    With a goal it is the share of futures in which that is reached. Empty where nothing is gained.
    """
    if not answer.gain > 0:
        return ""
    other = answer.even if answer.today is None else answer.today
    name = translate("Split", "in today's shares")
    if answer.today is None:
        name = translate("Split", "split evenly")
    if other.amounts == answer.best.amounts:
        return ""
    if answer.turning:
        text = translate("Split", "Open: it is worse than other splits where {worlds}.")
        worlds = [model_text(each.title) for each in answer.turning]
        return text.format(worlds=listed(worlds, clause_mark(), _NAMED))
    if other.met is not None and answer.best.met is not None:
        if percent(other.met) == percent(answer.best.met):
            return translate("Split", "About as often as {name}.").format(name=name)
        text = translate("Split", "{name} it would be {share}%.")
        return text.format(name=_begun(name), share=percent(other.met))
    return _compared(answer, other, name)


def _compared(answer: SplitAnswer, other: Tried, name: str) -> str:
    """Return how many times the best split gains what another one does."""
    gain = answer.question.sign * other.effect.median
    if not gain > 0:
        text = translate("Split", "{name} it adds nothing.")
        if answer.question.sign < 0:
            text = translate("Split", "{name} it takes nothing away.")
        return text.format(name=_begun(name))
    is_count = form_of(model().outcomes[answer.question.about.outcome].told_in).is_count
    ratio = answer.gain / gain
    if ratio >= _TWICE:
        text = translate("Split", "{times} times as much as {name}.")
        if is_count:
            text = translate("Split", "{times} times as many as {name}.")
        times = trimmed(round(ratio, 1 if ratio < _MANY else 0), numerals())
        return text.format(times=times, name=name)
    if ratio - 1 < _LEAST_TOLD:
        text = translate("Split", "About as much as {name}.")
        if is_count:
            text = translate("Split", "About as many as {name}.")
        return text.format(name=name)
    text = translate("Split", "{percent}% more than {name}.")
    return text.format(percent=round(100 * (ratio - 1)), name=name)


def uncounted_sentence(answer: SplitAnswer) -> str:
    """Return that a cost is not counted, where the split rests on it; empty where none is."""
    if not any(each.kind == "network" and amount > 0 for each, amount in answer.order):
        return ""
    return translate("Split", "Organizing the network is not counted.")


def worlds_sentence(answer: SplitAnswer) -> str:
    """Return that the best split is the better one in each variant, or no worse.

    Empty where none was run, or one turns it, or there is but one way to split.
    """
    count = len(answer.worlds)
    if not count or answer.turning or not answer.gain > 0 or len(answer.question.among) == 1:
        return ""
    over = [part for each in answer.worlds for part in (each.over_even, each.over_today)]
    if min(part for part in over if part is not None) > 0:
        text = translate(
            "Split", "It beats an even split and today's in each of {count} variants of the model."
        )
        if answer.today is None:
            text = translate(
                "Split", "It beats an even split in each of {count} variants of the model."
            )
    else:
        text = translate(
            "Split",
            "It is no worse than an even split and today's in each of {count} variants of the "
            "model.",
        )
        if answer.today is None:
            text = translate(
                "Split",
                "It is no worse than an even split in each of {count} variants of the model.",
            )
    return text.format(count=count)


def unspent_sentence(answer: SplitAnswer) -> str:
    """Return how much of the budget finds no use; empty where all of it does."""
    if answer.unspent < answer.question.block / 2:
        return ""
    text = translate("Split", "{money} a year of it find no use that adds anything.")
    return text.format(money=money(answer.unspent))


def added_title(question: Question) -> str:
    """Return what the frontier shows: `AI enterprises added by Dec 2030`, or futures that reach it.

    The latter is `% of futures with at least 12,500 AI enterprises, Dec 2030`.
    """
    about, outcome = question.about, model().outcomes[question.about.outcome]
    said = {"name": name_within(outcome, about.element), "year": about.year}
    if question.goal is None:
        text = translate("Split", "{name} added by Dec {year}")
        if question.sign < 0:
            text = translate("Split", "Change of {name} by Dec {year}")
        return _begun(text.format(**said))
    form = form_of(outcome.told_in)
    level = value_text(question.goal * form.factor, form, numerals())
    unit = "" if form.is_count else unit_text(form.short)
    text = translate("Split", "% of futures with at least {level} {name}, Dec {year}")
    if question.sign < 0:
        text = translate("Split", "% of futures with at most {level} {name}, Dec {year}")
    return text.format(level=with_unit(level, unit), **said)


def goal_share(share: float) -> str:
    """Return the share of futures that reach a goal."""
    return translate("Split", "{share}%").format(share=percent(share))


def effect_text(tried: Tried, question: Question) -> str:
    """Return what a split adds, without its unit."""
    return added(tried.effect.median, model().outcomes[question.about.outcome])


def effect_range(tried: Tried, question: Question) -> str:
    """Return the 80% range of what a split adds, as exactly as its median."""
    return _span(tried.effect, question)


def _span(band: Band, question: Question) -> str:
    if is_one(band):
        return ""
    outcome = model().outcomes[question.about.outcome]
    low, high = (added(end, outcome, band.median) for end in (band.low, band.high))
    return translate("Split", "{low} to {high}").format(low=low, high=high)


def frontier_text(tried: Tried, question: Question) -> str:
    """Return a point of the frontier: `300 a year: 22 (13 to 37): Chengdu 200, Beijing 100`."""
    if not tried.spent:
        return translate("Split", "nothing spent")
    pairs = [pair for pair in zip(question.among, tried.amounts, strict=True) if pair[1] > 0]
    pairs.sort(key=lambda pair: -pair[1])
    only = _only_vouchers(question)
    uses = [
        f"{short_name(each, only_vouchers=only)} {plain_money(amount)}" for each, amount in pairs
    ]
    text = translate("Split", "{budget} a year: {effect}{span}. {uses}")
    if tried.met is not None:
        text = translate("Split", "{budget} a year: {share}% of futures. {uses}")
    return text.format(
        share=percent(tried.met or 0.0),
        budget=plain_money(tried.spent),
        effect=effect_text(tried, question),
        span=bracketed(tried.effect, effect_range(tried, question)),
        uses=listed(uses, most=_NAMED),
    )


def margin_text(margin: Margin, question: Question) -> str:
    """Return what the next money for one use adds, with its range, and where it goes."""
    text = translate("Split", "{name}: the next {amount} a year add {effect}{span}")
    return text.format(
        name=instrument_name(margin.instrument),
        amount=money(NEXT),
        effect=added(margin.effect.median, model().outcomes[question.about.outcome]),
        span=bracketed(margin.effect, _span(margin.effect, question)),
    )


def _order(given: list[Instrument], question: Question) -> str:
    only = _only_vouchers(question)
    first, *others = (within(each, only_vouchers=only) for each in given[:2])
    if not others:
        text = translate("Split", "All to {first}")
        return text.format(first=first)
    text = translate("Split", "{first} first, then {second}")
    return text.format(first=_begun(first), second=others[0])


def _price(answer: SplitAnswer) -> str:
    cost, unit = answer.best.per_unit, model().outcomes[answer.question.about.outcome].unit
    if cost is None or unit != "firm" or not isfinite(cost.median):
        return ""
    text = translate("Split", ", {price} each{span}")
    span = bracketed(cost, money_range(cost, EACH))
    return text.format(price=money(cost.median, EACH), span=span)


def _reached(answer: SplitAnswer) -> str:
    met, without = answer.best.met, answer.met_without
    if met is None or without is None:
        return ""
    share, before = percent(met), percent(without)
    text = translate("Split", "; the goal is reached in {share}% of futures, not {before}%")
    if share == before:
        text = translate("Split", "; the goal is reached in {share}% of futures, as without")
    return text.format(share=share, before=before)


def _only_vouchers(question: Question) -> bool:
    return all(each.kind == "vouchers" for each in question.among)


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]
