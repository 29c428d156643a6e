"""Numbers and dates as people and spreadsheets of any region write them; seventh floor of planner.

A file keeps to one mark for decimals: what its numbers cannot mean otherwise tells which. A number
or a date that may mean two things is refused, and never guessed.
"""

import re
from collections.abc import Iterable
from typing import Final, Literal

from planner.quantities.dates import year_of_date, year_of_spoken_date
from planner.quantities.typed.digits import ReadingError, folded
from planner.quantities.typed.reading import read_quantity
from planner.storage.sentences.catalog import translate

Mark = Literal[".", ",", ""]
"""What stands before decimals; empty where a file does not tell."""

_NUMBER: Final = re.compile(r"\d[\d.,' ]*\d|\d")
_COMMA: Final = re.compile(
    r"\d+,(\d{1,2}|\d{4,})|0,\d+|\d{1,3}([.' ]\d{3})+,\d+|\d{1,3}(\.\d{3}){2,}"
)
_POINT: Final = re.compile(
    r"\d+\.(\d{1,2}|\d{4,})|0\.\d+|\d{1,3}([,' ]\d{3})+\.\d+|\d{1,3}(,\d{3}){2,}"
)
_EITHER: Final = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
_WITH_COMMA: Final = re.compile(r"(\d{1,3}([.' ]\d{3})+|\d+)(,\d+)?")
_MONTHS_AT_MOST: Final = 12
_TIME: Final = re.compile(r"[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$")
_CLOSE: Final = re.compile(r"(?P<year>(19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)?")
_YEAR_FIRST: Final = re.compile(r"(?P<year>\d{4})/(?P<month>\d{1,2})")
_YEAR_LAST: Final = re.compile(r"(?P<month>\d{1,2})[/.-](?P<year>\d{4})")
_DAY_AND_MONTH: Final = re.compile(
    r"(?P<a>\d{1,2})(?P<mark>[/.-])(?P<b>\d{1,2})[/.-](?P<year>\d{4})"
)
_MONTH_OR_PART: Final = re.compile(r"(?P<year>\d{4})\.(?P<month>0[1-9]|1[0-2])")


def decimal_mark(texts: Iterable[str], separator: str) -> Mark:
    """Return what stands before decimals in these numbers of a file with this separator.

    Where semicolons part fields, commas are common in numbers: nothing is taken for granted.
    """
    runs = [found[0] for text in texts if (found := _NUMBER.search(folded(text)))]
    has_comma, has_point = (any(form.fullmatch(run) for run in runs) for form in (_COMMA, _POINT))
    if has_comma != has_point:
        return "," if has_comma else "."
    return "" if has_comma or separator == ";" else "."


def number_in(text: str, unit: str, mark: Mark) -> float:
    """Return the number that a text means in a unit. Raises ReadingError."""
    plain = folded(text)
    found = _NUMBER.search(plain)
    if found is None:
        return read_quantity(plain, unit, ".")
    run = found[0]
    if not mark and _EITHER.fullmatch(run):
        whole, part = re.sub(r"\D", "", run), re.sub(r"\D", ".", run)
        raise ReadingError(
            translate("Planner", "it may mean {whole} or {part}, write it without a mark").format(
                whole=whole, part=part
            )
        )
    if mark == "," and _WITH_COMMA.fullmatch(run):
        run = re.sub(r"[.' ]", "", run).replace(",", ".")
        plain = f"{plain[: found.start()]}{run}{plain[found.end() :]}"
    elif mark == "." and _EITHER.fullmatch(run):
        run = run.replace(",", "")
        plain = f"{plain[: found.start()]}{run}{plain[found.end() :]}"
    try:
        return float(plain) if plain == run else read_quantity(plain, unit, ".")
    except ValueError:
        return read_quantity(plain, unit, ".")


def date_in(text: str) -> float:
    """Return the date that a text means, as a year. Raises ReadingError."""
    said = _TIME.sub("", folded(text))
    if _MONTH_OR_PART.fullmatch(said):
        year, _, month = said.partition(".")
        raise ReadingError(
            translate(
                "Planner", "it may be a month or a part of a year, write {year}-{month}"
            ).format(year=year, month=month)
        )
    for form in (_CLOSE, _YEAR_FIRST, _YEAR_LAST):
        if found := form.fullmatch(said):
            parts = found.groupdict()
            day = f"-{parts['day']}" if parts.get("day") else ""
            return year_of_date(f"{parts['year']}-{parts['month']}{day}")
    if found := _DAY_AND_MONTH.fullmatch(said):
        return year_of_date(_ordered(found))
    return year_of_spoken_date(said)


def _ordered(found: re.Match[str]) -> str:
    """Return a date with its year last as one with its year first."""
    first, second, year = int(found["a"]), int(found["b"]), found["year"]
    is_day_first = first > _MONTHS_AT_MOST or first == second or found["mark"] == "."
    if is_day_first:
        return f"{year}-{second:02d}-{first:02d}"
    if second > _MONTHS_AT_MOST:
        return f"{year}-{first:02d}-{second:02d}"
    raise ReadingError(
        translate("Planner", "day or month may stand first, write {year}-{second}-{first}").format(
            year=year, second=f"{second:02d}", first=f"{first:02d}"
        )
    )
