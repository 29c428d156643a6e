"""The rows of a sheet below named columns, each of one scenario; seventh floor of planner.

Columns may stand in any order. One that nothing would read is a fault, a value below none as well.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from planner.files.imports.cells import as_in_a_file, text_in, whole_in
from planner.files.imports.fault_list import Faults
from planner.files.imports.grid import Grid, Value
from planner.files.imports.heads import columns_named
from planner.files.presented.tables import ALSO, STEP
from planner.files.scenario.sheet_layout import NAMED, plain_head
from planner.model.presented.step import STEPS_AT_MOST
from planner.storage.sentences.file_error import refusal, shown
from planner.storage.sentences.message import message


@dataclass(frozen=True, slots=True)
class NamedRow:
    """One row: its values by the name of their column, and where it begins."""

    grid: Grid
    number: int
    named: Mapping[str, int]

    @property
    def values(self) -> dict[str, Value]:
        """What stands in the row, by the name of the column."""
        cells = self.grid.rows[self.number]
        return {name: cells[column] for name, column in self.named.items() if column in cells}

    @property
    def at(self) -> str:
        """Where the row begins, as a sentence begins."""
        return self.cell_at(NAMED)

    def cell_at(self, name: str) -> str:
        """Return where the cell below a name is."""
        return self.grid.at(self.number, self.named[name])

    def check(self, needed: Sequence[str]) -> None:
        """Raise FileError for a value below no name, and where one lacks that is needed."""
        for column in self.grid.rows[self.number]:
            if column not in self.grid.head:
                raise refusal("sheet_no_head", file=self.grid.at(self.number, column))
        for name in needed:
            if name not in self.values:
                raise refusal("sheet_row_without", file=self.at, found=shown(name))

    def scenario(self, known: set[str]) -> str:
        """Return the plain head of the scenario that it is of. Raises FileError for another."""
        name = text_in(self.values[NAMED], self.at).strip()
        if plain_head(name) not in known:
            raise refusal("sheet_no_scenario", file=self.at, found=shown(name))
        return plain_head(name)

    def step(self, most: int = STEPS_AT_MOST) -> int:
        """Return the number of the step that it is of. Raises FileError for what is none."""
        return self.counted(STEP, most)

    def counted(self, name: str, most: int, least: int = 1) -> int:
        """Return the whole number below a name. Raises FileError for what is none, or beyond."""
        found = whole_in(self.values[name])
        if isinstance(found, int) and not isinstance(found, bool) and least <= found <= most:
            return found
        allowed = message("whole_number", low=least, high=most)
        said, at = shown(as_in_a_file(found)), self.cell_at(name)
        raise refusal("wrong", file=at, field=name, found=said, allowed=allowed)


def rows_named(
    grid: Grid | None, columns: Sequence[str], needed: Sequence[str], faults: Faults
) -> Iterator[NamedRow]:
    """Yield the rows of a sheet; none where a column lacks that is needed, which is a fault."""
    if grid is None:
        return
    named = columns_named(grid, (*columns, *ALSO), faults)
    missing = [name for name in needed if name not in named]
    for name in missing:
        faults.add("sheet_no_column", file=grid.name, found=shown(name))
    for column, cell in grid.head.items():
        if column not in named.values():
            at, said = grid.at(1, column), shown(as_in_a_file(cell))
            faults.add("sheet_no_such", file=at, found=said, names=tuple(columns))
    for number, _ in () if missing else grid.below():
        yield NamedRow(grid, number, named)
