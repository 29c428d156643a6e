"""Heads of the matrix: names on two lines where that makes room, ends of sliders never cut."""

import pytest

from tests.some import some
from ui.documents.workspace import Workspace
from ui.items.matrix import ENDS
from ui.style.theme import LIGHT
from ui.views.matrix.columns import LeverChoice
from ui.views.matrix.panel import MatrixPanel
from ui.widgets.matrix.layout import CELL_WIDTH, PADDING
from ui.widgets.tables.headers import width_of
from ui.widgets.tables.whole_columns import is_cut


@pytest.fixture
def table(qtbot):
    """Return the table of a matrix that is 720 pixels wide and has columns beyond its edge."""
    panel = MatrixPanel(Workspace(), LIGHT, LeverChoice())
    qtbot.addWidget(panel)
    panel.resize(720, 400)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.show_all((), 2030)
    panel.table.fit()
    yield panel.table
    panel.hide()


def test_that_names_take_two_lines_at_most_and_ends_are_whole(table):
    head = table.levers
    for section in some(range(head.count())):
        room = head.sectionSize(section)
        assert room >= CELL_WIDTH
        assert width_of(head.small, head.text(section, ENDS)) <= room - 2 * PADDING
        assert head._lines(section, room) <= 2


def test_that_columns_that_are_seen_at_first_end_at_the_edge(table):
    seen = table.viewport().width()
    cut = [
        column
        for column in some(range(table.levers.count()))
        if 0 <= seen - table.columnViewportPosition(column) < table.columnWidth(column)
    ]
    widest = max(table.columnWidth(column) for column in range(table.levers.count()))
    assert all(seen - table.columnViewportPosition(column) < 8 for column in cut), widest
    assert is_cut(table.visualRect(table.model().index(0, table.levers.count() - 1)), seen)


def test_that_the_head_is_higher_where_a_name_stands_on_two_lines(table):
    before = table.levers.height()
    for column in some(range(table.levers.count())):
        table.setColumnWidth(column, 400)
    assert table.levers.height() < before
