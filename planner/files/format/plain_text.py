"""Refuses or cleans text that would not show as what it is; seventh floor of planner.

A title with control characters, or with marks that turn the direction of writing, can look like
another title. Notes may hold lines and tabs; both may hold every language and emoji.
"""

from planner.files.format.hidden import JOINERS, OF_NOTES, is_hidden
from planner.files.format.schema import NAME_AT_MOST
from planner.storage.sentences.file_error import refusal, shown
from planner.storage.sentences.message import message


def check_name(text: str, field: str, name: str) -> None:
    """Raise FileError unless every character of a title or a person's name shows."""
    _check(text, field, name, JOINERS)


def check_shows(text: str, field: str, name: str) -> None:
    """Raise FileError where a text is nothing but blanks."""
    if not text.strip():
        allowed = message("text_that_shows")
        raise refusal("wrong", file=name, field=field, found=shown(text), allowed=allowed)


def check_title(text: str, name: str) -> None:
    """Raise FileError unless a file could hold the title of a scenario: it shows, and fits."""
    check_name(text, "title", name)
    check_shows(text, "title", name)
    if len(text) > NAME_AT_MOST:
        allowed = message("text_from", low=1, high=NAME_AT_MOST)
        raise refusal("wrong", file=name, field="title", found=shown(text), allowed=allowed)


def check_notes(text: str, field: str, name: str) -> None:
    """Raise FileError unless every character shows, or breaks the line, or is a tab."""
    _check(text, field, name, JOINERS + OF_NOTES)


def plain_name(text: str) -> str:
    """Return a title or a person's name without the characters that do not show."""
    return _plain(text, JOINERS)


def plain_notes(text: str) -> str:
    """Return notes without the characters that neither show, nor break a line, nor are tabs."""
    return _plain(text, JOINERS + OF_NOTES)


def _plain(text: str, fine: str) -> str:
    return "".join(mark for mark in text if mark in fine or not is_hidden(mark))


def _check(text: str, field: str, name: str, fine: str) -> None:
    for mark in text:
        if is_hidden(mark) and mark not in fine:
            character = f"U+{ord(mark):04X}"
            raise refusal("invisible", file=name, field=field, character=character)
