"""Looks a workbook through before anything reads it: its size, its parts, its XML; seventh floor.

A workbook is a ZIP archive that others have made. It is refused where it would take more room than
a workbook of scenarios can need, where it holds macros or asks for other files, and where its XML
declares entities. What its cells hold is not looked at here.
"""

import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Final
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import BadZipFile, ZipFile, ZipInfo

from planner.files.imports.sheet_marks import Marks, MarksReader
from planner.storage.sentences.file_error import FileError, refusal
from planner.storage.sentences.message import message

UNPACKED_AT_MOST: Final = 64_000_000
_PARTS_AT_MOST: Final = 1000
_PIECE: Final = 1 << 20
_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IS_ENCRYPTED: Final = 0x1
_OF_XML: Final = (".xml", ".rels", ".vml")
_DEFLATED_OR_STORED: Final = (0, 8)
_FOREIGN: Final = (
    ("vbaproject", "sheet_macros"),
    ("macrosheet", "sheet_macros"),
    ("externallink", "sheet_links"),
    ("connections.xml", "sheet_links"),
    ("querytable", "sheet_links"),
)


class _DeclaredError(ValueError):
    """A document that declares a type or entities of its own."""


def is_workbook(beginning: bytes) -> bool:
    """Tell whether a file begins as a workbook, or as one that is encrypted or of an old kind."""
    return beginning.startswith((_ZIP, _OLE))


def checked_parts(data: bytes, name: str) -> dict[str, Marks]:
    """Return what marks each sheet of a workbook has, by the name of its part.

    Raises FileError for everything that no workbook of scenarios has.
    """
    if data.startswith(_OLE):
        raise refusal("sheet_encrypted", file=name)
    try:
        with ZipFile(BytesIO(data)) as archive:
            return _looked_through(archive, name)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, OverflowError) as error:
        raise refusal("sheet_damaged", file=name) from error


def _looked_through(archive: ZipFile, name: str) -> dict[str, Marks]:
    parts = archive.infolist()
    _check_directory(parts, name)
    found: dict[str, Marks] = {}
    unpacked = 0
    reader = MarksReader()
    for part in parts:
        pieces = _pieces(archive, part)
        if part.filename.casefold().endswith(_OF_XML):
            marks = _marks_of(pieces, reader, name, UNPACKED_AT_MOST - unpacked)
            found[part.filename.lstrip("/")] = marks
            unpacked += marks.size
        if reader.elements > MarksReader.ELEMENTS_AT_MOST:
            raise refusal("sheet_too_much", file=name)
    return found


def _check_directory(parts: list[ZipInfo], name: str) -> None:
    """Refuse by what the archive says of itself, before anything is unpacked."""
    if len(parts) > _PARTS_AT_MOST or sum(part.file_size for part in parts) > UNPACKED_AT_MOST:
        raise refusal("sheet_too_much", file=name)
    if len({part.filename for part in parts}) < len(parts):
        raise refusal("sheet_damaged", file=name)
    for part in parts:
        if part.flag_bits & _IS_ENCRYPTED:
            raise refusal("sheet_encrypted", file=name)
        if part.compress_type not in _DEFLATED_OR_STORED:
            raise refusal("sheet_damaged", file=name)
        for piece, key in _FOREIGN:
            if piece in part.filename.casefold():
                raise refusal(key, file=name)


def _pieces(archive: ZipFile, part: ZipInfo) -> Iterator[bytes]:
    """Yield what a part holds, a piece at a time, whatever the directory says of its size."""
    with archive.open(part) as file:
        while piece := file.read(_PIECE):
            yield piece


def _marks_of(pieces: Iterator[bytes], reader: MarksReader, name: str, room: int) -> Marks:
    """Parse one part. Raises FileError where it is too large, no XML, or declares entities."""
    parser = ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse_declaration
    parser.EntityDeclHandler = _refuse_declaration
    marks = reader.begin(parser)
    try:
        for piece in pieces:
            marks.size += len(piece)
            if marks.size > room or reader.elements > MarksReader.ELEMENTS_AT_MOST:
                raise refusal("sheet_too_much", file=name)
            parser.Parse(piece)
        parser.Parse(b"", True)  # noqa: FBT003  (expat takes no keyword)
    except _DeclaredError:
        raise refusal("sheet_entities", file=name) from None
    except (ExpatError, ValueError, LookupError) as error:
        raise refusal("sheet_damaged", file=name) from error
    if marks.foreign:
        raise FileError(message(marks.foreign, file=name))
    return marks


def _refuse_declaration(*_: object) -> None:
    raise _DeclaredError
