"""Units as they are written: a text to factors, and the factor between two units.

Knows no numbers. The forms stand in `written`, the model's own names of units among them. Floor:
quantities.
"""

import re
from collections import Counter
from dataclasses import dataclass, replace
from fractions import Fraction
from math import prod
from typing import Final

from planner.quantities.typed import written
from planner.quantities.typed.digits import ReadingError
from planner.quantities.typed.magnitude import leading_magnitude, matched, quoted
from planner.storage.sentences.catalog import translate

_CARD_HOUR: Final = re.compile("|".join(written.CARD_HOURS), re.IGNORECASE)
_DIVIDING: Final = (*written.PER, *written.YEARLY)


class OtherUnitError(ReadingError):
    """A quantity of something else than what is wanted."""

    def __init__(self) -> None:
        super().__init__(translate("Typed", "it is of another unit"))


@dataclass(frozen=True, slots=True)
class Factor:
    """One factor of a unit: a size, what it is a size of, and -1 where the unit divides by it."""

    size: Fraction
    name: str
    power: int


@dataclass(frozen=True, slots=True)
class Unit:
    """The factors of a unit, and the forms in which it was written."""

    factors: tuple[Factor, ...]
    forms: frozenset[str] = frozenset()

    @property
    def size(self) -> Fraction:
        """What the unit is in the units of its factors."""
        return prod((each.size**each.power for each in self.factors), start=Fraction(1))

    @property
    def dimensions(self) -> dict[str, int]:
        """What it measures."""
        powers = Counter[str]()
        for each in self.factors:
            powers[each.name] += each.power
        return {name: power for name, power in powers.items() if name and power}


def unit_meant(before: str, behind: str, unit: str, *, has_magnitude: bool) -> Unit:
    """Return the unit that was typed before and behind a number where `unit` is wanted.

    Nothing typed is the unit itself, without its own magnitude if one was typed.
    """
    own = leading_magnitude(unit).rest if has_magnitude else unit
    if not before and behind.lower() in ("", own.lower()):
        return replace(_of_model(own), forms=_forms_in(behind))
    if behind[:1].isdecimal() and not behind.startswith("1/"):
        said = translate("Typed", '"{text}" may be another number')
        raise ReadingError(said.format(text=quoted(behind)))
    if before and not matched(behind, written.MONEY):
        behind = f"{before} {behind}"
    elif matched(behind, (*written.FORMS, *_DIVIDING)) in _DIVIDING:
        behind = f"{own.partition('/')[0]} {behind}"
    typed = unit_of_text(behind)
    names = {each.name for each in typed.factors if each.power < 0}
    wanted = _of_model(unit).factors
    omitted = (each for each in wanted if each.power < 0 and each.name not in names)
    return Unit((*typed.factors, *omitted), typed.forms)


def _forms_in(behind: str) -> frozenset[str]:
    """Return the forms in what was typed; none where that is nothing."""
    return _of_model(behind).forms if behind else frozenset()


def factor_between(typed: Unit, unit: str) -> Fraction:
    """Return the factor that converts the typed unit to `unit`; ReadingError for other measures."""
    wanted = _of_model(unit)
    if typed.dimensions != wanted.dimensions:
        raise OtherUnitError
    return typed.size / wanted.size


def unit_of_text(text: str) -> Unit:
    """Return the unit that a text is; empty or 1 is that of a bare number."""
    rest = _CARD_HOUR.sub("h100e/h", re.sub(r"^1(?=\W|$)", "ratio", text.strip()))
    factors, forms, power = list[Factor](), list[str](), 1
    while rest:
        factor, form, rest = _factor(rest, power)
        factors.append(factor)
        forms.append(form)
        if yearly := matched(rest, written.YEARLY):
            factors.append(Factor(Fraction(1), "time", -1))
            forms.append(yearly)
            rest = rest[len(yearly) :].lstrip()
        if rest:
            power, rest = _joined(rest, power)
    return Unit(tuple(factors), frozenset(forms))


def _of_model(text: str) -> Unit:
    """Return the unit of a row; one that is in no form people write is a thing of its own."""
    try:
        return unit_of_text(text)
    except ReadingError:
        magnitude = leading_magnitude(text)
        return Unit((Factor(Fraction(magnitude.factor), magnitude.rest, 1),))


def _factor(text: str, power: int) -> tuple[Factor, str, str]:
    """Return the factor that a text begins with, its form, and what follows."""
    magnitude = leading_magnitude(text)
    joining = matched(magnitude.rest, written.JOINING)
    rest = magnitude.rest[len(joining) :].lstrip()
    form = matched(rest, written.FORMS)
    if not form:
        raise _no_unit(text)
    size, name = written.FORMS[form]
    return Factor(magnitude.factor * size, name, power), form, rest[len(form) :].lstrip()


def _joined(text: str, power: int) -> tuple[int, str]:
    """Return the power of the next factor, and the text from there."""
    if sign := matched(text, written.PER):
        return -1, _after(text, sign)
    if sign := matched(text, written.TIMES):
        return 1, _after(text, sign)
    if power < 0 and (sign := matched(text, written.AND_PER)):
        return -1, _after(text, sign)
    raise _no_unit(text)


def _after(text: str, sign: str) -> str:
    """Return what a sign joins to; there must be something."""
    rest = text[len(sign) :].lstrip()
    if not rest:
        raise _no_unit(text)
    return rest


def _no_unit(text: str) -> ReadingError:
    said = translate("Typed", '"{text}" is not a unit of it')
    return ReadingError(said.format(text=quoted(text)))
