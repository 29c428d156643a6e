"""Knots of a lever's path as they stand in a file: their shape, and what is wrong with them.

Seventh floor of planner. A path is a list of pairs, `[[2025, 0], [2025.583, 600]]`; each fault has
a sentence of its own, which names the knot by its number.
"""

from itertools import pairwise
from math import isfinite
from typing import Any, Final

from planner.files.format.allowed import Schema, allowed_by
from planner.model.paths import FIRST_DATE, KNOTS_AT_MOST, LAST_DATE, LeverPath
from planner.storage.sentences.file_error import shown
from planner.storage.sentences.message import Message, message

_PAIR: Final = 2


def schema_of_knots(least: float, most: float, unit: str) -> Schema:
    """Return the JSON Schema of a path of values between two; that dates rise it cannot say."""
    date = {"type": "number", "minimum": FIRST_DATE, "maximum": LAST_DATE, "unit": "year"}
    value = {"type": "number", "minimum": least, "maximum": most, "unit": unit}
    pair = {"type": "array", "prefixItems": [date, value], "minItems": _PAIR, "maxItems": _PAIR}
    return {"type": "array", "items": pair, "minItems": 1, "maxItems": KNOTS_AT_MOST}


def fault_of_knots(knots: list[Any], schema: Schema, field: str, file: str) -> Message | None:
    """Return what is wrong with a list of knots, None where nothing is."""
    most = schema["maxItems"]
    if not 1 <= len(knots) <= most:
        return message("knots_count", file=file, field=field, count=len(knots), most=most)
    where = {"file": file, "field": field}
    for number, knot in enumerate(knots, start=1):
        if fault := _fault_of_knot(knot, number, schema["items"]["prefixItems"], where):
            return fault
    for number, (before, after) in enumerate(pairwise(knots), start=2):
        if after[0] <= before[0]:
            dates = {"date": shown(after[0]), "before": shown(before[0])}
            return message("dates_rise", **where, number=number, **dates)
    return None


def path_of(knots: list[list[float]]) -> LeverPath:
    """Return the path that valid knots of a file are."""
    return LeverPath(tuple((date + 0.0, value + 0.0) for date, value in knots))


def _fault_of_knot(
    knot: object, number: int, schemas: list[Schema], where: dict[str, str]
) -> Message | None:
    if not isinstance(knot, list) or len(knot) != _PAIR:
        return message("knot_pair", **where, number=number, found=shown(knot))
    for key, part, schema in zip(("knot_date", "knot_value"), knot, schemas, strict=True):
        if not _is_within(part, schema):
            allowed = allowed_by(schema)
            return message(key, **where, number=number, found=shown(part), allowed=allowed)
    return None


def _is_within(part: object, schema: Schema) -> bool:
    if isinstance(part, bool) or not isinstance(part, int | float) or not isfinite(part):
        return False
    return bool(schema["minimum"] <= part <= schema["maximum"])
