"""A planner's own numbers as the fields of a scenario file, and back; seventh floor of planner.

What no single field can tell is checked here, and said of the point by its number in the file.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from planner.facts.convert import can_convert
from planner.facts.measured import Measured, measured_point
from planner.facts.record import EvidenceError
from planner.files.format.allowed import one_of
from planner.files.format.decode import Fields
from planner.files.format.plain_text import check_name
from planner.model.graph import model
from planner.storage.sentences.file_error import refusal, shown
from planner.storage.sentences.message import message

_TEXTS: Final = ("outcome", "element", "reading", "unit", "bound", "id", "group", "label")
_NUMBERS: Final = ("start", "end", "base_start", "base_end", "low", "central", "high")


def fields_of_points(points: Sequence[Measured]) -> list[Fields]:
    """Return points as they stand in a file; what is as usual is left out."""
    return [_fields_of(point) for point in points]


def points_of(fields: Sequence[Fields], name: str) -> tuple[Measured, ...]:
    """Return the points that valid fields of the file `name` describe. Raises FileError."""
    found: list[Measured] = []
    for number, each in enumerate(fields, start=1):
        where = f"own.points.{number}"
        for key in ("id", "group", "label"):
            check_name(each.get(key, ""), f"{where}.{key}", name)
        point = _point(each, number, where, name)
        if point.id in {other.id for other in found}:
            field = f"{where}.id"
            raise refusal("own_point_twice", file=name, field=field, found=shown(point.id))
        found.append(point)
    return tuple(found)


def _fields_of(point: Measured) -> Fields:
    usual = {
        "end": point.start,
        "base_start": point.start,
        "base_end": point.base_start,
        "low": point.central,
        "high": point.central,
        "reading": "mean" if point.end > point.start else "value",
        "group": point.id,
        "element": "",
        "bound": "",
    }
    order = ("outcome", "element", "reading", *_NUMBERS, "unit", "bound", "id", "group", "label")
    told = {key: getattr(point, key) for key in order}
    return {key: _plain(value) for key, value in told.items() if value != usual.get(key)}


def _plain(value: str | float) -> str | float:
    """Return a whole number without its decimal point."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _point(fields: Fields, number: int, where: str, name: str) -> Measured:
    row = model().outcomes[fields["outcome"]]
    element = fields.get("element", "")
    if element not in row.elements:
        field, parts = f"{where}.element", tuple(filter(None, row.elements))
        if not element:
            raise refusal("missing", file=name, field=field, allowed=one_of(parts))
        if not parts:
            raise refusal("whole_only", file=name, field=field)
        allowed = one_of(parts)
        raise refusal("wrong", file=name, field=field, found=shown(element), allowed=allowed)
    texts: dict[str, str] = {key: fields[key] for key in _TEXTS if key in fields}
    numbers: dict[str, str] = {key: repr(float(fields[key])) for key in _NUMBERS if key in fields}
    try:
        point = measured_point({**texts, **numbers}, where, number)
    except EvidenceError:
        raise refusal("own_point", file=name, field=where) from None
    if not (point.is_relative or can_convert(point.unit, row.unit)):
        allowed, field = message("own_unit", unit=row.unit), f"{where}.unit"
        raise refusal("wrong", file=name, field=field, found=shown(point.unit), allowed=allowed)
    exact = {key: fields[key] + 0.0 for key in _NUMBERS if key in fields}
    return replace(point, **exact)
