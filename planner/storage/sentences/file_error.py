"""What is said when a file cannot be read or written: one sentence, never a traceback.

Lowest floor of planner. It words errors of the system and shows foreign text safely; what is wrong
inside a scenario is worded in `planner.files.format.faults`.
"""

import errno
import json
import os
import unicodedata
from typing import Final

from planner.storage.sentences.direction import FIRST_STRONG, POP, is_isolated, isolated
from planner.storage.sentences.message import Message, Value, message
from planner.storage.sentences.readable import readable

_SHOWN_AT_MOST: Final = 60

_CAUSES: Final = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "quota_used_up",
    errno.EFBIG: "larger_than_allowed",
    errno.EROFS: "disk_read_only",
    errno.EACCES: "access_denied",
    errno.EPERM: "not_permitted",
    errno.ENOENT: "not_there",
    errno.ENOTDIR: "not_a_folder",
    errno.EISDIR: "is_a_folder",
    errno.EEXIST: "already_there",
    errno.ELOOP: "links_in_a_circle",
    errno.ENAMETOOLONG: "name_too_long",
    errno.EIO: "disk_error",
    errno.EMFILE: "too_many_open",
    errno.ENFILE: "too_many_open",
    errno.ETXTBSY: "in_use",
    errno.EBUSY: "in_use",
}


class FileError(Exception):
    """A file that cannot be read or written; the message is one sentence that names the file.

    Where several things are wrong the `details` are a sentence about each.
    """

    def __init__(self, said: Message, details: tuple[Message, ...] = ()) -> None:
        super().__init__(said)
        self.message = said
        self.details = details

    @property
    def reason(self) -> Message:
        """Why it is so, without the name of the file where the two can be told apart."""
        found = self.message.values.get("cause")
        return found if isinstance(found, Message) else self.message

    def sentence(self, language: str = "en") -> str:
        """Return the sentence in a language; `str` gives the English one."""
        return self.message.text(language)


def refusal(key: str, **values: Value) -> FileError:
    """Return the error whose sentence is the message of that key."""
    return FileError(message(key, **values))


def cause(error: OSError | ValueError) -> Message:
    """Return in plain words why the system refused; a ValueError is that of an impossible name."""
    if not isinstance(error, OSError):
        return message("name_impossible")
    known = _CAUSES.get(error.errno or 0)
    text = (error.strerror or "error").rstrip(".")
    return message(known) if known else message("system_says", text=one_line(text))


def one_line(text: str) -> str:
    """Escape what would not show, break the line or turn the direction of writing.

    What is isolated stays so: a line may hold names that run from right to left.
    """
    kept = {FIRST_STRONG, POP} if is_isolated(text) else set()
    return "".join(
        f"\\u{ord(mark):04x}"
        if mark not in kept and unicodedata.category(mark) in _UNPRINTABLE
        else mark
        for mark in text
    )


def shown_path(path: str | os.PathLike[str]) -> str:
    """Return a path as it can be shown within a line, whatever characters it holds."""
    return isolated(one_line(readable(path)))


def shown(value: object) -> Message:
    """Return a value from a file as it can be shown on one line: escaped, and not too long."""
    match value:
        case dict():
            return message("an_object")
        case list():
            return message("a_list")
        case int() if not isinstance(value, bool) and abs(value) >= 10**_SHOWN_AT_MOST:
            return message("many_digits")
        case str() if len(value) > _SHOWN_AT_MOST:
            beginning = _quoted(value[: _SHOWN_AT_MOST - 10])
            return message("long_text", beginning=beginning, count=len(value))
        case str():
            return message("exactly", value=_quoted(value))
    return message("exactly", value=json.dumps(value))


def _quoted(text: str) -> str:
    return isolated(one_line(json.dumps(text, ensure_ascii=False)))


_UNPRINTABLE: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
