"""Lists in sentences: the first few by name, the others by count; first floor of planner.

A sentence that tells of three hundred things fills a window and tells nothing.
"""

from collections.abc import Sequence
from typing import Final

NAMED_AT_MOST: Final = 8
LONGEST: Final = 60


def listed(names: Sequence[str], separator: str = ", ", most: int = NAMED_AT_MOST) -> str:
    """Return the first names and how many more there are."""
    more = len(names) - most
    text = separator.join(names[:most])
    if more <= 0:
        return text
    joint = separator if "\n" in separator else " "
    return f"{text}{joint}and {more:,} more"


def shortened(name: str) -> str:
    """Return a name that somebody else made as long as a sentence can bear."""
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"
