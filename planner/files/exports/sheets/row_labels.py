"""What rows of inputs are called in the language spoken; seventh floor of planner.

A sheet of scenarios, which is read back, has its labels in English and does not ask here.
"""

from planner.files.scenario.sheet_layout import SheetRow
from planner.model.indices import in_place, split_address
from planner.quantities.told.labels import model_text
from planner.storage.sentences.catalog import translate


def label_of_row(row: SheetRow) -> str:
    """Return the name of a lever, of a part of an assumption, or of a setting."""
    if row.of is None:
        return _setting(row)
    _, element = split_address(row.address)
    name = in_place(model_text(row.of.label), element)
    return _part(row.part).format(name=name) if row.part else name


def label_without_part(row: SheetRow) -> str:
    """Return the name of a lever or an assumption, whichever part the row is of."""
    if row.of is None:
        return _setting(row)
    _, element = split_address(row.address)
    return in_place(model_text(row.of.label), element)


def _part(part: str) -> str:
    if part == "low":
        return translate("Workbook", "{name}, low")
    if part == "central":
        return translate("Workbook", "{name}, central")
    return translate("Workbook", "{name}, high")


def _setting(row: SheetRow) -> str:
    texts = {
        "title": translate("Workbook", "Title"),
        "notes": translate("Workbook", "Notes"),
        "question": translate("Workbook", "Question"),
        "finding": translate("Workbook", "Finding"),
        "decision": translate("Workbook", "Decision"),
        "author": translate("Workbook", "Author"),
        "figures": translate("Workbook", "Figures"),
        "draws": translate("Workbook", "Draws"),
        "seed": translate("Workbook", "Seed"),
        "futures": translate("Workbook", "Futures"),
        "last_year": translate("Workbook", "Last year"),
    }
    return texts.get(row.key, row.label)
