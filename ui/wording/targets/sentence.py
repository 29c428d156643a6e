"""A target typed as a sentence: `at most 2 bn CNY a year`, `used within deliverable every year`.

It may be in English, Italian or Chinese, in the words of `sentence_forms`. What it leaves unsaid
stays as it was. Floor: wording.
"""

import re
from dataclasses import dataclass
from typing import Final

from planner.model.graph import model
from planner.model.targets.target import TargetSense, is_of_years
from planner.quantities.told.labels import model_text
from planner.quantities.typed.digits import folded
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown
from ui.wording.paths.typed import Refused
from ui.wording.targets.beside import levels_beside
from ui.wording.targets.sentence_forms import (
    A_YEAR,
    BEFORE_YEAR,
    CHINESE_YEAR,
    EVERY_YEAR,
    HAN,
    SENSES,
    SMALL_WORDS,
)

_YEAR: Final = re.compile(r"(?P<before>.*\D)(?P<year>\d{4})\)?$")
_NUMBER: Final = re.compile(r"^[-+]?\W{0,2}(?:CNY|RMB|USD|人民币|百分之)? ?\d", re.IGNORECASE)
_WORD: Final = re.compile(rf"[{HAN}]|[^\W_{HAN}]+")
_ENDS: Final = f".{folded('。')} "
_BESIDE: Final = " ,(;"


@dataclass(frozen=True, slots=True)
class Said:
    """What a sentence says; None is unsaid.

    `level` is the text of a number or path, `against` the key of an outcome in place of one, `year`
    0 for every year.
    """

    level: str = ""
    sense: TargetSense | None = None
    against: str = ""
    year: int | None = None


def said_in(text: str, outcome: str, element: str = "") -> Said:
    """Return what a text says of a target of an outcome. Raises Refused for an unknown outcome."""
    rest, year = _year_in(folded(text).rstrip(_ENDS))
    sense, rest = _sense_in(rest, outcome)
    if year is None and is_of_years(outcome) and A_YEAR.search(rest):
        year = 0 if sense is not None else None
    if sense is None or _NUMBER.match(rest) or not rest:
        return Said(rest, sense, "", year)
    return Said("", sense, _outcome_in(rest, outcome, element), year)


def _sense_in(text: str, outcome: str) -> tuple[TargetSense | None, str]:
    """Return the sense that a text begins with, behind a name of the outcome at most."""
    for form, sense in SENSES:
        start = _word_in(form, text)
        if start is not None and _words(text[: start.start()]) <= _names(outcome):
            return sense, text[start.end() :].strip()
    return None, text


def _word_in(form: str, text: str) -> re.Match[str] | None:
    """Return where a form stands as a word; Chinese has no space between words."""
    word = re.escape(form)
    if not re.match(rf"[{HAN}]", form):
        word = rf"(?:^|(?<=\s)){word}(?![^\W\d_])"
    return re.search(word, text, re.IGNORECASE)


def _year_in(text: str) -> tuple[str, int | None]:
    """Return a text without its year, and that; 0 where it says every year."""
    for form in EVERY_YEAR:
        if (rest := _without(form, text)) is not None:
            return rest, 0
    for found in (CHINESE_YEAR.match(text), *CHINESE_YEAR.finditer(text)):
        if found is not None and (found.start() == 0 or found.end() == len(text)):
            return f"{text[: found.start()]}{text[found.end() :]}".strip(), int(found["year"])
    return _year_behind(text)


def _without(form: str, text: str) -> str | None:
    """Return a text without a form at its end or its start; None where there is none."""
    said, length = text.casefold().rstrip(")"), len(form)
    if said.endswith(form):
        return text[: len(said) - length].rstrip(_BESIDE)
    return text[length:].lstrip(_BESIDE) if said.startswith(form) else None


def _year_behind(text: str) -> tuple[str, int | None]:
    """Return a text without the words before the year at its end, and that; None without words."""
    found = _YEAR.match(text)
    words = found["before"].replace("@", " @ ").split() if found else []
    kept = len(words)
    while kept and words[kept - 1].strip(".,(").casefold() in BEFORE_YEAR:
        kept -= 1
    if found is None or kept == len(words):
        return text, None
    return " ".join(words[:kept]).rstrip(_BESIDE), int(found["year"])


def _outcome_in(text: str, outcome: str, element: str) -> str:
    """Return the outcome that a text names, of those that can be the level of another."""
    said = _words(text)
    known = [key for key in levels_beside(outcome, element) if said <= _names(key)]
    if not known:
        sentence = translate(
            "Targets", "{text} is no number and no outcome that {name} can be held against."
        )
        name = model_text(model().outcomes[outcome].label)
        raise Refused(sentence.format(text=shown(text), name=name))
    return min(known, key=lambda key: len(_names(key)))


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold())) - SMALL_WORDS


def _names(key: str) -> frozenset[str]:
    """Return the words by which an outcome is called, in English and in the language spoken."""
    row = model().outcomes[key]
    labels = (row.label, row.short_label)
    return _words(" ".join((*labels, *map(model_text, labels), key.replace("_", " "))))
