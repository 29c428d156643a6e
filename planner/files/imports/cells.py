"""What one cell says, as the number or the text of its row; seventh floor of planner.

Numbers are read as people type them, with the unit of the row or another one that means the same.
What a row allows is told by the model; whatever else a file checks is checked afterwards.
"""

from datetime import date, datetime, time, timedelta
from math import isfinite
from typing import Final

from planner.files.format.allowed import allowed_by
from planner.files.imports.grid import Value
from planner.files.scenario.sheet_layout import IN_A_KNOT, IN_A_PATH
from planner.model.inputs import Assumption, Lever
from planner.quantities.dates import year_of_date
from planner.quantities.shown import with_unit
from planner.quantities.typed.digits import ReadingError
from planner.quantities.typed.reading import read_quantity
from planner.quantities.unit_forms import unit_form
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import FileError, refusal, shown
from planner.storage.sentences.message import Message, message

_DIGITS_AT_MOST: Final = 20
_OF_TIME: Final = (date, time, timedelta)


def number_in(cell: Value, row: Lever | Assumption, at: str) -> float:
    """Return the number that a cell means for a row. Raises FileError, also out of its range."""
    if isinstance(cell, _OF_TIME):
        raise refusal("cell_date", file=at, found=_shown(cell), allowed=_allowed(row))
    number = _number(cell, row.unit)
    if number is None:
        raise _no_number(cell, row, at)
    said = _said(number, row.unit)
    if number < row.least:
        raise refusal("cell_too_low", file=at, found=said, end=_said(row.least, row.unit))
    if number > row.most:
        raise refusal("cell_too_high", file=at, found=said, end=_said(row.most, row.unit))
    return number + 0.0


def knots_in(cell: str, row: Lever, at: str) -> list[list[float]]:
    """Return dated values, `2027:9000; 2030:1e4`, as a file holds them. Raises FileError."""
    knots = (part.partition(IN_A_KNOT) for part in cell.split(IN_A_PATH))
    return [[date_in(date.strip(), at), _in_range(value, row, at)] for date, _, value in knots]


def exact_or_typed(text: str, unit: str) -> float:
    """Return the number of a text: with all the digits of a program, or as people type it."""
    try:
        number = float(text)
    except ValueError:
        return read_quantity(text, unit)
    if not isfinite(number):
        raise ReadingError(translate("Planner", "it is no number"))
    return number


def as_in_a_file(cell: Value) -> Value:
    """Return what a cell holds as a scenario file could: what is no number or text is shown."""
    return cell if isinstance(cell, bool | int | float | str) else str(_shown(cell))


def whole_in(cell: Value) -> Value:
    """Return the whole number that a cell means, anything else as a file could hold it."""
    if isinstance(cell, str):
        text = cell.strip()
        return (
            int(text) if text.isascii() and text.isdigit() and len(text) < _DIGITS_AT_MOST else text
        )
    is_whole = isinstance(cell, float) and isfinite(cell) and cell.is_integer()
    return int(cell) if is_whole and isinstance(cell, float) else as_in_a_file(cell)


def text_in(cell: Value, at: str) -> str:
    """Return the text of a cell; a number is the text that it is shown as. Raises FileError."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return f"{cell:.10g}"
    raise refusal("cell_no_text", file=at, found=_shown(cell))


def date_in(cell: Value, at: str) -> float:
    """Return the date of a column's head, as a year. Raises FileError."""
    if isinstance(cell, datetime | date):
        return year_of_date(f"{cell:%Y-%m-%d}")
    if isinstance(cell, int | float) and not isinstance(cell, bool) and isfinite(cell):
        return float(cell)
    if isinstance(cell, str):
        try:
            return year_of_date(cell)
        except ReadingError:
            pass
    raise refusal("cell_no_date", file=at, found=_shown(cell))


def _in_range(text: str, row: Lever, at: str) -> float:
    try:
        return number_in(exact_or_typed(text.strip(), row.unit), row, at)
    except ReadingError:
        raise _no_number(text.strip(), row, at) from None


def _no_number(cell: Value, row: Lever | Assumption, at: str) -> FileError:
    return refusal("cell_no_number", file=at, found=_shown(cell), allowed=_allowed(row))


def _number(cell: Value, unit: str) -> float | None:
    """Return the number that a cell means, None where it means none."""
    match cell:
        case bool():
            return None
        case int() | float():
            try:
                number = float(cell)
            except OverflowError:
                return None
            return number if isfinite(number) else None
        case str():
            try:
                return read_quantity(cell, unit)
            except ReadingError:
                return None
    return None


def _allowed(row: Lever | Assumption) -> Message:
    ends = {"minimum": row.least, "maximum": row.most}
    return allowed_by({"type": "number", **ends, "unit": row.unit})


def _said(number: float, unit: str) -> str:
    form = unit_form(unit)
    return with_unit(f"{number * form.factor:.10g}", form.shown)


def _shown(cell: Value) -> Message:
    if isinstance(cell, datetime):
        return message("exactly", value=f"{cell:%Y-%m-%d}")
    is_plain = isinstance(cell, bool | int | float | str)
    return shown(cell) if is_plain else message("exactly", value=str(cell))
