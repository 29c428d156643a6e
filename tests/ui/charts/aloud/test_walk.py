"""Keys walk a chart month by month and curve by curve, and each step can be read aloud."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QFocusEvent
from PySide6.QtTest import QTest

from planner.model.scenario import Scenario, with_lever
from planner.studies.events import events
from tests.some import some
from ui.accessibility.factory import install
from ui.charts.aloud.told_canvas import told_canvas
from ui.charts.aloud.walk import A_YEAR, ALL, walked
from ui.charts.grid import ChartGrid
from ui.charts.layout.look import Look
from ui.engine.shown_run import ShownRun
from ui.style.theme import LIGHT

KEY, TEXT = Qt.Key, QAccessible.Text
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def grid(qtbot, qapp) -> ChartGrid:
    install()
    made = ChartGrid(LIGHT)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def chart(grid, baseline, doubled):
    grid.show_run(ShownRun(doubled, baseline, events=events(doubled)))
    return grid.views[0]


def test_that_a_step_stops_at_the_first_and_the_last_month():
    assert [walked(5, step, 132) for step in (1, -A_YEAR, A_YEAR, ALL, -ALL)] == [6, 0, 17, 131, 0]


def test_that_keys_go_by_months_and_years_and_to_the_ends(grid, chart):
    walk = (
        (KEY.Key_Left, False, "Nov 2035"),
        (KEY.Key_Left, True, "Nov 2034"),
        (KEY.Key_Right, False, "Dec 2034"),
        (KEY.Key_Home, False, "Jan 2025"),
        (KEY.Key_Right, True, "Jan 2026"),
        (KEY.Key_End, False, "Dec 2035"),
    )
    for key, with_control, month in walk:
        QTest.keyClick(chart, key, CONTROL if with_control else Qt.KeyboardModifier.NoModifier)
        assert [each.readout.told.month for each in grid.views] == [month] * 4
        assert chart.step_text.startswith(f"{month}, Alibaba doubled: ")


def test_that_a_step_is_told_with_value_range_and_difference_as_on_screen(chart):
    QTest.keyClick(chart, KEY.Key_End)
    row = chart.readout.told.rows[0]
    assert (row.value, row.span) == ("3,000", "2,100–3,900")
    said = f"Dec 2035, Alibaba doubled: 3,000, 80%: 2,100–3,900, difference {row.change}"
    assert chart.step_text == said
    heard = QAccessible.queryAccessibleInterface(chart)
    assert heard.role() == QAccessible.Role.Chart
    assert heard.text(TEXT.Name) == "AI enterprises, all seven places"
    assert heard.text(TEXT.Value) == said


def test_that_keys_go_to_other_curves_which_the_line_below_tells_first(chart):
    names = [row.name for row in chart.readout.told.rows]
    assert len(names) >= 2
    for name in some(names[1:]):
        QTest.keyClick(chart, KEY.Key_PageDown)
        assert chart.readout.told.rows[0].name == name
        assert name in chart.step_text
    QTest.keyClick(chart, KEY.Key_PageDown)
    assert chart.readout.told.rows[0].name == names[-1]
    gone = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason)
    QCoreApplication.sendEvent(chart, gone)
    assert [row.name for row in chart.readout.told.rows] == names


def test_that_a_walk_tells_parts_views_and_scenarios(grid, made, baseline, doubled):
    other = made(with_lever(Scenario(title="Slow"), "network_build_time", 5), 0.5)
    run = ShownRun(doubled, baseline, others=((other, 1),), events=events(doubled))
    for view in ("absolute", "difference", "percent", "index"):
        grid.set_view(view)
        grid.show_run(run)
        said = []
        for chart in grid.views:
            for key in (KEY.Key_PageUp, KEY.Key_PageDown):
                for _ in chart.readout.told.rows:
                    said.append(chart.step_text)
                    QTest.keyClick(chart, key)
        assert any("Slow" in each for each in some(said)), view
        assert all(each.startswith("Dec 2035, ") for each in some(said)), view


def test_that_the_drawing_tells_curves_events_and_figures_as_parts(chart):
    told = told_canvas(chart.canvas.plot, chart.readout.told, Look(LIGHT))
    assert told.name == "Drawing of “AI enterprises, all seven places”"
    said = {part.name: part.value for part in some(told.parts)}
    assert said["Alibaba doubled"] == "3,000, 80%: 2,100–3,900"
    assert {mark.label for mark in chart.picture.events} <= said.keys()
    assert {point.label for point in chart.picture.points} <= said.keys()
    heard = QAccessible.queryAccessibleInterface(chart.canvas)
    names = [heard.child(number).text(TEXT.Name) for number in range(heard.childCount())]
    assert "Alibaba doubled: 3,000, 80%: 2,100–3,900" in names


def test_that_events_and_effects_are_told_where_they_are_painted(chart):
    plot = chart.canvas.plot
    told = {part.name: part.place for part in chart.canvas.accessible().parts}
    area = plot.area.toRect()
    for mark in some(chart.picture.events):
        place = told[mark.label]
        assert not place.isEmpty()
        assert place.center().y() < area.top(), "in the lane above the plot"
    effect = told[chart.picture.effect_name]
    assert effect.center().y() > area.bottom(), "in the strip below the plot"


def test_that_a_chart_without_a_run_says_that_it_is_empty(grid):
    chart = grid.views[1]
    assert chart.step_text == ""
    assert chart.canvas.accessible().name == "Drawing, still empty"
