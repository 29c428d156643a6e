"""Numbers as a field shows them, and bare numbers as they are typed.

What is written to be edited keeps the decimals it has; numbers to be read are those of the charts.
Both are in the form of the language that the window speaks, whatever the system's is, and a text
is read in that form too. A field reads numbers with units: `planner.quantities.typed.reading`.
"""

from typing import Final

from PySide6.QtCore import QLocale

from planner.quantities.told.numerals import numerals
from planner.quantities.typed.digits import ReadingError
from planner.quantities.typed.reading import read_quantity
from ui.wording.numbers import Numerals, fixed

_DECIMALS: Final = 4
_SAME: Final = 1e-9


def parse_number(text: str, _locale: QLocale | None = None) -> float | None:
    """Return the bare number that a text is, or None where it is none.

    The system's locale changes nothing: the text is read in the form in which numbers are shown.
    """
    try:
        return read_quantity(text)
    except ReadingError:
        return None


def number_text(
    value: float, *, grouped: bool = True, most: int = _DECIMALS, fewest: int = 0
) -> str:
    """Return a number to edit, with no more decimals than it has, within bounds."""
    shown = numerals()
    style = shown if grouped else Numerals("", shown.decimal)
    for decimals in range(fewest, most):
        if abs(value - round(value, decimals)) <= _SAME * max(1.0, abs(value)):
            return fixed(value, decimals, style)
    return fixed(value, most, style)
