"""Dates as years with a fraction: read as people type them, and taken apart to be written.

A month is a twelfth of a year, as on the model's clock, whatever its days. Floor: quantities.
"""

import calendar
import re
from collections.abc import Iterable
from math import floor
from typing import Final

from planner.quantities.typed.digits import ReadingError, decimal_mark, folded
from planner.storage.sentences.catalog import translate

MONTHS_PER_YEAR: Final = 12
_NEAR: Final = 0.5
_WRITTEN: Final = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?|(?P<mark>[.,])(?P<part>\d+))?"
)
_CHINESE: Final = re.compile(
    r"(?P<year>\d{4}) ?年(?: ?(?P<month>\d{1,2}) ?月(?: ?(?P<day>\d{1,2}) ?日)?)?"
)
_SLASHED: Final = re.compile(r"(?P<year>\d{4})[/.](?P<month>\d{1,2})[/.](?P<day>\d{1,2})")
_MONTH_LAST: Final = re.compile(r"(?P<year>\d{4}) (?P<name>[^\W\d]{3,})\.?")
_MONTH_FIRST: Final = re.compile(r"(?P<month>\d{1,2})[/.-](?P<year>\d{4})")
_NAMED: Final = re.compile(r"(?:(?P<day>\d{1,2})\.? )?(?P<name>[^\W\d]{3,})\.?,? (?P<year>\d{4})")
MONTH_NAMES: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)

ITALIAN_MONTH_NAMES: Final = (
    *("gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno"),
    *("luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"),
)


def year_of_date(text: str) -> float:
    """Return the year that a text means: 2025, 2025.583, 2025-08 or 2025-08-15.

    The part of a year stands behind the mark of the language spoken. Raises ReadingError for
    anything else.
    """
    found = _WRITTEN.fullmatch(folded(text))
    if found is None or (found["mark"] or ".") not in {".", decimal_mark()}:
        said = translate("Typed", "it is no date, write {part}, 2025-07 or 2025-07-15")
        raise ReadingError(said.format(part=f"2025{decimal_mark()}5"))
    year = float(f"{found['year']}.{found['part'] or 0}")
    if found["month"] is None:
        return year
    month, day = int(found["month"]), int(found["day"] or 1)
    if (
        not 1 <= month <= MONTHS_PER_YEAR
        or not 1 <= day <= calendar.monthrange(int(year), month)[1]
    ):
        raise ReadingError(translate("Typed", "there is no such date"))
    days = calendar.monthrange(int(year), month)[1]
    return year + (month - 1 + (day - 1) / days) / MONTHS_PER_YEAR


def year_of_spoken_date(text: str, months: Iterable[str] = ()) -> float:
    """Return the year that a text means, as people say or paste it: Jan 2027, 2027年1月 as well.

    Months are named in English, in Italian or as `months` names them, twelve. Raises ReadingError
    for anything else.
    """
    said = folded(text)
    for form in (_CHINESE, _SLASHED):
        if found := form.fullmatch(said):
            parts = (part for part in found.groups() if part)
            return year_of_date("-".join(parts))
    if found := _MONTH_FIRST.fullmatch(said):
        return year_of_date(f"{found['year']}-{found['month']}")
    found = _NAMED.fullmatch(said) or _MONTH_LAST.fullmatch(said)
    if found is None:
        return year_of_date(said)
    month = _month_named(found["name"].casefold(), months)
    return year_of_date(f"{found['year']}-{month}-{found.groupdict().get('day') or 1}")


def _month_named(name: str, months: Iterable[str]) -> int:
    """Return which month a name means, in full or its first three letters at least."""
    others = tuple(each.casefold().rstrip(".") for each in months)
    for names in (MONTH_NAMES, ITALIAN_MONTH_NAMES, others):
        meant = [month for month, each in enumerate(names, start=1) if _is_meant(name, each)]
        if len(meant) == 1:
            return meant[0]
    said = translate("Typed", 'no month is called "{name}"')
    raise ReadingError(said.format(name=name))


def _is_meant(name: str, month: str) -> bool:
    return name == month or month.startswith(name) or (name == "sept" and month == "september")


def date_of_year(date: float) -> tuple[int, int, int]:
    """Return year, month and day of a date, the nearest day."""
    year = floor(date)
    months = (date - year) * MONTHS_PER_YEAR
    month = min(floor(months + _NEAR / 31), MONTHS_PER_YEAR)
    if month == MONTHS_PER_YEAR:
        return year + 1, 1, 1
    days = calendar.monthrange(year, month + 1)[1]
    day = max(0, round((months - month) * days))
    return year, month + 1, min(day, days - 1) + 1
