"""Months and dates in words: `May 2028`, `maggio 2028`, `2028年5月`.

The names are those of Qt's locales, for faces that have no Qt; a test holds the two together.
Reading what somebody typed is done in `planner.quantities.dates`. Floor: quantities.
"""

from typing import Final

from planner.quantities.dates import MONTHS_PER_YEAR, date_of_year
from planner.storage.sentences.spoken import Language, spoken

_CHINESE: Final = tuple(f"{month}月" for month in range(1, MONTHS_PER_YEAR + 1))
_LONG: Final[dict[Language, tuple[str, ...]]] = {
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    "it": (
        *("gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno"),
        *("luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"),
    ),
    "zh_CN": _CHINESE,
}
_SHORT: Final[dict[Language, tuple[str, ...]]] = {
    "en": tuple(name[:3] for name in _LONG["en"]),
    "it": tuple(name[:3] for name in _LONG["it"]),
    "zh_CN": _CHINESE,
}
_MONTH: Final[dict[Language, str]] = {"zh_CN": "{year}年{month}"}
_DAY: Final[dict[Language, str]] = {"zh_CN": "{year}年{month}{day}日"}
_YEAR: Final[dict[Language, str]] = {"zh_CN": "{year}年"}


def long_months() -> tuple[str, ...]:
    """Return the names of the twelve months in full."""
    return _LONG[spoken()]


def short_months() -> tuple[str, ...]:
    """Return the short names of the twelve months."""
    return _SHORT[spoken()]


def month_text(year: int, month: int) -> str:
    """Return a month in full, 1 to 12: `May 2028`."""
    return _of_month(year, long_months()[month - 1])


def short_month_text(year: int, month: int) -> str:
    """Return a month in short, 1 to 12: `Dec 2030`."""
    return _of_month(year, short_months()[month - 1])


def month_of_time(time: float) -> str:
    """Return the month nearest to the beginning that a time in years is, in short."""
    year, month = divmod(round(time * MONTHS_PER_YEAR), MONTHS_PER_YEAR)
    return short_month_text(year, month + 1)


def day_text(year: int, month: int, day: int) -> str:
    """Return a day with its month in full: `5 May 2028`."""
    return _of_day(year, long_months()[month - 1], day)


def short_day_text(year: int, month: int, day: int) -> str:
    """Return a day with its month in short: `5 Dec 2030`."""
    return _of_day(year, short_months()[month - 1], day)


def date_text(date: float) -> str:
    """Return a date in short: the year alone on 1 January, the month on the first of another."""
    year, month, day = date_of_year(date)
    if (month, day) == (1, 1):
        return _YEAR.get(spoken(), "{year}").format(year=year)
    name = short_months()[month - 1]
    return _of_month(year, name) if day == 1 else _of_day(year, name, day)


def _of_month(year: int, name: str) -> str:
    return _MONTH.get(spoken(), "{month} {year}").format(year=year, month=name)


def _of_day(year: int, name: str, day: int) -> str:
    return _DAY.get(spoken(), "{day} {month} {year}").format(year=year, month=name, day=day)
