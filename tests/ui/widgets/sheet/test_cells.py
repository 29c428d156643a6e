"""Cells of a comparison: numbers stand under numbers, and none is cut by the edge of the table."""

import pytest
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QTableView

from ui.items.comparison_sheet import WORDS
from ui.style.theme import LIGHT, TEXT_PIXELS, font
from ui.widgets.sheet import cells
from ui.widgets.sheet.cells import PADDING, SheetCells
from ui.widgets.tables.headers import width_of
from ui.wording.compared.cells import CellWords


def _item(words):
    item = QStandardItem()
    item.setData(words, WORDS)
    return item


@pytest.fixture
def table(qtbot):
    """A table of one column: an input over a level with its range and a difference."""
    made, rows = QTableView(), QStandardItemModel(0, 1)
    qtbot.addWidget(made)
    outcome = CellWords("12,641", "11,070–14,438", "+207", "higher in all", "+128 to +330", True)
    for words in ("3,800", outcome):
        rows.appendRow(_item(words))
    painted = SheetCells(LIGHT, made)
    widths = painted.widths_of(outcome)
    painted.set_widths({0: widths})
    made.setModel(rows)
    made.setItemDelegate(painted)
    made.verticalHeader().hide()
    made.setColumnWidth(0, widths.column)
    made.resize(widths.column + 60, 200)
    return made


@pytest.fixture
def told(table, monkeypatch):
    """What is painted into the table as wide as asked, by its text, each with its left edge."""

    def painted_in(width):
        found = {}

        def kept(_painter, _font, x, _baseline, text):
            found[text] = x

        monkeypatch.setattr(cells, "paint_line", kept)
        table.resize(width, 200)
        table.viewport().grab()
        return found

    return painted_in


def test_that_an_input_ends_where_levels_end(table, told):
    found, plain = told(table.width()), font(TEXT_PIXELS)
    ends = {text: found[text] + width_of(plain, text) for text in ("3,800", "12,641")}
    levels = table.itemDelegate().widths_of(CellWords(range="11,070–14,438")).level
    assert ends["3,800"] == ends["12,641"] == PADDING + levels


def test_that_no_part_of_a_number_is_painted_at_the_edge_of_the_table(table, told):
    whole = told(table.width())
    assert {"3,800", "12,641", "11,070–14,438", "+207", "+128 to +330"} <= set(whole)
    middle_of_level = int(whole["12,641"]) + 12
    cut = told(middle_of_level)
    assert set(cut) == {"…"}
    middle_of_ends = int(whole["+207"]) + 10
    assert set(told(middle_of_ends)) == {"3,800", "12,641", "11,070–14,438", "…"}


def test_that_a_column_that_the_edge_cuts_is_empty_until_it_is_scrolled_to(table, told):
    rows, painted = table.model(), table.itemDelegate()
    outcome = CellWords("13,000", "12,000–14,000", "+9", "higher in all", "+1 to +20", True)
    rows.appendColumn([_item("65%"), _item(outcome)])
    first = table.columnWidth(0)
    painted.set_widths(
        {0: painted.widths_of(rows.item(1, 0).data(WORDS)), 1: painted.widths_of(outcome)}
    )
    table.setColumnWidth(1, painted.widths_of(outcome).column)
    frame = 2 * table.frameWidth()
    assert "13,000" in told(first + table.columnWidth(1) + frame + 2)
    cut = told(first + table.columnWidth(1) + frame - 4)
    assert {"12,641", "3,800"} <= set(cut)
    assert {"13,000", "65%", "…"}.isdisjoint(cut)
