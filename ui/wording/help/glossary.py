"""The glossary of the window, from `resources/help/glossary.toml`: in one language, or in all.

Floor: wording, no Qt.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from planner.storage.places import resources_folder
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.spoken import LANGUAGES, Language, spoken
from ui.wording.finding.folding import folded
from ui.wording.finding.pinyin import readings
from ui.wording.help.page import Section, plain
from ui.wording.language import NAMES


@dataclass(frozen=True, slots=True)
class Term:
    """A term by its key: for each language what it is called there, and what it means.

    `said` has other words by which labels name it.
    """

    key: str
    words: Mapping[Language, tuple[str, str]]
    said: Mapping[Language, tuple[str, ...]]


@cache
def terms() -> tuple[Term, ...]:
    """Return every term, in the order of the file."""
    text = (resources_folder() / "help" / "glossary.toml").read_text("utf-8")
    return tuple(map(_term, tomllib.loads(text)["term"]))


def _term(row: Mapping[str, Any]) -> Term:
    return Term(
        row["key"],
        {name: (row[name]["term"], row[name]["text"]) for name in LANGUAGES},
        {name: tuple(row[name].get("said", ())) for name in LANGUAGES},
    )


def glossary_sections() -> tuple[Section, ...]:
    """Return the terms in the language spoken, by their names in it."""
    title = translate("Help", "Glossary")
    lead = translate("Help", "Show every term in three languages side by side")
    words = sorted((each.words[spoken()] for each in terms()), key=_by_name)
    entries = (Section(plain(name), plain(text), 3) for name, text in words)
    return (Section(title, f"[{lead}](help:languages)", 1), *entries)


def language_sections() -> tuple[Section, ...]:
    """Return every term in all languages, a line each, by its name in the language spoken."""
    title = translate("Help", "Glossary in three languages")
    lead = translate("Help", "Back to what the terms mean")
    order = (spoken(), *(each for each in LANGUAGES if each != spoken()))
    rows = sorted(([each.words[name][0] for name in order] for each in terms()), key=_by_first)
    lines = ([NAMES[name] for name in order], [":--"] * len(order), *rows)
    table = "\n".join(f"| {' | '.join(map(plain_cell, line))} |" for line in lines)
    return (Section(title, f"[{lead}](help:glossary)\n\n{table}", 1),)


def plain_cell(text: str) -> str:
    """Return a text for a cell of a table; the rule under its head stays as it is."""
    return text if text == ":--" else plain(text)


def _by_name(words: tuple[str, str]) -> tuple[str, str]:
    return in_alphabet(words[0])


def _by_first(row: list[str]) -> tuple[str, str]:
    return in_alphabet(row[0])


def in_alphabet(name: str) -> tuple[str, str]:
    """Return what sorts names as dictionaries do: Chinese by its pinyin, accents aside."""
    return folded(readings().get(name, name)), name
