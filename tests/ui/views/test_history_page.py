"""The page that holds the model against history shows every point, and where each one lies."""

import re
from itertools import pairwise

import pytest
from pyqtgraph import TextItem
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QFontMetrics, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from planner.model.outcome import GROUPS
from planner.model.scenario import Scenario
from planner.storage.sentences.spoken import speaking
from planner.studies.backtest import backtest
from tests.marking import marking_catalog, outside_of_marks
from tests.some import some
from ui.charts.history_chart import LEAST_PLOT_PIXELS, HistoryChart, _with_room
from ui.charts.history_rows import ENDS, history_rows, tick_labels
from ui.parts import Suanli
from ui.style.theme import DARK, LIGHT, SMALL_PIXELS, font
from ui.views.dialogs.history_page import HistoryPage
from ui.wording.numbers import ENGLISH_NUMERALS

__all__ = ["marking_catalog"]

PATIENCE = 60_000


@pytest.fixture(scope="module")
def found():
    return backtest(Scenario(futures=32))


@pytest.fixture
def rows(found):
    return history_rows(found.rows, ENGLISH_NUMERALS)


@pytest.fixture
def shown(qtbot: QtBot, rows):
    """Show the rows in a chart of some width and theme."""

    def show(width=1100, theme=LIGHT):
        chart = HistoryChart(theme)
        qtbot.addWidget(chart)
        chart.resize(width, 600)
        chart.show_rows(rows)
        chart.show()
        qtbot.waitExposed(chart)
        return chart

    return show


def test_that_every_point_has_a_line_under_the_heading_of_its_group(found, rows):
    assert [row.height for row in rows] == list(range(len(rows)))
    headings = [row.label for row in rows if row.judged is None]
    topics = [heading.partition(":")[0] for heading in headings]
    assert topics == [title for title in GROUPS.values() if title in topics]
    assert sum(int(heading.split()[-2]) for heading in headings) == len(found.rows)
    assert all(row.numbers.startswith("mean miss ") for row in rows if row.judged is None)
    judged = [row.judged for row in rows if row.judged is not None]
    assert sorted(row.point.id for row in judged) == sorted(row.point.id for row in found.rows)


def test_that_a_band_around_what_was_measured_holds_the_middle_of_the_scale(rows):
    points = [row for row in rows if row.judged is not None and not row.judged.point.bound]
    assert any(row.judged.inside for row in points)
    for row in points:
        low, high = row.band
        assert (low <= 0 <= high) == row.judged.inside
        assert ENDS[0] <= low <= row.median <= high <= ENDS[1]
        assert row.source[0] <= 0 <= row.source[1]


def test_that_a_held_point_says_so_and_a_tip_names_the_source(rows):
    held = [row for row in rows if row.judged and row.judged.point.set == "held"]
    assert held
    assert all(row.label.endswith("held back") for row in held)
    stock = next(row for row in rows if row.judged and row.judged.point.id == "V01")
    assert "2025 China Computing Power Conference" in stock.tip
    assert stock.numbers.startswith("788  |  ")


def test_that_the_scale_is_marked_from_half_to_three_times():
    labels = [label for _, label in tick_labels()]
    assert "measured" in labels
    assert "−50%" in labels
    assert "+200%" in labels


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_that_the_chart_is_as_high_as_its_lines_and_tells_what_is_under_the_pointer(
    shown, rows, theme
):
    chart = shown(theme=theme)
    assert chart.height() > 20 * len(rows)
    row = next(row for row in rows if row.judged is not None)
    place = chart.mapFromScene(chart.getViewBox().mapViewToScene(QPointF(0, row.height)))
    event = QHelpEvent(QHelpEvent.Type.ToolTip, place, chart.mapToGlobal(QPoint(place)))
    assert chart.viewportEvent(event)
    assert QToolTip.text() == row.tip


@pytest.mark.parametrize("language", ["en", "it", "zh_CN"])
def test_that_marks_of_the_scale_stand_apart_at_every_width(language):
    metrics = QFontMetrics(font(SMALL_PIXELS))
    with speaking(language):
        for width in some((80, LEAST_PLOT_PIXELS, 225, 400, 900)):
            kept = sorted(_with_room(metrics, width))
            assert 0.0 in dict(kept), "a hit is always marked"
            for (left, before), (right, after) in pairwise(kept):
                halves = (metrics.horizontalAdvance(before) + metrics.horizontalAdvance(after)) / 2
                assert (right - left) * width / (ENDS[1] - ENDS[0]) > halves
        assert [text for _, text in kept] == [text for _, text in tick_labels()]


