"""Money and what it goes to, in words; for answers about budgets. Floor: wording, no Qt."""

from typing import Final

from planner.model.graph import model
from planner.model.outcome import Outcome
from planner.quantities.shown import in_range, with_unit
from planner.quantities.telling import level_decimals
from planner.studies.answers.about import About
from planner.studies.spending.band import Band
from planner.studies.spending.instrument import Instrument, Kind
from ui.wording.figures.units import form_of
from ui.wording.numbers import fixed, without_zeros
from ui.wording.sentences.speech import Speech

MONEY: Final = "M CNY"
_FEW: Final = 10
"""Below so many one decimal tells something."""


def instrument_name(instrument: Instrument, speech: Speech) -> str:
    """Return what an instrument is called where it stands alone."""
    place = speech.place(instrument.place) if instrument.place else ""
    return _names(speech)[instrument.kind].format(place=place)


def short_name(instrument: Instrument, speech: Speech, *, only_vouchers: bool) -> str:
    """Return what it is called in a list; the place alone where all are vouchers of places."""
    if only_vouchers and instrument.kind == "vouchers":
        return speech.place(instrument.place)
    return instrument_name(instrument, speech)


def within(instrument: Instrument, speech: Speech, *, only_vouchers: bool) -> str:
    """Return what it is called within a sentence."""
    if only_vouchers and instrument.kind == "vouchers":
        return speech.place(instrument.place)
    names: dict[Kind, str] = {
        "vouchers": speech.translate("Spending", "vouchers in {place}"),
        "data": speech.translate("Spending", "data vouchers"),
        "fund": speech.translate("Spending", "the AI fund of {place}"),
        "network": speech.translate("Spending", "a sooner network"),
    }
    place = speech.place(instrument.place) if instrument.place else ""
    return names[instrument.kind].format(place=place)


def money(amount: float, speech: Speech, unit: str = MONEY) -> str:
    """Return an amount in M CNY with its unit, in the currency that is shown."""
    return with_unit(plain_money(amount, speech, unit), speech.unit(form_of(unit).shown))


def plain_money(amount: float, speech: Speech, unit: str = MONEY) -> str:
    """Return the same without its unit; small ones with one decimal, which large ones hide."""
    form = form_of(unit)
    shown, told = amount * form.factor, amount * form.factor / form.scale
    decimals = form.decimals(1 if abs(told) < _FEW and told != round(told) else 0)
    text = fixed(shown, decimals, speech.numerals)
    return text if form.scale == 1 else without_zeros(text, speech.numerals)


def is_one(band: Band) -> bool:
    """Tell whether all futures give the same, as one alone does: there is no range to tell."""
    return band.low == band.median == band.high


def bracketed(band: Band, told: str, speech: Speech) -> str:
    """Return a range as it stands behind its median; empty where there is none."""
    if is_one(band):
        return ""
    return speech.translate("Spending", " ({span})").format(span=told)


def money_range(band: Band, speech: Speech, unit: str = MONEY) -> str:
    """Return the 80% range of an amount, without its unit."""
    ends = (plain_money(end, speech, unit) for end in (band.low, band.high))
    return in_range(speech.translate("Spending", "{low} to {high}"), *ends)


def added(amount: float, outcome: Outcome, speech: Speech, size: float | None = None) -> str:
    """Return how much more of an outcome there is, without its unit, as exactly as `size` is told.

    Of what is counted less than ten have one decimal: a place seldom gains more.
    """
    form = form_of(outcome.told_in)
    value, largest = amount * form.factor, (amount if size is None else size) * form.factor
    decimals = level_decimals(largest, form)
    if form.is_count and abs(largest) < _FEW:
        decimals = 1
    return fixed(value, decimals, speech.numerals)


def more_of(amount: float, about: About, speech: Speech) -> str:
    """Return `32 more AI enterprises`, or less, or `120 EFLOPS more used compute`."""
    outcome = model().outcomes[about.outcome]
    form = form_of(outcome.told_in)
    number = added(abs(amount), outcome, speech)
    name = speech.name(outcome, about.element)
    if form.is_count:
        text = speech.translate("Spending", "{number} more {name}")
        if amount < 0:
            text = speech.translate("Spending", "{number} fewer {name}")
        return text.format(number=number, name=name)
    text = speech.translate("Spending", "{number} more in {name}")
    if amount < 0:
        text = speech.translate("Spending", "{number} less in {name}")
    return text.format(number=with_unit(number, speech.unit(form.difference)), name=name)


def _names(speech: Speech) -> dict[Kind, str]:
    return {
        "vouchers": speech.translate("Spending", "Vouchers in {place}"),
        "data": speech.translate("Spending", "Data vouchers"),
        "fund": speech.translate("Spending", "AI fund of {place}"),
        "network": speech.translate("Spending", "A sooner network"),
    }
