"""Refuses text that would not show as what it is; top floor of planner.

A title with control characters, or with marks that turn the direction of writing, can look like
another title. Notes may hold lines and tabs; both may hold every language and emoji.
"""

import unicodedata
from typing import Final

from planner.files.file_error import refusal, shown
from planner.files.message import message
from planner.files.schema import NAME_AT_MOST

_HIDDEN: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_JOINERS: Final = frozenset("\u200c\u200d")  # Persian words and emoji families need them
_OF_NOTES: Final = frozenset("\n\t")


def check_name(text: str, field: str, name: str) -> None:
    """Raise FileError unless every character of a title or a person's name shows."""
    _check(text, field, name, _JOINERS)


def check_title(text: str, name: str) -> None:
    """Raise FileError unless a file could hold the title of a scenario: it shows, and fits."""
    check_name(text, "title", name)
    if not text.strip():
        allowed = message("text_that_shows")
        raise refusal("wrong", file=name, field="title", found=shown(text), allowed=allowed)
    if len(text) > NAME_AT_MOST:
        allowed = message("text_from", low=1, high=NAME_AT_MOST)
        raise refusal("wrong", file=name, field="title", found=shown(text), allowed=allowed)


def check_notes(text: str, field: str, name: str) -> None:
    """Raise FileError unless every character shows, or breaks the line, or is a tab."""
    _check(text, field, name, _JOINERS | _OF_NOTES)


def plain_name(text: str) -> str:
    """Return a title or a person's name without the characters that do not show."""
    return _plain(text, _JOINERS)


def plain_notes(text: str) -> str:
    """Return notes without the characters that neither show, nor break a line, nor are tabs."""
    return _plain(text, _JOINERS | _OF_NOTES)


def _plain(text: str, fine: frozenset[str]) -> str:
    return "".join(
        mark for mark in text if mark in fine or unicodedata.category(mark) not in _HIDDEN
    )


def _check(text: str, field: str, name: str, fine: frozenset[str]) -> None:
    for mark in text:
        if unicodedata.category(mark) in _HIDDEN and mark not in fine:
            character = f"U+{ord(mark):04X}"
            raise refusal("invisible", file=name, field=field, character=character)
