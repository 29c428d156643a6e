"""Which files a dialog lists of a format, which format a choice there is of, and its ending.

Floor: controllers.
"""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLineEdit

from planner.files.exports.formats import TABLES, Format, NumbersFormat
from planner.quantities.told.labels import model_text
from planner.storage.names import SCENARIO_ENDING, SESSION_ENDING
from planner.storage.sentences.catalog import translate
from ui.print.formats import NUMBERS
from ui.wording.commands.rows.export_formats import CHARTS, PNG


def filters_of_open() -> list[str]:
    """Return which files a dialog lists that opens scenarios."""
    both = translate("Files", "Scenarios, sessions, charts and workbooks ({patterns})").format(
        patterns=f"*{SCENARIO_ENDING} *{SESSION_ENDING} *{PNG.ending} *.xlsx"
    )
    return [both, translate("Files", "All files (*)")]


def filter_of(row: Format) -> str:
    """Return what a file dialog shows of a format, and which names it lists."""
    return f"{model_text(row.label)} (*{row.ending})"


def numbers_format_in_filter(kind: str) -> NumbersFormat:
    """Return the format of numbers that a filter of the dialog is of, the first unless one is."""
    return next((row for row in NUMBERS if filter_of(row) == kind), NUMBERS[0])


def name_after(dialog: QFileDialog, kind: str) -> None:
    """Give the name in a dialog the ending of the format that its filter is of."""
    row = next(each for each in (*NUMBERS, *CHARTS, *TABLES) if filter_of(each) == kind)
    dialog.setDefaultSuffix(row.suffix)
    field = dialog.findChild(QLineEdit)
    name = Path(field.text()).name if field is not None else ""
    if name:
        dialog.selectFile(Path(name).with_suffix(row.ending).name)
