"""The sentence on what limits compute in a year, and how much more chips are wanted than offered.

Floor: wording, no Qt.
"""

from collections.abc import Mapping, Sequence
from math import isfinite
from typing import Final

from planner.quantities.told.labels import model_text
from planner.quantities.told.lists import in_a_row, in_turn
from planner.quantities.told.numerals import numerals
from planner.storage.sentences.catalog import translate
from planner.studies.parts.limits import LimitShare
from ui.wording.numbers import readable
from ui.wording.sentences.names import futures_text, percent, place_within

_MOST: Final = 0.5
"""Above this share of futures a state limits; below it is the one that most are in."""


def limits_sentence(
    limits: Mapping[str, tuple[LimitShare, ...]],
    year: int,
    wanted: float | None,
    *,
    is_one_future: bool = False,
) -> str:
    """Return what limits each segment, the largest share first; empty where nothing is known.

    `limits` are the shares of each segment as a year has them on average, `wanted` the chips wanted
    per chip on offer in its December, told where it is above one. Of one future shares are those of
    the year.
    """
    first = {element: shares[0] for element, shares in limits.items() if shares}
    if not first:
        return ""
    shares = [
        _share_of_year(each) if is_one_future else _share(each, is_named=number == 0)
        for number, each in enumerate(first.values())
    ]
    said = (_alike if _are_alike(first) else _apart)(first, shares)
    text = translate("Sentences", "{year} mean: {limits}{shortage}.")
    if is_one_future:
        text = translate("Sentences", "{year}: {limits}{shortage}.")
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


def _are_alike(first: Mapping[str, LimitShare]) -> bool:
    return len(first) > 1 and len({each.state.key for each in first.values()}) == 1


def _alike(first: Mapping[str, LimitShare], shares: Sequence[str]) -> str:
    """Return one state of all segments, each with its share."""
    where = [
        _with_share(place_within(element), share)
        for element, share in zip(first, shares, strict=True)
    ]
    state = model_text(next(iter(first.values())).state.label).lower()
    text = translate("Sentences", "limited by {state} in {segments} and {last}")
    *before, last = where
    return text.format(state=state, segments=in_a_row(before), last=last)


def _apart(first: Mapping[str, LimitShare], shares: Sequence[str]) -> str:
    """Return the state of each segment with its share."""
    head = translate("Sentences", "{segment} limited by {state}")
    other = translate("Sentences", "{segment} by {state}")
    said = (
        (other if number else head).format(
            segment=place_within(element), state=model_text(each.state.label).lower()
        )
        for number, (element, each) in enumerate(first.items())
    )
    return in_turn(_with_share(*pair) for pair in zip(said, shares, strict=True))


def _with_share(said: str, share: str) -> str:
    text = translate("Sentences", "{said} ({share})")
    return text.format(said=said, share=share) if share else said


def _share_of_year(each: LimitShare) -> str:
    """Return how much of the year a future is in a state; empty for all of it."""
    text = translate("Sentences", "{share}% of the year")
    return text.format(share=percent(each.share)) if each.share < 1 else ""


def _share(each: LimitShare, *, is_named: bool) -> str:
    """Return a share; that of the first names what it is of, a small one says it is the largest."""
    said = futures_text(each.share)
    if not is_named and 0 < each.share < 1:
        said = f"{percent(each.share)}%"
    if each.share > _MOST:
        return said
    return translate("Sentences", "{futures}, the largest share").format(futures=said)
