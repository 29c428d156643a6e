"""Which files a dialog lists of a format, and which format a choice there is of.

Floor: controllers.
"""

from planner.files.exports.formats import Format, NumbersFormat
from planner.quantities.told.labels import model_text
from ui.print.formats import NUMBERS


def filter_of(row: Format) -> str:
    """Return what a file dialog shows of a format, and which names it lists."""
    return f"{model_text(row.label)} (*{row.ending})"


def numbers_format_in_filter(kind: str) -> NumbersFormat:
    """Return the format of numbers that a filter of the dialog is of, the first unless one is."""
    return next((row for row in NUMBERS if filter_of(row) == kind), NUMBERS[0])
