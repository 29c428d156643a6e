"""Names of files as people read them, whatever bytes they are made of; lowest floor of planner.

A name is bytes to the system. Those that are no UTF-8 Python keeps as halves of characters, which
open the file again, but which no screen shows and no encoding takes.
"""

import os
import re
from typing import Final

_HALF: Final = re.compile("[\ud800-\udfff]")
_CHINESE: Final = "gb2312"  # the common part of GBK, which takes few names in other encodings
_MADE_BY: Final = "GBK"


def readable(path: str | os.PathLike[str]) -> str:
    r"""Return a path, or a name in it, as text.

    A name that is none in UTF-8 but is one in Chinese, as archives from Windows have them, is shown
    as that, with a note: `情景 (GBK)`. Else each byte that is part of no letter is shown as `\xc7`.
    """
    text = os.fspath(path)
    return text if is_text(text) else "/".join(map(_readable_name, text.split("/")))


def is_text(path: str | os.PathLike[str]) -> bool:
    """Tell whether a path may be handed to what takes nothing but text."""
    return not _HALF.search(os.fspath(path))


def _readable_name(name: str) -> str:
    if is_text(name):
        return name
    try:
        return f"{name.encode('utf-8', 'surrogateescape').decode(_CHINESE)} ({_MADE_BY})"
    except UnicodeError:
        return _HALF.sub(lambda half: f"\\x{ord(half[0]) & 0xFF:02x}", name)
