"""The picture of an answer as the fields of a session's file, and back; seventh floor of planner.

Each part is a list that begins with its kind. Numbers and texts are bounded, so that no file makes
a painter work without end; a picture that is not right is left out, and its table stands for it.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from math import isfinite
from typing import Any, Final

from planner.files.format.allowed import Schema
from planner.files.format.decode import Fields
from planner.studies.answers.picture import Clip, Lettering, Outline, Part, Picture

PICTURE: Final = "picture"
PARTS_AT_MOST: Final = 800
LETTERS_AT_MOST: Final = 80_000
"""Of all paths and texts of one picture."""
SIDE_AT_MOST: Final = 4_000.0
_PLACE_AT_MOST: Final = 20_000.0
_TEXT_AT_MOST: Final = 400
_DASHES_AT_MOST: Final = 8
_PIXELS: Final = (1.0, 100.0)
_WIDTHS: Final = (0.0, 100.0)
_COLOR: Final = re.compile(r"(?:#[0-9a-f]{8})?", re.ASCII)
_NUMBER: Final = r"-?\d{1,5}(?:\.\d{1,3})?"
_PATH: Final = re.compile(
    rf"M {_NUMBER} {_NUMBER}(?: (?:[ML] {_NUMBER} {_NUMBER}|C(?: {_NUMBER}){{6}}|Z))*", re.ASCII
)


class _WrongError(Exception):
    """What stands in a file is no picture."""


def fits_a_file(picture: Picture) -> bool:
    """Tell whether a file takes a picture: it has no more parts and letters than one may have."""
    letters = sum(len(_letters_of(each)) for each in picture.parts)
    is_small = len(picture.parts) <= PARTS_AT_MOST and letters <= LETTERS_AT_MOST
    return is_small and picture_in(fields_of_picture(picture)) == picture


def fields_of_picture(picture: Picture) -> Fields:
    """Return the fields of a picture, in order."""
    return {
        "width": picture.width,
        "height": picture.height,
        "is_wide": picture.is_wide,
        "parts": [_fields_of(each) for each in picture.parts],
    }


def picture_in(found: object) -> Picture | None:
    """Return a picture, None where it cannot be read."""
    try:
        return _read(found)
    except _WrongError:
        return None


def picture_schema() -> Schema:
    """Return what a picture may be, as JSON Schema."""
    side: Schema = {"type": "number", "exclusiveMinimum": 0, "maximum": SIDE_AT_MOST}
    part = {
        "type": "array",
        "prefixItems": [{"enum": list(_READERS)}],
        "minItems": 1,
        "items": {"type": ["number", "string", "boolean", "array"]},
    }
    return {
        "type": "object",
        "properties": {
            "width": side,
            "height": side,
            "is_wide": {"type": "boolean"},
            "parts": {"type": "array", "maxItems": PARTS_AT_MOST, "items": part},
        },
        "required": ["width", "height", "is_wide", "parts"],
        "additionalProperties": False,
        "description": "What the answer was drawn as: shapes and texts at their places.",
    }


def _fields_of(part: Part) -> list[object]:
    match part:
        case Outline():
            return ["outline", part.fill, part.line, part.width, list(part.dashes), part.path]
        case Lettering():
            place = [part.x, part.y, part.turned]
            return ["text", part.color, part.pixels, part.is_bold, *place, part.text]
        case Clip():
            return ["clip", part.x, part.y, part.width, part.height]


def _letters_of(part: Part) -> str:
    match part:
        case Outline():
            return part.path
        case Lettering():
            return part.text
        case Clip():
            return ""


def _read(found: object) -> Picture:
    if not isinstance(found, dict) or set(found) != {"width", "height", "is_wide", "parts"}:
        raise _WrongError
    width, height = (_number(found[side], 1.0, SIDE_AT_MOST) for side in ("width", "height"))
    parts = found["parts"]
    if not isinstance(parts, list) or len(parts) > PARTS_AT_MOST:
        raise _WrongError
    made = tuple(map(_part, parts))
    if sum(len(_letters_of(each)) for each in made) > LETTERS_AT_MOST:
        raise _WrongError
    return Picture(width, height, _switch(found["is_wide"]), made)


def _part(found: object) -> Part:
    if not isinstance(found, list) or not found or not isinstance(found[0], str):
        raise _WrongError
    reader = _READERS.get(found[0])
    if reader is None:
        raise _WrongError
    return reader(found[1:])


def _outline(found: Sequence[Any]) -> Outline:
    fill, line, width, dashes, path = _so_many(found, 5)
    if not isinstance(dashes, list) or len(dashes) > _DASHES_AT_MOST:
        raise _WrongError
    lengths = tuple(_number(each, *_WIDTHS) for each in dashes)
    if len(lengths) % 2 or (lengths and not sum(lengths)):
        raise _WrongError
    if not isinstance(path, str) or len(path) > LETTERS_AT_MOST or not _PATH.fullmatch(path):
        raise _WrongError
    return Outline(path, _color(fill), _color(line), _number(width, *_WIDTHS), lengths)


def _lettering(found: Sequence[Any]) -> Lettering:
    color, pixels, is_bold, x, y, turned, text = _so_many(found, 7)
    if not isinstance(text, str) or len(text) > _TEXT_AT_MOST or not text.isprintable():
        raise _WrongError
    return Lettering(
        text=text,
        x=_place(x),
        y=_place(y),
        color=_color(color),
        pixels=_number(pixels, *_PIXELS),
        is_bold=_switch(is_bold),
        turned=_place(turned),
    )


def _clip(found: Sequence[Any]) -> Clip:
    return Clip(*map(_place, _so_many(found, 4)))


_READERS: Final[Mapping[str, Callable[[Sequence[Any]], Part]]] = {
    "outline": _outline,
    "text": _lettering,
    "clip": _clip,
}


def _so_many(found: Sequence[Any], count: int) -> Sequence[Any]:
    if len(found) != count:
        raise _WrongError
    return found


def _place(found: object) -> float:
    return _number(found, -_PLACE_AT_MOST, _PLACE_AT_MOST)


def _number(found: object, low: float, high: float) -> float:
    if isinstance(found, bool) or not isinstance(found, int | float) or not isfinite(found):
        raise _WrongError
    if not low <= found <= high:
        raise _WrongError
    return float(found)


def _switch(found: object) -> bool:
    if not isinstance(found, bool):
        raise _WrongError
    return found


def _color(found: object) -> str:
    if not isinstance(found, str) or not _COLOR.fullmatch(found):
        raise _WrongError
    return found
