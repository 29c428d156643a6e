"""Says in one sentence what is wrong inside a scenario file; top floor of planner.

The sentence names file, field, value and what is allowed; what is allowed is read from the same
JSON Schema that is published, so that the two cannot differ.
"""

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from planner.files.file_error import shown
from planner.files.schema import Schema, schema_at

if TYPE_CHECKING:
    from pydantic import ValidationError

Place = tuple[str | int, ...]

_NAMES_AT_MOST = 8


def sentence(error: "ValidationError", name: str) -> str:
    """Return what the first fault of the file `name` is, and what would be allowed there."""
    faults = error.errors(include_url=False, include_context=False)
    fault = min(faults, key=lambda each: len(each["loc"]))
    place: Place = fault["loc"]
    if fault["type"] == "extra_forbidden":
        return f"{name}: {_unknown(place)}"
    schema = schema_at(place)
    allowed = f"; allowed is {allowed_by(schema)}" if schema else ""
    if fault["type"] == "missing":
        return f"{name}: {dotted(place)} is missing{allowed}"
    return f"{name}: {dotted(place)} is {shown(fault['input'])}{allowed}"


def dotted(place: Place) -> str:
    """Return a place in the file as people write it: `levers.voucher_budget.shanghai`."""
    return ".".join(str(part) for part in place)


def allowed_by(schema: Schema) -> str:
    """Return in words what one place of the file may hold."""
    match schema:
        case {"const": value}:
            said = shown(value)
        case {"enum": choices}:
            said = " or ".join(shown(choice) for choice in choices)
        case {"type": "object", "properties": known}:
            said = f"an object in braces with {_names(known)}"
        case {"type": "integer", "minimum": low, "maximum": high}:
            said = f"a whole number from {low} to {high}"
        case {"type": "number", "minimum": low, "maximum": high, "unit": unit}:
            said = f"a number from {low:.10g} to {high:.10g} {unit}".removesuffix(" 1")
        case {"pattern": _}:
            said = 'two numbers with a point between them, as "1.0"'
        case {"minLength": least, "maxLength": most}:
            said = f"text of {least} to {most} characters"
        case _:
            said = f"text of at most {schema['maxLength']} characters"
    return said


def _unknown(place: Place) -> str:
    """Say that a field is unknown, and which one may have been meant."""
    *above, key = place
    schema = schema_at(tuple(above)) or {}
    known: dict[str, Any] = schema.get("properties", {})
    near = get_close_matches(str(key), known, n=3)
    hint = f"did you mean {' or '.join(near)}?" if near else f"allowed are {_names(known)}"
    kind = {"levers": "lever", "assumptions": "assumption"}.get(dotted(tuple(above)), "field")
    where = f" in {dotted(tuple(above))}" if above and kind == "field" else ""
    return f"there is no {kind} {shown(key)}{where}; {hint}"


def _names(known: dict[str, Any]) -> str:
    names = list(known)
    if len(names) <= _NAMES_AT_MOST:
        return ", ".join(names)
    return f"{', '.join(names[:_NAMES_AT_MOST])} and {len(names) - _NAMES_AT_MOST} more"
