"""Numbers as people read and type them, in their locale.

Reading is tolerant: group marks, either decimal mark, full-width digits, a trailing unit. What is
written to be edited keeps the decimals it has; numbers to be read are those of the charts.
"""

import re
import unicodedata
from math import isfinite
from typing import Final

from PySide6.QtCore import QLocale

from ui.charts.numbers import MINUS, Numerals, fixed
from ui.charts.words import numerals

_NUMBER = re.compile(r"^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.IGNORECASE)
_GROUP: Final = 3
_DECIMALS: Final = 4
_SAME: Final = 1e-9


def parse_number(text: str, locale: QLocale) -> float | None:
    """Return the number a person typed, or None when there is none or it is not finite."""
    folded = unicodedata.normalize("NFKC", text).replace(MINUS, "-")
    folded = re.sub(r"[\s'’_]", "", folded)
    found = _NUMBER.match(_with_point(folded, locale))
    if found is None:
        return None
    number = float(found.group())
    return number if isfinite(number) else None


def _with_point(text: str, locale: QLocale) -> str:
    """Return the text with a point as decimal mark and no group marks."""
    marks = [mark for mark in text if mark in ".,"]
    if not marks:
        return text
    if len(set(marks)) > 1:
        return _split_at(text, marks[-1])
    mark = marks[0]
    whole, _, rest = text.partition(mark)
    digits = re.match(r"\d*", rest)
    is_group = len(marks) > 1 or (
        mark != locale.decimalPoint()
        and whole.lstrip("+-") not in {"", "0"}
        and digits is not None
        and len(digits.group()) == _GROUP
    )
    return text.replace(mark, "") if is_group else text.replace(mark, ".")


def _split_at(text: str, decimal: str) -> str:
    group = "," if decimal == "." else "."
    return text.replace(group, "").replace(decimal, ".")


def number_text(value: float, *, grouped: bool = True, most: int = _DECIMALS) -> str:
    """Return a number to edit, in the user's locale, with no more decimals than it has."""
    style = numerals() if grouped else Numerals("", QLocale().decimalPoint())
    for decimals in range(most):
        if abs(value - round(value, decimals)) <= _SAME * max(1.0, abs(value)):
            return fixed(value, decimals, style)
    return fixed(value, most, style)
