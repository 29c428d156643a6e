"""From bytes to the fields of a JSON object, strictly; top floor of planner.

What other readers let pass in silence is refused: fields that stand twice, other encodings, more
than one document. Numbers that are none (NaN, 1e999) go on, so that the field can be named.
"""

import codecs
import json
from typing import Any, Final

from planner.files.file_error import FileError, shown

_DIGITS_AT_MOST: Final = 100
_UTF_16_AND_32: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_FOREIGN: Final = {
    b"\x89PNG": "a PNG picture",
    b"\x1f\x8b": "a compressed file",
    b"PK\x03\x04": "a ZIP archive or a spreadsheet",
    b"%PDF": "a PDF document",
}

Fields = dict[str, Any]


def decode(data: bytes, name: str) -> Fields:
    """Return the fields of the JSON object in `data`. Raises FileError naming the file `name`."""
    found = _parse(_text(data, name), name)
    if not isinstance(found, dict):
        raise FileError(f"{name} holds {_kind(found)}; a scenario file holds one object in braces")
    return found


def _text(data: bytes, name: str) -> str:
    for beginning, kind in _FOREIGN.items():
        if data.startswith(beginning):
            raise FileError(f"{name} is {kind}, not a scenario file")
    data = data.removeprefix(codecs.BOM_UTF8)
    if data.startswith(_UTF_16_AND_32) or b"\x00" in data:
        raise FileError(f"{name} is not UTF-8 text; save it as UTF-8")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FileError(f"{name} is not UTF-8 text (line {line}); save it as UTF-8") from None
    if not text.strip():
        raise FileError(f"{name} is empty; a scenario file holds one object in braces")
    return text


def _parse(text: str, name: str) -> Any:  # noqa: ANN401  (JSON is whatever it is)
    try:
        return json.loads(text, object_pairs_hook=_once_each, parse_int=_whole)
    except _TwiceError as twice:
        raise FileError(
            f"{name}: the field {shown(twice.key)} stands twice; allowed is once"
        ) from None
    except json.JSONDecodeError as error:
        raise FileError(
            f"{name} is not valid JSON: {_fault(error)} (line {error.lineno}, column {error.colno})"
        ) from None
    except RecursionError:
        raise FileError(f"{name} is nested too deeply to be a scenario file") from None


def _fault(error: json.JSONDecodeError) -> str:
    """Word the parser's complaint without its capital and its jargon."""
    if error.msg == "Extra data":
        return "something follows after the end of the object"
    if error.pos >= len(error.doc.rstrip()):
        return "it ends too early"
    return error.msg[:1].lower() + error.msg[1:].removesuffix(":").removesuffix(" at")


class _TwiceError(ValueError):
    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def _once_each(pairs: list[tuple[str, Any]]) -> Fields:
    found: Fields = {}
    for key, value in pairs:
        if key in found:
            raise _TwiceError(key)
        found[key] = value
    return found


def _whole(digits: str) -> int | float:
    """Return a whole number; one of more digits than anything here has becomes a float."""
    return int(digits) if len(digits) <= _DIGITS_AT_MOST else float(digits)


def _kind(value: object) -> str:
    match value:
        case None:
            return "only null"
        case list():
            return "a list"
        case bool():
            return f"only {shown(value)}"
        case int() | float():
            return "only a number"
    return "only a text"
