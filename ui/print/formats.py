"""The formats of numbers with the one that asks Qt, and which format the name of a file means.

Floor: print. The other rows are in `planner.files.exports.formats` and
`ui.wording.commands.rows.export_formats`; Qt is loaded when something is written, not before.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from planner.files.exports.formats import NUMBERS as PLAIN_NUMBERS
from planner.files.exports.formats import Format, NumbersFormat
from planner.storage.sentences.catalog import marked
from ui.wording.commands.rows.export_formats import CHART_TABLES, CHARTS, PNG, REPORT, REPORTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planner.ensemble.progress import Steps
    from planner.ensemble.projection import Projection
    from planner.quantities.unit_system import UnitSystem


def _csv_for_excel(projections: "Sequence[Projection]", system: "UnitSystem") -> "Steps[bytes]":
    from planner.files.exports.tidy_table import csv_text
    from ui.print.spreadsheet import csv_form_for_excel

    yield 0.0
    return csv_text(projections, csv_form_for_excel(), system).encode()


NUMBERS: Final = (
    *PLAIN_NUMBERS,
    NumbersFormat(
        key="excel",
        suffix="csv",
        label="CSV for Excel",
        told=marked(
            "Commands",
            "write the CSV as Excel opens it: with a byte order mark, and with semicolons and "
            "decimal commas where LC_ALL, LC_NUMERIC or LANG wants commas",
        ),
        variant_of="csv",
        write=_csv_for_excel,
    ),
)


def chart_format_of(path: Path) -> Format:
    """Return what the ending of a name says of its kind; a picture unless it says otherwise."""
    of_charts = {row.ending: row for row in (*CHARTS, *CHART_TABLES)}
    return of_charts.get(path.suffix.lower(), PNG)


def sheet_format_of(path: Path) -> Format:
    """Return what the ending of a name says of a sheet; a picture unless it says otherwise."""
    return {row.ending: row for row in CHARTS}.get(path.suffix.lower(), PNG)


def report_format_of(path: Path) -> Format:
    """Return what the ending of a name says of a report; a web page unless it says otherwise."""
    return {row.ending: row for row in REPORTS}.get(path.suffix.lower(), REPORT)


def numbers_format_of(path: Path, chosen: NumbersFormat = NUMBERS[0]) -> NumbersFormat:
    """Return what the ending of a name says of its kind; where it leaves that open, what is chosen.

    So `a.csv` is a plain CSV or one for Excel, whichever is chosen, and never a workbook.
    """
    named = [row for row in NUMBERS if row.ending == path.suffix.lower()]
    return chosen if chosen in named or not named else named[0]


def variants_of(row: Format) -> tuple[NumbersFormat, ...]:
    """Return the other forms of a format of numbers."""
    return tuple(each for each in NUMBERS if each.variant_of == row.key)
