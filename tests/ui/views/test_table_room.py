"""Charts and comparison share the height: a whole row of charts, or none and a way back."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.some import some
from ui.charts.chart_view import LEAST_HEIGHT
from ui.views.center.chart_place import ChartPlace
from ui.views.center.table_room import TableRoom
from ui.wording.compared.cells import CellWords

LOW, HIGH = (1024, 600), (1440, 900)


@pytest.fixture
def center(drawn, qtbot):
    """Return what gives the window a size and opens the comparison in it."""
    center = drawn.window.center
    assert isinstance(center.place, ChartPlace)
    assert isinstance(center.splitter, TableRoom)

    def resize(*size):
        drawn.window.resize(*size)
        qtbot.waitUntil(lambda: drawn.window.size().toTuple() == size)
        center.show_table(True)
        splitter = center.splitter
        qtbot.waitUntil(lambda: sum(splitter.sizes()) + splitter.handleWidth() == splitter.height())
        return center

    return resize


def _stands(center):
    """Tell whether charts are seen; a strip of one would be neither."""
    charts, line = center.place.frame.isVisible(), center.place.line.isVisible()
    assert charts is not line
    if charts:
        assert center.place.height() >= LEAST_HEIGHT
    return charts


def _drag(center, by):
    """Drag the edge between charts and comparison, as a hand does."""
    handle = center.splitter.handle(1)
    start = handle.rect().center()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(handle, start + QPoint(0, by))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=start)


def test_that_no_strip_of_a_chart_stands_over_the_table(center, qtbot):
    for size, expected in some([(HIGH, True), ((1280, 720), False), (LOW, False), (HIGH, True)]):
        shown = center(*size)
        qtbot.waitUntil(lambda shown=shown, expected=expected: _stands(shown) is expected)


def test_that_charts_leave_four_inputs_and_three_outcomes_whole(center, qtbot):
    shown = center(*HIGH)
    qtbot.waitUntil(lambda: _stands(shown))
    table = shown.compare.table
    lines = 6 * table.cells.height_of("65%") + 3 * table.cells.height_of(CellWords())
    assert table.viewport().height() >= lines


def test_that_the_table_gets_the_height_of_charts_that_go(center, qtbot):
    low = center(*LOW)
    qtbot.waitUntil(lambda: low.place.height() == low.place.line.height())
    assert low.compare.height() > low.height() // 2
    assert not low.charts.isVisible()


def test_that_a_button_leads_back_to_the_charts(center, qtbot):
    low = center(*LOW)
    qtbot.waitUntil(low.place.back_button.isVisible)
    QTest.mouseClick(low.place.back_button, Qt.MouseButton.LeftButton)
    assert not low.shows_table
    assert _stands(low)
    picture = low.charts.views[0].picture
    assert picture is not None
    assert picture.curves


def test_that_a_card_shows_its_chart_where_charts_had_no_room(center, qtbot):
    low = center(*LOW)
    qtbot.waitUntil(low.place.line.isVisible)
    QTest.mouseClick(low.kpis.cards[1], Qt.MouseButton.LeftButton)
    assert _stands(low)
    assert any(view.hasFocus() for view in low.charts.views)


def test_that_a_hand_puts_charts_away_by_dragging_the_edge_and_brings_them_back(center, qtbot):
    high = center(*HIGH)
    assert _stands(high)
    _drag(high, -200)
    qtbot.waitUntil(lambda: not _stands(high))
    _drag(high, 200)
    qtbot.waitUntil(lambda: _stands(high))


def test_that_arrows_at_the_edge_do_the_same(center, qtbot):
    high = center(*HIGH)
    edge = high.splitter.handle(1)
    for _ in range(40):
        QTest.keyClick(edge, Qt.Key.Key_Up)
    assert not _stands(high)
    QTest.keyClick(edge, Qt.Key.Key_Down)
    assert _stands(high)


def test_that_first_questions_are_not_cut_by_the_table(center, drawn, qtbot):
    questions = drawn.window.center.first.questions
    drawn.window.actions_["help_first"].trigger()
    qtbot.waitUntil(questions.isVisible)
    center(*LOW)
    qtbot.waitUntil(lambda: questions.height() >= questions.heightForWidth(questions.width()))
