"""Writes what is no scenario: tables, pictures, pages, models; top floor of planner.

No export replaces a scenario, whoever asks: neither its file nor, unless by another picture, a
picture that carries one. It may be hours of work, and a wrong name is quickly given.
"""

import io
import os
from pathlib import Path

from planner.files.format.decode import decode
from planner.files.format.migrate import FORMAT
from planner.files.scenario.png_text import is_picture, text_in
from planner.storage.atomic import Remarks, check_writable, write_atomically
from planner.storage.names import SCENARIO_ENDING
from planner.storage.opening import bytes_of, regular_file
from planner.storage.sentences.file_error import FileError, cause, refusal, shown_path
from planner.storage.sentences.message import message


def write_export(path: str | os.PathLike[str], data: bytes) -> Remarks:
    """Replace the file whole or not at all; FileError, too, where a scenario would be lost.

    Returns what a user should know of the file all the same.
    """
    _check_keeps(path, by_picture=is_picture(io.BytesIO(data)))
    return write_atomically(path, data)


def make_folder(folder: Path) -> None:
    """Make a folder for exports where it is not there yet. Raises FileError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refusal("cannot_be_made", file=shown_path(folder), cause=cause(error)) from error


def check_export(path: str | os.PathLike[str], *, by_picture: bool = False) -> None:
    """Raise FileError where `write_export` could not write a file, or a picture, now."""
    _check_keeps(path, by_picture=by_picture)
    check_writable(path)


def _check_keeps(path: str | os.PathLike[str], *, by_picture: bool) -> None:
    """Refuse to replace a scenario; a newer picture of it may stand in for an older one."""
    held = _held(path)
    if held is not None and not (by_picture and held == "picture_stays"):
        raise refusal("cannot_be_saved", file=shown_path(path), cause=message(held))


def _held(path: str | os.PathLike[str]) -> str | None:
    """Return what is to be said of the scenario in a file, None where there is none.

    A damaged file counts as what its name says: a hand may have left it half edited.
    """
    name = shown_path(path)
    try:
        with regular_file(path) as file:
            if is_picture(file):
                text_in(file, name)
                return "picture_stays"
            is_scenario = decode(bytes_of(file, name), name).get("format") == FORMAT
    except FileError as error:
        if error.message.key == "picture_with_several":
            return "picture_stays"
        is_scenario = name.endswith(SCENARIO_ENDING) and Path(path).is_file()
    return "scenario_stays" if is_scenario else None
