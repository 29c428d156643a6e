"""Turns what names a file, a path or a `file:` address, into its path; lowest floor of planner.

File managers and browsers hand over addresses. A path is taken as it stands, whatever it holds; no
file is looked at.
"""

import os
import re
from pathlib import Path
from typing import Final
from urllib.parse import unquote_to_bytes
from urllib.request import url2pathname

from planner.storage.sentences.file_error import refusal, shown_path
from planner.storage.sentences.message import message

_ADDRESS: Final = re.compile(
    r"(?P<scheme>[a-z][a-z0-9+.-]+):(?://(?P<host>[^/]*))?(?=/|$)", re.IGNORECASE
)
_HERE: Final = ("", "localhost")


def path_of(name: str) -> Path:
    """Return the path that a path or an address names.

    Raises FileError for an address that is of no file, or of one on another computer.
    """
    found = _ADDRESS.match(name)
    if found is None or (found["host"] is None and found["scheme"].lower() != "file"):
        return Path(name)
    if found["scheme"].lower() != "file":
        raise _refusal(name, "address_of_no_file", scheme=found["scheme"].lower())
    if (found["host"] or "").lower() not in _HERE:
        raise _refusal(name, "address_elsewhere", host=shown_path(found["host"]))
    rest = name[found.end() :] or "/"
    if os.name == "nt":
        return Path(url2pathname(rest))
    encoded = unquote_to_bytes(os.fsencode(rest))
    if b"\0" in encoded:
        raise _refusal(name, "name_impossible")
    return Path(os.fsdecode(encoded))


def _refusal(name: str, why: str, **values: str) -> Exception:
    return refusal("cannot_be_read", file=shown_path(name), cause=message(why, **values))
