"""What has to be said of units that are not those of files: a sheet of its own; seventh floor."""

from collections.abc import Iterator

from planner.files.exports.sheets.cells import Sheet
from planner.files.exports.told_units import units_remark
from planner.quantities.unit_system import UnitSystem
from planner.storage.sentences.catalog import translate


def units_sheets(system: UnitSystem) -> Iterator[Sheet]:
    """Yield the sheet that says in which units the others tell numbers, where that is said."""
    remark = units_remark(system)
    if remark:
        rows = (
            (translate("Workbook", "money"), system.money),
            (translate("Workbook", "compute"), system.compute),
            (translate("Workbook", "note"), remark),
        )
        head = (translate("Workbook", "what"), translate("Workbook", "told in"))
        yield Sheet(translate("Workbook", "Units"), head, rows, (14, 120))
