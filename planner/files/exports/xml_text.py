"""Text that may stand in XML and HTML: the one owner of what no such document can hold.

Seventh floor of planner. A scenario may be called what its author likes; where a document has no
way to write a character, not even escaped, U+FFFD stands for it. Escaping is done by whoever writes
it.
"""

import re
from typing import Final

_IMPOSSIBLE: Final = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f"  # XML 1.0 has no controls but tab and line ends
    "\ud800-\udfff"  # halves of characters
    "\ufdd0-\ufdef"  # code points that are no characters, and never will be
    + "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
_STANDS_IN: Final = "\ufffd"


def xml_text(text: str) -> str:
    """Return a text, or a whole document, without what XML and HTML cannot hold."""
    return _IMPOSSIBLE.sub(_STANDS_IN, text)


def xml_bytes(document: bytes) -> bytes:
    """Return a document in UTF-8 without what XML and HTML cannot hold."""
    return xml_text(document.decode("utf-8", errors="replace")).encode("utf-8")
