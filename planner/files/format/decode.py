"""From bytes to the fields of a JSON object, strictly; seventh floor of planner.

What other readers let pass in silence is refused: fields that stand twice, other encodings, more
than one document. Numbers that are none (NaN, 1e999) go on, so that the field can be named; a whole
number is one however it is written (2025.0, 1e3), as JSON Schema has it.
"""

import codecs
import json
import re
from typing import Any, Final

from planner.storage.sentences.file_error import FileError, refusal, shown
from planner.storage.sentences.message import Message, message

_DIGITS_AT_MOST: Final = 100
_WHOLE_BELOW: Final = 2.0**53  # beyond it not every whole number can be told from its neighbor
COMMAS_AT_MOST: Final = 95_000
"""Those of the longest story that a file has room for, and more."""
_UTF_16_AND_32: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_OF_WIDE_LETTERS: Final = re.compile(
    rb"[^\x00]\x00[^\x00]|\x00[^\x00]\x00|[^\x00]\x00{3}[^\x00]|\x00{3}[^\x00]\x00"
)
_OF_A_PROGRAM: Final = re.compile(rb"[\x01-\x08\x0b\x0c\x0e-\x1f]")
_ZEROS: Final = bytes(8)  # a text holds no such run, a block that is lost does
_FOREIGN: Final = {
    b"\x1f\x8b": "compressed",
    b"PK\x03\x04": "archive",
    b"%PDF": "pdf",
    b"\xff\xd8\xff": "other_picture",
    b"GIF8": "other_picture",
}
_FAULTS: Final = (  # how the parser begins its complaint, and which of our texts says it
    ("Extra data", "more_follows"),
    ("Illegal trailing comma", "trailing_comma"),
    ("Expecting value", "expecting_value"),
    ("Expecting property name", "expecting_name"),
    ("Expecting ',' delimiter", "expecting_comma"),
    ("Expecting ':' delimiter", "expecting_colon"),
    ("Invalid control character", "control_character"),
    ("Invalid \\", "bad_escape"),
    ("Unterminated string", "unterminated_text"),
)
_WHITE: Final = " \t\n\r"

Fields = dict[str, Any]


def decode(data: bytes, name: str, commas_at_most: int = COMMAS_AT_MOST) -> Fields:
    """Return the fields of the JSON object in `data`. Raises FileError naming the file `name`."""
    return as_object(parse(data, name, commas_at_most), name)


def parse(data: bytes, name: str, commas_at_most: int = COMMAS_AT_MOST) -> Any:  # noqa: ANN401
    """Return the JSON value in `data`. Raises FileError naming the file `name`."""
    return _parse(_text(data, name), name, commas_at_most)


def as_object(found: Any, name: str) -> Fields:  # noqa: ANN401 - it is JSON
    """Return a value as the fields of an object. Raises FileError where it is none."""
    if not isinstance(found, dict):
        raise refusal("no_object", file=name, kind=_kind(found))
    return found


def _text(data: bytes, name: str) -> str:
    for beginning, kind in _FOREIGN.items():
        if data.startswith(beginning):
            raise refusal("is_something_else", file=name, kind=message(kind))
    data = data.removeprefix(codecs.BOM_UTF8)
    if data.startswith(_UTF_16_AND_32):
        raise refusal("not_utf8", file=name)
    if b"\x00" in data and (fault := _of_zeros(data, name)):
        raise fault
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise refusal("not_utf8_line", file=name, line=line) from None
    if not text.strip():
        raise refusal("empty", file=name)
    return text


def _of_zeros(data: bytes, name: str) -> FileError | None:
    """Return what is wrong with a file that holds zero bytes; None where they are mere characters.

    Another encoding has them between its letters; a file system leaves runs of them, or a tail,
    where a file was not yet on the disk when power went.
    """
    begin = data.find(_ZEROS)
    if begin < 0 and data.endswith(b"\x00"):
        begin = len(data.rstrip(b"\x00"))
    if not data.strip(b"\x00"):
        return refusal("only_zeros", file=name)
    if _OF_WIDE_LETTERS.match(data) or _OF_A_PROGRAM.search(data):
        return refusal("not_utf8", file=name)
    if begin < 0:
        return None
    return refusal("zeros_inside", file=name, line=data.count(b"\n", 0, begin) + 1)


def _parse(text: str, name: str, commas_at_most: int) -> Any:  # noqa: ANN401  (it is JSON)
    if text.count(",") > commas_at_most:
        raise refusal("too_many_entries", file=name)
    try:
        return json.loads(text, object_pairs_hook=_once_each, parse_int=_whole, parse_float=_number)
    except _TwiceError as twice:
        raise refusal("twice", file=name, field=shown(twice.key)) from None
    except json.JSONDecodeError as error:
        raise _fault(error, name) from None
    except RecursionError:
        raise refusal("nested_too_deeply", file=name) from None


def _fault(error: json.JSONDecodeError, name: str) -> FileError:
    """Word the parser's complaint without its jargon, and alike on every version of Python."""
    said = (key for beginning, key in _FAULTS if error.msg.startswith(beginning))
    key, place = next(said, "not_understood"), error.pos
    before = error.doc[:place].rstrip(_WHITE)
    if place >= len(error.doc.rstrip(_WHITE)) and key != "more_follows":
        key = "ends_too_early"
    elif before.endswith(",") and error.doc[place] in "]}":
        key, place = "trailing_comma", len(before) - 1
    line = error.doc.count("\n", 0, place) + 1
    column = place - error.doc.rfind("\n", 0, place)
    return refusal("not_json", file=name, fault=message(key), line=line, column=column)


class _TwiceError(ValueError):
    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def _once_each(pairs: list[tuple[str, Any]]) -> Fields:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _TwiceError(_first_repeated(pairs))
    return found


def _first_repeated(pairs: list[tuple[str, Any]]) -> str:
    seen: set[str] = set()
    for key, _ in pairs:
        if key in seen:
            break
        seen.add(key)
    return key


def _whole(digits: str) -> int:
    """Return a whole number; one of more digits than anything here has keeps the first of them."""
    return int(digits[:_DIGITS_AT_MOST])


def _number(digits: str) -> float:
    """Return a number, as a whole one where it is exactly that."""
    value = float(digits)
    return int(value) if abs(value) < _WHOLE_BELOW and value.is_integer() else value


def _kind(value: object) -> Message:
    match value:
        case None:
            return message("only_null")
        case list():
            return message("a_list")
        case bool():
            return message("only_value", value=shown(value))
        case int() | float():
            return message("only_number")
    return message("only_text")
