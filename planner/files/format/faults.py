"""Says in one sentence what is wrong inside a scenario file; seventh floor of planner.

The sentence names file, field, value and what is allowed; what is allowed is read from the same
JSON Schema that is published, so that the two cannot differ.
"""

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final

from planner.files.format.allowed import LISTS, Schema, allowed_by, either, kind_of_items, names_of
from planner.files.format.field_types import KNOTS, NUMBER, WORD
from planner.files.format.knots import fault_of_knots
from planner.files.format.schema import schema_at
from planner.files.format.target_schema import outcomes_wanted
from planner.model.graph import model
from planner.storage.sentences.file_error import FileError, refusal, shown
from planner.storage.sentences.message import Message, message

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

Place = tuple[str | int, ...]


def fault_of(error: "ValidationError", name: str) -> FileError:
    """Return what the first fault of the file `name` is, and what would be allowed there."""
    faults = error.errors(include_url=False, include_context=False)
    fault = min(faults, key=_rank)
    *above, last = fault["loc"]
    outer: Place = tuple(part for part in above if part not in _FORMS)
    if fault["type"] == "extra_forbidden":  # the file's own word, whatever it is
        return _unknown((*outer, last), name)
    place = outer if last in _FORMS else (*outer, last)
    schema, where = schema_at(place) or {}, dotted(place)
    of_list = _fault_of_list(fault["input"], schema, where, name)
    if of_list is not None and place[0] in _WITH_LISTS:
        return FileError(of_list)
    if place[0] in _WITH_OUTCOMES and last == "outcome" and isinstance(fault["input"], str):
        return _no_outcome(fault["input"], where, name)
    allowed = allowed_by(schema)
    if fault["type"] == "missing":
        return refusal("missing", file=name, field=where, allowed=allowed)
    if fault["type"] == "string_unicode":
        mark = next(mark for mark in fault["input"] if "\ud800" <= mark <= "\udfff")
        character = f"U+{ord(mark):04X}"
        return refusal("invisible", file=name, field=where, character=character)
    return refusal("wrong", file=name, field=where, found=shown(fault["input"]), allowed=allowed)


def _fault_of_list(found: object, schema: Schema, where: str, name: str) -> Message | None:
    """Return what is wrong with a list in the place of a value, None for anything else."""
    if not isinstance(found, list):
        return None
    if schema.get("type") == "array" and kind_of_items(schema) in LISTS:
        count, most = len(found), schema["maxItems"]
        return message("targets_count", file=name, field=where, count=count, most=most)
    for form in schema.get("oneOf", (schema,)):
        if form.get("type") == "array":
            return fault_of_knots(found, form, where, name)
    if schema.get("type") == "number":
        return message("no_knots", file=name, field=where, allowed=allowed_by(schema))
    return None


def _no_outcome(found: str, where: str, name: str) -> FileError:
    """Say that nothing can be wanted of what is no outcome, or of one that counts states."""
    if found in model().outcomes:
        return refusal("counts_states", file=name, field=where, found=shown(found))
    near = get_close_matches(found, outcomes_wanted(), n=3)
    hint = message("allowed_are", names=names_of(dict.fromkeys(outcomes_wanted())))
    if near:
        hint = message("did_you_mean", names=either(message("exactly", value=n) for n in near))
    return refusal("no_outcome", file=name, field=where, found=shown(found), hint=hint)


def _rank(fault: "ErrorDetails") -> tuple[int, bool]:
    """Put the outermost fault first, and a misspelled field before the one it leaves missing."""
    return len(fault["loc"]), fault["type"] != "extra_forbidden"


def dotted(place: Place) -> str:
    """Return a place in the file as people write it: `levers.voucher_budget.shanghai`.

    The first of a list is called 1: `targets.1.level`.
    """
    return ".".join(str(part + 1 if isinstance(part, int) else part) for part in place)


def _unknown(place: Place, name: str) -> FileError:
    """Say that a field is unknown, and which one may have been meant."""
    *above, key = place
    where, found = dotted(tuple(above)), shown(key)
    known: dict[str, Any] = (schema_at(tuple(above)) or {}).get("properties", {})
    near = get_close_matches(str(key), known, n=3)
    hint = message("allowed_are", names=names_of(known))
    if near:
        hint = message(
            "did_you_mean", names=either(message("exactly", value=each) for each in near)
        )
    if where in _KINDS:
        return refusal(_KINDS[where], file=name, found=found, hint=hint)
    return refusal("no_field_in", file=name, found=found, field=where, hint=hint)


_WITH_OUTCOMES: Final = ("targets", "own", "story")
_WITH_LISTS: Final = ("levers", *_WITH_OUTCOMES, "pinned")
_FORMS: Final = (KNOTS, NUMBER, WORD)
_KINDS: Final = {"": "no_field", "levers": "no_lever", "assumptions": "no_assumption"}
