"""Rows of a table on paper: columns give way without breaking a word or a number."""

import pytest

from tests.some import some
from ui.print.report.blocks import TextBlock, Words
from ui.print.report.pages.broken import paged
from ui.print.report.pages.sizes import A4
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


def test_that_columns_of_numbers_stay_within_the_page_and_the_first_is_read(qapp):
    long = Cell("−15.2", below="unlimited below to −1.3 and then some more of it")
    row = (Cell("AI enterprises, Chengdu"), *[Cell("1,467", below="1,338–1,588")] * 3, long, long)
    table = Table((_cells(("", "a", "b", "c", "d", "e")),), (row,), (False, *[True] * 5))
    _, told = table_rows(table, ROOM)
    assert isinstance(told, RowBlock)
    assert _lines(told._cells[0]) <= 2
    assert all(left < ROOM for left, _, _ in told._cells)


@pytest.mark.parametrize("title", ["算力券与本地基金协同情景分析报告" * 12, "x" * 200, "Plan"])
def test_that_titles_of_any_length_leave_the_numbers_of_the_first_scenario_whole(qapp, title):
    titles = (Cell("Baseline", strong=True), *[Cell(title, strong=True)] * 4)
    head = (Cell("Outcome (80% range: line below)"), *titles)
    row = (Cell("AI enterprises"), *[Cell("12,087", below="11,098–13,731")] * 5)
    table = Table((head,), (row,), (False, *[True] * 5))
    heads, told = (each for each in table_rows(table, 690.0) if isinstance(each, RowBlock))
    assert [_lines(each) for each in some(told._cells)] == [1] * 11
    assert max(map(_lines, some(heads._cells))) <= 2


@pytest.mark.parametrize("title", ["算力券与本地基金协同情景分析报告" * 12, "plan " * 40])
def test_that_the_title_of_a_row_is_cut_after_two_lines(qapp, title):
    row = (Cell(title, strong=True), Cell("2025: money 51%"))
    [told] = table_rows(Table((), (row,), (False, False)), ROOM)
    assert isinstance(told, RowBlock)
    assert [_lines(each) for each in told._cells] == [2, 1]


def test_that_a_level_and_its_difference_and_the_last_steps_stay_on_one_page(qapp):
    cells = [_cells((f"level {n}", "1")) for n in range(5)]
    body = tuple(row for each in cells for row in (each, _cells(("difference", "+1"))))
    table = Table((_cells(("Outcome", "a")),), body, (False, True), together=2)
    blocks = list(table_rows(table, ROOM))
    high = sum(each.height for each in blocks)
    kept = set()
    for room in range(round(0.65 * high), round(high)):
        pages = paged(blocks, A4, room)
        assert sum(len(page) for page in pages) == len(blocks) + len(pages) - 1, "heads again"
        for page in pages:
            assert len(page) % 2 == 1, "a head, and rows by two"
            assert len(page) > 1 + 2, "never one outcome alone"
        kept.add(len(pages))
    assert kept == {2}


def _cells(texts):
    return tuple(map(Cell, texts))


def _lines(cell):
    _, _, block = cell
    return round(block.height / TextBlock(Words("X"), ROOM).height)
