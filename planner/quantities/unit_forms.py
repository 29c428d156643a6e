"""How each unit is shown, worked out from the tables of units; first floor of planner.

A unit that has no row is shown as it is written, and said in words made of its parts: no unit is
ever missing. Words and factor are those of the language spoken. Knows no unit by name.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from math import isfinite, log10

from planner.quantities.languages.unit_words import UnitWords
from planner.quantities.unit_parts import UnitPart, measured, unit_parts
from planner.quantities.unit_row import UnitRow
from planner.quantities.unit_spoken import LANGUAGES, exact_unit, spoken_units
from planner.quantities.unit_system import BASE, UnitSystem, factor_to, written_in
from planner.quantities.unit_table import UNITS
from planner.storage.sentences.spoken import Language, spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitForm:
    """How numbers in a unit are shown; what each field says is told in `UnitRow`.

    `shown` is empty for a bare number, `short` is as long as `shown` or shorter. A number that is
    typed without a unit is in `typed`. A number in English times `scale` is that in the language
    of the form. `sizes` are the forms for numbers of the model from so much
    on, the largest first, where a language tells large numbers in another unit than small ones.
    """

    shown: str
    short: str
    typed: str
    words: str
    factor: float
    difference: str
    difference_words: str
    beside: str
    ceiling: float | None
    is_count: bool
    is_grouped: bool
    moves_by_sum: bool
    is_mean: bool
    scale: float = 1.0
    sizes: tuple[tuple[float, "UnitForm"], ...] = ()

    def decimals(self, english: int) -> int:
        """Return how many decimals are as exact as so many in English; none are less than none."""
        return max(0, english - round(log10(self.scale)))

    def of_size(self, *values: float) -> "UnitForm":
        """Return the form for numbers of the model that are read together, by the largest."""
        if not self.sizes:
            return self
        size = max((abs(each) for each in values if isfinite(each)), default=0.0)
        return next((form for least, form in self._sizes(size) if size >= least), self)

    def _sizes(self, size: float) -> tuple[tuple[float, "UnitForm"], ...]:
        """Return the forms that a number may have; nothing at all has the usual one."""
        return (*self.sizes[:-1], (0.0, self.sizes[-1][1])) if size else ()


def unit_form(unit: str, system: UnitSystem = BASE, language: Language | None = None) -> UnitForm:
    """Return how numbers in a unit of the model are shown in a system of units.

    They are in the `language` that is spoken, unless another one is given: files have English.
    """
    return _spoken_form(unit, system, language or spoken())


@cache
def _spoken_form(unit: str, system: UnitSystem, language: Language) -> UnitForm:
    """Return the form of a unit in a language."""
    form, table = _english_form(unit, system), LANGUAGES.get(language)
    if table is None:
        return form
    usual, *others = _forms_in(table, form)
    sizes = tuple((least / form.factor, each) for least, each in reversed(others))
    return replace(usual[1], sizes=sizes)


@cache
def exact_form(unit: str, language: Language) -> str:
    """Return a unit of the model in a language, of which its numbers are told as they are."""
    form, table = _english_form(unit, BASE), LANGUAGES.get(language)
    plain = form.shown if form.factor == 1 else unit
    return plain.replace("*", "·") if table is None else exact_unit(plain, table)


def _forms_in(table: UnitWords, form: UnitForm) -> Iterator[tuple[float, UnitForm]]:
    """Yield a form in a language: the usual one, then each with the number it is meant from."""
    levels = spoken_units(form.shown, form.words, table)
    shorts = spoken_units(form.short, form.words, table)
    changes = spoken_units(form.difference, form.difference_words, table)
    for number, level in enumerate(levels):
        short, change = (each[min(number, len(each) - 1)] for each in (shorts, changes))
        yield (
            level.least,
            replace(
                form,
                shown=level.shown,
                short=short.shown,
                words=level.words,
                difference=change.shown,
                difference_words=change.words,
                typed=level.shown if form.typed == form.shown else form.typed,
                scale=level.factor,
                factor=float(f"{form.factor * level.factor:.15g}"),
            ),
        )


@cache
def _english_form(unit: str, system: UnitSystem) -> UnitForm:
    """Return the form of a unit in English."""
    row = UNITS.get(unit, UnitRow(key=unit))
    told = row.told_as or unit
    shown = _or(row.shown, unit)
    words = _or(row.words, _words(unit))
    texts = {
        "shown": shown,
        "short": _or(row.short, shown),
        "words": words,
        "difference": _or(row.difference, shown),
        "difference_words": _or(row.difference_words, words),
        "typed": row.told_as or shown or unit,
    }
    return UnitForm(
        **{name: written_in(text, system) for name, text in texts.items()},
        factor=row.factor * _conversion(unit, told) * factor_to(told, system),
        beside=row.beside,
        ceiling=row.ceiling,
        is_count=row.is_count,
        is_grouped=row.is_grouped,
        moves_by_sum=row.moves_by_sum,
        is_mean=row.is_mean,
        scale=1.0,
        sizes=(),
    )


def _conversion(unit: str, told: str) -> float:
    """Return the factor from a unit to the one it is told as, which measures the same."""
    before, after = measured(unit), measured(told)
    if told == unit or before is None or after is None:
        return 1.0
    return float(before.size / after.size)


def _or(text: str | None, other: str) -> str:
    return other if text is None else text


def _words(unit: str) -> str:
    """Return a unit in words: million CNY per enterprise; one with brackets as it is written."""
    if "(" in unit or "*" in unit:
        return unit
    above, *below = unit_parts(unit) or (UnitPart(unit, None, unit, 1),)
    said = _many(above)
    return f"{said} per {' and '.join(map(_one, below))}" if below else said


def _many(part: UnitPart) -> str:
    """Return a part in words above a line, where the row's own factor does not change numbers."""
    row = part.row
    words = part.name if row is None or row.words is None or row.factor != 1 else row.words
    return f"{part.magnitude.words} {words}" if part.magnitude else words


def _one(part: UnitPart) -> str:
    row = part.row
    if part.magnitude or row is None or row.one is None:
        return _many(part)
    return row.one
