"""One future in words: its rank, what it gains, what is unusual in it. Floor: wording, no Qt."""

from collections.abc import Sequence
from typing import Final

from planner.model.graph import model
from planner.model.indices import LABELS
from planner.model.scenario import assumption_at
from planner.quantities.shown import with_unit
from planner.quantities.telling import is_told, level_decimals
from planner.quantities.told import lists
from planner.quantities.told.labels import model_text
from planner.quantities.told.numerals import numerals
from planner.storage.sentences.catalog import translate
from planner.studies.answers.about import About
from planner.studies.answers.answer import Answer
from planner.studies.answers.english import also_in_english
from planner.studies.future.futures import Futures
from planner.studies.future.one import Draw, OneFuture
from planner.studies.future.table import table_of
from ui.wording.figures.units import form_of
from ui.wording.figures.values import value_text
from ui.wording.numbers import fixed, signed_fixed
from ui.wording.sentences.names import name_within, percent, reference_text
from ui.wording.translate import unit_text

KEY: Final = "future"
_TOLD: Final = 3
"""Unusual assumptions that a sentence names."""


@also_in_english
def answer_of(futures: Futures, one: OneFuture) -> Answer:
    """Return the answer on one of the futures of a scenario, all that it assumes in its table."""
    return Answer(
        study=KEY,
        title=translate("Future", "Which future is this?"),
        scenario=futures.scenario.title,
        against=futures.against,
        about=futures.about,
        sentence=sentences(one, futures.about, futures.against),
        table=table_of(futures, one.number),
        stamp=futures.stamp,
    )


def sentences(one: OneFuture, about: About, against: str) -> str:
    """Return all that is said of a future; `against` is what it gains against, "" the baseline."""
    return lists.sentences((rank_and_gain(one, about, against), unusual_sentence(one.unusual)))


def rank_and_gain(one: OneFuture, about: About, against: str) -> str:
    """Return the same without what is unusual, where a list beside it tells that."""
    said = rank_sentence(one, about), gain_sentence(one, about, against)
    return lists.sentences(said)


def card_line(futures: Futures) -> str:
    """Return the line under the title of the card: what is drawn, and what can be done."""
    name = name_within(model().outcomes[futures.about.outcome], futures.about.element)
    text = translate("Future", "{name}, {count} futures: click a line to see which it is")
    return text.format(name=f"{name[:1].upper()}{name[1:]}", count=fixed(futures.count, 0))


def moved_sentence(number: int, level: float, about: About) -> str:
    """Return what a future gives while levers move, when its rank is not known."""
    text = translate("Future", "Future {number}: {level} in December {year}.")
    return text.format(number=number, level=level_text(level, about), year=about.year)


def rank_sentence(one: OneFuture, about: About) -> str:
    """Return the level of a future and in how many futures it is lower."""
    text = translate("Future", "Future {number}: {level} in December {year}, {rank}.")
    return text.format(
        number=one.number,
        level=level_text(one.level, about),
        year=about.year,
        rank=rank_text(one),
    )


def rank_text(one: OneFuture) -> str:
    """Return how many futures are lower, or that none or all others are."""
    if one.count == 1:
        return translate("Future", "the only one")
    if one.rank == one.count:
        return translate("Future", "the highest of {count} futures").format(
            count=fixed(one.count, 0)
        )
    if one.rank == 1:
        return translate("Future", "the lowest of {count} futures").format(
            count=fixed(one.count, 0)
        )
    text = translate("Future", "higher than in {share}% of futures")
    return text.format(share=percent(one.below))


def gain_sentence(one: OneFuture, about: About, against: str) -> str:
    """Return what the levers change in this future beside the median change; "" for nothing."""
    form = form_of(model().outcomes[about.outcome].told_in).of_size(one.level, one.median)
    places = level_decimals(max(abs(one.level), abs(one.median)) * form.factor, form)
    gain, median = one.gain * form.factor, one.median_gain * form.factor
    if not is_told(gain, (median,), places):
        return ""
    texts = [
        with_unit(signed_fixed(each, places, numerals()), unit_text(form.difference))
        for each in (gain, median)
    ]
    if form.is_count:
        texts = [signed_fixed(each, places, numerals()) for each in (gain, median)]
    text = translate("Future", "Against {reference} {gain}, median {median}.")
    return text.format(reference=reference_text(against), gain=texts[0], median=texts[1])


def unusual_sentence(unusual: Sequence[Draw]) -> str:
    """Return the unusual assumptions by name, those that go with the outcome most first."""
    if not unusual:
        return translate("Future", "No assumption is unusual in it.")
    named = [draw_phrase(each) for each in unusual[:_TOLD]]
    more = len(unusual) - _TOLD
    text = translate("Future", "Unusual in it: {draws}.")
    if more > 0:
        text = translate("Future", "Unusual in it: {draws}; {more} more.")
    return text.format(draws=translate("Future", "; ").join(named), more=more)


def draw_phrase(draw: Draw) -> str:
    """Return an assumption with its value and how far out it lies."""
    text = translate("Future", "{name} {value} ({rank})")
    return text.format(
        name=assumption_name(draw.name),
        value=draw_value(draw.value, draw.name),
        rank=draw_rank(draw),
    )


def draw_rank(draw: Draw) -> str:
    """Return in how many futures a draw is lower, or higher, whichever is more."""
    text = translate("Future", "higher than in {share}% of futures")
    share = draw.below
    if not draw.is_high:
        text, share = (
            translate("Future", "lower than in {share}% of futures"),
            1 - draw.below,
        )
    return text.format(share=min(99, percent(share)))


def draw_line(draw: Draw) -> str:
    """Return what a future draws and how far out that lies, under the name of the assumption."""
    share = draw.below
    text = translate("Future", "{value}, above {share}% of futures")
    if not draw.is_high:
        text, share = (
            translate("Future", "{value}, below {share}% of futures"),
            1 - draw.below,
        )
    value = draw_value(draw.value, draw.name)
    return text.format(value=value, share=min(99, percent(share)))


def draw_value(value: float, name: str) -> str:
    """Return a value of an assumption with its unit."""
    form = form_of(assumption_at(name)[0].unit).of_size(value)
    text = value_text(value * form.factor, form, numerals())
    return with_unit(text, unit_text(form.short))


def assumption_name(address: str) -> str:
    """Return what an assumption is called, with its area or segment."""
    row, element = assumption_at(address)
    label = model_text(row.label)
    if not element:
        return label
    text = translate("Future", "{name}, {place}")
    return text.format(name=label, place=model_text(LABELS[element]))


def level_text(level: float, about: About) -> str:
    """Return a level of the outcome that is asked about, as it stands within a sentence."""
    row = model().outcomes[about.outcome]
    form = form_of(row.told_in).of_size(level)
    places = level_decimals(level * form.factor, form)
    value, name = (
        fixed(level * form.factor, places, numerals()),
        name_within(row, about.element),
    )
    if form.is_count:
        return translate("Future", "{value} {name}").format(value=value, name=name)
    told = with_unit(value, unit_text(form.shown))
    return translate("Future", "{name} {value}").format(value=told, name=name)
