"""The picture of the points of a sweep: where each stands, and that thinning leaves none out."""

from typing import TYPE_CHECKING, cast

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from planner.sweep.plan.columns import Column
from planner.sweep.summary.level import Level
from planner.sweep.summary.summed import Summary
from tests.some import some
from ui.charts.sweeps.picture import plot_in, points_picture
from ui.charts.sweeps.placing import by_median, by_value, thinned
from ui.charts.sweeps.view import PointsView
from ui.engine.sweeps.orders import rising
from ui.engine.sweeps.points import Asked, PointsFound
from ui.style.theme import DARK, LIGHT

if TYPE_CHECKING:
    from planner.sweep.summary.reader import Folder

COLUMN = Column("enterprises", "", 71)
RECT = QRectF(0, 0, 600, 300)


def _found(median, level=None):
    median = np.array(median, dtype=np.float64)
    nothing = np.zeros((len(median), 1), np.int64)
    shares = np.full((len(median), 0 if level is None else 1), 0.5)
    told = np.stack([median * each for each in (0.9, 0.95, 1.0, 1.05, 1.1)], axis=1)[:, None]
    levels = () if level is None else (level,)
    summary = Summary(
        cast("Folder", None), (COLUMN,), levels, told, nothing[:, 0], nothing, shares, {}
    )
    return PointsFound(Asked(COLUMN, level), summary)


def _painted(picture, theme=LIGHT):
    image = QImage(600, 300, QImage.Format.Format_RGB32)
    image.fill(0)
    with QPainter(image) as painter:
        picture.paint(painter, RECT, theme)
    return bytes(image.constBits())


def test_that_points_stand_in_the_order_of_their_medians_and_unknown_ones_last(qapp):
    placed = by_median("medians", rising(np.array([30.0, np.nan, 10.0, 20.0])))
    assert placed.order.tolist() == [2, 3, 0, 1]
    assert placed.places.tolist() == [0.625, 0.875, 0.125, 0.375]


def test_that_an_input_of_few_values_gives_a_band_to_each():
    values, median = np.array([5.0, 0.0, 5.0, 0.0]), np.array([4.0, 1.0, 3.0, 2.0])
    placed = by_value("budget", values, (rising(values), rising(median)), "{:g}".format)
    assert placed.order.tolist() == [1, 3, 2, 0]
    assert [text for _, text in placed.ticks] == ["0", "5"]
    assert placed.bands == (0.5,)
    assert all(
        (place < 0.5) == (value == 0)
        for place, value in some(zip(placed.places, values, strict=True))
    )


def test_that_an_input_of_many_values_is_a_scale():
    values = np.linspace(0, 100, 51)
    placed = by_value("budget", values, (rising(values), rising(values)), "{:g}".format)
    assert np.all(np.diff(placed.places) > 0)
    assert np.ptp(np.diff(placed.places)) < 1e-9
    assert [text for _, text in placed.ticks] == ["0", "20", "40", "60", "80", "100"]


def test_that_thinning_keeps_the_ends_of_every_point():
    median = np.random.default_rng(1).normal(100, 10, 20_000)
    low, high = median - 5, median + 5
    median[7] = low[7] = high[7] = np.nan
    shown = thinned(by_median("medians", rising(median)), (low, median, high), 300)
    assert len(shown.pixels) == 300
    assert shown.low.min() == np.nanmin(low)
    assert shown.high.max() == np.nanmax(high)
    assert (shown.least_median.min(), shown.most_median.max()) == (
        np.nanmin(median),
        np.nanmax(median),
    )


def test_that_nothing_known_is_an_empty_picture(qapp):
    found = _found([np.nan, np.nan])
    picture = points_picture(found, by_median("medians", found.order))
    assert picture.is_empty
    assert picture.point_at(RECT, RECT.center()) == 0
    assert _painted(picture)


@pytest.mark.parametrize("count", [4, 4000])
def test_that_a_click_finds_the_point_under_it(qapp, count):
    found = _found(np.random.default_rng(2).permutation(count) + 100.0)
    picture = points_picture(found, by_median("medians", found.order))
    plot = plot_in(RECT)
    low, high = picture.ends
    for point in some((1, count // 2, count)):
        share = (found.median[point - 1] - low) / (high - low)
        x = plot.left() + picture.placed.places[point - 1] * plot.width()
        at = QPointF(x, plot.bottom() - share * plot.height())
        assert picture.point_at(RECT, at) == point


def test_that_keys_go_from_point_to_point_and_stop_at_the_ends(qapp):
    found = _found([30.0, 10.0, 20.0])
    picture = points_picture(found, by_median("medians", found.order))
    assert picture.next_to(0, 1) == 2
    assert picture.next_to(2, 1) == 3
    assert picture.next_to(3, 50) == 1
    assert picture.next_to(2, -1) == 2


def test_that_the_level_and_the_theme_change_what_is_painted(qapp):
    found = _found([30.0, 10.0, 20.0])
    asked = _found([30.0, 10.0, 20.0], Level(COLUMN.name, "at least", 15.0))
    placed = by_median("medians", found.order)
    plain, beside = (_painted(points_picture(each, placed)) for each in (found, asked))
    assert plain != beside
    assert _painted(points_picture(found, placed), DARK) != plain


@pytest.mark.parametrize("level", [15.0, 15.7, 16.4, 20.0])
def test_that_marks_of_the_axis_stand_clear_of_the_level_in_a_low_picture(qapp, monkeypatch, level):
    found = _found([30.0, 10.0, 20.0], Level(COLUMN.name, "at least", level))
    boxes = []
    monkeypatch.setattr(
        "ui.charts.sweeps.picture.paint_text",
        lambda _painter, box, text, *_, **__: boxes.append((box, text)),
    )
    image = QImage(600, 130, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        picture = points_picture(found, by_median("medians", found.order))
        picture.paint(painter, QRectF(0, 0, 600, 130), LIGHT)
    ((own, _),) = (each for each in boxes if each[1].startswith("≥"))
    marks = [box for box, text in boxes if text.replace(".", "").isdigit()]
    assert not [
        each for each in some(marks) if each.top() < own.bottom() > each.bottom() > own.top()
    ]
    assert not [each for each in marks if own.top() < each.top() < own.bottom()]


def test_that_a_point_is_told_with_its_range_in_the_shown_unit(qapp):
    found = _found([30.0, 10.0])
    picture = points_picture(found, by_median("medians", found.order))
    said = "AI enterprises, December 2030: Point 1: median 30 enterprises, 80% range 27 to 33"
    assert picture.told(1) == said


def test_that_a_view_tells_who_listens_which_point_keys_chose(qtbot, qapp):
    view, found = PointsView(LIGHT), _found([30.0, 10.0, 20.0])
    qtbot.addWidget(view)
    view.show_picture(points_picture(found, by_median("medians", found.order)), "three points")
    with qtbot.waitSignal(view.chosen) as chosen:
        qtbot.keyClick(view, Qt.Key.Key_Right)
    assert chosen.args == [2]
    told = view.accessible()
    assert told.value.startswith("AI enterprises, December 2030: Point 2: median 10")
    assert told.description == "three points"
