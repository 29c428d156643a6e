"""Gathers everything that is wrong with a workbook, so that it is told at once; seventh floor.

It is told in the order of a reader: the first sheet, and its rows from above.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from planner.files.own.sheet import OWN
from planner.files.presented.tables import NOTES, STORY, STORY_BESIDE, STORY_INPUTS, STORY_TARGETS
from planner.files.scenario.sheet_layout import PATHS, SCENARIOS, TARGETS
from planner.storage.sentences.file_error import FileError
from planner.storage.sentences.message import Message, Value, message

_TOLD_AT_MOST: Final = 500
SHEETS: Final = (
    *(SCENARIOS, PATHS, TARGETS, OWN),
    *(STORY, STORY_BESIDE, STORY_INPUTS, STORY_TARGETS, NOTES),
)
"""All sheets that are read, in the order of a reader."""
_CELL: Final = re.compile(rf"(?P<sheet>{'|'.join(SHEETS)}), (?P<column>[A-Z]+)(?P<row>\d+)")


class Faults:
    """What is wrong, in the order in which it was met."""

    def __init__(self) -> None:
        self._found: list[Message] = []

    def __len__(self) -> int:
        return len(self._found)

    def add(self, key: str, **values: Value) -> None:
        """Add a fault: the message of that key about these values."""
        self._found.append(message(key, **values))

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Keep what is refused inside as a fault, and go on behind it."""
        try:
            yield
        except FileError as error:
            self._found.append(error.message)

    def check(self, file: str) -> None:
        """Raise FileError with all of them where there are any."""
        if not self._found:
            return
        told, count = sorted(self._found, key=_place)[:_TOLD_AT_MOST], len(self._found)
        if count > len(told):
            told.append(message("sheet_more_faults", count=count - len(told)))
        key = "sheet_fault" if count == 1 else "sheet_faults"
        raise FileError(message(key, file=file, count=count), details=tuple(told))


def _place(fault: Message) -> tuple[int, int, int, str]:
    """Return where a fault stands among others: its sheet, row and column."""
    found = _CELL.match(str(fault.values.get("file", "")))
    if found is None:
        return (0, 0, 0, "")
    column = found["column"]
    return (SHEETS.index(found["sheet"]), int(found["row"]), len(column), column)
