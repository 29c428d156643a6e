"""The rows of a table of text, however a spreadsheet has saved it; seventh floor of planner.

Text is UTF-8, UTF-16, GB18030 or that of Western Windows; fields are parted by commas, semicolons,
tabs or bars. Which it is, the text itself tells: the head is the first line that names columns.
What columns mean is told by `planner.files.own.heads`.
"""

import csv
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Final

from planner.facts.record import EvidenceError
from planner.files.own.heads import known_heads
from planner.storage.sentences.catalog import translate

SEPARATORS: Final = (",", ";", "\t", "|")
_SAID: Final = "sep="
_ABOVE: Final = 10
"""Lines above the head, such as a title, at most."""

Line = tuple[int, list[str]]


@dataclass(frozen=True, slots=True)
class Table:
    """A head, and the lines below it as they are."""

    name: str
    head: list[str]
    below: tuple[Line, ...]
    separator: str

    def rows(self) -> Iterator[Line]:
        """Yield the lines, each as long as the head. Raises EvidenceError where one cannot be."""
        for number, fields in self.below:
            spare = fields[len(self.head) :]
            if len(fields) < len(self.head) or any(spare):
                said = translate(
                    "Planner", "{name}: row {line} has more or fewer fields than the header"
                )
                raise EvidenceError(said.format(name=self.name, line=number))
            yield number, fields[: len(self.head)]


@dataclass(frozen=True, slots=True)
class _Parted:
    """What a text is if one mark parts its fields, and what goes wrong if it does."""

    separator: str
    lines: list[Line]
    fault: csv.Error | None = None


def decoded(data: bytes, name: str) -> str:
    """Return the text that the bytes of the file `name` are. Raises EvidenceError."""
    is_wide = data.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
    for encoding in ("utf-16",) if is_wide else ("utf-8-sig", "gb18030", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise EvidenceError(
        translate("Planner", "{name} is no text; save the table as CSV").format(name=name)
    )


def table_in(text: str, name: str) -> Table:
    """Return the table of a text that came from the file `name`. Raises EvidenceError."""
    separators = (text[len(_SAID)],) if _is_said(text) else SEPARATORS
    told = _without_said(text)
    found = max((_parted(told, each) for each in separators), key=_known_in)
    if found.fault is not None:
        raise EvidenceError(
            translate("Planner", "{name}: cannot be read as CSV: {fault}").format(
                name=name, fault=found.fault
            )
        ) from found.fault
    head = _head_of(found.lines)
    if head is None:
        raise EvidenceError(translate("Planner", "{name} is empty").format(name=name))
    below = tuple(each for each in found.lines if each[0] > head[0])
    return Table(name, _trimmed(head[1]), below, found.separator)


def _is_said(text: str) -> bool:
    """Tell whether the first line is a spreadsheet's own, which names the separator."""
    return text.casefold().startswith(_SAID) and text[len(_SAID) : len(_SAID) + 1] in SEPARATORS


def _without_said(text: str) -> str:
    """Return the text with such a line empty: rows keep their numbers."""
    return "\n" + text.partition("\n")[2] if _is_said(text) else text


def _parted(text: str, separator: str) -> _Parted:
    """Return the lines that hold anything, each with its number, up to what cannot be read."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    found: list[Line] = []
    try:
        for row in reader:
            fields = [field.strip() for field in row]
            if any(fields):
                found.append((reader.line_num, fields))
    except csv.Error as error:
        return _Parted(separator, found, error)
    return _Parted(separator, found)


def _head_of(lines: Sequence[Line]) -> Line | None:
    """Return the line that names most columns, the first one where none does."""
    return max(lines[:_ABOVE], key=lambda line: known_heads(line[1]), default=None)


def _known_in(parted: _Parted) -> int:
    head = _head_of(parted.lines)
    return known_heads(head[1]) if head else -1


def _trimmed(fields: list[str]) -> list[str]:
    """Return fields without those at their end that are empty."""
    count = len(fields)
    while count and not fields[count - 1]:
        count -= 1
    return fields[:count]
