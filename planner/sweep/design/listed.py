"""Points that somebody lists in a CSV: a column for each input, a row for each point.

Eighth floor of planner. Bounded while it is read: a row is seven numbers or so, not a text.
"""

import csv
from collections.abc import Iterator
from io import StringIO
from typing import Final

import numpy as np
from numpy.typing import NDArray

from planner.quantities.told.numerals import plain
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown
from planner.sweep.design.points import POINTS_AT_MOST, world_keys
from planner.sweep.reading.error import SweepError

WORLD: Final = "world"
"""The column that puts each point into a world."""


class Listed:
    """The rows of a CSV by column; faults name the file `name` and the line."""

    def __init__(self, text: str, name: str) -> None:
        """Read the text. Raises SweepError."""
        self._name = name
        rows = csv.reader(StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
        try:
            self.heads = tuple(each.strip() for each in next(rows, []))
            self._check_heads()
            self._rows = list(self._read(rows))
        except csv.Error:
            said = translate("Planner", "the line is no CSV: its quotes do not fit together")
            raise self.fault(said, rows.line_num) from None
        if not self._rows:
            raise self.fault(translate("Planner", "there is no row of values"), 1)

    def numbers(self, head: str) -> NDArray[np.float64]:
        """Return the numbers of a column, float64[points]. Raises SweepError."""
        place = self.heads.index(head)
        return np.array([self._number(line, row[place], head) for line, row in self._rows])

    def worlds(self) -> tuple[tuple[str, ...], NDArray[np.int64]]:
        """Return the worlds that are named, in their order, and which one each row has.

        Raises SweepError.
        """
        if WORLD not in self.heads:
            return (), np.zeros(len(self._rows), np.int64)
        place, known = self.heads.index(WORLD), world_keys()
        named = [row[place].strip() for _, row in self._rows]
        for (line, _), each in zip(self._rows, named, strict=True):
            if each not in known:
                text = translate("Planner", "there is no world {world}; known are {known}")
                raise self.fault(text.format(world=shown(each), known=", ".join(known)), line)
        used = tuple(each for each in known if each in named)
        return used, np.array([used.index(each) for each in named], np.int64)

    def line_of(self, place: int) -> int:
        """Return the line in the file of a row, by its place from 0 on."""
        return self._rows[place][0]

    def fault(self, sentence: str, line: int) -> SweepError:
        """Return the error that says a sentence of a line."""
        text = translate("Planner", "{file}, line {line}: {wrong}")
        return SweepError(text.format(file=self._name, line=line, wrong=sentence))

    def _check_heads(self) -> None:
        for number, head in enumerate(self.heads, start=1):
            if not head:
                text = translate("Planner", "column {number} has no name")
                raise self.fault(text.format(number=number), 1)
            if head in self.heads[: number - 1]:
                text = translate("Planner", "{name} is asked for twice")
                raise self.fault(text.format(name=shown(head)), 1)
        if not self.heads:
            raise self.fault(translate("Planner", "there is no row of values"), 1)

    def _read(self, rows: Iterator[list[str]]) -> Iterator[tuple[int, list[str]]]:
        for count, row in enumerate(rows):
            line = rows.line_num  # type: ignore[attr-defined]
            if not row:
                continue
            if len(row) != len(self.heads):
                text = translate("Planner", "there are {count} values for {columns} columns")
                said = text.format(count=len(row), columns=len(self.heads))
                raise self.fault(said, line)
            if count >= POINTS_AT_MOST:
                text = translate("Planner", "there are more than {most} points")
                raise self.fault(text.format(most=plain(POINTS_AT_MOST)), line)
            yield line, row

    def _number(self, line: int, text: str, head: str) -> float:
        try:
            value = float(text)
        except ValueError:
            value = np.nan
        if not np.isfinite(value):
            said = translate("Planner", "{key} is {given}; it must be {allowed}")
            number = translate("Planner", "a number")
            raise self.fault(said.format(key=head, given=shown(text), allowed=number), line)
        return value
