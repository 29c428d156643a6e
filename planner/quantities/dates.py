"""Dates as years with a fraction: read as people type them, and taken apart to be written.

A month is a twelfth of a year, as on the model's clock, whatever its days. Floor: quantities.
"""

import calendar
import re
from math import floor
from typing import Final

from planner.quantities.digits import ReadingError, folded

MONTHS_PER_YEAR: Final = 12
_NEAR: Final = 0.5
_WRITTEN: Final = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?|(?P<part>\.\d+))?"
)


def year_of_date(text: str) -> float:
    """Return the year that a text means: 2025, 2025.583, 2025-08 or 2025-08-15.

    Raises ReadingError for anything else.
    """
    found = _WRITTEN.fullmatch(folded(text))
    if found is None:
        raise ReadingError("it is no date, write 2025.5, 2025-07 or 2025-07-15")
    year = float(found["year"] + (found["part"] or ""))
    if found["month"] is None:
        return year
    month, day = int(found["month"]), int(found["day"] or 1)
    if (
        not 1 <= month <= MONTHS_PER_YEAR
        or not 1 <= day <= calendar.monthrange(int(year), month)[1]
    ):
        raise ReadingError("there is no such date")
    days = calendar.monthrange(int(year), month)[1]
    return year + (month - 1 + (day - 1) / days) / MONTHS_PER_YEAR


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
