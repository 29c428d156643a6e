"""Magnitudes as they are written, and the forms a text begins with; floor: quantities."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from planner.quantities.typed import written
from planner.quantities.typed.digits import ReadingError
from planner.storage.sentences.catalog import translate

_QUOTED_AT_MOST: Final = 24
_MAGNITUDES: Final[Mapping[str, int]] = {
    **written.SYMBOLS,
    **written.ABBREVIATIONS,
    **written.WORDS,
    **written.ITALIAN_WORDS,
    **written.IDEOGRAPHS,
}
_UNITS: Final = tuple(form for form in written.FORMS if form[0] in written.IDEOGRAPHS)
"""Units that begin as a magnitude does: 千瓦."""
_IN_ANY_CASE: Final = _MAGNITUDES.keys() - written.SYMBOLS.keys()
_JOINED: Final = frozenset(
    (*written.WORDS, *written.ITALIAN_WORDS, *written.ITALIAN_ABBREVIATIONS, *written.IDEOGRAPHS)
)


@dataclass(frozen=True, slots=True)
class Magnitude:
    """What multiplies a number or a unit, the forms it was written in, and what follows."""

    factor: int
    forms: tuple[str, ...]
    rest: str


def quoted(text: str) -> str:
    """Return a piece of a text as a sentence quotes it."""
    return text if len(text) <= _QUOTED_AT_MOST else f"{text[:_QUOTED_AT_MOST]}…"


def matched(
    text: str, forms: Iterable[str], *, before: tuple[str, ...] = (), is_exact: bool = False
) -> str:
    """Return the longest form that a text begins with and that ends there, or an empty text.

    A word ends before anything but a plain letter, or right before one of `before`.
    """
    for form in sorted(forms, key=len, reverse=True):
        start, rest = text[: len(form)], text[len(form) :]
        if start != form and (is_exact or start.lower() != form):
            continue
        is_cut = _is_letter(form[-1]) and _is_letter(rest[:1])
        if not is_cut or matched(rest, before):
            return form
    return ""


def leading_magnitude(text: str) -> Magnitude:
    """Return the magnitude that a text begins with; 1 where there is none."""
    rest, forms, factor = text.lstrip(), list[str](), 1
    while form := _form(rest):
        if forms and not _are_one(forms[-1], form):
            said = translate("Typed", '"{text}" is not a magnitude')
            raise ReadingError(said.format(text=f"{forms[-1]} {form}"))
        factor *= _MAGNITUDES[form]
        forms.append(form)
        rest = rest[len(form) :].lstrip()
    return Magnitude(factor, tuple(forms), rest)


def _form(text: str) -> str:
    if matched(text, _UNITS):
        return ""
    form = matched(text, written.SYMBOLS, before=written.MONEY, is_exact=True)
    form = form or matched(text, _IN_ANY_CASE, before=written.MONEY)
    if not form and (unclear := matched(text, written.AMBIGUOUS, is_exact=True)):
        raise ReadingError(written.why_ambiguous(unclear))
    return form


def _are_one(first: str, second: str) -> bool:
    """Tell whether two magnitudes are one: 千万, thousand billion."""
    return {first, second} <= _JOINED and _MAGNITUDES[first] < _MAGNITUDES[second]


def _is_letter(mark: str) -> bool:
    return mark.isascii() and mark.isalpha()
