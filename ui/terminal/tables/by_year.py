"""One outcome of several scenarios by year: levels, and what each differs by from the first."""

from collections.abc import Iterator

from planner.files.scenario.titles import distinct_names
from planner.studies.comparison import Cell, Comparison, Row
from ui.terminal.tables.columns import aligned
from ui.terminal.tables.figures import (
    head_of_differences,
    label_of,
    range_head,
    share_head,
    written,
    written_difference,
    written_ends,
    written_range,
    written_share,
)


def by_year_table(table: Comparison) -> str:
    """Return the table: a column per scenario, and for each year its levels and differences."""
    request = table.rows[0].request
    names = distinct_names(each.title for each in table.scenarios)
    rows = [[label_of(*request[:2]), *names]]
    for row in table.rows:
        rows += _lines(row)
    return aligned(rows)


def _lines(row: Row) -> Iterator[list[str]]:
    outcome, cells = row.request.outcome, row.cells
    yield [f"{row.year}-12", *(_level(outcome, cell) for cell in cells)]
    yield [range_head(1), *(_range(outcome, cell) for cell in cells)]
    yield [head_of_differences(outcome, "first"), *(_difference(row, n) for n in range(len(cells)))]
    for head, texts in (
        (range_head(2), [_ends(outcome, cell) for cell in cells]),
        (share_head(), [_share(cell) for cell in cells]),
    ):
        if any(texts):
            yield [head, *texts]


def _level(outcome: str, cell: Cell) -> str:
    return "" if cell.level is None else written(outcome, cell.level.median)


def _range(outcome: str, cell: Cell) -> str:
    level = cell.level
    if level is None or level.low is None or level.high is None:
        return ""
    return written_range(outcome, (level.low, level.high), level.median)


def _difference(row: Row, column: int) -> str:
    cell = row.cells[column]
    if cell.level is None or cell.difference is None:
        return ""
    outcome, found = row.request.outcome, cell.difference
    change = found.median if found.told else 0.0
    return written_difference(outcome, change, cell.level.median, "first")


def _ends(outcome: str, cell: Cell) -> str:
    found = cell.difference
    if cell.level is None or found is None or not found.told:
        return ""
    if found.low is None or found.high is None:
        return ""
    return written_ends(outcome, found.low, found.high, cell.level.median)


def _share(cell: Cell) -> str:
    found = cell.difference
    if found is None or not found.told:
        return ""
    return written_share(found.median, found.higher, found.lower)
