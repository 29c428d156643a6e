"""Every text that the program says to a reader: those in the code, and those in its tables."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from babel.messages.extract import extract_from_file

from tests.translations.tables import texts_of_tables

ROOT: Final = Path(__file__).parents[2]
_ROOMS: Final = ("planner", "ui")
_SAID_BY: Final = {
    "translate": ((1, "c"), 2),
    "translate_many": ((1, "c"), 2, 3),
    "marked": ((1, "c"), 2),
}


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """A text in English, with its plural where it has one, under the context that it is said in."""

    context: str
    one: str
    many: str = ""

    @property
    def forms(self) -> tuple[str, ...]:
        """Its forms in English."""
        return (self.one, self.many) if self.many else (self.one,)


@cache
def texts() -> tuple[Text, ...]:
    """Return every text once, by context and then by letters."""
    return tuple(sorted({*_texts_of_code(), *_texts_of_tables()}))


def _texts_of_tables() -> Iterator[Text]:
    for context, said in texts_of_tables():
        yield from (Text(context, each) for each in said if each.strip())


def _texts_of_code() -> Iterator[Text]:
    for room in _ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            yield from _texts_in(path)


def _texts_in(path: Path) -> Iterator[Text]:
    for _, said, _, context in extract_from_file("python", path, keywords=_SAID_BY):
        one, many = said if isinstance(said, tuple) else (said, "")
        yield Text(context or "", one, many)
