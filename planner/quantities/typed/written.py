"""How people write magnitudes and units, in English, Italian and Chinese; floor: quantities.

Tables only: what each written form means; those of units come from the table of units. Forms that
mean two things stand apart with the sentence that says so, and are never guessed. How a text is
taken apart is told in `reading`.
"""

from fractions import Fraction
from typing import Final

from planner.quantities.unit_system import CNY_PER_USD
from planner.quantities.unit_table import UNITS

Atom = tuple[Fraction, str]
"""A size, and what it is a size of; an empty name for a bare number."""

_THOUSAND, _MILLION, _BILLION, _TRILLION = 10**3, 10**6, 10**9, 10**12

SYMBOLS: Final[dict[str, int]] = {
    "k": _THOUSAND,
    "K": _THOUSAND,
    "M": _MILLION,
    "B": _BILLION,
    "T": _TRILLION,
}
"""Magnitudes whose case tells them apart from other things."""

ABBREVIATIONS: Final[dict[str, int]] = {
    "mn": _MILLION,
    "mln": _MILLION,
    "mio": _MILLION,
    "bn": _BILLION,
    "bln": _BILLION,
    "mld": _BILLION,
    "mrd": _BILLION,
    "tn": _TRILLION,
    "trn": _TRILLION,
}
WORDS: Final[dict[str, int]] = {
    "hundred": 100,
    "thousand": _THOUSAND,
    "thousands": _THOUSAND,
    "million": _MILLION,
    "millions": _MILLION,
    "billion": _BILLION,
    "billions": _BILLION,
    "trillion": _TRILLION,
    "trillions": _TRILLION,
}
ITALIAN_WORDS: Final[dict[str, int]] = {
    "mille": _THOUSAND,
    "mila": _THOUSAND,
    "milione": _MILLION,
    "milioni": _MILLION,
    "miliardo": _BILLION,
    "miliardi": _BILLION,
}
IDEOGRAPHS: Final[dict[str, int]] = {
    "十": 10,
    "百": 100,
    "千": _THOUSAND,
    "万": 10**4,
    "萬": 10**4,
    "亿": 10**8,
    "億": 10**8,
}
AMBIGUOUS: Final[dict[str, str]] = {
    "m": '"m" may mean a million or a thousandth, write M for a million',
    "b": '"b" may mean other things than a billion, write bn',
    "t": '"t" may mean other things than a trillion, write tn',
    "兆": '"兆" means a million or a trillion, write 百万 or 万亿',
}

FORMS: Final[dict[str, Atom]] = {
    form: (row.size, row.measure or "") for row in UNITS.values() for form in row.typed
} | dict.fromkeys(UNITS["USD"].typed, (CNY_PER_USD, "money"))
"""Every written form of a unit, in lower case; the table of units has them.

What is typed in dollars is money at the rate of `unit_system`; figures of sources are not, since
each has a rate of its own year.
"""

ITALIAN_FORMS: Final = frozenset(
    (
        *ITALIAN_WORDS,
        *("per cento", "percento", "punti percentuali", "punto percentuale"),
        *("imprese", "impresa", "aziende", "azienda", "anni", "anno", "mesi", "mese"),
        *("trimestri", "trimestre", "annui", "annuo", "annue", "annua", "all'anno", "l'anno"),
    )
)
"""Forms that tell that a point may stand between thousands."""
MONEY: Final = tuple(form for form, (_, name) in FORMS.items() if name == "money")
"""What may stand before a number too, or right behind a magnitude."""

PER: Final = ("/", "÷", "per", "al", "每")
"""What stands before a unit that divides."""
YEARLY: Final = (
    *("p.a.", "a year", "an annum", "per annum", "yearly", "annually"),
    *("annui", "annuo", "annue", "annua", "all'anno", "l'anno"),
)
"""What means per year as a whole."""
AND_PER: Final = ("and", "e", "和")
"""What continues a division: billion CNY per EFLOPS and year."""
TIMES: Final = ("*", "·", "×")
CARD_HOURS: Final = (
    *("card-hours", "card-hour", "card hours", "card hour", "card-h"),
    *("gpu-hours", "gpu-hour", "gpu hours", "gpu hour", "卡时", "卡·时"),
)
"""What one H100 equivalent does in an hour."""
JOINING: Final = ("of", "di", "de")
"""Words between a magnitude and its unit, which mean nothing: 3 miliardi di yuan."""
