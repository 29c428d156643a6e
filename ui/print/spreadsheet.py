"""In which form a spreadsheet of this user opens a CSV by a double click; window and terminal."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.files.exports.tidy_table import CsvForm


def csv_form_for_excel() -> "CsvForm":
    """Return a form with a mark, and with decimal commas where the user's system writes them.

    On Linux the system is LC_ALL, else LC_NUMERIC, else LANG.
    """
    from PySide6.QtCore import QLocale

    from planner.files.exports.tidy_table import for_excel

    return for_excel(decimal_comma=QLocale.system().decimalPoint() == ",")
