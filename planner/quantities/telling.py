"""How exactly a number is told, and from which size on a change means something.

First floor of planner. The one owner of this rule: cards, sheets, files and terminal say a change
with as many decimals as its level has, and not at all below that. Knows no language and writes
nothing.
"""

from collections.abc import Iterable
from math import floor, isfinite, log10

from planner.quantities.unit_forms import UnitForm

_DIGITS = frozenset("123456789")


def telling_decimals(size: float) -> int:
    """Return how many decimals show three digits of a number of this size."""
    telling = isfinite(size) and size != 0
    return min(6, max(0, 2 - floor(log10(abs(size))))) if telling else 0


def level_decimals(size: float, form: UnitForm) -> int:
    """Return with how many decimals a level of this size is told; what is counted, with none."""
    return 0 if form.is_count else telling_decimals(size)


def is_told(median: float, ends: Iterable[float | None], decimals: int) -> bool:
    """Tell whether levels with so many decimals show any of a difference or of its range."""
    return any(is_seen(each, decimals) for each in (median, *ends) if each is not None)


def ends_told(low: float, high: float) -> tuple[float, float] | None:
    """Return the ends of a range; None where both are one number.

    Of one future there is no range to tell, nor where all futures give the same.
    """
    return None if low == high and isfinite(low) else (low, high)


def is_seen(number: float, decimals: int) -> bool:
    """Tell whether a number has another digit than zero at so many decimals."""
    return isfinite(number) and not _DIGITS.isdisjoint(f"{abs(number):.{decimals}f}")
