"""What the words of a text mean, as the glossary has them: the tip of a label without one.

Floor: wording, no Qt.
"""

import re
from functools import cache
from html import escape
from typing import Final

from planner.quantities.told.lists import led_by
from planner.storage.sentences.spoken import Language, spoken
from ui.wording.help.glossary import Term, terms

TERMS_AT_MOST: Final = 3
_WIDTH: Final = 360


def explanation(text: str) -> str:
    """Return the terms that a text names with their meaning, as rich text; empty without one."""
    language = spoken()
    told = "".join(_explained(*each.words[language][:2]) for each in terms_in(text))
    return f'<table width="{_WIDTH}"><tr><td>{told}</td></tr></table>' if told else ""


def _explained(name: str, meaning: str) -> str:
    return f"<p>{led_by(f'<b>{escape(name)}</b>', escape(meaning))}</p>"


def terms_in(text: str) -> tuple[Term, ...]:
    """Return the terms that a text names, the longest names first: they say more than parts."""
    left, found = text.casefold(), []
    for name, term in _names(spoken()):
        pattern = _pattern(name)
        if pattern.search(left):
            left = pattern.sub(" ", left)
            if term not in found:
                found.append(term)
    return tuple(found[:TERMS_AT_MOST])


@cache
def _names(language: Language) -> tuple[tuple[str, Term], ...]:
    """Return every name of a term in a language with the term, the longest first."""
    pairs = [
        (name.casefold(), each)
        for each in terms()
        for name in (each.words[language][0], *each.said[language])
    ]
    return tuple(sorted(pairs, key=_length, reverse=True))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Return what finds a name as a word, in the plural as well; Chinese has no words apart."""
    ends = name[:1].isascii() and name[:1].isalnum()
    return re.compile(rf"(?<!\w){re.escape(name)}s?(?!\w)" if ends else re.escape(name))


def _length(pair: tuple[str, Term]) -> int:
    return len(pair[0])
