"""How exactly a number is told, and from which size on a change means something.

First floor of planner. The one owner of this rule: cards, sheets, files and terminal say a change
with as many decimals as its level has, one more where these hide it, and not at all below that.
Knows no language and writes nothing.
"""

from collections.abc import Iterable
from math import floor, isfinite, log10

from planner.quantities.unit_forms import UnitForm

_DIGITS = frozenset("123456789")
_FOUR_DIGITS = 1000


def telling_decimals(size: float) -> int:
    """Return how many decimals show three digits of a number of this size."""
    telling = isfinite(size) and size != 0
    return min(6, max(0, 2 - floor(log10(abs(size))))) if telling else 0


def level_decimals(size: float, form: UnitForm) -> int:
    """Return with how many decimals a level of this size is told; what is counted, with none."""
    return 0 if form.is_count else telling_decimals(size)


def decimals_that_tell(change: float, decimals: int, size: float = 0.0) -> int | None:
    """Return the decimals that a change is told with, beside levels of this size and so many.

    One more where these hide it, unless the level is told in more than three digits as it is; None
    where that hides it as well: it is less than the levels it lies between can tell.
    """
    places = (decimals, decimals + 1) if abs(size) < _FOUR_DIGITS else (decimals,)
    return next((each for each in places if is_seen(change, each)), None)


def decimals_of_difference(
    median: float, ends: Iterable[float | None], decimals: int, size: float = 0.0
) -> int | None:
    """Return the decimals that a difference and its range are told with, None where it is not.

    Those of the levels where they show any of it, else one more if the median has it and levels of
    this size leave room for it.
    """
    if any(is_seen(each, decimals) for each in (median, *ends) if each is not None):
        return decimals
    return decimals_that_tell(median, decimals, size)


def is_seen(number: float, decimals: int) -> bool:
    """Tell whether a number has another digit than zero at so many decimals."""
    return isfinite(number) and not _DIGITS.isdisjoint(f"{abs(number):.{decimals}f}")
