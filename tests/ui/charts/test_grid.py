"""Four charts in a window: what is painted, what stands still, what is told."""

import dataclasses
from functools import partial
from html import escape

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QFocusEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from planner.ensemble.projection import Request, Series
from planner.model.scenario import Scenario, with_lever
from planner.studies.events import events
from tests.some import some
from ui.charts.chooser import ChartChooser
from ui.charts.contents.specs import EVERY, ChartSetting, default_setting
from ui.charts.grid import ChartGrid
from ui.engine.shown_run import ShownRun
from ui.style.theme import DARK, LIGHT


@pytest.fixture
def grid(qtbot, qapp) -> ChartGrid:
    made = ChartGrid(LIGHT)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    with qtbot.waitExposed(made):
        made.show()
    return made


def _picture_of(chart) -> QImage:
    return chart.canvas.grab().toImage()


def _colors_at(chart, time: float, value: float) -> QColor:
    return _picture_of(chart).pixelColor(chart.canvas.plot.pixel_of(time, value).toPoint())


def _alike(one: QColor, other: str) -> bool:
    """Tell whether two colors are the same but for the rounding of antialiasing."""
    target = QColor(other)
    parts = (QColor.red, QColor.green, QColor.blue)
    return all(abs(part(one) - part(target)) <= 12 for part in parts)


def _line_passes(chart, time: float, value: float, color: str) -> bool:
    """Tell whether a line of a color passes within two pixels of a place."""
    image, place = _picture_of(chart), chart.canvas.plot.pixel_of(time, value).toPoint()
    x, y = place.x(), place.y()
    return any(_alike(image.pixelColor(x, y + step), color) for step in range(-2, 3))


def test_that_bands_are_painted_where_they_lie(grid, baseline):
    grid.show_run(ShownRun(baseline, baseline))
    chart = grid.views[0]
    bands = chart.picture.curves[0].bands
    month, panel = 66, QColor(LIGHT.panel)
    time = baseline.times[month] + 0.01
    inner = _colors_at(chart, time, bands[3, month] * 0.97)
    outer = _colors_at(chart, time, bands[4, month] * 0.97)
    above = _colors_at(chart, time, bands[4, month] * 1.05)
    assert above == panel
    assert inner.lightness() < outer.lightness() < panel.lightness()


def test_that_the_scenario_is_painted_in_its_color(grid, baseline, doubled):
    grid.show_run(ShownRun(doubled, baseline))
    chart = grid.views[0]
    value = float(doubled.series[Request("enterprises")].center[100])
    assert _line_passes(chart, doubled.times[100], value, LIGHT.data[0])
    assert not _line_passes(chart, doubled.times[100], 1.1 * value, LIGHT.data[0])


def test_that_the_baseline_takes_no_color_from_a_scenario_on_it(grid, baseline, made):
    close = made(with_lever(Scenario(), "alibaba_plan", 381), 1e-6)
    grid.show_run(ShownRun(close, baseline))
    value = float(baseline.series[Request("enterprises")].center[100])
    image = _picture_of(grid.views[0])
    place = grid.views[0].canvas.plot.pixel_of(baseline.times[100], value).toPoint()
    x, y = place.x(), place.y()
    found = [image.pixelColor(x, y + step) for step in range(-3, 4)]
    nearest = min(abs(color.blue() - QColor(LIGHT.data[0]).blue()) for color in found)
    assert nearest < 8
    assert all(color.blue() > QColor(LIGHT.data[0]).blue() - 20 for color in found)


def test_that_values_without_a_number_leave_a_gap(grid, made):
    broken = made()
    series = broken.series[Request("enterprises")]
    series.center[50:60] = float("nan")
    series.bands[:, 50:60] = float("nan")
    grid.show_run(ShownRun(broken, broken))
    chart = grid.views[0]
    time = broken.times[55]
    assert _line_passes(chart, broken.times[48], series.center[48], LIGHT.data[0])
    assert _colors_at(chart, time, series.center[61]) == QColor(LIGHT.panel)


def _axes_of(chart):
    """Return the years and values that a chart spans, and where its plot lies."""
    plot = chart.canvas.plot
    return plot.box.years, plot.box.values, plot.area


