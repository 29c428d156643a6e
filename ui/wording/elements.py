"""What areas, segments and the whole are called, in the language that the window speaks."""

from planner.model.indices import AREAS, LABELS, SEGMENTS
from planner.model.outcome import Outcome
from planner.model.sums import COUNTS, is_sum, members
from planner.quantities.told.labels import model_text
from planner.quantities.told.lists import in_a_row
from planner.storage.sentences.catalog import translate


def element_names() -> dict[str, str]:
    """Return the full name of every area and segment, and of the whole under the empty key."""
    parts = {key: model_text(label) for key, label in LABELS.items()}
    return parts | {"": translate("Chart", "Total")}


def short_names() -> dict[str, str]:
    """Return the names that are shorter where there is little room."""
    return {
        "cloud": translate("Chart", "Clouds"),
        "centers": translate("Chart", "Centers"),
    }


def short_name(element: str) -> str:
    """Return what an area or a segment is called where there is little room."""
    return short_names().get(element) or element_names()[element]


def element_name(element: str) -> str:
    """Return what an element is called in full; a sum of areas by what it leaves out."""
    if not is_sum(element):
        return element_names()[element]
    left_out = [element_names()[each] for each in AREAS if each not in members(element)]
    text = translate("Chart", "the other {count} places, without {areas}")
    return text.format(count=number_words()[len(members(element))], areas=in_a_row(left_out))


def number_words() -> tuple[str, ...]:
    """Return the numbers of places in words, from none on."""
    return tuple(model_text(word) for word in COUNTS)


def name_within(element: str) -> str:
    """Return what an area or a segment is called within a title, where only areas are names."""
    if is_sum(element):
        return " + ".join(map(short_name, members(element)))
    name = short_name(element)
    return name.lower() if element in SEGMENTS else name


def place_name(outcome: Outcome) -> str:
    """Return what the whole of an outcome is; empty where its name says already where it is."""
    if outcome.says_where:
        return ""
    if outcome.adds_up_areas:
        return translate("Chart", "all seven places")
    return translate("Chart", "all of China")
