"""A click on a name hides its curves and shows them again, as does its number on the keyboard."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from planner.model.scenario import Scenario
from ui.charts.contents.picture import BASELINE
from ui.charts.contents.specs import EVERY, ChartSetting, default_setting, default_settings
from ui.charts.grid import ChartGrid
from ui.charts.layout.naming import name_of
from ui.engine.shown_run import ShownRun
from ui.style.theme import LIGHT

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def grid(qtbot, qapp, made, baseline, doubled) -> ChartGrid:
    """Show two scenarios beside the baseline."""
    shown = ChartGrid(LIGHT)
    qtbot.addWidget(shown)
    shown.resize(1200, 800)
    with qtbot.waitExposed(shown):
        shown.show()
    other = made(Scenario(title="Other"), -0.2)
    shown.show_run(ShownRun(doubled, baseline, ((other, 4),), own=2))
    return shown


def _plot(grid, number=0):
    return grid.views[number].canvas.plot


def _names(grid, number=0):
    return [name_of(curve) for curve in _plot(grid, number).entries]


def _drawn(grid, number=0):
    return {curve.color for curve in grid.views[number].picture.curves}


def _place_of(grid, name, number=0) -> QPoint:
    """Return where a name stands on top of a chart, or beside it."""
    plot = _plot(grid, number)
    size = plot.size().toSize()
    return next(
        QPoint(x, y)
        for y in range(0, size.height(), 3)
        for x in range(size.width() - 3, 0, -3)
        for entry in (plot.entry_at(QPointF(x, y)),)
        if entry is not None and name_of(entry) == name
    )


def _click(grid, name, number=0):
    viewport = grid.views[number].canvas.viewport()
    place = _place_of(grid, name, number)
    QTest.mouseMove(viewport, place)
    QTest.mouseClick(viewport, LEFT, pos=place)


def test_that_a_click_hides_a_scenario_with_its_band_its_values_and_its_effect(grid):
    assert _drawn(grid) == {2, 4, BASELINE}
    high = _plot(grid).box.values[1]
    _click(grid, "Alibaba doubled")
    assert _drawn(grid) == {4, BASELINE}
    assert {row.color for row in grid.views[0].readout.told.rows} == {4, BASELINE}
    assert 2 not in {curve.color for curve in grid.views[0].picture.effect}
    assert _plot(grid).box.values[1] < high, "the axis suits what is left"
    assert _drawn(grid, 1) == {2, 4, BASELINE}, "other charts stay as they are"
    assert "Alibaba doubled" in _names(grid)
    _click(grid, "Alibaba doubled")
    assert _drawn(grid) == {2, 4, BASELINE}


def test_that_a_hidden_name_stands_back(grid):
    before = grid.views[0].canvas.grab().toImage()
    _click(grid, "Baseline")
    after = grid.views[0].canvas.grab().toImage()
    row = round(_plot(grid).legend.size().height() / 2)
    area = [(x, y) for x in range(before.width()) for y in range(2 * row)]
    assert sum(before.pixel(*at) != after.pixel(*at) for at in area) > 20


def test_that_a_click_on_a_part_hides_it_for_every_scenario(grid):
    assert len(grid.views[1].picture.curves) == 9
    _click(grid, "Can be sold", 1)
    curves = grid.views[1].picture.curves
    assert {curve.request.outcome for curve in curves} == {"realized_compute", "used_compute"}
    assert len(curves) == 6
    assert "Can be sold" in _names(grid, 1)
    _click(grid, "Can be sold", 1)
    assert len(grid.views[1].picture.curves) == 9


def test_that_all_curves_can_be_hidden_and_come_back(grid):
    for name in ("Alibaba doubled", "Other", "Baseline"):
        _click(grid, name)
    assert grid.views[0].picture.is_empty
    assert _names(grid) == ["Alibaba doubled", "Other", "Baseline"]
    _click(grid, "Other")
    assert _drawn(grid) == {4}


def test_that_keys_hide_and_show_in_the_order_of_the_names(grid):
    chart = grid.views[0]
    chart.setFocus()
    number = _names(grid).index("Other") + 1
    QTest.keyClick(chart, Qt.Key(Qt.Key.Key_0 + number))
    assert _drawn(grid) == {2, BASELINE}
    QTest.keyClick(chart, Qt.Key(Qt.Key.Key_0 + number))
    QTest.keyClick(chart, Qt.Key.Key_9)
    assert _drawn(grid) == {2, 4, BASELINE}


def test_that_a_hidden_scenario_never_hides_a_place_of_its_color(grid, made, baseline, doubled):
    grid.set_settings([ChartSetting("enterprises", EVERY), *default_settings()[1:]])
    _click(grid, "Alibaba doubled")
    assert 2 not in _drawn(grid)
    grid.show_run(ShownRun(doubled, baseline, own=2))
    assert _drawn(grid) == {0, 1, 2, BASELINE}


def test_that_a_state_hides_its_areas_in_every_panel(grid):
    grid.choose(3, default_setting("limit"))
    _click(grid, "Chips", 3)
    states = {curve.request.state for curve in grid.views[3].picture.curves}
    assert "chips" not in states
    assert len(states) == 3


def test_that_reset_brings_the_charts_of_a_first_start_back(grid):
    _click(grid, "Other")
    grid.choose(1, grid.views[1].with_log(True))
    grid.choose(2, ChartSetting("rent", EVERY, limits=(2026.0, 2030.0, 0.0, 10.0)))
    grid.views[0].canvas.plot.zoom(0.5)
    grid.pin(60)
    grid.show_strips(False)
    grid.arrange("1 x 3")
    grid.reset()
    assert grid.settings == default_settings()
    assert grid.arrangement == "2 x 2"
    assert grid.pinned is None
    assert grid.has_strips
    assert not any(chart.canvas.plot.is_zoomed for chart in grid.views)
    assert _drawn(grid) == {2, 4, BASELINE}


def test_that_reset_keeps_the_view(grid):
    grid.set_view("difference")
    grid.reset()
    assert grid.settings[0] == default_setting("enterprises", "difference")
