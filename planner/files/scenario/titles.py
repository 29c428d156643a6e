"""Titles of several scenarios, told apart where their short names are one; top floor of planner."""

from collections.abc import Iterable

from planner.files.format.schema import NAME_AT_MOST
from planner.storage.names import distinct_names, short_name


def told_apart(titles: Iterable[str]) -> tuple[str, ...]:
    """Return the titles, with a number behind each whose short name an earlier one has.

    `Centers at 60` becomes `Centers at 60 2` behind `Centers at 60 %`.
    """
    given = tuple(titles)
    return tuple(
        title if name == short_name(title) else _numbered(title, name.rpartition("-")[2])
        for title, name in zip(given, distinct_names(given), strict=True)
    )


def _numbered(title: str, number: str) -> str:
    """Put a number behind a title, which is cut where a file would not take all of it."""
    return f"{title[: NAME_AT_MOST - len(number) - 1].rstrip()} {number}"