def test_that_axes_stand_still_during_a_drag_and_settle_after_it(grid, made, baseline, doubled):
    small = made(with_lever(Scenario(), "voucher_budget.shanghai", 601), 1e-3)
    grid.show_run(ShownRun(small, baseline, events=events(small)))
    before = [_axes_of(chart) for chart in grid.views]
    grid.freeze(True)
    painted = _picture_of(grid.views[0])
    grid.show_run(ShownRun(doubled, baseline, events=events(doubled)))
    assert [_axes_of(chart) for chart in grid.views] == before
    assert _picture_of(grid.views[0]) != painted
    grid.freeze(False)
    assert _axes_of(grid.views[0])[1][1] > before[0][1][1]


class _Paints(QObject):
    """Counts how often what it watches is painted."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)


def test_that_holding_axes_that_are_held_paints_nothing(grid, qtbot, baseline):
    grid.show_run(ShownRun(baseline, baseline, events=events(baseline)))
    grid.freeze(True)
    QApplication.processEvents()
    paints = _Paints()
    for chart in grid.views:
        chart.canvas.viewport().installEventFilter(paints)
    grid.freeze(True)
    QApplication.processEvents()
    assert paints.count == 0
    grid.show_run(ShownRun(baseline, baseline, events=events(baseline)))
    QApplication.processEvents()
    assert paints.count == 4


def test_that_the_same_numbers_are_painted_once(grid, made, baseline, doubled):
    grid.show_run(ShownRun(made(), baseline, events=events(baseline)))
    QApplication.processEvents()
    paints = _Paints()
    for chart in grid.views:
        chart.canvas.viewport().installEventFilter(paints)
    grid.show_run(ShownRun(made(), made(), events=events(baseline)))
    QApplication.processEvents()
    assert paints.count == 0
    grid.show_run(ShownRun(doubled, baseline, events=events(doubled)))
    QApplication.processEvents()
    assert paints.count >= len(grid.views)


def test_that_the_same_numbers_are_told_again_after_a_drag(grid, made, baseline, doubled):
    grid.show_run(ShownRun(baseline, baseline, events=events(baseline)))
    before = _told(grid)
    grid.freeze(True)
    for _ in range(len(grid.views) + 1):
        grid.show_run(ShownRun(doubled, baseline, events=events(doubled)))
    grid.freeze(False)
    grid.show_run(ShownRun(made(), baseline, events=events(baseline)))
    assert _told(grid) == before


def test_that_the_charts_of_a_column_line_up(grid, baseline, doubled):
    grid.show_run(ShownRun(doubled, baseline, events=events(doubled)))
    areas = [chart.canvas.plot.area for chart in grid.views]
    for column in (0, 1):
        upper, lower = areas[column], areas[column + 2]
        assert (upper.left(), upper.right()) == (lower.left(), lower.right())


def test_that_a_resized_grid_lines_up_again(grid, baseline, doubled, qtbot):
    grid.show_run(ShownRun(doubled, baseline, events=events(doubled)))
    wide = grid.views[0].canvas.plot.area.right()
    grid.resize(700, 420)
    qtbot.waitUntil(lambda: grid.views[0].canvas.width() < 400)
    areas = [chart.canvas.plot.area for chart in grid.views]
    assert areas[0].right() < wide
    assert (areas[0].left(), areas[0].right()) == (areas[2].left(), areas[2].right())
    assert areas[0].right() > 0.9 * grid.views[0].canvas.width()


def test_that_the_item_of_a_chart_covers_its_view_at_every_size(grid, qtbot):
    for size in ((1000, 700), (700, 420)):
        grid.resize(*size)
        qtbot.waitUntil(lambda: grid.views[3].geometry().right() == grid.width() - 1)
        for chart in grid.views:
            assert chart.canvas.plot.geometry().toRect() == chart.canvas.rect()


def test_that_another_chart_or_view_is_told_once(grid, baseline, qtbot):
    grid.show_run(ShownRun(baseline, baseline, events=events(baseline)))
    with qtbot.waitSignal(grid.settings_changed):
        grid.views[2].setting_chosen.emit(ChartSetting("rent", EVERY))
    assert grid.settings[2] == ChartSetting("rent", EVERY)
    with qtbot.waitSignal(grid.settings_changed):
        grid.set_view("index")
    assert {setting.view for setting in grid.settings} == {"index"}
    with qtbot.assertNotEmitted(grid.settings_changed):
        grid.set_view("index")


def test_that_a_click_on_a_title_opens_the_list_that_chooses_a_chart(grid, baseline, qtbot):
    grid.show_run(ShownRun(baseline, baseline, events=events(baseline)))
    grid.views[0].header.title.click()
    chooser = grid.views[0].header.findChild(ChartChooser)
    QTest.keyClicks(chooser.field, "electricity")
    with qtbot.waitSignal(grid.settings_changed):
        QTest.keyClick(chooser.field, Qt.Key.Key_Return)
    assert grid.settings[0].chart == "electricity"
    assert grid.views[0].picture.title == "Electricity, all of China"


def test_that_a_chart_is_enlarged_by_a_double_click_and_left_with_escape(grid, baseline, qtbot):
    grid.show_run(ShownRun(baseline, baseline, events=events(baseline)))
    canvas = grid.views[3].canvas
    QTest.mouseDClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 150))
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 150))
    assert grid.enlarged == 3
    assert [chart.isVisible() for chart in grid.views] == [False, False, False, True]
    qtbot.waitUntil(lambda: grid.views[3].width() > 1100)
    QTest.keyClick(grid.views[3], Qt.Key.Key_Escape)
    assert grid.enlarged is None
    assert all(chart.isVisible() for chart in grid.views)


def test_that_a_chart_without_a_run_shows_its_title_and_an_empty_plot(grid, baseline):
    for chart, title in zip(grid.views, ("AI enterprises", "Compute supply"), strict=False):
        assert chart.header.title.text().startswith(title)
        image = _picture_of(chart)
        shown = {
            image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(image.height())
        }
        assert shown == {QColor(LIGHT.panel).rgb()}
    grid.show_run(ShownRun(baseline, baseline))
    assert _picture_of(grid.views[0]) != image


def _told(grid):
    """Return the month that each chart tells."""
    return [chart.readout.told.month for chart in grid.views]


def test_that_all_charts_tell_the_month_under_the_mouse_below_their_plots(grid, baseline, doubled):
    grid.show_run(ShownRun(doubled, baseline, events=events(doubled)))
    canvas = grid.views[0].canvas
    clean = _picture_of(grid.views[0])
    _point_at_month(grid, 0, 60, doubled)
    assert [chart.canvas.month for chart in grid.views] == [60] * 4
    assert _told(grid) == ["Jan 2030"] * 4
    assert _picture_of(grid.views[0]) != clean
    for chart in grid.views:
        assert chart.readout.geometry().top() > chart.canvas.geometry().bottom()
    assert grid.views[0].readout.told.rows[0].color == 0
    QCoreApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))
    assert _picture_of(grid.views[0]) == clean


def test_that_charts_tell_the_shown_year_where_nobody_points(grid, baseline, doubled):
    grid.show_run(ShownRun(doubled, baseline, events=events(doubled)))
    plain = _picture_of(grid.views[0])
    grid.show_year(2030)
    assert _told(grid) == ["Dec 2030"] * 4
    assert _picture_of(grid.views[0]) != plain, "a line stands at the shown year"
    grid.show_year(2050)
    assert _told(grid) == ["Dec 2035"] * 4, "the last month there is"


@pytest.mark.parametrize("part", ["box", "values", "years", "lane", "legend", "names", "strip"])
def test_that_every_part_of_a_chart_can_be_clicked(grid, baseline, doubled, part):
    grid.show_run(ShownRun(doubled, baseline, events=events(doubled)))
    canvas = grid.views[0].canvas
    place = getattr(canvas.plot, part).geometry().center().toPoint()
    assert canvas.viewport().rect().contains(place)
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.MiddleButton, pos=place)


def _click_at_month(grid, number, month, run):
    canvas = grid.views[number].canvas
    place = QPoint(round(canvas.plot.pixel_of(run.times[month], 0.0).x()), 150)
    QTest.mouseMove(canvas.viewport(), place)
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_that_a_click_pins_a_month_until_the_next_click(grid, made, baseline, doubled):
    grid.show_run(ShownRun(doubled, baseline, events=events(doubled)))
    grid.show_year(2027)
    _click_at_month(grid, 1, 60, doubled)
    assert grid.pinned == 60
    _point_at_month(grid, 0, 90, doubled)
    assert _told(grid) == ["Jan 2030"] * 4
    for redraw, act in some(_redraws(grid, made)):
        act()
        assert _told(grid) == ["Jan 2030"] * 4, redraw
    QCoreApplication.sendEvent(grid.views[1].canvas, QEvent(QEvent.Type.Leave))
    assert grid.views[1].readout.line.texts[0].text == "Jan 2030, pinned ×"
    _click_at_month(grid, 1, 90, doubled)
    assert grid.pinned is None
    assert _told(grid) == ["Jul 2032"] * 4


def test_that_a_click_on_the_strip_lets_a_pinned_month_go_and_its_tip_says_so(
    grid, doubled, baseline
):
    grid.show_run(ShownRun(doubled, baseline))
    strip = grid.views[1].readout
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton)
    assert grid.pinned is None, "nothing is pinned by it"
    grid.pin(60)
    assert "press Esc" in strip.toolTip()
    assert strip.cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton)
    assert grid.pinned is None
    assert "press Esc" not in strip.toolTip()


def test_that_keys_pin_a_month_move_the_pin_and_let_it_go(grid, baseline):
    grid.show_run(ShownRun(baseline, baseline, events=events(baseline)))
    grid.show_year(2030)
    chart = grid.views[2]
    QTest.keyClick(chart, Qt.Key.Key_Space)
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert (grid.pinned, _told(grid)) == (70, ["Nov 2030"] * 4)
    QTest.keyClick(chart, Qt.Key.Key_Escape)
    assert (grid.pinned, _told(grid)) == (None, ["Dec 2030"] * 4)


def test_that_what_is_told_of_a_curve_stays_the_same_while_a_hand_moves(
    grid, made, baseline, qtbot
):
    grid.show_run(ShownRun(baseline, baseline, events=events(baseline)))
    strip = grid.views[0].readout
    before = strip.told.rows[0].value
    said = grid.views[0].accessibleDescription()
    count = len(strip.line.texts)
    grid.freeze(True)
    run = made(with_lever(Scenario(), "network_build_time", 9), 0.3)
    grid.show_run(ShownRun(run, run, events=events(run)))
    qtbot.waitUntil(lambda: all(chart.readout.told.rows[0].value != before for chart in grid.views))
    assert len(strip.line.texts) == count
    assert grid.views[0].accessibleDescription() == said, "a screen reader is told at rest"
    grid.freeze(False)
    assert strip.told.rows[0].value in grid.views[0].accessibleDescription()
    assert strip.told.rows[0].value in strip.accessibleDescription()


def _point_at_month(grid, number, month, run):
    canvas = grid.views[number].canvas
    x = canvas.plot.pixel_of(run.times[month], 0.0).x()
    QTest.mouseMove(canvas.viewport(), QPoint(round(x), 150))


def _redraws(grid, made):
    """Return every way to redraw, to be gone one after the other."""
    run, other = made(with_lever(Scenario(), "network_build_time", 9), 0.3), made()
    return (
        ("another run", partial(grid.show_run, ShownRun(run, other, events=events(run)))),
        ("a drag", partial(grid.freeze, True)),
        ("during a drag", partial(grid.show_run, ShownRun(other, other, events=events(other)))),
        ("after it", partial(grid.freeze, False)),
        ("another size", partial(grid.resize, 1100, 760)),
        ("another theme", partial(grid.set_theme, DARK)),
        ("another view", partial(grid.set_view, "difference")),
    )


def test_that_the_month_under_the_pointer_outlives_a_redraw(grid, made, baseline, doubled):
    grid.show_run(ShownRun(doubled, baseline, events=events(doubled)))
    _point_at_month(grid, 1, 60, doubled)
    for redraw, act in some(_redraws(grid, made)):
        act()
        assert [chart.canvas.month for chart in some(grid.views)] == [60] * 4, redraw


def test_that_a_month_goes_with_the_pointer_and_no_redraw_brings_it_back(
    grid, made, baseline, doubled
):
    grid.show_run(ShownRun(doubled, baseline, events=events(doubled)))
    _point_at_month(grid, 1, 60, doubled)
    QCoreApplication.sendEvent(grid.views[1].canvas, QEvent(QEvent.Type.Leave))
    for redraw, act in some(_redraws(grid, made)):
        act()
        assert [chart.canvas.month for chart in some(grid.views)] == [None] * 4, redraw


def _choose(grid, number, chart):
    """Show a chart in one of the four places."""
    settings = list(grid.settings)
    settings[number] = default_setting(chart)
    grid.set_settings(settings)


def _published_on(canvas):
    """Return a published figure that is shown on a chart, and its pixel."""
    plot = canvas.plot
    places = {point: plot.pixel_of(point.time, point.value) for point in plot.points.points}
    return next((p, at.toPoint()) for p, at in places.items() if plot.area.contains(at))


def test_that_a_published_figure_stays_told_after_a_redraw_and_no_longer_than_pointed_at(
    grid, baseline, doubled
):
    _choose(grid, 1, "installed_compute")
    grid.show_run(ShownRun(baseline, baseline, events=events(baseline)))
    canvas = grid.views[1].canvas
    point, place = _published_on(canvas)
    _point_at_month(grid, 1, 60, doubled)
    QTest.mouseMove(canvas.viewport(), place)
    grid.show_run(ShownRun(doubled, baseline, events=events(doubled)))
    assert canvas.point == point
    grid.set_view("difference")
    assert canvas.point is None


def test_that_an_enlarged_chart_and_its_neighbors_come_back_without_a_month(
    grid, baseline, doubled
):
    grid.show_run(ShownRun(doubled, baseline, events=events(doubled)))
    _point_at_month(grid, 1, 60, doubled)
    grid.enlarge(2)
    assert [chart.canvas.month for chart in grid.views] == [None] * 4
    grid.enlarge(None)
    assert [chart.canvas.month for chart in grid.views] == [None] * 4


def test_that_a_month_chosen_by_keys_goes_when_the_focus_goes(grid, baseline, doubled):
    grid.show_run(ShownRun(doubled, baseline, events=events(doubled)))
    grid.views[2].setFocus()
    QTest.keyClick(grid.views[2], Qt.Key.Key_Left)
    assert [chart.canvas.month for chart in grid.views] == [130] * 4
    gone = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason)
    QCoreApplication.sendEvent(grid.views[2], gone)
    assert [chart.canvas.month for chart in grid.views] == [None] * 4


def test_that_a_month_beyond_a_shorter_horizon_is_not_read(grid, baseline, doubled):
    grid.show_run(ShownRun(doubled, baseline, events=events(doubled)))
    _point_at_month(grid, 0, 130, doubled)
    few = {key: Series(each.center[:60], None) for key, each in doubled.series.items()}
    short = dataclasses.replace(doubled, times=doubled.times[:60], series=few)
    grid.show_run(ShownRun(short, short, events=events(short)))
    assert [chart.canvas.month for chart in grid.views] == [None] * 4


def test_that_arrow_keys_move_the_crosshair(grid, baseline):
    grid.show_run(ShownRun(baseline, baseline, events=events(baseline)))
    QTest.keyClick(grid.views[0], Qt.Key.Key_Left)
    assert grid.views[0].canvas.month == 130
    QTest.keyClick(grid.views[0], Qt.Key.Key_Left)
    assert grid.views[0].canvas.month == 129


def test_that_a_published_figure_tells_its_source_under_the_mouse(grid, baseline):
    _choose(grid, 1, "installed_compute")
    grid.show_run(ShownRun(baseline, baseline, events=events(baseline)))
    canvas = grid.views[1].canvas
    point, place = _published_on(canvas)
    QTest.mouseMove(canvas.viewport(), place)
    assert canvas.point == point
    assert QToolTip.isVisible()
    assert escape(point.source) in QToolTip.text()
    QCoreApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))
    assert canvas.point is None


def test_that_a_chart_says_its_numbers_to_a_screen_reader(grid, baseline, doubled):
    grid.show_run(ShownRun(doubled, baseline, events=events(doubled)))
    chart = grid.views[0]
    assert chart.accessibleName() == "AI enterprises, all seven places"
    assert "Dec 2035: Alibaba doubled 3,000 (2,100–3,900)" in chart.accessibleDescription()
    assert chart.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_that_a_scenario_that_hardly_moves_gets_a_link_to_its_difference(grid, made, baseline):
    small = made(with_lever(Scenario(), "voucher_budget.shanghai", 601), 1e-5)
    grid.show_run(ShownRun(small, baseline, events=events(small)))
    header = grid.views[0].header
    assert not header.link.isVisible(), "the strip shows it"
    grid.show_strips(False)
    assert header.link.isVisible()
    header.link.click()
    assert grid.view == "difference"


def test_that_names_of_scenarios_are_plain_text(grid, made, baseline):
    scenario = with_lever(Scenario(title="5 < 7 & <b>a</b>"), "alibaba_plan", 1)
    grid.show_run(ShownRun(made(scenario, 1.0), baseline, events=events(made(scenario, 1.0))))
    assert "5 < 7 & <b>a</b>" in grid.views[0].accessibleDescription()


def test_that_another_theme_repaints_everything(grid, baseline):
    grid.show_run(ShownRun(baseline, baseline, events=events(baseline)))
    grid.set_theme(DARK)
    corner = _picture_of(grid.views[0]).pixelColor(1, 1)
    assert corner == QColor(DARK.panel)
    value = float(baseline.series[Request("enterprises")].center[100])
    assert _line_passes(grid.views[0], baseline.times[100], value, DARK.data[0])


@pytest.mark.parametrize("size", [(700, 420), (460, 320), (1900, 1000)])
def test_that_charts_fit_every_size(grid, baseline, doubled, size, qtbot):
    grid.resize(*size)
    grid.set_settings([ChartSetting("enterprises", EVERY)] * 4)
    grid.show_run(ShownRun(doubled, baseline, events=events(doubled)))
    for chart in some(grid.views):
        area = chart.canvas.plot.area
        assert 0 < area.left() < area.right() <= chart.canvas.width()
        assert 0 < area.top() < area.bottom() <= chart.canvas.height()


def test_that_the_menu_of_a_chart_is_about_that_chart(grid, baseline, qtbot):
    grid.show_run(ShownRun(baseline, baseline, events=events(baseline)))
    chart = grid.views[1]
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), QPoint(70, 80))
    with qtbot.waitSignal(grid.menu_wanted) as wanted:
        QApplication.sendEvent(chart, event)
    assert wanted.args == [QPoint(70, 80)]
    assert chart.hasFocus()


def test_that_charts_stand_two_by_two_three_in_a_row_or_alone(grid, baseline, doubled, qtbot):
    grid.show_run(ShownRun(doubled, baseline))
    seen = {}
    for arrangement in ("1 x 3", "1 x 1", "2 x 2"):
        with qtbot.waitSignal(grid.settings_changed):
            grid.arrange(arrangement, at_hand=1)
        assert grid.arrangement == arrangement
        shown = [chart for chart in grid.views if chart.isVisible()]
        qtbot.waitUntil(lambda shown=shown: shown[-1].geometry().right() == grid.width() - 1)
        seen[arrangement] = [(chart.x(), chart.y()) for chart in shown]
        assert len(grid.visible_settings) == len(shown)
    assert [len(places) for places in seen.values()] == [3, 1, 4]
    assert len({y for _, y in seen["1 x 3"]}) == 1
    assert len({y for _, y in seen["2 x 2"]}) == 2


def test_that_an_enlarged_chart_goes_back_into_the_row_that_it_came_from(grid, baseline):
    grid.show_run(ShownRun(baseline, baseline))
    grid.arrange("1 x 3")
    grid.enlarge(1)
    QTest.keyClick(grid.views[1], Qt.Key.Key_Escape)
    assert grid.arrangement == "1 x 3"
    assert [chart.isVisible() for chart in grid.views] == [True, True, True, False]


def test_that_a_pinned_month_is_told_by_a_chart_chosen_later(grid, baseline, doubled):
    grid.show_run(ShownRun(doubled, baseline))
    grid.pin(40)
    grid.choose(0, default_setting("jobs"))
    assert [view.canvas.month for view in grid.views] == [40] * 4


def test_that_keys_of_commands_hide_no_curve(grid, baseline, doubled):
    grid.show_run(ShownRun(doubled, baseline))
    before = grid.settings
    QTest.keyClick(grid.views[0], Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert grid.settings == before
    QTest.keyClick(grid.views[0], Qt.Key.Key_1)
    assert grid.settings != before
