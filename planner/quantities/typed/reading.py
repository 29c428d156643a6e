"""Reads a quantity that somebody typed: the whole text is understood, or it is refused.

A number is read in the form of the language spoken, in which Suanli shows numbers: in English a
point before decimals, commas between thousands. Another form is read too where it can mean nothing
else (1.234,5 or 12,5). Magnitudes and units are those of `written`, in all languages at all times;
the result is in the unit that was asked for. Floor: quantities.
"""

from dataclasses import dataclass, replace
from fractions import Fraction
from math import isfinite
from typing import Final

from planner.quantities.typed import written
from planner.quantities.typed.digits import ReadingError, decimal_mark, folded, leading_digits
from planner.quantities.typed.magnitude import leading_magnitude, matched, quoted
from planner.quantities.typed.unit_text import factor_between, unit_meant
from planner.storage.sentences.catalog import translate

_LONGEST: Final = 80
_SHARES: Final = {"百分之": "%", "千分之": "‰"}
"""What stands before the number of a share."""
_MINUS: Final = ("-", "负", "meno ", "minus ")


@dataclass(frozen=True, slots=True)
class _Count:
    """A number with the product of its magnitudes, in the forms they were written in."""

    number: Fraction
    magnitude: int
    forms: tuple[str, ...]
    rest: str
    is_ambiguous: bool

    @property
    def size(self) -> Fraction:
        """What it counts in all."""
        return self.number * self.magnitude


def read_quantity(text: str, unit: str = "1", mark: str = "") -> float:
    """Return the number that a typed text means in `unit`.

    A number alone is in the unit itself. A magnitude alone counts the unit without the one it
    has: in bn CNY, 400 M is 0.4 and 3800亿 is 380. What the typed unit does not divide by is
    taken from `unit`. The `mark` before decimals is that of the language spoken, unless it is
    known to be another one. Raises ReadingError for anything else.
    """
    if len(text) > _LONGEST:
        raise ReadingError(translate("Typed", "it is too long for a number"))
    unit, mark = folded(unit), mark or decimal_mark()
    sign, before, body = _opened(folded(text))
    count = _counted(body, mark)
    typed = unit_meant(before, count.rest, unit, has_magnitude=bool(count.forms))
    if count.is_ambiguous and _is_of_other_marks({*count.forms, *typed.forms}, mark):
        said = translate("Typed", "its mark may part thousands or decimals, write it without one")
        raise ReadingError(said)
    return sign * _as_float(count.size * factor_between(typed, unit))


def _is_of_other_marks(forms: set[str], mark: str) -> bool:
    """Tell whether words are of a language with another mark before decimals."""
    if mark == ".":
        return bool(written.ITALIAN_FORMS & forms)
    return bool(written.ENGLISH_FORMS & forms) or any(map(written.is_chinese, forms))


def _as_float(number: Fraction) -> float:
    try:
        value = float(number)
    except OverflowError:
        value = float("inf")
    if not isfinite(value):
        raise ReadingError(translate("Typed", "it is too large"))
    return value


def _opened(text: str) -> tuple[int, str, str]:
    """Return the sign, the unit that stands before the number, and the rest."""
    sign, before = 0, ""
    while text:
        form = matched(text, (*written.MONEY, *_SHARES))
        signed = matched(text, ("+", *_MINUS))
        if signed and not sign:
            sign, text = (1 if signed == "+" else -1), text[len(signed) :].lstrip()
        elif form and not before:
            before, text = _SHARES.get(form, form), text[len(form) :].lstrip()
        else:
            break
    return sign or 1, before, text


def _counted(text: str, mark: str) -> _Count:
    """Return the count at the start of a text; 1亿2000万 is one, of descending parts."""
    whole = last = _part(text, mark)
    while last.forms and last.forms[-1] in written.IDEOGRAPHS and last.rest[:1].isdecimal():
        part = _part(last.rest, mark)
        if part.size >= last.magnitude or not _fills(part, last):
            said = translate("Typed", '"{text}" may mean more than one number')
            raise ReadingError(said.format(text=quoted(text)))
        whole = replace(part, number=whole.size + part.size, magnitude=1)
        last = part
    return whole


def _fills(part: _Count, above: _Count) -> bool:
    """Tell whether a part has a magnitude, or all the digits that the one above leaves open."""
    return part.magnitude > 1 or 10 ** len(str(int(part.number))) == above.magnitude


def _part(text: str, mark: str) -> _Count:
    """Return one number and the magnitude right behind it."""
    digits = leading_digits(text, mark)
    magnitude = leading_magnitude(digits.rest)
    return _Count(
        digits.number, magnitude.factor, magnitude.forms, magnitude.rest, digits.is_ambiguous
    )
