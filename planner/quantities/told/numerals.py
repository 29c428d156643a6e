"""Numbers as people read them: grouped digits, a real minus, as many decimals as tell something.

The separators are those of the language that the words around a number are in, as Qt's locales
have them. What a machine reads is not written here. Floor: quantities.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Final

from planner.quantities.shown import MINUS, words_of
from planner.quantities.telling import is_seen, telling_decimals
from planner.storage.sentences.spoken import Language, spoken

_MOST_DIGITS: Final = 10


@dataclass(frozen=True, slots=True)
class Numerals:
    """The separators of a language; numbers of fewer digits than `least_grouped` have no groups."""

    group: str = ","
    decimal: str = "."
    least_grouped: int = 4


ENGLISH_NUMERALS: Final = Numerals()
_BY_LANGUAGE: Final[dict[Language, Numerals]] = {"it": Numerals(".", ",", least_grouped=5)}


def numerals() -> Numerals:
    """Return the separators of the language spoken: those of the words, not of the system."""
    return _BY_LANGUAGE.get(spoken(), ENGLISH_NUMERALS)


def fixed(value: float, decimals: int, style: Numerals | None = None) -> str:
    """Return a number with so many decimals; what is no number is said in words."""
    if not isfinite(value):
        return words_of(value)
    return _signed_text(value, f"{abs(value):,.{decimals if value else 0}f}", style)


def plain(value: float, digits: int = _MOST_DIGITS, *, is_grouped: bool = True) -> str:
    """Return a number as it was set, with so many digits at most and no zeros behind them."""
    if not isfinite(value):
        return words_of(value)
    size = abs(value)
    return _signed_text(value, f"{size:,.{digits}g}" if is_grouped else f"{size:.{digits}g}", None)


def signed_fixed(value: float, decimals: int, style: Numerals | None = None) -> str:
    """Return a number with its sign and so many decimals; a rounded zero has none."""
    text = fixed(value, decimals, style)
    return f"+{text}" if value > 0 and has_digits(text) else text


def has_digits(text: str) -> bool:
    """Tell whether a number in words has another digit than zero."""
    return any(digit in "123456789" for digit in text)


def readable(value: float, style: Numerals | None = None, reference: float | None = None) -> str:
    """Return a number with three telling digits; `reference` sets the decimals of a group."""
    size = value if reference is None or not isfinite(reference) else reference
    return fixed(value, telling_decimals(size), style)


def trimmed(value: float, style: Numerals | None = None) -> str:
    """Return a number that was set or printed, three telling digits without the zeros after them.

    A budget of 80 is no 80.0, which would say that it was measured.
    """
    return without_zeros(readable(value, style), style)


def printed_alike(values: Sequence[float], style: Numerals | None = None) -> list[str]:
    """Return numbers that were printed together, each with the same decimals, none too many.

    The first says how many tell something; zeros at the end of all of them are left out.
    """
    most = telling_decimals(values[0])
    fewest = next(
        (each for each in range(most) if all(_is_whole(value, each, most) for value in values)),
        most,
    )
    return [fixed(value, fewest, style) for value in values]


def _is_whole(value: float, decimals: int, most: int) -> bool:
    """Tell whether a number with so many decimals says as much as with the most."""
    return round(value, decimals) == round(value, most)


def without_zeros(text: str, style: Numerals | None = None) -> str:
    """Return a written number without the zeros at the end of its decimals."""
    decimal = (style or numerals()).decimal
    return text.rstrip("0").rstrip(decimal) if decimal in text else text


def signed(value: float, style: Numerals | None = None, reference: float | None = None) -> str:
    """Return a number as `readable` does, a positive one with its plus."""
    text = readable(value, style, reference)
    return f"+{text}" if value > 0 and has_digits(text) else text


def signed_change(change: float, style: Numerals | None, decimals: int) -> str:
    """Return a change with its sign and so many decimals.

    Empty where these hide it: it is less than the values it lies between can tell.
    """
    return signed_fixed(change, decimals, style) if is_seen(change, decimals) else ""


def _signed_text(value: float, english: str, style: Numerals | None) -> str:
    negative = value < 0 and has_digits(english)
    text = _with_marks(english, style or numerals())
    return MINUS + text if negative else text


def _with_marks(english: str, style: Numerals) -> str:
    """Return a number written in English with the separators of a language in place."""
    if style == ENGLISH_NUMERALS:
        return english
    whole, point, rest = english.partition(".")
    digits = whole.replace(",", "")
    grouped = whole.replace(",", style.group)
    whole = grouped if len(digits) >= style.least_grouped else digits
    return f"{whole}{style.decimal}{rest}" if point else whole
