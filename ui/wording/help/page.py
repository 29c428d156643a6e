"""A page of help: sections with a heading each, so that search can tell where something stands.

Markdown, in the language spoken when it is made. Floor: wording, no Qt.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from planner.storage.places import resources_folder
from planner.storage.sentences.spoken import spoken

LEVELS: Final = 3


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of a level, 1 to 3, and the Markdown under it."""

    head: str
    text: str = ""
    level: int = 2


def markdown(sections: Iterable[Section]) -> str:
    """Return sections as one text."""
    return "\n\n".join(f"{'#' * each.level} {each.head}\n\n{each.text}" for each in sections)


def sections_of(text: str) -> tuple[Section, ...]:
    """Return the sections of a text that begins with a heading."""
    found: list[Section] = []
    for line in text.splitlines():
        marks, _, head = line.partition(" ")
        if marks and not marks.strip("#") and len(marks) <= LEVELS:
            found.append(Section(head, "", len(marks)))
        elif found:
            last = found[-1]
            found[-1] = Section(last.head, f"{last.text}{line}\n", last.level)
    return tuple(Section(each.head, each.text.strip(), each.level) for each in found)


def written(name: str) -> str:
    """Return a page that is written by hand, in the language spoken."""
    return (resources_folder() / "help" / spoken() / f"{name}.md").read_text("utf-8")


def plain(text: str) -> str:
    """Return a text whose marks Markdown does not read."""
    return "".join(f"\\{mark}" if mark in r"\`*_{}[]<>#|" else mark for mark in text)
