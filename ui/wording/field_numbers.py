"""Numbers as a field shows them, to be edited. Floor: wording.

They keep the decimals they have, in the form of the language spoken, whatever the system's is;
numbers to be read are those of the charts. A field reads what is typed by
`planner.quantities.typed.reading`.
"""

from typing import Final

from planner.quantities.told.numerals import numerals
from ui.wording.numbers import Numerals, fixed

_DECIMALS: Final = 4
_SAME: Final = 1e-9


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
