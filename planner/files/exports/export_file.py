"""Writes what is no scenario: tables, pictures, pages, models; seventh floor of planner.

No export replaces scenarios, whoever asks: neither the file of one, nor a session, nor, unless by
another picture, a picture that carries some. They may be hours of work, and a wrong name is quickly
given. In a folder of pictures the names are ours, and what stands there under one of them may be
anybody's: only a picture that Suanli drew is replaced there.
"""

import io
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from planner.files.format.decode import decode
from planner.files.format.migrate import FORMAT
from planner.files.scenario.png_text import is_picture, text_in
from planner.storage.atomic import Remarks, check_writable, write_atomically
from planner.storage.names import SCENARIO_ENDING
from planner.storage.opening import bytes_of, regular_file
from planner.storage.sentences.file_error import FileError, cause, refusal, shown_path
from planner.storage.sentences.message import message

_HEAD_AT_MOST: Final = 64_000
"""Bytes at the beginning of an SVG or a PDF within which it says what made it."""
_BEGINNING: Final = b'<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<svg width="'
"""How an SVG of ours begins; what another program saved of it, edited or not, begins otherwise."""
_DESCRIPTION: Final = b"<desc>"
_END_OF_IT: Final = b"</desc>"
_NAME: Final = b"Suanli"
_CREATOR: Final = b"/Creator (" + "\ufeffSuanli".encode("utf-16-be") + b")"


def write_export(path: str | os.PathLike[str], data: bytes | Iterable[bytes]) -> Remarks:
    """Replace the file whole or not at all; FileError, too, where a scenario would be lost.

    What comes in pieces is no picture, and none of it is held. Returns what a user should know of
    the file all the same.
    """
    by_picture = isinstance(data, bytes) and is_picture(io.BytesIO(data))
    _check_keeps(path, by_picture=by_picture)
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


def check_in_folder(path: Path, *, by_picture: bool) -> None:
    """Raise FileError where a picture under a name of ours could not be written now, or must not.

    `by_picture` tells that the new one carries a scenario as an older one there may.
    """
    check_export(path, by_picture=by_picture)
    if _is_there(path) and not _is_drawn_before(path):
        raise refusal("cannot_be_saved", file=shown_path(path), cause=message("other_stays"))


def _is_drawn_before(path: Path) -> bool:
    """Tell whether a file is a picture of ours: PNG, SVG or PDF; a damaged PNG is none.

    An SVG that somebody edited since is theirs.
    """
    if _held(path) == "picture_stays":
        return True
    try:
        with regular_file(path) as file:
            head = file.read(_HEAD_AT_MOST)
    except FileError:
        return False
    description = head.partition(_DESCRIPTION)[2].partition(_END_OF_IT)[0]
    return _CREATOR in head or (head.startswith(_BEGINNING) and _NAME in description)


def _check_keeps(path: str | os.PathLike[str], *, by_picture: bool) -> None:
    """Refuse to replace a scenario; a newer picture of it may stand in for an older one."""
    held = _held(path)
    if held is not None and not (by_picture and held == "picture_stays"):
        raise refusal("cannot_be_saved", file=shown_path(path), cause=message(held))


def _held(path: str | os.PathLike[str]) -> str | None:
    """Return what is to be said of the scenario in a file, None where there is none.

    A damaged file counts as what its name says: a hand may have left it half edited.
    """
    from planner.files.session.session_file import is_session

    if _is_there(path) and is_session(path):
        return "session_stays"
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
        is_scenario = name.endswith(SCENARIO_ENDING) and _is_there(path)
    return "scenario_stays" if is_scenario else None


def _is_there(path: str | os.PathLike[str]) -> bool:
    """Tell whether a file stands at a path, as far as its folder may be looked into."""
    try:
        return Path(path).is_file()
    except OSError:
        return False
