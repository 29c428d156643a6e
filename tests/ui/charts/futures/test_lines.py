"""Futures as thin lines: a click picks the nearest, and one that was picked stands out."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from planner.ensemble.many import Projector
from planner.ensemble.progress import to_the_end
from planner.model.scenario import Scenario, with_lever
from planner.studies.answers.about import About
from planner.studies.future.futures import futures_of
from planner.studies.future.one import number_at
from tests.some import some
from ui.charts.futures.drawing import DRAWN, future_lines, with_own, year_marks
from ui.charts.futures.paint import frame_of, paint_lines, paint_picked, tick_text
from ui.charts.futures.view import FuturesView
from ui.style.theme import DARK, LIGHT

ABOUT = About("utilization", "centers", 2029)
FASTER = with_lever(Scenario(futures=60, last_year=2030), "network_build_time", 2)


@pytest.fixture(scope="module")
def futures():
    return to_the_end(futures_of(Projector(), FASTER, ABOUT))


@pytest.fixture
def drawing(futures):
    return future_lines(futures, number_at(futures, 0.9))


@pytest.fixture
def view(qtbot, qapp, drawing):
    shown = FuturesView(LIGHT)
    qtbot.addWidget(shown)
    shown.resize(420, 260)
    shown.show_drawing(drawing, LIGHT.data[0], "Future")
    return shown


def test_that_lines_are_in_the_unit_that_is_shown_and_within_the_axis(futures, drawing):
    assert drawing.numbers == tuple(range(1, 61))
    assert drawing.lines[4] == pytest.approx(100 * futures.levels[:, 4])
    assert drawing.own == pytest.approx(100 * futures.levels[:, drawing.number - 1])
    assert drawing.without is not None
    assert drawing.low <= np.quantile(drawing.lines, 0.01)
    assert np.quantile(drawing.lines, 0.99) <= drawing.high <= 100
    assert {tick_text(each, drawing) for each in some(drawing.ticks)} >= {"20", "40"}
    assert year_marks(drawing)[0] == (0.0, "2025")
    assert year_marks(drawing)[-1] == (1.0, "31")


def test_that_picking_another_keeps_lines_and_axis(futures, drawing):
    other = future_lines(futures, 7, drawing)
    assert other.lines is drawing.lines
    assert (other.low, other.high) == (drawing.low, drawing.high)
    assert other.own == pytest.approx(drawing.lines[6])


def test_that_a_future_whose_levers_change_nothing_has_one_line(drawing, futures):
    same = futures.levels[:, 3]
    assert with_own(drawing, same, same).without is None
    assert with_own(drawing, same, same * 0.9).without == pytest.approx(90 * same)


def test_that_more_futures_than_can_be_told_apart_are_not_all_drawn(futures):
    many = 3 * DRAWN
    levels = np.tile(futures.levels, (1, many // 60))
    large = replace(futures, levels=levels, without=levels, order=np.arange(many))
    assert len(future_lines(large, many).numbers) == DRAWN
    assert future_lines(large, many).own == pytest.approx(100 * levels[:, -1])


def test_that_a_click_picks_the_nearest_line(view, drawing, qtbot):
    frame = frame_of(QRectF(view.rect()), drawing)
    for number in (3, 31, 60):
        month = drawing.month
        place = QPointF(frame.x(month), frame.y(drawing.value_of(number, month)))
        picked = view.number_at(place)
        away = abs(drawing.value_of(picked, month) - drawing.value_of(number, month))
        assert away <= abs(frame.value(0.0) - frame.value(1.0))
        assert f"Future {picked}: " in view.text_at(place)
    assert view.number_at(QPointF(1, 1)) is None
    assert view.text_at(QPointF(1, 1)) == ""
    middle = frame.plot.center().toPoint()
    with qtbot.waitSignal(view.picked) as caught:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle)
    assert caught.args == [view.number_at(QPointF(middle))]
    with qtbot.waitSignal(view.stepped) as caught:
        qtbot.keyClick(view, Qt.Key.Key_Up)
    assert caught.args == [1]


def test_that_thin_lines_are_painted_once_and_the_picked_one_anew(view, futures, drawing):
    before = view.grab().toImage()
    kept = view._kept
    view.show_drawing(future_lines(futures, 2, drawing), LIGHT.data[0], "Future 2")
    assert view.grab().toImage() != before
    assert view._kept is kept
    view.set_theme(DARK, DARK.data[0])
    assert view.grab().toImage() != before
    assert view._kept is not kept


def test_that_a_report_paints_the_same(qapp, drawing):
    image = QImage(400, 240, QImage.Format.Format_RGB32)
    image.fill(LIGHT.panel)
    blank = image.copy()
    painter = QPainter(image)
    paint_lines(painter, QRectF(0, 0, 400, 240), LIGHT, drawing)
    lines = image.copy()
    paint_picked(painter, QRectF(0, 0, 400, 240), LIGHT, drawing, LIGHT.data[1])
    painter.end()
    assert blank != lines
    assert image != lines
