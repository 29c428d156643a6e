"""Areas or segments taken together: an element that is a sum of others; third floor of planner.

A sum is written with plus signs, `beijing+henan`, in the order of its index. Wherever an outcome
that adds up is asked for by element, it may be asked for by a sum: each future's own sum, which is
no sum of medians. The engine knows nothing of it; what is summed is done where futures are read.
"""

from collections.abc import Collection, Iterable
from typing import Final

from planner.model.indices import AREAS, ELEMENTS, place_text
from planner.model.outcome import Outcome
from planner.quantities.told.labels import model_text
from planner.quantities.told.lists import in_a_row
from planner.storage.sentences.catalog import translate

PLUS: Final = "+"
COUNTS: Final = ("no", "one", "two", "three", "four", "five", "six", "seven")
"""Numbers of places in words."""
NAMED_AT_MOST: Final = 3
"""Places of a sum that are named one by one; a larger one is named by what it leaves out."""


def together(elements: Iterable[str]) -> str:
    """Return the element that stands for several at once, or for one of them alone."""
    wanted = {*elements} - {""}
    return PLUS.join(each for every in ELEMENTS.values() for each in every if each in wanted)


def members(element: str) -> tuple[str, ...]:
    """Return the elements that are summed: an element that is no sum is its own only one."""
    return tuple(element.split(PLUS))


def is_sum(element: str) -> bool:
    """Tell whether an element stands for several at once."""
    return PLUS in element


def others_of(areas: Collection[str]) -> str:
    """Return all areas but these, together."""
    return together(each for each in AREAS if each not in areas)


def sums_of(areas: Collection[str]) -> tuple[str, ...]:
    """Return the sums that are told of some areas: they together, and all others together."""
    asked = (together(areas), others_of(areas)) if areas else ()
    return tuple(filter(is_sum, asked))


def with_sums(outcome: Outcome, sums: Iterable[str]) -> tuple[str, ...]:
    """Return the elements of an outcome, and behind them what it has of some sums."""
    has = (each for each in dict.fromkeys(sums) if is_sum(each) and can_be_asked(outcome, each))
    return (*outcome.elements, *has)


def can_be_asked(outcome: Outcome, element: str) -> bool:
    """Tell whether an outcome has values for an element, or for a sum of its elements."""
    if not is_sum(element):
        return element in outcome.elements
    parts = members(element)
    known = outcome.adds_up and set(parts) <= set(outcome.elements) - {""}
    return known and element == together(parts)


def count_text(count: int) -> str:
    """Return a number of places in words."""
    return model_text(COUNTS[count])


def others_in_words(element: str) -> str:
    """Return what a sum of areas is called by how many it is; the rest is told beside it."""
    text = translate("Planner", "the other {count} places")
    return text.format(count=count_text(len(members(element))))


def label_of(element: str) -> str:
    """Return the name of an element; that of a large sum says what it leaves out."""
    parts = members(element)
    if len(parts) <= NAMED_AT_MOST:
        return f" {PLUS} ".join(map(place_text, parts))
    text = translate("Planner", "Other {count} places (without {names})")
    left_out = in_a_row(place_text(each) for each in AREAS if each not in parts)
    return text.format(count=count_text(len(parts)), names=left_out)
