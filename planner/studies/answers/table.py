"""The numbers of an answer as one table: what goes to CSV, workbook, report and terminal.

Sixth floor of planner, frozen values. Numbers are plain, in base units of the model and as exact as
they were computed; how they are rounded and worded is decided where they are shown.
"""

from dataclasses import dataclass

Cell = str | float | None
"""A word, a number in the unit of its column, or nothing."""


@dataclass(frozen=True, slots=True)
class AnswerColumn:
    """A column: its key in files, its heading in English, and the base unit of its numbers.

    The unit is empty where cells are words, or where numbers have none, as counts have. Numbers of
    a column that `is_difference` are shown with their sign.
    """

    key: str
    label: str
    unit: str = ""
    is_difference: bool = False


@dataclass(frozen=True, slots=True)
class AnswerTable:
    """A table with a title and, under it, notes; each row has one cell for each column.

    Raises ValueError for a row of another length.
    """

    title: str
    columns: tuple[AnswerColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Check that the rows fit the columns."""
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError(f"a row of {self.title!r} does not fit its columns")
