"""The digits of a typed number: folded to plain ones, and taken apart by unambiguous rules.

Where one mark may part thousands or decimals the language spoken tells which. Knows no magnitude
and no unit. Floor: quantities.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from planner.storage.sentences.catalog import translate
from planner.storage.sentences.spoken import Language, spoken

_GROUP: Final = 3
_DIGITS_OF_EXPONENT: Final = 3
_FULL_WIDTH: Final = range(0xFF01, 0xFF5F)
_TO_ASCII: Final = 0xFEE0
_DECIMAL, _APOSTROPHE = "\N{ARABIC DECIMAL SEPARATOR}", "'"
_FOLDED: Final = {
    **dict.fromkeys("\N{MINUS SIGN}\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{SMALL HYPHEN-MINUS}", "-"),
    "\N{EN DASH}": "-",
    **dict.fromkeys("\N{IDEOGRAPHIC FULL STOP}\N{HALFWIDTH IDEOGRAPHIC FULL STOP}", _DECIMAL),
    **dict.fromkeys("\N{RIGHT SINGLE QUOTATION MARK}\N{ARABIC THOUSANDS SEPARATOR}", _APOSTROPHE),
    **dict.fromkeys("\N{ARABIC PERCENT SIGN}\N{SMALL PERCENT SIGN}", "%"),
    "\N{FULLWIDTH YEN SIGN}": "¥",
}
_DECIMAL_MARKS: Final[Mapping[Language, str]] = {"it": ","}
_RUN: Final = re.compile(
    rf"(?P<number>[.,{_DECIMAL}]?\d+(?:[.,'{_DECIMAL}]\d+| \d{{3}}(?!\d))*[.{_DECIMAL}]?)"
    r"(?:[eE](?P<exponent>[+-]?\d+))?"
)


class ReadingError(ValueError):
    """A text that is no quantity in the unit; the message tells why, as half a sentence.

    It is in the language spoken, so that what is wrong is asked of `NoNumberError` and its like.
    """


class NoNumberError(ReadingError):
    """A text that begins with no number at all."""

    def __init__(self) -> None:
        super().__init__(translate("Typed", "it is not a number"))


@dataclass(frozen=True, slots=True)
class Digits:
    """A number and the text behind it; `is_ambiguous` where its one mark may be either mark."""

    number: Fraction
    rest: str
    is_ambiguous: bool


def folded(text: str) -> str:
    """Return the text with plain digits, marks and spaces, and without what turns directions.

    Only forms of one character are folded: 5² stays no number.
    """
    marks = (_folded_mark(mark) for mark in text if unicodedata.category(mark) != "Cf")
    return " ".join("".join(marks).split())


def decimal_mark() -> str:
    """Return the mark before decimals in the language spoken."""
    return _DECIMAL_MARKS.get(spoken(), ".")


def leading_digits(text: str, mark: str) -> Digits:
    """Return the number at the start of a folded text; ReadingError where there is none.

    The `mark` is the one before decimals where a text may have either.
    """
    found = _RUN.match(text)
    if found is None:
        raise NoNumberError
    exponent = found["exponent"] or "0"
    if len(exponent.lstrip("+-")) > _DIGITS_OF_EXPONENT:
        raise ReadingError(translate("Typed", "its exponent is too large"))
    run = re.sub(rf"[.{_DECIMAL}]$", "", found["number"])
    whole, decimals = _parted(run, mark)
    number = Fraction(int(whole + decimals or "0"), 10 ** len(decimals))
    return Digits(number * Fraction(10) ** int(exponent), text[found.end() :], _is_ambiguous(run))


def _folded_mark(mark: str) -> str:
    if mark in _FOLDED:
        return _FOLDED[mark]
    if ord(mark) in _FULL_WIDTH:
        return chr(ord(mark) - _TO_ASCII)
    return str(unicodedata.decimal(mark)) if mark.isdecimal() else mark


def _parted(run: str, mark: str) -> tuple[str, str]:
    """Return the digits before and after the decimal mark of a run of digits and marks."""
    marks = re.sub(r"\d", "", run)
    if not marks or (marks != mark and _is_grouped(run)):
        return re.sub(r"\D", "", run), ""
    whole, _, decimals = run.rpartition(marks[-1])
    may_part = marks[-1] in {".", ",", _DECIMAL} and marks[-1] not in marks[:-1]
    if not may_part or (len(marks) > 1 and not _is_grouped(whole)) or _is_myriad(run, mark):
        said = translate("Typed", "its marks part no thousands, write it without them")
        raise ReadingError(said)
    return re.sub(r"\D", "", whole), decimals


def _is_grouped(run: str) -> bool:
    """Tell whether one kind of mark parts the digits into thousands."""
    first, *others = re.split(r"\D", run)
    is_led = 0 < len(first) <= _GROUP and not first.startswith("0")
    is_even = bool(others) and all(len(group) == _GROUP for group in others)
    return is_led and is_even and len(set(re.sub(r"\d", "", run))) == 1


def _is_myriad(run: str, mark: str) -> bool:
    """Tell whether a comma may part ten thousands, as it may in China."""
    is_form = re.fullmatch(r"[1-9]\d{0,3},\d{4}", run) is not None
    return is_form and mark != ","


def _is_ambiguous(run: str) -> bool:
    """Tell whether the only mark of a run means one thing here and another one elsewhere."""
    return re.fullmatch(rf"[1-9]\d{{0,2}}[.,]\d{{{_GROUP}}}", run) is not None
