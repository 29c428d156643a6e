"""A target typed as a sentence: `at most 2 bn CNY a year`, `used within deliverable every year`.

What it leaves unsaid stays as it was. Floor: wording.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from planner.model.graph import model
from planner.model.targets.target import TargetSense, is_of_years
from planner.quantities.typed.digits import folded
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown
from ui.wording.figures.units import follows_units
from ui.wording.paths.typed import Refused
from ui.wording.targets.beside import levels_beside
from ui.wording.translate import model_text

_SIGNS: Final = {"≥": "at least", ">=": "at least", "≤": "at most", "<=": "at most"}
_YEAR: Final = re.compile(r"^\d{4}$")
_A_YEAR: Final = re.compile(r"(?:\ba|\bper|/) ?(?:year|yr)$", re.IGNORECASE)
_NUMBER: Final = re.compile(r"^[-+]?\W{0,2}(?:CNY|RMB|USD)? ?\d", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W_]+")


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
    sense, rest = _sense_in(folded(text).rstrip(".").strip(), outcome)
    rest, year = _year_in(rest)
    if year is None and is_of_years(outcome) and _A_YEAR.search(rest):
        year = 0 if sense is not None else None
    if sense is None or _NUMBER.match(rest) or not rest:
        return Said(rest, sense, "", year)
    return Said("", sense, _outcome_in(rest, outcome, element), year)


def _sense_in(text: str, outcome: str) -> tuple[TargetSense | None, str]:
    """Return the sense that a text begins with, behind a name of the outcome at most."""
    for form, sense in _senses():
        start = re.search(rf"(?:^|(?<=\s)){re.escape(form)}(?![^\W\d_])", text, re.IGNORECASE)
        if start is not None and _words(text[: start.start()]) <= _names(outcome):
            return sense, text[start.end() :].strip()
    return None, text


@follows_units
@lru_cache
def _senses() -> tuple[tuple[str, TargetSense], ...]:
    least = translate("Targets", "at least, no less than, not less than, not below, minimum, min")
    most = translate(
        "Targets", "at most, no more than, not more than, not above, within, maximum, max"
    )
    known: list[tuple[str, TargetSense]] = []
    for sign, sense in _SIGNS.items():
        known.append((sign, "at least" if sense == "at least" else "at most"))
    known += [(each.strip(), "at least") for each in least.split(",")]
    known += [(each.strip(), "at most") for each in most.split(",")]
    return tuple(known)


def _year_in(text: str) -> tuple[str, int | None]:
    """Return a text without its year, and that; 0 where it says every year."""
    for form in translate("Targets", "every year, each year, in all years, always").split(","):
        if text.casefold().endswith(form.strip().casefold()):
            return text[: len(text) - len(form.strip())].rstrip(" ,"), 0
    for form in translate("Targets", "in December, in Dec, December, Dec, by, in, @").split(","):
        head, found, tail = text.rpartition(form.strip())
        if found and _YEAR.match(tail.strip()) and (not head or not head[-1].isalnum()):
            return head.rstrip(" ,"), int(tail)
    return text, None


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
    small = translate("Targets", "the, what, is, are, to, be, of, its")
    left = {each.strip() for each in small.split(",")}
    return frozenset(_WORD.findall(text.casefold())) - left


def _names(key: str) -> frozenset[str]:
    """Return the words by which an outcome is called."""
    row = model().outcomes[key]
    labels = (model_text(row.label), model_text(row.short_label), key.replace("_", " "))
    return _words(" ".join(labels))
