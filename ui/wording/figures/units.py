"""In which units the window tells numbers: one choice for all of it; first floor of ui.

As with the language, whoever says a number asks here for its form and keeps none: what is on screen
is shown anew when the choice changes. Files of scenarios know nothing of it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from math import isclose
from typing import TYPE_CHECKING, Any, Final, TypeVar

from planner.model.graph import model
from planner.quantities.told.numerals import plain
from planner.quantities.unit_forms import UnitForm, unit_form
from planner.quantities.unit_system import BASE, CNY_PER_USD, PRICE_YEAR, RATE_EVIDENCE, UnitSystem
from planner.storage.sentences.catalog import translate

if TYPE_CHECKING:
    from functools import _lru_cache_wrapper

Cached = TypeVar("Cached", bound="_lru_cache_wrapper[Any]")

_chosen: Final[list[UnitSystem]] = [BASE]
_caches: Final[list["_lru_cache_wrapper[Any]"]] = []


def units() -> UnitSystem:
    """Return the units in which the window tells numbers."""
    return _chosen[0]


def tell_in(system: UnitSystem) -> None:
    """Tell numbers in other units from now on."""
    if system != units():
        _chosen[0] = system
        forget_told()


def forget_told() -> None:
    """Forget all that is cached of words and numbers: they are said otherwise from now on."""
    for cache in _caches:
        cache.cache_clear()


@contextmanager
def telling_in(system: UnitSystem) -> Iterator[None]:
    """Tell numbers in other units meanwhile."""
    before = units()
    tell_in(system)
    try:
        yield
    finally:
        tell_in(before)


def follows_units(cached: Cached) -> Cached:
    """Let what is cached be forgotten when other units or another language are chosen.

    It says words, numbers or units.
    """
    _caches.append(cached)
    return cached


def form_of(unit: str) -> UnitForm:
    """Return how numbers in a unit of the model are shown in the window."""
    return unit_form(unit, units())


def form_of_one() -> UnitForm:
    """Return the form of money that is told of one enterprise: that of the card which costs it."""
    card, money = form_of("M CNY/firm"), form_of("M CNY")
    same = (form for _, form in money.sizes if isclose(form.factor, card.factor))
    return next(same, money)


def units_sentence() -> str:
    """Return what has to be said of money in another currency; empty for yuan."""
    if units().money == "CNY":
        return ""

    text = translate(
        "Units",
        "USD are CNY at {rate} in every year, the rate of {years} ({evidence}), "
        "and not adjusted for prices.",
    )
    rate = plain(float(CNY_PER_USD))
    return text.format(rate=rate, years=PRICE_YEAR, evidence=RATE_EVIDENCE)


def outcome_told(key: str) -> str:
    """Return the outcome that tells one in the chosen units: its power, or itself."""
    power = model().outcomes[key].power
    return power if power and units().compute == "MW" else key


def shown_in(unit: str) -> tuple[str, float]:
    """Return the unit to show, empty for a bare number, and the factor from the model's to it."""
    form = form_of(unit)
    return form.shown, form.factor
