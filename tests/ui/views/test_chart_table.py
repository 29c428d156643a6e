"""From a chart to the table of its outcome at the same year, and back, by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from tests.some import some

A_MINUTE = 60_000


def _chosen(center):
    table = center.compare.table
    return center.compare.sheet.lines[table.currentIndex().row()]


def test_that_a_key_leads_to_the_table_at_the_same_year_and_back(drawn, qtbot):
    center = drawn.window.center
    chart = center.charts.views[1]
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Home)
    for _ in range(3):
        QTest.keyClick(chart, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert chart.readout.told.month == "Jan 2028"
    QTest.keyClick(chart, Qt.Key.Key_T)
    request, year = _chosen(center)
    assert (request.outcome, year) == ("used_compute", 2028)
    assert center.compare.choice.by_year
    QTest.keyClick(center.compare.table, Qt.Key.Key_Escape)
    qtbot.waitUntil(chart.hasFocus, timeout=A_MINUTE)


def test_that_the_menu_of_a_chart_leads_there_too(drawn):
    center = drawn.window.center
    center.charts.views[3].setFocus()
    drawn.window.actions_["chart_table"].trigger()
    request, year = _chosen(center)
    assert (request.outcome, year) == ("rent", 2030)


def test_that_a_chart_names_the_table_as_what_it_leads_to(drawn):
    center = drawn.window.center
    heard = QAccessible.queryAccessibleInterface(center.charts.views[0])
    other, kind = heard.relations()[-1]
    assert other.object() is center.compare.table
    assert kind == QAccessible.RelationFlag.FlowsTo


def _row_of(center, year):
    """Return where the row of a year is seen in the table."""
    sheet, table = center.compare.sheet, center.compare.table
    lines = enumerate(sheet.lines)
    row = next(row for row, line in lines if isinstance(line, tuple) and line[1] == year)
    return table.visualRect(sheet.index(row, 0))


@pytest.mark.parametrize("size", [(1366, 768), (1024, 600), (900, 540)])
def test_that_the_year_that_is_shown_is_in_sight_in_a_low_window(drawn, size):
    window, center = drawn.window, drawn.window.center
    window.resize(*size)
    center.charts.views[0].setFocus()
    window.actions_["chart_table"].trigger()
    table = center.compare.table
    for year in some((2025, 2035, 2031, 2026)):
        center.choose_year(year)
        assert table.viewport().rect().contains(_row_of(center, year))
        assert table.scenarios.isVisible()


def test_that_the_chosen_year_stays_in_sight_as_the_window_gets_lower(drawn, qtbot):
    window, center = drawn.window, drawn.window.center
    window.resize(1440, 900)
    center.choose_year(2034)
    center.charts.views[0].setFocus()
    window.actions_["chart_table"].trigger()
    window.resize(1024, 600)
    table = center.compare.table
    year = _chosen(center)[1]
    qtbot.waitUntil(lambda: table.viewport().rect().contains(_row_of(center, year)))
    assert table.hasFocus()
