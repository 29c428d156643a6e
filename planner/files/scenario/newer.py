"""What a file of a newer version says in fields that are known here; seventh floor of planner.

Such a file is shown and never written. Fields that are unknown are left out and named, so that
whoever saves a copy knows what it lacks.
"""

from typing import Any

from planner.files.format.decode import Fields
from planner.files.format.faults import Place, dotted
from planner.files.format.migrate import present_version
from planner.files.format.schema import schema_at


def known_part(fields: Fields) -> tuple[Fields, tuple[str, ...]]:
    """Return the fields that this version knows, and the places of those it does not."""
    left_out: list[str] = []
    known = _known({**fields, "version": present_version()}, (), left_out)
    return known, tuple(left_out)


def _known(found: Fields, place: Place, left_out: list[str]) -> Fields:
    properties: dict[str, Any] = (schema_at(place) or {}).get("properties", {})
    if not properties:
        return found
    kept: Fields = {}
    for key, value in found.items():
        if key not in properties:
            left_out.append(dotted((*place, key)))
        elif isinstance(value, dict):
            kept[key] = _known(value, (*place, key), left_out)
        elif isinstance(value, list) and key in {"targets", "points", "story", "beside", "pinned"}:
            kept[key] = [
                _known(each, (*place, key, number), left_out) if isinstance(each, dict) else each
                for number, each in enumerate(value)
            ]
        else:
            kept[key] = value
    return kept
