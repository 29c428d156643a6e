"""What a hand does in a chart: it zooms, moves, goes back, and pins what it sees."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tests.some import some
from ui.charts.contents.series import chart_picture
from ui.charts.contents.specs import default_setting
from ui.charts.grid import ChartGrid
from ui.charts.kept.charts import charts_in, text_of
from ui.charts.layout.look import Look
from ui.charts.plot.axes import ValueAxis
from ui.charts.printed import PrintedChart
from ui.engine.shown_run import ShownRun
from ui.print.sheet import sheet_of
from ui.style.theme import LIGHT

WHOLE = (2025.0, 2036.0)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def grid(qtbot, qapp, baseline, doubled) -> ChartGrid:
    made = ChartGrid(LIGHT)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    with qtbot.waitExposed(made):
        made.show()
    made.show_run(ShownRun(doubled, baseline))
    return made


def _box(grid, number=0):
    return grid.views[number].canvas.plot.box


def _years(grid):
    return [_box(grid, number).years for number in range(4)]


def _wheel(grid, notches, modifier=Qt.KeyboardModifier.ControlModifier):
    canvas = grid.views[0].canvas
    place = canvas.plot.area.center()
    turned = QWheelEvent(
        place,
        QPointF(canvas.viewport().mapToGlobal(place.toPoint())),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas.viewport(), turned)


def _move(viewport, place, modifier):
    """Move the pointer with the left button held: that of QTest holds no key."""
    at, there = QPointF(place), QPointF(viewport.mapToGlobal(place))
    kind, none = QEvent.Type.MouseMove, Qt.MouseButton.NoButton
    QApplication.sendEvent(viewport, QMouseEvent(kind, at, there, none, LEFT, modifier))


def _drag(grid, qtbot, start, end, modifier=Qt.KeyboardModifier.NoModifier):
    """Drag in the first chart from one place to another, given as years and values."""
    canvas = grid.views[0].canvas
    first, last = (canvas.plot.pixel_of(*place).toPoint() for place in (start, end))
    viewport = canvas.viewport()
    QTest.mousePress(viewport, LEFT, modifier, first)
    for part in (0.3, 0.6, 1.0):
        way = QPointF(first) + QPointF(last - first) * part
        _move(viewport, way.toPoint(), modifier)
        qtbot.wait(30)
    QTest.mouseRelease(viewport, LEFT, modifier, last)


def test_that_the_wheel_zooms_all_charts_to_the_same_years_and_one_click_goes_back(grid):
    values = _box(grid).values
    _wheel(grid, 3)
    first, last = _box(grid).years
    assert WHOLE[0] < first < last < WHOLE[1]
    assert _years(grid) == [(first, last)] * 4
    assert _box(grid).values != values
    assert all(chart.header.view_all.isVisible() for chart in grid.views)
    grid.views[2].header.view_all.click()
    assert _years(grid) == [WHOLE] * 4
    assert _box(grid).values == values
    assert not any(chart.header.view_all.isVisible() for chart in grid.views)


def test_that_the_wheel_alone_zooms_only_the_chart_that_was_clicked(grid):
    alone = Qt.KeyboardModifier.NoModifier
    grid.views[1].setFocus()
    _wheel(grid, 3, alone)
    assert _years(grid) == [WHOLE] * 4, "nobody has clicked the chart"
    canvas = grid.views[0].canvas
    QTest.mouseClick(canvas.viewport(), LEFT, pos=canvas.plot.area.center().toPoint())
    _wheel(grid, 3, alone)
    assert _years(grid) != [WHOLE] * 4


def test_that_a_drag_zooms_to_its_box(grid, qtbot):
    _drag(grid, qtbot, (2027.0, 2500.0), (2031.0, 500.0))
    assert _box(grid).years == pytest.approx((2027, 2031), abs=0.1)
    assert _box(grid).values == pytest.approx((500, 2500), abs=40)
    assert _years(grid)[3] == _box(grid).years


def test_that_a_drag_with_shift_moves_what_is_seen_and_never_past_the_years_there_are(grid, qtbot):
    _wheel(grid, 3)
    first, last = _box(grid).years
    middle = (first + last) / 2, sum(_box(grid).values) / 2
    shift = Qt.KeyboardModifier.ShiftModifier
    _drag(grid, qtbot, middle, (middle[0] + 1, middle[1]), shift)
    moved = _box(grid).years
    assert moved[0] < first
    assert moved[1] - moved[0] == pytest.approx(last - first)
    for _ in range(4):
        low, high = _box(grid).years
        _drag(grid, qtbot, (low + 0.1, middle[1]), (high - 0.1, middle[1]), shift)
    assert _box(grid).years[0] == WHOLE[0]


def test_that_keys_zoom_and_go_back(grid):
    QTest.keyClick(grid.views[1], Qt.Key.Key_Plus)
    assert _years(grid)[0] == pytest.approx((2026.1, 2034.9))
    QTest.keyClick(grid.views[1], Qt.Key.Key_0)
    assert _years(grid) == [WHOLE] * 4


def test_that_a_zoom_stays_while_a_lever_is_dragged_and_after_it(grid, baseline, doubled):
    _wheel(grid, 3)
    seen = _box(grid).years, _box(grid).values
    grid.freeze(True)
    grid.show_run(ShownRun(baseline, baseline))
    assert (_box(grid).years, _box(grid).values) == seen
    grid.freeze(False)
    assert (_box(grid).years, _box(grid).values) == seen


def test_that_another_chart_in_a_place_keeps_the_years_and_finds_its_values(grid):
    _wheel(grid, 3)
    years, values = _box(grid).years, _box(grid).values
    grid.set_settings([default_setting("installed_compute"), *grid.settings[1:]])
    assert _box(grid).years == years
    assert _box(grid).values != values


def _log(grid, log):
    grid.choose(0, grid.views[0].with_log(log))


def _pin(grid, pinned):
    grid.choose(0, grid.views[0].with_limits(pinned))


def test_that_a_logarithmic_axis_counts_in_powers_of_ten(grid):
    _log(grid, True)
    plot = grid.views[0].canvas.plot
    assert plot.box.is_log
    assert set(plot.values.marked().values()) <= {"500", "1,000", "2,000", "5,000"}
    tenth = plot.pixel_of(2030, 1000).y() - plot.pixel_of(2030, 2000).y()
    assert plot.pixel_of(2030, 2000).y() - plot.pixel_of(2030, 4000).y() == pytest.approx(tenth)
    grid.set_view("difference")
    assert not plot.box.is_log, "a difference may be negative"
    grid.set_view("absolute")
    _log(grid, False)
    assert not plot.box.is_log


def test_that_a_logarithmic_axis_of_less_than_a_decade_tells_its_numbers(qapp):
    axis = ValueAxis(Look(LIGHT))
    axis.resize(50, 200)
    axis.show_log(True)
    for low, high, expected in ((0.09, 0.19, "1.4"), (3.08, 3.2, "1,400"), (-1.6, -1.5, "0.03")):
        axis.setRange(low, high)
        told = list(axis.marked().values())
        assert expected in told
        assert len(set(told)) == len(told) > 1


def test_that_an_axis_of_differences_shows_the_sign_of_each_number_and_one_of_levels_does_not(
    grid, baseline, doubled
):
    grid.show_run(ShownRun(doubled, baseline))
    axis = grid.views[0].canvas.plot.values

    def signed():
        return [text.startswith("+") for value, text in axis.marked().items() if value > 0]

    for view in ("difference", "percent"):
        grid.set_view(view)
        assert signed()
        assert all(signed())
        assert axis.marked()[0] == "0"
    for view in ("absolute", "index"):
        grid.set_view(view)
        assert signed()
        assert not any(signed())


def test_that_pinned_limits_stay_whatever_is_drawn_and_are_those_of_an_export(
    grid, baseline, doubled
):
    _wheel(grid, 3)
    seen = (*_box(grid).years, *_box(grid).values)
    _pin(grid, True)
    assert grid.settings[0].limits == seen
    grid.view_all()
    grid.show_run(ShownRun(baseline, baseline))
    _wheel(grid, 2)
    assert (*_box(grid).years, *_box(grid).values) == seen
    assert _years(grid)[1] == WHOLE
    picture = chart_picture(grid.settings[0], ShownRun(doubled, baseline))
    chart = PrintedChart(picture, Look(scale=1.9), (1400.0, 600.0))
    assert (*chart.plot.box.years, *chart.plot.box.values) == seen
    _pin(grid, False)
    assert grid.settings[0] == replace(grid.settings[0], limits=None)
    assert _box(grid).years == WHOLE


def test_that_few_years_are_told_by_their_months(grid):
    axis = grid.views[0].canvas.plot.years
    assert "2025" in axis.marked().values()
    for chart in grid.views:
        chart.see_years((2028.0, 2029.0))
    assert "Jan 2028" in axis.marked().values()


def test_that_a_name_at_the_side_stands_where_its_curve_leaves_what_is_seen(
    qapp, doubled, baseline
):
    run = ShownRun(doubled, baseline)
    picture = chart_picture(default_setting("enterprises"), run)
    plot = PrintedChart(picture, Look(), (900.0, 400.0)).plot
    own = next(curve for curve in plot.names.curves if curve.name == "Alibaba doubled")
    assert plot.names.end_of(own) == pytest.approx(plot.box.pixel_of(2035.9, own.end).y(), abs=1)
    plot.see_years((2025.0, 2030.0))
    there = float(own.line[60])
    assert plot.names.end_of(own) == pytest.approx(plot.box.pixel_of(2030.0, there).y(), abs=1)


def test_that_numbers_of_the_value_axis_have_room_however_far_a_hand_zooms(grid):
    plot = grid.views[0].canvas.plot
    for factor in (2.0, 2.0, 0.1, 0.1):
        plot.box.scaleBy(y=factor)
        plot.box.sigRangeChangedManually.emit([True, True])
        assert plot.values.size().width() >= plot.values.width_wanted() > 0


def test_that_a_zoom_shows_no_more_than_half_as_much_above_and_below_all_values(grid):
    plot = grid.views[0].canvas.plot
    low, high = plot.scale_.low, plot.scale_.high
    for _ in range(20):
        plot.box.scaleBy(y=1.5)
    first, last = plot.box.values
    assert first >= low - 0.51 * (high - low)
    assert last <= high + 0.51 * (high - low)


def _seen(grid):
    return (*_box(grid).years, *_box(grid).values)


def test_that_pinned_limits_come_back_with_their_view_and_their_axis(grid):
    _wheel(grid, 3)
    seen = _seen(grid)
    _pin(grid, True)
    for away, back in (
        (lambda: grid.set_view("difference"), lambda: grid.set_view("absolute")),
        (lambda: _log(grid, True), lambda: _log(grid, False)),
    ):
        away()
        assert grid.settings[0].limits is None
        assert not grid.views[0].header.pinned.isVisible()
        back()
        assert _seen(grid) == seen
    _pin(grid, False)
    grid.set_view("index")
    grid.set_view("absolute")
    assert grid.settings[0].limits is None


def test_that_a_pinned_chart_says_so_and_a_click_frees_it(grid):
    pinned = grid.views[0].header.pinned
    assert not pinned.isVisible()
    _wheel(grid, 3)
    _pin(grid, True)
    assert pinned.isVisible()
    assert not grid.views[0].header.view_all.isVisible(), "it would do nothing"
    assert [chart.header.pinned.isVisible() for chart in grid.views[1:]] == [False] * 3
    pinned.click()
    assert grid.settings[0].limits is None
    assert not pinned.isVisible()


def test_that_pinned_limits_outlive_a_session_that_ends_in_another_view(grid):
    _wheel(grid, 3)
    _pin(grid, True)
    kept = grid.settings[0].limits
    grid.set_view("difference")
    assert charts_in(text_of(grid.settings))[0].limits == kept


def test_that_a_logarithmic_axis_is_said_beside_the_unit_on_screen_and_in_exports(
    grid, baseline, doubled, qtbot
):
    run = ShownRun(doubled, baseline)
    _log(grid, True)
    qtbot.waitUntil(lambda: "enterprises, log scale" in _words_of(grid.views[0].header))
    pictures = [chart_picture(setting, run) for setting in grid.settings]
    alone = sheet_of(pictures[0], doubled, Look(), date(2026, 1, 1))
    assert alone.subtitle.endswith("enterprises, log scale")
    assert [each.axis_words.endswith("log scale") for each in pictures] == [True] + [False] * 3
    grid.set_view("difference")
    assert not any("log" in words for words in _words_of(grid.views[0].header))


def _words_of(header):
    return [label.text() for label in header.findChildren(QLabel)]


def _is_any_seen(grid, rows=(0, 4)):
    """Tell whether a curve of the first chart, or its band, is among what is seen."""
    first, last, low, high = _seen(grid)
    return any(
        ((band[0] <= high) & (band[1] >= low))[(curve.times >= first) & (curve.times <= last)].any()
        for curve in grid.views[0].picture.curves
        for band in ((curve.line, curve.line) if curve.bands is None else curve.bands[list(rows)],)
    )


def test_that_a_zoom_beside_all_curves_shows_the_nearest(grid, qtbot):
    for box in (((2026.0, 3900.0), (2028.0, 3500.0)), ((2034.0, 400.0), (2035.5, 100.0))):
        _drag(grid, qtbot, *box)
        (first, _), (last, _) = box
        assert _box(grid).years == pytest.approx((first, last), abs=0.1)
        assert _is_any_seen(grid, (2, 2)), "a line, not the edge of its band alone"
        grid.view_all()


def test_that_a_zoom_into_a_band_is_left_as_it_is(grid, qtbot):
    curve = grid.views[0].picture.curves[0]
    time, (median, edge) = curve.times[120], curve.bands[[2, 4], 120]
    low, high = median + 0.4 * (edge - median), median + 0.6 * (edge - median)
    _drag(grid, qtbot, (time - 0.4, high), (time + 0.4, low))
    assert _box(grid).values == pytest.approx((low, high), abs=20)


def test_that_a_curve_stays_seen_when_another_chart_zooms_to_other_years(grid, qtbot):
    _drag(grid, qtbot, (2034.0, 3900.0), (2035.5, 3500.0))
    assert _is_any_seen(grid)
    grid.see_years((2025.0, 2026.0))
    assert _box(grid).years == (2025.0, 2026.0)
    assert _is_any_seen(grid)


def test_that_view_all_goes_once_all_is_seen_again(grid):
    years, values = _box(grid).years, _box(grid).values
    _wheel(grid, 3)
    assert all(chart.header.view_all.isVisible() for chart in some(grid.views))
    _box(grid).show_range(*years, *values)
    _box(grid).sigRangeChangedManually.emit([True, True])
    assert not any(chart.header.view_all.isVisible() for chart in some(grid.views))


@pytest.mark.parametrize("moves", [False, True])
@pytest.mark.parametrize("key", ["Escape", "Ctrl+Z"])
def test_that_a_key_gives_back_what_a_drag_has_changed(grid, qtbot, moves, key):
    _wheel(grid, 3)
    before = _seen(grid)
    modifier = Qt.KeyboardModifier.ShiftModifier if moves else Qt.KeyboardModifier.NoModifier
    canvas, chart = grid.views[0].canvas, grid.views[0]
    start = canvas.plot.area.center().toPoint()
    QTest.mousePress(canvas.viewport(), LEFT, modifier, start)
    for step in (15, 30, 45):
        _move(canvas.viewport(), start + QPoint(step, step), modifier)
        qtbot.wait(30)
    assert canvas.plot.box.rbScaleBox.isVisible() != moves
    assert (_seen(grid) != before) == moves
    QTest.keySequence(chart, QKeySequence(key))
    assert not canvas.plot.box.rbScaleBox.isVisible()
    _move(canvas.viewport(), start + QPoint(60, 60), modifier)
    QTest.mouseRelease(canvas.viewport(), LEFT, modifier, start + QPoint(60, 60))
    assert _seen(grid) == before
    _drag(grid, qtbot, (2029.0, 1500.0), (2031.0, 2500.0))
    assert _seen(grid) != before, "the next drag zooms again"
