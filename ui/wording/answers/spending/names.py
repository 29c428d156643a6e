"""Money and what it goes to, in words; for answers about budgets. Floor: wording, no Qt."""

from math import isfinite, log10
from typing import Final

from planner.model.graph import model
from planner.model.outcome import Outcome
from planner.quantities.shown import with_unit
from planner.quantities.telling import level_decimals
from planner.quantities.told.lists import between
from planner.quantities.told.numerals import numerals
from planner.quantities.unit_forms import UnitForm
from planner.storage.sentences.catalog import translate
from planner.studies.answers.about import About
from planner.studies.spending.band import Band
from planner.studies.spending.instrument import Instrument, Kind
from ui.wording.figures.units import form_of, form_of_one
from ui.wording.numbers import fixed, without_zeros
from ui.wording.sentences.names import name_within, place_within
from ui.wording.translate import unit_text

MONEY: Final = "M CNY"
EACH: Final = "M CNY/firm"
"""Money for one enterprise."""
_FEW: Final = 10
"""Below so many one decimal tells something."""


def instrument_name(instrument: Instrument) -> str:
    """Return what an instrument is called where it stands alone."""
    place = place_within(instrument.place) if instrument.place else ""
    return _names()[instrument.kind].format(place=place)


def short_name(instrument: Instrument, *, only_vouchers: bool) -> str:
    """Return what it is called in a list; the place alone where all are vouchers of places."""
    if only_vouchers and instrument.kind == "vouchers":
        return place_within(instrument.place)
    return instrument_name(instrument)


def within(instrument: Instrument, *, only_vouchers: bool) -> str:
    """Return what it is called within a sentence."""
    if only_vouchers and instrument.kind == "vouchers":
        return place_within(instrument.place)
    names: dict[Kind, str] = {
        "vouchers": translate("Spending", "vouchers in {place}"),
        "data": translate("Spending", "data vouchers"),
        "fund": translate("Spending", "the AI fund of {place}"),
        "network": translate("Spending", "an earlier network"),
    }
    place = place_within(instrument.place) if instrument.place else ""
    return names[instrument.kind].format(place=place)


def money(amount: float, unit: str = MONEY) -> str:
    """Return an amount in M CNY with its unit, in the currency that is shown."""
    return with_unit(plain_money(amount, unit), unit_text(_form(unit).shown))


def plain_money(amount: float, unit: str = MONEY) -> str:
    """Return the same without its unit; small ones with one decimal, which large ones hide."""
    form = _form(unit)
    shown, told = amount * form.factor, amount * form.factor / form.scale
    english = 1 if abs(told) < _FEW and told != round(told) else 0
    exact = english - round(log10(form.scale))
    text = fixed(round(shown, exact) if isfinite(shown) else shown, max(0, exact), numerals())
    return text if form.scale == 1 else without_zeros(text, numerals())


def _form(unit: str) -> UnitForm:
    return form_of_one() if unit == EACH else form_of(unit)


def is_one(band: Band) -> bool:
    """Tell whether all futures give the same, as one alone does: there is no range to tell."""
    return band.low == band.median == band.high


def bracketed(band: Band, told: str) -> str:
    """Return a range as it stands behind its median; empty where there is none."""
    if is_one(band):
        return ""
    return translate("Spending", " ({span})").format(span=told)


def money_range(band: Band, unit: str = MONEY) -> str:
    """Return the 80% range of an amount, without its unit."""
    ends = (plain_money(end, unit) for end in (band.low, band.high))
    return between(*ends)


def added(amount: float, outcome: Outcome, size: float | None = None) -> str:
    """Return how much more of an outcome there is, without its unit, as exactly as `size` is told.

    Of what is counted less than ten have one decimal: a place seldom gains more.
    """
    form = form_of(outcome.told_in)
    value, largest = amount * form.factor, (amount if size is None else size) * form.factor
    decimals = level_decimals(largest, form)
    if form.is_count and abs(largest) < _FEW:
        decimals = 1
    return fixed(value, decimals, numerals())


def more_of(amount: float, about: About) -> str:
    """Return `32 more AI enterprises`, or less, or `120 EFLOPS more used compute`."""
    outcome = model().outcomes[about.outcome]
    form = form_of(outcome.told_in)
    number = added(abs(amount), outcome)
    name = name_within(outcome, about.element)
    if form.is_count:
        text = translate("Spending", "{number} more {name}")
        if amount < 0:
            text = translate("Spending", "{number} fewer {name}")
        return text.format(number=number, name=name)
    text = translate("Spending", "{number} more in {name}")
    if amount < 0:
        text = translate("Spending", "{number} less in {name}")
    return text.format(number=with_unit(number, unit_text(form.difference)), name=name)


def _names() -> dict[Kind, str]:
    return {
        "vouchers": translate("Spending", "Vouchers in {place}"),
        "data": translate("Spending", "Data vouchers"),
        "fund": translate("Spending", "AI fund of {place}"),
        "network": translate("Spending", "An earlier network"),
    }
