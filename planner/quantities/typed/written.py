"""How people write magnitudes and units, in English, Italian and Chinese; floor: quantities.

Tables only: what each written form means; those of units come from the table of units. Forms that
mean two things stand apart with the sentence that says so, and are never guessed. How a text is
taken apart is told in `reading`.
"""

import re
from fractions import Fraction
from typing import Final

from planner.quantities.unit_system import CNY_PER_USD
from planner.quantities.unit_table import UNITS
from planner.storage.sentences.catalog import translate

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
ITALIAN_ABBREVIATIONS: Final = ("mln", "mld")
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
AMBIGUOUS: Final = ("m", "b", "t", "兆")
"""What may be several magnitudes; `why_ambiguous` tells which."""

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
        *ITALIAN_ABBREVIATIONS,
        *("per cento", "percento", "punti percentuali", "punto percentuale"),
        *("imprese", "impresa", "aziende", "azienda", "anni", "anno", "mesi", "mese"),
        *("trimestri", "trimestre", "annui", "annuo", "annue", "annua", "all'anno", "l'anno"),
        *("giorni", "giorno", "ore", "ora", "dollari", "dollaro", "per mille"),
    )
)
"""Forms that tell that a point may stand between thousands."""
ENGLISH_FORMS: Final = frozenset(
    (
        *WORDS,
        *("bn", "bln", "tn", "trn"),
        *("percent", "per cent", "percentage points", "percentage point"),
        *("enterprises", "enterprise", "companies", "company", "firms", "firm"),
        *("years", "year", "yrs", "yr", "months", "month", "quarters", "quarter", "days", "day"),
        *("hours", "hour", "dollars", "dollar", "a year", "an annum", "yearly", "annually"),
    )
)
"""Forms that tell that a comma may stand between thousands."""
MONEY: Final = tuple(form for form, (_, name) in FORMS.items() if name == "money")
"""What may stand before a number too, or right behind a magnitude."""

PER: Final = ("/", "÷", "per", "al", "all'", "每")
"""What stands before a unit that divides."""
YEARLY: Final = (
    *("p.a.", "a year", "an annum", "per annum", "yearly", "annually"),
    *("annui", "annuo", "annue", "annua", "all'anno", "l'anno", "ogni anno", "每年"),
)
"""What means per year as a whole."""
_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
AND_PER: Final = ("and", "e", "和")
"""What continues a division: billion CNY per EFLOPS and year."""
TIMES: Final = ("*", "·", "×")
CARD_HOURS: Final = (
    *("card-hours", "card-hour", "card hours", "card hour", "card-h"),
    *("gpu-hours", "gpu-hour", "gpu hours", "gpu hour", "卡时", "卡·时"),
    *("ore-acceleratore", "ora-acceleratore", "ore acceleratore", "ora acceleratore"),
)
"""What one H100 equivalent does in an hour."""
JOINING: Final = ("of", "di", "de")
"""Words between a magnitude and its unit, which mean nothing: 3 miliardi di yuan."""


def is_chinese(form: str) -> bool:
    """Tell whether a form is in Chinese, whose numbers have the marks of English."""
    return _HAN.search(form) is not None


def why_ambiguous(form: str) -> str:
    """Return why a magnitude is not taken, and what to write in its place."""
    match form:
        case "m":
            return translate(
                "Typed", '"m" may mean a million or a thousandth, write M for a million'
            )
        case "b":
            return translate("Typed", '"b" may mean other things than a billion, write bn')
        case "t":
            return translate("Typed", '"t" may mean other things than a trillion, write tn')
        case _:
            return translate("Typed", '"兆" means a million or a trillion, write 百万 or 万亿')
