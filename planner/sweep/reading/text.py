"""The text of a plan or of a list of points; eighth floor of planner."""

import os
from typing import Final

from planner.quantities.told.numerals import plain
from planner.storage.opening import regular_file
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import FileError, shown_path
from planner.sweep.reading.error import SweepError

PLAN_BYTES: Final = 4_000_000
LIST_BYTES: Final = 256_000_000


def text_of(path: str | os.PathLike[str], most: int = LIST_BYTES) -> str:
    """Return the text of a file of so many bytes at most. Raises SweepError."""
    name = shown_path(path)
    try:
        with regular_file(path) as file:
            data = file.read(most + 1)
    except FileError as error:
        raise SweepError(str(error)) from error
    if len(data) > most:
        text = translate("Planner", "{file} is larger than {most} bytes")
        raise SweepError(text.format(file=name, most=plain(most)))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        text = translate("Planner", "{file} is not UTF-8 on line {line}")
        line = data.count(b"\n", 0, error.start) + 1
        raise SweepError(text.format(file=name, line=line)) from None
