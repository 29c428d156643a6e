"""The short name of a scenario, for columns and file names; top floor of planner."""

from collections.abc import Iterable
from typing import Final

_LENGTH_AT_MOST: Final = 60


def short_name(title: str) -> str:
    """Return a title in small letters and digits of any language, joined by hyphens.

    `Centers at 60 %` becomes `centers-at-60`. The name never begins a formula in a spreadsheet
    and is fit for a file; two titles may share one.
    """
    marks = (mark if mark.isalnum() else " " for mark in title.casefold())
    name = "-".join("".join(marks).split())
    return name[:_LENGTH_AT_MOST].rstrip("-") or "scenario"


def distinct_names(titles: Iterable[str]) -> tuple[str, ...]:
    """Return a short name for each title; a name that is taken gets the next free number."""
    names: list[str] = []
    for title in titles:
        name = wanted = short_name(title)
        number = 2
        while name in names:
            name, number = f"{wanted}-{number}", number + 1
        names.append(name)
    return tuple(names)
