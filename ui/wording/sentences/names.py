"""What stands within a sentence: names of outcomes and places, a reference, a share of futures.

Floor: wording, no Qt.
"""

from typing import Final

from planner.model.indices import SEGMENTS, place_text
from planner.model.outcome import Outcome
from planner.model.sums import NAMED_AT_MOST, count_text, members
from planner.quantities.told.labels import model_text, within_a_line
from planner.storage.sentences.catalog import translate
from planner.studies.parts.reference import called

_ALL: Final = 1.0
_SHORT_OF_ALL: Final = 99


def name_within(outcome: Outcome, element: str) -> str:
    """Return what an outcome is called within a sentence, and where."""
    label = within_a_line(model_text(outcome.label))
    if not element:
        return label
    text = translate("Sentences", "{name} in {place}")
    return text.format(name=label, place=place_within(element))


def place_within(element: str) -> str:
    """Return an area, a segment, a few areas together, or how many others there are."""
    if element in SEGMENTS:
        clouds = translate("Sentences", "clouds")
        return clouds if element == "cloud" else translate("Sentences", "centers")
    parts = members(element)
    if len(parts) <= NAMED_AT_MOST:
        return " + ".join(map(place_text, parts))
    return others_text(len(parts))


def others_text(count: int) -> str:
    """Return all other places together by their number."""
    text = translate("Sentences", "the other {count} places")
    return text.format(count=count_text(count))


def reference_text(name: str) -> str:
    """Return what a scenario is held against; an empty name stands for the baseline."""
    return called(name) or translate("Sentences", "the baseline")


def futures_text(share: float) -> str:
    """Return a share of futures in whole percents; all and none only of all and none."""
    if share >= _ALL:
        return translate("Sentences", "all futures")
    if share <= 0:
        return translate("Sentences", "no future")
    text = translate("Sentences", "{share}% of futures")
    return text.format(share=percent(share))


def percent(share: float) -> int:
    """Return a share in whole percents; 0 and 100 are only none and all."""
    return round(100 * share) if share in (0, 1) else min(_SHORT_OF_ALL, max(1, round(100 * share)))
