"""Which pages help has, in the order in which they are offered, and where a word stands in them.

Floor: views.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from planner.storage.sentences.catalog import translate
from planner.storage.sentences.spoken import spoken
from ui.wording.help.about import about_sections, license_sections
from ui.wording.help.glossary import glossary_sections, language_sections
from ui.wording.help.model_pages import equation_sections, model_sections, source_sections
from ui.wording.help.page import Section, sections_of, written

Sections = tuple[Section, ...]
FOUND_AT_MOST = 60


@dataclass(frozen=True, slots=True)
class Found:
    """Where something was found: the page, the heading of its section, and the text there."""

    page: str
    head: str
    text: str


def pages() -> Mapping[str, Callable[[], Sections]]:
    """Return what makes each page, by its key."""
    return {
        "bands": _bands,
        "sweeps": _sweeps,
        "glossary": glossary_sections,
        "languages": language_sections,
        "model": model_sections,
        "equations": equation_sections,
        "sources": source_sections,
        "about": about_sections,
        "licenses": license_sections,
    }


def titles() -> Mapping[str, str]:
    """Return what each page is called where one is chosen."""
    return {
        "bands": translate("Help", "How to read the bands"),
        "sweeps": translate("Help", "Sweeps"),
        "glossary": translate("Help", "Glossary"),
        "languages": translate("Help", "Glossary in three languages"),
        "model": translate("Help", "Model"),
        "equations": translate("Help", "Equations"),
        "sources": translate("Help", "Sources"),
        "about": translate("Help", "About Suanli"),
        "licenses": translate("Help", "Licenses"),
    }


def sections(key: str) -> Sections:
    """Return a page in the language spoken."""
    return _made(key, spoken())


def found(word: str) -> tuple[Found, ...]:
    """Return where a word stands, in headings before texts; texts of licenses are left out."""
    wanted = word.casefold().strip()
    places = [
        Found(key, each.head, each.text)
        for key in pages()
        if key != "licenses"
        for each in sections(key)
        if wanted in f"{each.head}\n{each.text}".casefold()
    ]
    in_heads = [each for each in places if wanted in each.head.casefold()]
    rest = [each for each in places if each not in in_heads]
    return tuple([*in_heads, *rest][:FOUND_AT_MOST])


@cache
def _made(key: str, _language: str) -> Sections:
    return pages()[key]()


def _bands() -> Sections:
    return sections_of(written("bands"))


def _sweeps() -> Sections:
    return sections_of(written("sweeps"))
