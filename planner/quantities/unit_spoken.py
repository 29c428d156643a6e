"""A unit in a language: its words, its magnitude and the factor to it; first floor of planner.

Takes apart what the table of units shows in English and puts it together as the table of the
language says. What that does not know stays as it is. Knows no number.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import prod
from typing import Final

from planner.quantities.languages.chinese import CHINESE
from planner.quantities.languages.italian import ITALIAN
from planner.quantities.languages.unit_words import MagnitudeWords, PartWords, UnitWords
from planner.quantities.unit_parts import UnitPart, unit_parts
from planner.storage.sentences.spoken import Language

LANGUAGES: Final[Mapping[Language, UnitWords]] = {"it": ITALIAN, "zh_CN": CHINESE}
"""The tables; units are in English where there is none."""


@dataclass(frozen=True, slots=True)
class SpokenUnit:
    """A unit in a language: `shown` behind a number, `words` above many.

    A number of the unit in English times `factor` is that of this one, which is meant for numbers
    from `least` on.
    """

    shown: str
    words: str
    factor: float = 1.0
    least: float = 0.0


def spoken_units(shown: str, words: str, table: UnitWords) -> tuple[SpokenUnit, ...]:
    """Return a unit in a language: as it is usual first, then for numbers of each size.

    `shown` and `words` are in English. Where a language has one form for all sizes it is alone.
    """
    if shown in table.texts or not shown or "(" in shown:
        said = table.texts.get(shown, shown)
        return (SpokenUnit(said, table.texts.get(words, said or words)),)
    above, *below = unit_parts(shown)
    part = table.parts.get(above.name) or PartWords(shown=above.name)
    size = (above.magnitude.factor if above.magnitude else 1) * part.size
    parts = [_below(each, table) for each in below]
    others = prod((each.size for each in parts), start=1.0)
    forms = tuple(
        SpokenUnit(
            _shown(step, part, parts, table),
            table.texts.get(words) or _words(step, part, parts, table),
            _factor(step, size, above, part) / others,
            0.0 if step is None else step.factor / size,
        )
        for step in _steps(above, size, table)
    )
    if shown in table.only:
        return (_usual(forms, table.only[shown] / size),)
    return (_usual(forms, table.usual.get(shown, size) / size), *forms) if forms[1:] else forms


def exact_unit(unit: str, table: UnitWords) -> str:
    """Return a unit of the model in a language with its own magnitudes: its numbers stay."""
    if unit in table.texts or "(" in unit:
        return table.texts.get(unit, unit)
    above = "·".join(_exact(each, table) for each in unit_parts(unit) if each.power > 0)
    below = (_exact(each, table) for each in unit_parts(unit) if each.power < 0)
    return "/".join((above, *below))


def _exact(each: UnitPart, table: UnitWords) -> str:
    """Return a part of a unit with its own magnitude."""
    known = table.divisors.get(each.name) or table.parts.get(each.name)
    said = PartWords(shown=each.name) if known is None else known
    if each.magnitude is None:
        return said.one or said.shown if each.power < 0 else said.shown
    key = each.magnitude.key
    word = table.exact.get(key) or table.magnitudes[key].shown
    return f"{word}{table.joint}{said.shown}"


def _below(each: UnitPart, table: UnitWords) -> PartWords:
    """Return a part that divides; one with a magnitude is a row of its own."""
    known = table.divisors.get(each.text) or table.parts.get(each.text)
    return known or PartWords(shown=each.text)


def _steps(above: UnitPart, size: float, table: UnitWords) -> tuple[MagnitudeWords | None, ...]:
    """Return the magnitudes in which numbers of a unit may be told."""
    if not table.steps:
        return (table.magnitudes[above.magnitude.key] if above.magnitude else None,)
    return table.steps if size > 1 else (None,)


def _factor(step: MagnitudeWords | None, size: float, above: UnitPart, part: PartWords) -> float:
    """Return the factor of a magnitude; exactly 1 where it is that of the unit in English."""
    if step is None:
        return size
    same = part.size == 1 and above.magnitude and above.magnitude.factor == step.factor
    return 1.0 if same else size / step.factor


def _usual(forms: tuple[SpokenUnit, ...], most: float) -> SpokenUnit:
    """Return the largest form that is not above a size, else the smallest."""
    return next((each for each in reversed(forms) if each.least <= most), forms[0])


def _shown(
    step: MagnitudeWords | None, part: PartWords, below: list[PartWords], table: UnitWords
) -> str:
    said = part.shown if step is None else f"{step.shown}{table.joint}{part.shown}"
    return "/".join((said, *(each.one or each.shown for each in below)))


def _words(
    step: MagnitudeWords | None, part: PartWords, below: list[PartWords], table: UnitWords
) -> str:
    """Return a unit as it stands above many numbers."""
    said = part.words or part.shown
    if step is not None:
        said = f"{step.words if part.is_thing else step.shown}{table.joint}{said}"
    if len(below) == 1 and below[0].alone:
        return f"{said} {below[0].alone}"
    others = table.and_per.join(each.one_word or each.one or each.shown for each in below)
    return f"{said}{table.per}{others}" if others else said
