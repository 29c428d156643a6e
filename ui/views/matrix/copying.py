"""What is copied from cells of the matrix and what pasting makes of it: all of it, or nothing.

Inside the window a cell carries the setting itself, number or path; from elsewhere, text. Pure
functions on the matrix that raise `Refused` with one sentence. Floor: views.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex

from planner.model.lever_settings import with_lever_of
from planner.model.paths import LeverPath
from planner.model.scenario import Scenario, ScenarioError
from planner.storage.sentences.catalog import translate
from ui.documents.path_edits import with_path
from ui.documents.row_edits import moved
from ui.items.matrix import Matrix
from ui.wording.compared.lever_text import setting_text, setting_typed
from ui.wording.paths.subject import subject_of
from ui.wording.paths.typed import Refused
from ui.wording.rows.accessible_names import named_with_unit
from ui.wording.rows.described import Described
from ui.wording.translate import unit_text

LONGEST: Final = 100_000
"""Letters: more than any matrix takes."""


@dataclass(frozen=True, slots=True)
class Clip:
    """One cell that was copied: a lever as a scenario had it."""

    input_: Described
    source: Scenario


Cell = Clip | str
Cells = tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Copied:
    """Cells that were copied, and the text that stands for them on the clipboard."""

    text: str = ""
    cells: Cells = ()

    def found(self, text: str) -> Cells:
        """Return what a text on the clipboard means: these cells, or those of another program."""
        return self.cells if self.cells and text == self.text else cells_in(text)


def copied(matrix: Matrix, cells: Sequence[QModelIndex]) -> Copied:
    """Return cells and all between them, row by row, as text without heads."""
    rows = sorted({each.row() for each in cells})
    columns = sorted({each.column() for each in cells})
    clips = tuple(
        tuple(Clip(matrix.columns[column], matrix.rows[row].scenario) for column in columns)
        for row in rows
    )
    lines = ("\t".join(setting_text(each.input_, each.source) for each in line) for line in clips)
    return Copied("\n".join(lines), clips)


def as_table(matrix: Matrix) -> list[list[str]]:
    """Return the whole matrix with heads, for a spreadsheet."""
    heads = (_head(each) for each in matrix.columns)
    first = translate("Matrix", "Scenario")
    rows = (
        [row.name, *(setting_text(each, row.scenario) for each in matrix.columns)]
        for row in matrix.rows
    )
    return [[first, *heads], *rows]


def cells_in(text: str) -> Cells:
    """Return the cells of lines of tab-separated values. Raises Refused."""
    if len(text) > LONGEST:
        raise Refused(translate("Matrix", "What was copied is too long for the table."))
    lines = [line.split("\t") for line in text.splitlines()]
    while lines and not any(cell.strip() for cell in lines[-1]):
        lines.pop()
    if not lines:
        raise Refused(translate("Matrix", "Nothing was copied to be pasted."))
    return tuple(tuple(cell.strip() for cell in line) for line in lines)


def pasted(matrix: Matrix, cells: Cells, targets: Sequence[QModelIndex]) -> dict[int, Scenario]:
    """Return the scenarios of the rows that change, with cells put from the first target on.

    One cell goes to every target; empty ones leave theirs as they are. Raises Refused.
    """
    found: dict[int, Scenario] = {}
    for row, column, cell in _placed(matrix, cells, targets):
        if why := matrix.rows[row].why_fixed:
            raise Refused(why)
        scenario = found.get(row, matrix.rows[row].scenario)
        found[row] = put(scenario, matrix.columns[column], cell)
    return {row: each for row, each in found.items() if each != matrix.rows[row].scenario}


def put(scenario: Scenario, input_: Described, cell: Cell) -> Scenario:
    """Return the scenario with a lever as a cell has it; another lever's by its text.

    Raises Refused.
    """
    if isinstance(cell, Clip) and cell.input_.address != input_.address:
        cell = setting_text(cell.input_, cell.source)
    try:
        if isinstance(cell, Clip):
            for name in input_.names:
                scenario = with_lever_of(scenario, name, cell.source)
            return scenario
        setting = setting_typed(input_, cell)
        if isinstance(setting, LeverPath):
            return with_path(scenario, subject_of(input_.address), setting)
        return moved(scenario, input_, "central", setting, scenario)
    except ScenarioError as error:
        said = translate("Matrix", "Nothing was pasted: {reason}.")
        raise Refused(said.format(reason=str(error).rstrip("."))) from None


def _placed(
    matrix: Matrix, cells: Cells, targets: Sequence[QModelIndex]
) -> Iterable[tuple[int, int, Cell]]:
    """Yield where each cell goes. Raises Refused where one goes beyond the table."""
    if len(cells) == 1 and len(cells[0]) == 1:
        return [(each.row(), each.column(), cells[0][0]) for each in targets if cells[0][0]]
    top = min(each.row() for each in targets)
    left = min(each.column() for each in targets)
    width = max(map(len, cells))
    if top + len(cells) > matrix.rowCount() or left + width > matrix.columnCount():
        said = translate(
            "Matrix",
            "Nothing was pasted: {rows} rows and {columns} columns from here on go beyond the "
            "table.",
        )
        raise Refused(said.format(rows=len(cells), columns=width))
    return [
        (top + down, left + right, cell)
        for down, line in enumerate(cells)
        for right, cell in enumerate(line)
        if cell
    ]


def _head(input_: Described) -> str:
    unit = unit_text(input_.scale.shown_unit)
    return named_with_unit(input_.full_name, unit)
