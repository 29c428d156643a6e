"""Gathers everything that is wrong with a workbook, so that it is told at once; top floor."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from planner.storage.sentences.file_error import FileError
from planner.storage.sentences.message import Message, message

_TOLD_AT_MOST: Final = 500


class Faults:
    """What is wrong, in the order in which it was met."""

    def __init__(self) -> None:
        self._found: list[Message] = []

    def __len__(self) -> int:
        return len(self._found)

    def add(self, key: str, **values: str | int | Message) -> None:
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
        told, count = self._found[:_TOLD_AT_MOST], len(self._found)
        if count > len(told):
            told.append(message("sheet_more_faults", count=count - len(told)))
        key = "sheet_fault" if count == 1 else "sheet_faults"
        raise FileError(message(key, file=file, count=count), details=tuple(told))
