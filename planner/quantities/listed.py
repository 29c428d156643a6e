"""Lists in sentences: the first few by name, the others by count; first floor of planner.

A sentence that tells of three hundred things fills a window and tells nothing.
"""

from collections.abc import Sequence
from typing import Final

from planner.quantities.told.lists import comma
from planner.quantities.told.numerals import fixed
from planner.storage.sentences.catalog import translate_many

NAMED_AT_MOST: Final = 8
LONGEST: Final = 60


def listed(names: Sequence[str], separator: str | None = None, most: int = NAMED_AT_MOST) -> str:
    """Return the first names, parted as in a list unless told otherwise, and how many more."""
    more = len(names) - most
    text = (comma() if separator is None else separator).join(names[:most])
    if more <= 0:
        return text
    if separator and "\n" in separator:
        said = translate_many("Numbers", "and {count} more", "and {count} more", more)
        return f"{text}{separator}{said.format(count=fixed(more, 0))}"
    said = translate_many("Numbers", "{names} and {count} more", "{names} and {count} more", more)
    return said.format(names=text, count=fixed(more, 0))


def shortened(name: str) -> str:
    """Return a name that somebody else made as long as a sentence can bear."""
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"
