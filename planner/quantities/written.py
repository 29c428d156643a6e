"""How people write magnitudes and units, in English, Italian and Chinese; floor: quantities.

Tables only: what each written form means. Forms that mean two things stand apart with the sentence
that says so, and are never guessed. How a text is taken apart is told in `reading`.
"""

from fractions import Fraction
from typing import Final

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

_ONE: Final[Atom] = (Fraction(1), "")
_HUNDREDTH: Final[Atom] = (Fraction(1, 100), "")
_POINTS: Final = (
    *("percentage points", "percentage point", "percent points", "percent point"),
    *("punti percentuali", "punto percentuale", "points", "point", "pp", "p.p."),
    *("个百分点", "百分点"),
)
_FORMS: Final[dict[Atom, tuple[str, ...]]] = {
    _ONE: ("share", "ratio"),
    _HUNDREDTH: ("%", "percent", "per cent", "per cento", "percento", *_POINTS),
    (Fraction(1, 1000), ""): ("‰",),
    (Fraction(1), "money"): (
        *("cny", "rmb", "yuan", "renminbi", "¥", "cn¥", "人民币元", "元人民币", "人民币", "元"),
    ),
    (Fraction(1), "compute"): ("eflops", "eflop/s", "exaflops", "eflops (fp16)"),
    (Fraction(1, 1000), "compute"): ("pflops", "pflop/s", "petaflops", "pflops (fp16)"),
    (Fraction(1, 10**6), "compute"): ("tflops", "tflop/s", "teraflops", "tflops (fp16)"),
    (Fraction(1000), "compute"): ("zflops", "zflop/s", "zettaflops"),
    (Fraction(1), "realized compute"): ("eflops realized", "eflops (fp16) realized"),
    (Fraction(1, 1000), "realized compute"): ("pflops realized", "pflops (fp16) realized"),
    (Fraction(1, 10**6), "power"): ("kw", "kilowatts", "kilowatt", "千瓦"),
    (Fraction(1, 1000), "power"): ("mw", "megawatts", "megawatt", "兆瓦"),
    (Fraction(1), "power"): ("gw", "gigawatts", "gigawatt", "吉瓦"),
    (Fraction(1, 10**9), "energy"): ("kwh", "千瓦时", "度"),
    (Fraction(1), "energy"): ("twh", "太瓦时"),
    (Fraction(1), "tokens"): ("tokens", "token", "词元"),
    (Fraction(1), "firms"): (
        *("firms", "firm", "enterprises", "enterprise", "companies", "company"),
        *("imprese", "impresa", "aziende", "azienda"),
        *("家企业", "家公司", "个企业", "企业", "公司", "家"),
    ),
    (Fraction(1), "time"): (
        *("years", "year", "yrs", "yr", "annum", "y", "a"),
        *("anni", "anno", "年"),
    ),
    (Fraction(1, 12), "time"): ("months", "month", "mesi", "mese", "个月", "月"),
    (Fraction(1, 365), "time"): ("days", "day", "giorni", "giorno", "天", "日"),
    (Fraction(1, 4), "time"): ("quarters", "quarter", "trimestri", "trimestre", "季度", "季"),
}
FORMS: Final[dict[str, Atom]] = {form: atom for atom, forms in _FORMS.items() for form in forms}
"""Every written form of a unit, in lower case."""

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
JOINING: Final = ("of", "di", "de")
"""Words between a magnitude and its unit, which mean nothing: 3 miliardi di yuan."""
