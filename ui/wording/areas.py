"""How the places of the window are called, and what is said of a place there is not.

Floor: wording.
"""

from collections.abc import Sequence

from planner.model.stand_ins import SENTENCES, StandIn, area_named, stand_in_for
from planner.quantities.told.labels import model_text
from planner.storage.sentences.catalog import translate
from ui.wording.elements import element_names

_NAMED_AT_MOST = 2


def all_places(*, short: bool = False) -> str:
    """Return what stands for the choice of all places."""
    return translate("Places", "All") if short else translate("Places", "All places")


def names_beside(areas: Sequence[str]) -> str:
    """Return the names of places that stand side by side."""
    names = element_names()
    return " + ".join(names[each] for each in areas)


def short_names_beside(areas: Sequence[str]) -> str:
    """Return the same where there is little room: more than two are counted."""
    if len(areas) <= _NAMED_AT_MOST:
        return names_beside(areas)
    text = translate("Places", "{count} places")
    return text.format(count=len(areas))


def stands_for(typed: str) -> str:
    """Return what stands for a typed place; empty for one that is there, or that is none."""
    if area_named(typed) is not None:
        return ""
    found = stand_in_for(typed)
    return "" if found is None else sentence_on(found)


def sentence_on(place: StandIn) -> str:
    """Return what stands for a place that the model does not have."""
    area = element_names()[place.area] if place.area else ""
    return model_text(SENTENCES[place.kind]).format(place=model_text(place.name), area=area)
