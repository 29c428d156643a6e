"""Rows of a table on paper: columns give way without breaking a word or a number."""

from tests.some import some
from ui.print.report.blocks import TextBlock, Words
from ui.print.report.parts import Cell, Table
from ui.print.report.rows import RowBlock, table_rows

HEADS = (
    "world",
    "scenario",
    "median",
    "difference",
    "P10",
    "P90",
    "up in (%)",
    "regret",
    "best in",
)
ROW = (
    "Licensed chips",
    "Vouchers four times",
    "12,634",
    "+149",
    "+81",
    "+283",
    "100",
    "50",
    "17.5",
)
ROOM = 560.0


def test_that_a_table_that_is_too_wide_breaks_titles_and_names_but_no_word(qapp):
    table = Table((_cells(HEADS),), (_cells(ROW),), (False, False, *[True] * 7))
    rows = [each for each in table_rows(table, ROOM) if isinstance(each, RowBlock)]
    lines = [[_lines(each) for each in row._cells] for row in rows]
    head, row = (dict(zip(HEADS, each, strict=True)) for each in lines)
    assert row["scenario"] > 1
    assert [row[name] for name in some(HEADS[2:])] == [1] * 7
    assert head["regret"] == head["difference"] == 1


def _cells(texts):
    return tuple(map(Cell, texts))


def _lines(cell):
    _, _, block = cell
    return round(block.height / TextBlock(Words("X"), ROOM).height)
