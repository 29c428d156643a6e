"""Numbers as people read them, for the faces: those of the planner, and scales' decimals.

How a number is written is told in `planner.quantities.told.numerals`. Floor: wording, no Qt.
"""

from math import floor, isfinite, log10

from planner.quantities.told.numerals import (
    ENGLISH_NUMERALS,
    Numerals,
    fixed,
    has_digits,
    printed_alike,
    readable,
    signed,
    signed_change,
    signed_fixed,
    trimmed,
    without_zeros,
)

__all__ = [
    "ENGLISH_NUMERALS",
    "Numerals",
    "decimals_for",
    "fixed",
    "has_digits",
    "printed_alike",
    "readable",
    "signed",
    "signed_change",
    "signed_fixed",
    "trimmed",
    "without_zeros",
]


def decimals_for(step: float) -> int:
    """Return the decimals a scale with this step needs."""
    if step <= 0 or not isfinite(step):
        return 0
    places = range(max(0, -floor(log10(step)) + 3))
    return next((n for n in places if abs(round(step, n) - step) < step / 1000), len(places))
