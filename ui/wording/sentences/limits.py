"""The sentence on what limits compute in a year, and how much more chips are wanted than offered.

Floor: wording, no Qt.
"""

from collections.abc import Mapping
from math import isfinite
from typing import Final

from planner.studies.parts.limits import LimitShare
from ui.wording.numbers import readable
from ui.wording.sentences.speech import Speech

_MOST: Final = 0.5
"""Above this share of futures a state limits; below it is the one that most are in."""


def limits_sentence(
    limits: Mapping[str, tuple[LimitShare, ...]], year: int, wanted: float | None, speech: Speech
) -> str:
    """Return what limits each segment, the largest share first; empty where nothing is known.

    `limits` are the shares of each segment as a year has them on average, `wanted` the chips wanted
    per chip on offer in its December, told where it is above one.
    """
    first = {element: shares[0] for element, shares in limits.items() if shares}
    if not first:
        return ""
    tr = speech.translate
    said = _alike(first, speech) if _are_alike(first) else _apart(first, speech)
    text = tr("Sentences", "{year}: {limits}{shortage}.")
    return text.format(year=year, limits=said, shortage=shortage_clause(wanted, speech))


def shortage_clause(wanted: float | None, speech: Speech) -> str:
    """Return how many times as many chips are wanted as are on offer; empty where no more are."""
    if wanted is None or not isfinite(wanted) or wanted <= 1:
        return ""
    number = readable(wanted, speech.numerals)
    if number == readable(1.0, speech.numerals):
        return ""
    text = speech.translate("Sentences", "; {number} times as many chips wanted as on offer")
    return text.format(number=number)


def _are_alike(first: Mapping[str, LimitShare]) -> bool:
    return len(first) > 1 and len({each.state.key for each in first.values()}) == 1


def _alike(first: Mapping[str, LimitShare], speech: Speech) -> str:
    """Return one state of all segments, each with its share."""
    tr = speech.translate
    where = [
        tr("Sentences", "{segment} ({futures})").format(
            segment=speech.place(element), futures=_share(each, speech, is_named=number == 0)
        )
        for number, (element, each) in enumerate(first.items())
    ]
    state = speech.label(next(iter(first.values())).state.label).lower()
    text = tr("Sentences", "limited by {state} in {segments} and {last}")
    *before, last = where
    return text.format(state=state, segments=", ".join(before), last=last)


def _apart(first: Mapping[str, LimitShare], speech: Speech) -> str:
    """Return the state of each segment with its share."""
    tr = speech.translate
    head = tr("Sentences", "{segment} limited by {state} ({futures})")
    other = tr("Sentences", "{segment} by {state} ({futures})")
    return ", ".join(
        (other if number else head).format(
            segment=speech.place(element),
            state=speech.label(each.state.label).lower(),
            futures=_share(each, speech, is_named=number == 0),
        )
        for number, (element, each) in enumerate(first.items())
    )


def _share(each: LimitShare, speech: Speech, *, is_named: bool) -> str:
    """Return a share; that of the first names what it is of, a small one says it is the largest."""
    tr, said = speech.translate, speech.futures(each.share)
    if not is_named and 0 < each.share < 1:
        said = f"{said.partition('%')[0]}%"
    return (
        said
        if each.share > _MOST
        else tr("Sentences", "{futures}, the largest share").format(futures=said)
    )
