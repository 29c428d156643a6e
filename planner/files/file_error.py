"""What is said when a file cannot be read or written: one sentence, never a traceback.

Top floor of planner. It words errors of the system and shows foreign text safely; what is wrong
inside a scenario is worded in `sentences`.
"""

import errno
import json
import os
import unicodedata
from typing import Final

_SHOWN_AT_MOST: Final = 60

_CAUSES: Final = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EFBIG: "the file would be larger than this system allows",
    errno.EROFS: "the disk is read-only",
    errno.EACCES: "access is denied",
    errno.EPERM: "the system does not permit it",
    errno.ENOENT: "there is no such file or folder",
    errno.ENOTDIR: "a part of the path is not a folder",
    errno.EISDIR: "it is a folder, not a file",
    errno.EEXIST: "something of that name is already there",
    errno.ELOOP: "its links lead in a circle",
    errno.ENAMETOOLONG: "the name is too long",
    errno.EIO: "the disk reports an error",
    errno.EMFILE: "too many files are open",
    errno.ENFILE: "too many files are open",
    errno.ETXTBSY: "the file is in use",
    errno.EBUSY: "the file is in use",
}


class FileError(Exception):
    """A file that cannot be read or written; the message is one sentence that names the file."""


def cause(error: OSError) -> str:
    """Return in plain words why the system refused."""
    known = _CAUSES.get(error.errno or 0)
    return known or (error.strerror or "the system refused").rstrip(".").lower()


def one_line(text: str) -> str:
    """Escape what would not show, break the line or turn the direction of writing."""
    return "".join(
        f"\\u{ord(mark):04x}" if unicodedata.category(mark) in _UNPRINTABLE else mark
        for mark in text
    )


def shown_path(path: str | os.PathLike[str]) -> str:
    """Return a path as it can be shown on one line, whatever characters it holds."""
    return one_line(os.fspath(path))


def shown(value: object) -> str:
    """Return a value from a file as it can be shown on one line: escaped, and not too long."""
    match value:
        case dict():
            return "an object"
        case list():
            return "a list"
        case int() if not isinstance(value, bool) and abs(value) >= 10**_SHOWN_AT_MOST:
            return "a number of more than 60 digits"
        case str() if len(value) > _SHOWN_AT_MOST:
            beginning = _quoted(value[: _SHOWN_AT_MOST - 10])
            return f"{beginning}… ({len(value)} characters)"
        case str():
            return _quoted(value)
    return json.dumps(value)


def _quoted(text: str) -> str:
    return one_line(json.dumps(text, ensure_ascii=False))


_UNPRINTABLE: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
