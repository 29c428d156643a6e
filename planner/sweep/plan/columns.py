"""Which numbers a sweep keeps of each future: outcomes, their elements and months.

Eighth floor of planner. A column has a plain name that stays as it is from version to version:
enterprises_chengdu_2030_12. A year stands for its December.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from planner.model.graph import model
from planner.model.indices import split_address
from planner.model.scenario import FIRST_YEAR
from planner.model.sums import PLUS, can_be_asked
from planner.quantities.dates import MONTHS_PER_YEAR
from planner.quantities.told.lists import in_a_row, one_of
from planner.storage.sentences.catalog import translate
from planner.sweep.reading.fields import Fields, is_whole

EVERY: Final = ("yearly", "monthly")
_MONTH: Final = re.compile(r"(\d{4})-(\d{2})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Column:
    """An outcome of an element, empty for the whole, in a `month` counted from January 2025."""

    outcome: str
    element: str
    month: int

    @property
    def name(self) -> str:
        """The plain name of the column."""
        parts = (self.outcome, *self.element.split(PLUS), *self.date.split("-"))
        return "_".join(part for part in parts if part)

    @property
    def date(self) -> str:
        """The month as `2030-12`."""
        year, place = divmod(self.month, MONTHS_PER_YEAR)
        return f"{FIRST_YEAR + year}-{place + 1:02d}"


def columns_of(fields: Fields, last_year: int) -> tuple[Column, ...]:
    """Return the columns that a plan's table of outcomes asks for. Raises SweepError."""
    if not fields.held:
        said = translate(
            "Planner",
            "no outcome is asked for; write, for example, enterprises = [2030] below [outcomes]",
        )
        raise fields.fault(said)
    found = [column for key in fields.held for column in _columns(fields, key, last_year)]
    names = [column.name for column in found]
    twice = (
        [name for name in names if names.count(name) > 1] if len(set(names)) < len(names) else []
    )
    if twice:
        text = translate("Planner", "{name} is asked for twice")
        raise fields.fault(text.format(name=twice[0]))
    return tuple(found)


def _columns(fields: Fields, name: str, last_year: int) -> Iterator[Column]:
    key, element = split_address(name)
    outcome = model().outcomes.get(key)
    if outcome is None:
        fields.check_known(model().outcomes)
    elif not can_be_asked(outcome, element):
        text = translate("Planner", "{key} has no {element}; it has {known}")
        known = in_a_row(each or key for each in outcome.elements)
        raise fields.fault(text.format(key=key, element=element or key, known=known), name)
    for month in _months(fields, name, last_year):
        yield Column(key, element, month)


def _months(fields: Fields, name: str, last_year: int) -> Sequence[int]:
    asked = fields.held[name]
    months = (last_year - FIRST_YEAR + 1) * MONTHS_PER_YEAR
    if asked == EVERY[0]:
        return range(MONTHS_PER_YEAR - 1, months, MONTHS_PER_YEAR)
    if asked == EVERY[1]:
        return range(months)
    if not isinstance(asked, list) or not asked:
        text = translate(
            "Planner", 'a list of years and months such as [2030, "2031-06"], or {words}'
        )
        raise fields.wrong(name, asked, text.format(words=one_of([f'"{each}"' for each in EVERY])))
    return [_month(fields, name, each, last_year) for each in asked]


def _month(fields: Fields, name: str, asked: object, last_year: int) -> int:
    """Return the number of a month, that of December for a year. Raises SweepError."""
    year, month = 0, MONTHS_PER_YEAR
    if is_whole(asked):
        year = int(str(asked))
    elif isinstance(asked, str) and (found := _MONTH.fullmatch(asked)):
        year, month = int(found[1]), int(found[2])
    if not FIRST_YEAR <= year <= last_year or not 1 <= month <= MONTHS_PER_YEAR:
        text = translate(
            "Planner", 'a year or a month from {first} to {last}, such as 2030 or "2030-06"'
        )
        raise fields.wrong(name, asked, text.format(first=FIRST_YEAR, last=last_year))
    return month_number(year, month)


def month_number(year: int, month: int) -> int:
    """Return the number of a month, counted from January 2025."""
    return (year - FIRST_YEAR) * MONTHS_PER_YEAR + month - 1
