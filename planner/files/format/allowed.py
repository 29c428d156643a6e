"""Says in words what one place of a scenario file may hold; seventh floor of planner.

It reads the JSON Schema that is published, so that the two cannot differ.
"""

from collections.abc import Iterable
from functools import reduce
from typing import Any, Final

from planner.quantities.shown import with_unit
from planner.quantities.unit_forms import UnitForm, unit_form
from planner.storage.sentences.file_error import shown
from planner.storage.sentences.message import Message, message
from planner.storage.sentences.spoken import ENGLISH

Schema = dict[str, Any]

_NAMES_AT_MOST: Final = 8
_CHOICES_AT_MOST: Final = 4
_OF_A_MONTH: Final = "^20"
LISTS: Final = {
    "Target": "a_list_of_targets",
    "OwnPoint": "a_list_of_points",
    "StoryStep": "a_list_of_steps",
    "BesideStep": "a_list_of_drawn_scenarios",
    "PinnedNote": "a_list_of_notes",
}
"""What is said of lists, by what they hold; others hold the knots of a path."""


def allowed_by(schema: Schema) -> Message:
    """Return in words what one place of the file may hold."""
    match schema:
        case {"const": value}:
            said = shown(value)
        case {"enum": choices}:
            said = _choice(choices)
        case {"oneOf": forms}:
            said = _one_of(forms)
        case {"type": "array", "maxItems": most}:
            said = message(LISTS.get(kind_of_items(schema), "knots"), most=most)
        case {"type": "object", "properties": known}:
            said = message("object_with", names=names_of(known))
        case {"type": "integer", "minimum": low, "maximum": high}:
            said = message("whole_number", low=low, high=high)
        case {"type": "number", "minimum": low, "maximum": high, "unit": unit}:
            said = _number(f"{low:.10g}", f"{high:.10g}", unit)
        case {"minLength": least, "maxLength": most}:
            said = message("text_from", low=least, high=most)
        case {"maxLength": most}:
            said = message("text_at_most", high=most)
        case _:
            is_month = schema["pattern"].startswith(_OF_A_MONTH)
            said = message("a_month" if is_month else "two_numbers")
    return said


def kind_of_items(schema: Schema) -> str:
    """Return which kind of objects a list holds, an empty text for one of pairs."""
    return str(schema["items"].get("$ref", "")).rpartition("/")[2]


def one_of(choices: Iterable[str]) -> Message:
    """Return choices of which there are many, the first of them."""
    return message("one_of", names=names_of(dict.fromkeys(choices)))


def _choice(choices: list[str]) -> Message:
    if len(choices) > _CHOICES_AT_MOST:
        return one_of(choices)
    return either(map(shown, choices))


def _one_of(forms: list[Schema]) -> Message:
    """Return what is allowed of a number or knots; of a level, the key of an outcome as well."""
    number, knots, *keys = forms
    if keys:
        return message("a_level")
    return message("either", first=allowed_by(number), second=allowed_by(knots))


def _number(low: str, high: str, unit: str) -> Message:
    form = unit_form(unit, language=ENGLISH)
    if form.factor != 1.0:
        least, most = (_shown(end, form) for end in (low, high))
        return message("number_shown", low=low, high=high, least=least, most=most)
    if not form.shown:
        return message("number_from", low=low, high=high)
    return message("number_of", low=low, high=high, unit=unit)


def _shown(end: str, form: UnitForm) -> str:
    return with_unit(f"{float(end) * form.factor:.10g}", form.shown)


def names_of(known: dict[str, Any]) -> Message | tuple[str, ...]:
    """Return the names of fields, the first of them where there are many."""
    names = tuple(known)
    if len(names) <= _NAMES_AT_MOST:
        return names
    more = len(names) - _NAMES_AT_MOST
    if more == 1:
        return message("and_one_more", names=names[:_NAMES_AT_MOST])
    return message("and_more", names=names[:_NAMES_AT_MOST], count=more)


def either(choices: Iterable[Message]) -> Message:
    """Return choices joined by "or"."""
    return reduce(lambda first, second: message("either", first=first, second=second), choices)
