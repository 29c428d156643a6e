"""A path in one line: `0 until Aug 2025, 600 from Aug 2025, 900 from 2028`; third floor of planner.

The one owner of how a path is said, for window, pictures, terminal and files. Numbers and words
are given, so that each says them in its own way; without them they are English.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from planner.model.paths import Knot, LeverPath, OverTime
from planner.quantities.dates import date_of_year

KNOTS_NAMED: Final = 6
_FIRST: Final = 3
MONTHS: Final = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)


@dataclass(frozen=True, slots=True)
class PathWords:
    """How one knot is said, and a date; `months` are twelve short names."""

    until: str = "{value} until {date}"
    since: str = "{value} from {date}"
    at: str = "{value} in {date}"
    more: str = "{count} more"
    day: str = "{day} {month} {year}"
    month: str = "{month} {year}"
    months: tuple[str, ...] = MONTHS

    def date(self, date: float) -> str:
        """Return a date: the year alone on 1 January, the month on the first day of another."""
        year, month, day = date_of_year(date)
        if (month, day) == (1, 1):
            return str(year)
        form = self.month if day == 1 else self.day
        return form.format(day=day, month=self.months[month - 1], year=year)


ENGLISH: Final = PathWords()


def path_text(
    path: LeverPath,
    over_time: OverTime,
    number: Callable[[float], str] = "{:.10g}".format,
    words: PathWords = ENGLISH,
    most: int = KNOTS_NAMED,
) -> str:
    """Return a path in one line, its first knots and its last one where there are more than `most`.

    A path of one knot is its number alone.
    """
    if len(path.knots) == 1:
        return number(path.values[0])
    said = _of_steps if over_time == "step" else _of_line
    parts = said(path.knots, number, words)
    if len(parts) > most:
        hidden = len(parts) - _FIRST - 1
        parts[_FIRST:-1] = [words.more.format(count=hidden)]
    return ", ".join(parts)


def _of_steps(
    knots: tuple[Knot, ...], number: Callable[[float], str], words: PathWords
) -> list[str]:
    first = words.until.format(value=number(knots[0][1]), date=words.date(knots[1][0]))
    later = (
        words.since.format(value=number(value), date=words.date(date)) for date, value in knots[1:]
    )
    return [first, *later]


def _of_line(
    knots: tuple[Knot, ...], number: Callable[[float], str], words: PathWords
) -> list[str]:
    return [words.at.format(value=number(value), date=words.date(date)) for date, value in knots]
