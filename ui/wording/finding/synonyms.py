"""Other words by which levers, assumptions, outcomes, commands and questions are looked for.

They stand in resources/search/synonyms.toml and are never shown.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Final, Literal

from planner.storage.places import resources_folder

Kind = Literal["levers", "assumptions", "outcomes", "commands", "questions"]

_FILE: Final = "search/synonyms.toml"


@cache
def all_synonyms() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Return every synonym, by the kind and the key of what it finds."""
    read = tomllib.loads((resources_folder() / _FILE).read_text("utf-8"))
    return {kind: {key: tuple(words) for key, words in rows.items()} for kind, rows in read.items()}


def synonyms_of(kind: Kind, key: str) -> tuple[str, ...]:
    """Return the other words for one of a kind, none where it has none."""
    return all_synonyms()[kind].get(key, ())
