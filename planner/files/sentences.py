"""Says in one sentence what is wrong inside a scenario file; top floor of planner.

The sentence names file, field, value and what is allowed; what is allowed is read from the same
JSON Schema that is published, so that the two cannot differ.
"""

from collections.abc import Iterable
from difflib import get_close_matches
from functools import reduce
from typing import TYPE_CHECKING, Any, Final

from planner.files.file_error import FileError, refusal, shown
from planner.files.message import Message, message
from planner.files.schema import Schema, schema_at

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

Place = tuple[str | int, ...]

_NAMES_AT_MOST: Final = 8
_OF_A_MONTH: Final = "^20"


def fault_of(error: "ValidationError", name: str) -> FileError:
    """Return what the first fault of the file `name` is, and what would be allowed there."""
    faults = error.errors(include_url=False, include_context=False)
    fault = min(faults, key=_rank)
    place: Place = fault["loc"]
    if fault["type"] == "extra_forbidden":
        return _unknown(place, name)
    allowed, where = allowed_by(schema_at(place) or {}), dotted(place)
    if fault["type"] == "missing":
        return refusal("missing", file=name, field=where, allowed=allowed)
    if fault["type"] == "string_unicode":
        mark = next(mark for mark in fault["input"] if "\ud800" <= mark <= "\udfff")
        character = f"U+{ord(mark):04X}"
        return refusal("invisible", file=name, field=where, character=character)
    return refusal("wrong", file=name, field=where, found=shown(fault["input"]), allowed=allowed)


def _rank(fault: "ErrorDetails") -> tuple[int, bool]:
    """Put the outermost fault first, and a misspelled field before the one it leaves missing."""
    return len(fault["loc"]), fault["type"] != "extra_forbidden"


def dotted(place: Place) -> str:
    """Return a place in the file as people write it: `levers.voucher_budget.shanghai`."""
    return ".".join(str(part) for part in place)


def allowed_by(schema: Schema) -> Message:
    """Return in words what one place of the file may hold."""
    match schema:
        case {"const": value}:
            said = shown(value)
        case {"enum": choices}:
            said = _either(map(shown, choices))
        case {"type": "object", "properties": known}:
            said = message("object_with", names=_names(known))
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


def _number(low: str, high: str, unit: str) -> Message:
    if unit == "1":
        return message("number_from", low=low, high=high)
    return message("number_of", low=low, high=high, unit=unit)


def _unknown(place: Place, name: str) -> FileError:
    """Say that a field is unknown, and which one may have been meant."""
    *above, key = place
    where, found = dotted(tuple(above)), shown(key)
    known: dict[str, Any] = (schema_at(tuple(above)) or {}).get("properties", {})
    near = get_close_matches(str(key), known, n=3)
    hint = message("allowed_are", names=_names(known))
    if near:
        hint = message(
            "did_you_mean", names=_either(message("exactly", value=each) for each in near)
        )
    if where in _KINDS:
        return refusal(_KINDS[where], file=name, found=found, hint=hint)
    return refusal("no_field_in", file=name, found=found, field=where, hint=hint)


_KINDS: Final = {"": "no_field", "levers": "no_lever", "assumptions": "no_assumption"}


def _names(known: dict[str, Any]) -> Message | tuple[str, ...]:
    names = tuple(known)
    if len(names) <= _NAMES_AT_MOST:
        return names
    more = len(names) - _NAMES_AT_MOST
    return message("and_more", names=names[:_NAMES_AT_MOST], count=more)


def _either(choices: Iterable[Message]) -> Message:
    return reduce(lambda first, second: message("either", first=first, second=second), choices)
