"""Numbers as people read them: grouped digits, a real minus, as many decimals as tell something.

No Qt: the separators are given, those of the language that the words around a number are in.
"""

from dataclasses import dataclass
from math import floor, isfinite, log10

from planner.quantities.shown import MINUS, words_of
from planner.quantities.telling import is_seen, telling_decimals


@dataclass(frozen=True, slots=True)
class Numerals:
    """The separators of a language."""

    group: str = ","
    decimal: str = "."


ENGLISH_NUMERALS = Numerals()


def fixed(value: float, decimals: int, numerals: Numerals) -> str:
    """Return a number with so many decimals; what is no number is said in words."""
    if not isfinite(value):
        return words_of(value)
    text = f"{abs(value):,.{decimals if value else 0}f}"
    negative = value < 0 and has_digits(text)
    if numerals is not ENGLISH_NUMERALS:
        text = text.replace(",", "\0").replace(".", numerals.decimal).replace("\0", numerals.group)
    return MINUS + text if negative else text


def signed_fixed(value: float, decimals: int, numerals: Numerals) -> str:
    """Return a number with its sign and so many decimals; a rounded zero has none."""
    text = fixed(value, decimals, numerals)
    return f"+{text}" if value > 0 and has_digits(text) else text


def has_digits(text: str) -> bool:
    """Tell whether a number in words has another digit than zero."""
    return any(digit in "123456789" for digit in text)


def decimals_for(step: float) -> int:
    """Return the decimals a scale with this step needs."""
    if step <= 0 or not isfinite(step):
        return 0
    places = range(max(0, -floor(log10(step)) + 3))
    return next((n for n in places if abs(round(step, n) - step) < step / 1000), len(places))


def readable(value: float, numerals: Numerals, reference: float | None = None) -> str:
    """Return a number with three telling digits; `reference` sets the decimals of a group."""
    size = value if reference is None or not isfinite(reference) else reference
    return fixed(value, telling_decimals(size), numerals)


def trimmed(value: float, numerals: Numerals) -> str:
    """Return a number that was set or printed, three telling digits without the zeros after them.

    A budget of 80 is no 80.0, which would say that it was measured.
    """
    return without_zeros(readable(value, numerals), numerals)


def without_zeros(text: str, numerals: Numerals) -> str:
    """Return a written number without the zeros at the end of its decimals."""
    return text.rstrip("0").rstrip(numerals.decimal) if numerals.decimal in text else text


def signed(value: float, numerals: Numerals, reference: float | None = None) -> str:
    """Return a number as `readable` does, a positive one with its plus."""
    text = readable(value, numerals, reference)
    return f"+{text}" if value > 0 and has_digits(text) else text


def signed_change(change: float, numerals: Numerals, decimals: int) -> str:
    """Return a change with its sign and so many decimals.

    Empty where these hide it: it is less than the values it lies between can tell.
    """
    return signed_fixed(change, decimals, numerals) if is_seen(change, decimals) else ""
