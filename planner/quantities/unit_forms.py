"""How each unit of the model is shown: the only table of it; first floor of planner.

A unit that has no row is shown as it is written, and said in words made of its parts: no unit is
ever missing. How people write units is `written`; the names equations declare are `units`.
"""

from dataclasses import dataclass, replace
from functools import cache
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitForm:
    """How numbers in a unit are shown.

    `shown` stands behind a number and is empty for a bare one; `words` stand above many numbers.
    A model's number times `factor` is the number shown. A difference has the unit `difference`, in
    words `difference_words`. What `is_count` is told in whole numbers, and named by its title.
    """

    shown: str
    words: str
    factor: float = 1.0
    difference: str
    difference_words: str
    is_count: bool = False


SHARE_OF_FUTURES: Final = "share of futures"
_PERCENT: Final = UnitForm(
    shown="%",
    words="%",
    factor=100.0,
    difference="points",
    difference_words="percentage points",
)
_FORMS: Final[dict[str, UnitForm]] = {
    "share": _PERCENT,
    SHARE_OF_FUTURES: replace(_PERCENT, words="% of futures"),
    "1/yr": UnitForm(
        shown="%/yr",
        words="% per year",
        factor=100.0,
        difference="points/yr",
        difference_words="percentage points per year",
    ),
    "1": UnitForm(shown="", words="ratio", difference="", difference_words="ratio"),
    "H100": UnitForm(
        shown="M H100",
        words="million H100",
        factor=1e-6,
        difference="M H100",
        difference_words="million H100",
    ),
    "yr": UnitForm(shown="years", words="years", difference="years", difference_words="years"),
    "year": UnitForm(shown="", words="year", difference="", difference_words="years"),
}
_COUNTED: Final = frozenset({"firm", "model"})
_MAGNITUDES: Final = {"k": "thousand", "M": "million", "bn": "billion", "trn": "trillion"}
_ONE: Final = {"firm": "enterprise", "yr": "year"}
_MANY: Final = {
    "EFLOPS": "EFLOPS (FP16)",
    "PFLOPS": "PFLOPS (FP16)",
    "card": "cards",
    "firm": "enterprises",
    "model": "models",
    "person": "persons",
    "token": "tokens",
    "yr": "years",
}


@cache
def unit_form(unit: str) -> UnitForm:
    """Return how numbers in a unit are shown."""
    if unit in _FORMS:
        return _FORMS[unit]
    words = _words(unit)
    return UnitForm(
        shown=unit,
        words=words,
        difference=unit,
        difference_words=words,
        is_count=unit in _COUNTED,
    )


def _words(unit: str) -> str:
    """Return a unit in words: million CNY per enterprise; one with brackets as it is written."""
    if "(" in unit:
        return unit
    above, *below = unit.split("/")
    said = _part(above, _MANY)
    return f"{said} per {' and '.join(_part(each, _ONE) for each in below)}" if below else said


def _part(text: str, names: dict[str, str]) -> str:
    first, _, rest = text.partition(" ")
    if rest and first in _MAGNITUDES:
        return f"{_MAGNITUDES[first]} {_MANY.get(rest, rest)}"
    return " ".join(names.get(word, word) for word in text.split(" "))
