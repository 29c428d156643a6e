"""Writes what is no scenario: tables, pictures, pages, models; top floor of planner.

A scenario file is never replaced by one of them, whoever asks: it may be hours of work, and a
wrong name is quickly given.
"""

import os

from planner.files.atomic import Remarks, write_atomically
from planner.files.decode import decode
from planner.files.file_error import FileError, refusal, shown_path
from planner.files.message import message
from planner.files.migrate import FORMAT
from planner.files.opening import read_bytes


def write_export(path: str | os.PathLike[str], data: bytes) -> Remarks:
    """Replace the file whole or not at all; FileError, too, where it is a scenario file.

    Returns what a user should know of the file all the same.
    """
    if _is_scenario(path):
        cause = message("scenario_stays")
        raise refusal("cannot_be_saved", file=shown_path(path), cause=cause)
    return write_atomically(path, data)


def _is_scenario(path: str | os.PathLike[str]) -> bool:
    try:
        return decode(read_bytes(path), shown_path(path)).get("format") == FORMAT
    except FileError:
        return False
