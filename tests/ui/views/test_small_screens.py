"""A small window squeezes nothing: charts scroll, cards get low, the panel is closed."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from tests.some import some
from ui.charts.chart_scroll import ChartScroll
from ui.charts.chart_view import LEAST_HEIGHT
from ui.views.body import SHELF_WIDTH
from ui.views.inputs.side import LEAST_WIDTH

READABLE = 140
BESIDE_LIMITS = 100
"""Pixels of a plot over the strip that tells by year what limits compute."""


@pytest.fixture
def small(drawn, qtbot):
    """Give the window a size, and return the frame of its charts."""

    def resize(*size):
        drawn.window.resize(*size)
        drawn.window.splitter.setSizes([LEAST_WIDTH, size[0] - LEAST_WIDTH])
        center = drawn.window.center
        qtbot.waitUntil(lambda: center.width() > size[0] - LEAST_WIDTH - SHELF_WIDTH - 10)
        qtbot.waitUntil(lambda: drawn.window.size().toTuple() == size)
        return drawn.window.center.findChild(ChartScroll)

    return resize


def _tops(scroll):
    """Return the height at which each chart begins."""
    return [view.y() for view in scroll.widget().views if not view.isHidden()]


def _roll(widget, place, notches=-1, held=Qt.KeyboardModifier.NoModifier):
    """Roll the wheel over a place of the window, as a hand does."""
    window = widget.window()
    there = QPointF(widget.mapTo(window, place))
    QTest.wheelEvent(window.windowHandle(), there, QPoint(0, 120 * notches), QPoint(), held)


def test_that_no_plot_gets_too_low_to_be_read(small, subtests):
    for size in ((1440, 900), (1366, 768), (1024, 600), (900, 540)):
        with subtests.test(size=size):
            scroll = small(*size)
            views = scroll.widget().views
            assert len(views) == 4
            for view in views:
                plot = view.canvas.plot
                lowest = plot.strip.geometry() if plot.strip.isVisible() else plot.area
                assert view.height() >= LEAST_HEIGHT
                least = BESIDE_LIMITS if plot.limits.isVisible() else READABLE
                assert lowest.bottom() - plot.area.top() >= least


SHOWN_WHOLE = [((1440, 900), 2, False), ((1024, 600), 2, True), ((900, 540), 4, True)]


def test_that_a_low_window_shows_one_row_of_charts_whole(small, qtbot, subtests):
    for size, rows, scrolls in SHOWN_WHOLE:
        with subtests.test(size=size):
            scroll = small(*size)
            qtbot.waitUntil(lambda scroll=scroll, rows=rows: len(set(_tops(scroll))) == rows)
            bar = scroll.verticalScrollBar()
            assert (bar.maximum() > 0) is scrolls
            if scrolls:
                heights = {view.height() for view in scroll.widget().views}
                assert heights == {scroll.viewport().height()}
                chart = scroll.widget().views[-1]
                chart.setFocus()
                for _ in chart.readout.told.rows:  # past the last curve the charts scroll
                    QTest.keyClick(chart, Qt.Key.Key_PageDown)
                assert bar.value() > 0
                for _ in chart.readout.told.rows:
                    QTest.keyClick(chart, Qt.Key.Key_PageUp)


def test_that_an_enlarged_chart_needs_no_scrolling(small, qtbot):
    scroll = small(900, 540)
    scroll.widget().enlarge(1)
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() == 0)
    assert scroll.widget().views[1].size() == scroll.viewport().size()
    scroll.widget().enlarge(None)
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() > 0)


def test_that_the_wheel_scrolls_over_plots_too_and_zooms_with_ctrl(drawn, small, qtbot):
    scroll = small(1024, 600)
    qtbot.waitUntil(lambda: len(set(_tops(scroll))) == 2)
    bar, view = scroll.verticalScrollBar(), scroll.widget().views[0]
    port, plot = view.canvas.viewport(), view.canvas.plot
    middle = plot.area.center().toPoint()
    view.setFocus()
    _roll(port, middle)
    assert bar.value() > 0, "even over the chart that has the keys"
    assert not plot.is_zoomed
    bar.setValue(0)
    card = drawn.window.center.kpis.cards[0]
    _roll(card, card.rect().center())
    assert bar.value() > 0, "over the cards the wheel scrolls too"
    bar.setValue(0)
    _roll(port, middle, notches=1, held=Qt.KeyboardModifier.ControlModifier)
    assert plot.is_zoomed
    assert bar.value() == 0


def _rows_of_cards(suanli):
    return {card.y() for card in suanli.window.center.kpis.cards}


def test_that_cards_are_low_and_in_one_row_where_a_screen_is_low(drawn, small, qtbot, subtests):
    cards = drawn.window.center.kpis.cards
    small(1440, 900)
    low = {*range(40, min(card.height() for card in cards) - 10)}
    for size in some(((1366, 768), (1093, 614), (1024, 600))):
        with subtests.test(size):
            small(1440, 900)
            qtbot.waitUntil(lambda: low.isdisjoint(card.height() for card in cards))
            small(*size)
            qtbot.waitUntil(lambda: {card.height() for card in cards} < low)
            qtbot.waitUntil(lambda: len(_rows_of_cards(drawn)) == 1)
            for card in cards:
                assert card.has_room()
                assert card.width() >= 0.85 * card.wanted_width(), card.shown.title


def test_that_the_panel_is_closed_in_a_narrow_window_and_opens_beside_the_charts(drawn, small):
    window, shelf = drawn.window, drawn.window.shelf
    small(1440, 900)
    assert shelf.isVisible()
    small(1024, 600)
    assert not shelf.isVisible()
    assert not window.actions_["panel"].isChecked()
    window.actions_["panel"].trigger()
    assert shelf.isVisible()
    edge = window.splitter.mapTo(window, window.splitter.rect().topRight()).x()
    assert shelf.mapTo(window, QPoint()).x() > edge, "it lies over nothing"


def test_that_what_was_chosen_for_the_panel_is_kept_for_wide_and_narrow_apart(drawn, small):
    window, shelf = drawn.window, drawn.window.shelf
    small(1440, 900)
    window.actions_["panel"].trigger()
    small(1024, 600)
    window.actions_["panel"].trigger()
    small(1440, 900)
    assert not shelf.isVisible()
    small(1024, 600)
    assert shelf.isVisible()
    window.close()
    assert drawn.settings.text("panel") == "hidden"
    assert drawn.settings.text("panel_when_narrow") == "shown"
