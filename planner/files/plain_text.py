"""Refuses text that would not show as what it is; top floor of planner.

A title with control characters, or with marks that turn the direction of writing, can look like
another title. Notes may hold lines and tabs; both may hold every language and emoji.
"""

import unicodedata
from typing import Final

from planner.files.file_error import refusal

_HIDDEN: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_JOINERS: Final = frozenset("\u200c\u200d")  # Persian words and emoji families need them
_OF_NOTES: Final = frozenset("\n\t")


def check_name(text: str, field: str, name: str) -> None:
    """Raise FileError unless every character of a title or a person's name shows."""
    _check(text, field, name, _JOINERS)


def check_notes(text: str, field: str, name: str) -> None:
    """Raise FileError unless every character shows, or breaks the line, or is a tab."""
    _check(text, field, name, _JOINERS | _OF_NOTES)


def _check(text: str, field: str, name: str, fine: frozenset[str]) -> None:
    for mark in text:
        if unicodedata.category(mark) in _HIDDEN and mark not in fine:
            character = f"U+{ord(mark):04X}"
            raise refusal("invisible", file=name, field=field, character=character)
