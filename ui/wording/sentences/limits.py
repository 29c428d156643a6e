"""The sentence on what limits compute in a year, and how much more chips are wanted than offered.

Floor: wording, no Qt.
"""

from collections.abc import Mapping
from math import isfinite

from planner.quantities.told.lists import clauses
from planner.quantities.told.numerals import numerals
from planner.storage.sentences.catalog import translate
from planner.studies.parts.limits import LimitShare
from ui.wording.figures.limits import shares_text
from ui.wording.numbers import readable
from ui.wording.sentences.names import place_within


def limits_sentence(
    limits: Mapping[str, tuple[LimitShare, ...]],
    year: int,
    wanted: float | None,
    *,
    is_one_future: bool = False,
) -> str:
    """Return what limits each segment, all shares of it; empty where nothing is known.

    `limits` are the shares of each segment as a year has them on average, `wanted` the chips wanted
    per chip on offer in its December, told where it is above one. Of one future shares are those of
    the year.
    """
    known = {element: shares for element, shares in limits.items() if shares}
    if not known:
        return ""
    text = translate("Sentences", "{year} mean, share of futures: {limits}{shortage}.")
    if is_one_future:
        text = translate("Sentences", "{year}, share of the year: {limits}{shortage}.")
    said = clauses(
        _limited(element, shares, is_first=number == 0)
        for number, (element, shares) in enumerate(known.items())
    )
    return text.format(year=year, limits=said, shortage=shortage_clause(wanted))


def shortage_clause(wanted: float | None) -> str:
    """Return how many times the chips on offer are wanted in December; empty where no more are."""
    if wanted is None or not isfinite(wanted) or wanted <= 1:
        return ""
    number = readable(wanted, numerals())
    if number == readable(1.0, numerals()):
        return ""
    text = translate("Sentences", "; in Dec, {number} chips wanted per chip on offer")
    return text.format(number=number)


def _limited(element: str, shares: tuple[LimitShare, ...], *, is_first: bool) -> str:
    text = translate("Sentences", "{segment} by {shares}")
    if is_first:
        text = translate("Sentences", "{segment} limited by {shares}")
    return text.format(segment=place_within(element), shares=shares_text(shares))