@pytest.mark.parametrize("width", [700, 950, 1100])
def test_that_labels_leave_room_for_the_plot(qtbot: QtBot, shown, width):
    chart = shown(width=1400)
    chart.resize(width, 600)
    qtbot.waitUntil(lambda: chart.width() == width)
    QApplication.processEvents()
    assert chart.getViewBox().width() > LEAST_PLOT_PIXELS - 20


def test_that_a_heading_has_no_tip(shown, rows):
    chart = shown()
    assert chart.row_at(0) is None
    assert chart.row_at(1) is rows[1]
    assert chart.row_at(len(rows) + 5) is None


def test_that_the_page_says_what_is_missed(qtbot: QtBot, found):
    page = HistoryPage(LIGHT)
    qtbot.addWidget(page)
    page.show_backtest(found)
    missed = [row for row in found.rows if not row.inside]
    assert missed
    assert all(row.point.label in page.text for row in missed)
    assert f"of {len(found.rows)} from" in page.text


def test_that_the_action_opens_a_page_that_blocks_nothing_and_the_run_fills_it(
    qtbot: QtBot, suanli: Suanli
):
    suanli.window.actions_["history"].trigger()
    page = suanli.history.page
    assert page is not None
    assert not page.isModal()
    qtbot.waitUntil(lambda: "sources; within" in page.text, timeout=PATIENCE)
    assert page.chart.isVisibleTo(page)
    page.close()
    assert suanli.history.page is None


def test_that_a_page_opened_again_takes_the_place_of_the_first(qtbot: QtBot, suanli: Suanli):
    suanli.history.show()
    first = suanli.history.page
    suanli.history.show()
    page = suanli.history.page
    assert page is not None
    assert page is not first
    qtbot.waitUntil(lambda: "sources; within" in page.text, timeout=PATIENCE)
    page.close()


def test_that_the_page_is_no_larger_than_the_screen(qtbot: QtBot):
    page = HistoryPage(LIGHT)
    qtbot.addWidget(page)
    room = page.screen().availableGeometry().size()
    assert page.width() < room.width()
    assert page.height() < room.height()


@pytest.mark.usefixtures("marking_catalog")
def test_that_no_line_of_it_is_left_in_english(found):
    with speaking("it"):
        rows = history_rows(found.rows, ENGLISH_NUMERALS)
        labels = [row.label for row in rows] + [
            text for _, text in tick_labels() if "%" not in text
        ]
    assert len(labels) > 40
    assert not any(re.search(r"[^\W\d_]", outside_of_marks(label)) for label in labels)


def test_that_a_band_beyond_the_scale_is_told_with_an_arrow(shown, rows):
    beyond = [row for row in rows if row.judged is not None and row.is_beyond]
    chart = shown()
    texts = [each for each in chart.items() if isinstance(each, TextItem)]
    told = [each for each in texts if "outside the chart" in each.toPlainText()]
    assert len(told) == len(some(beyond))
    for text, row in zip(some(told), sorted(beyond, key=_height), strict=True):
        assert text.toPlainText().endswith("→") is (row.median > 0)


def test_that_no_figure_outside_its_band_is_written_as_lying_in_it(rows):
    judged = [row for row in rows if row.judged is not None and not row.judged.point.bound]
    for row in some(judged):
        figure, low, high = map(_number, re.findall(r"-?[\d,]+(?:\.\d+)?", row.numbers)[:3])
        assert (low <= figure <= high) is row.judged.inside, (row.label, row.numbers)


def _number(text):
    return float(text.replace(",", ""))


def _height(row):
    return row.height


def test_that_the_scale_stands_above_the_first_row_too(shown):
    chart = shown()
    for side in ("top", "bottom"):
        axis = chart.getAxis(side)
        assert axis.isVisible()
        assert "measured" in [text for _, text in axis._tickLevels[0]]
