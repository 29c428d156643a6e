"""The strip under a chart: by how much a scenario differs from the baseline, on its own scale."""

from itertools import combinations, pairwise

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from planner.ensemble.projection import Request
from planner.model.scenario import Scenario, with_lever
from tests.some import some
from ui.charts.contents.effect import effect_curves, effect_name, effect_requests
from ui.charts.contents.readout import readout
from ui.charts.contents.series import chart_picture
from ui.charts.contents.specs import AT_FIRST, EVERY, ChartSetting, default_setting
from ui.charts.contents.wording import ENGLISH
from ui.charts.grid import ChartGrid
from ui.charts.layout.look import Look
from ui.charts.layout.naming import all_named, name_of
from ui.charts.plot.chart_plot import ChartPlot
from ui.charts.plot.strip import HEIGHT, LOW_HEIGHT, TICKS, EffectAxis, EffectStrip
from ui.charts.printed import PrintedChart
from ui.engine.shown_run import ShownRun
from ui.style.theme import LIGHT
from ui.wording.numbers import ENGLISH_NUMERALS

ENTERPRISES = default_setting("enterprises")
SHANGHAI = "voucher_budget.shanghai"


@pytest.fixture
def small(made):
    """A scenario that moves its chart by a thousandth: less than a pixel."""
    return made(with_lever(Scenario(title="Small"), SHANGHAI, 601), 1e-3)


@pytest.fixture
def grid(qtbot, qapp) -> ChartGrid:
    shown = ChartGrid(LIGHT)
    qtbot.addWidget(shown)
    shown.resize(1200, 800)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def _strip(grid, number=0) -> EffectStrip:
    return grid.views[number].canvas.plot.strip


def test_that_it_shows_each_scenario_less_the_baseline_with_the_own_one_last(
    baseline, doubled, small
):
    curves = effect_curves(ENTERPRISES, ShownRun(doubled, baseline, ((small, 2),), own=1))
    assert [curve.name for curve in curves] == ["Small", "Alibaba doubled"]
    assert [curve.light for curve in curves] == [True, False]
    own = doubled.series[Request("enterprises", "", "difference")]
    np.testing.assert_array_equal(curves[-1].line, own.line)
    assert curves[-1].bands is not None


def test_that_the_baseline_alone_has_no_effect(baseline):
    assert effect_curves(ENTERPRISES, ShownRun(baseline, baseline)) == ()


def test_that_it_is_about_one_part_of_a_chart_and_says_which():
    names = {
        setting: effect_name(setting, ENGLISH)
        for setting in (
            ENTERPRISES,
            default_setting("compute_supply"),
            ChartSetting("utilization", EVERY),
            ChartSetting("rent", EVERY),
        )
    }
    assert list(names.values()) == [
        "difference",
        "Used, difference",
        "Total, difference",
        "Clouds, difference",
    ]
    for setting in names:
        assert len(effect_requests(setting)) == 1
    assert effect_requests(default_setting("limit")) == ()
    assert effect_requests(default_setting("rent", "difference")) == ()


def test_that_what_is_less_than_a_pixel_of_the_level_fills_its_strip(grid, baseline, small):
    grid.show_run(ShownRun(small, baseline))
    plot, strip = grid.views[0].canvas.plot, _strip(grid)
    (curve,) = strip.curves
    moved = curve.line[-1]
    assert moved / plot.value_per_pixel < 1.5
    low, high = strip.box.values
    assert moved / (high - low) > 0.3
    assert strip.box.years == plot.box.years
    assert strip.box.pos().x() == plot.area.left()
    assert strip.geometry().top() > plot.area.bottom()


def test_that_its_scale_follows_a_lever_while_the_axes_of_the_levels_are_frozen(
    grid, baseline, doubled, small
):
    grid.show_run(ShownRun(baseline, baseline))
    grid.freeze(True)
    levels = grid.views[0].canvas.plot.box.values
    grid.show_run(ShownRun(small, baseline))
    place = _strip(grid).geometry()
    for run in (small, doubled, small):
        grid.show_run(ShownRun(run, baseline))
        (curve,) = _strip(grid).curves
        low, high = _strip(grid).box.values
        assert low <= 0
        assert 0.2 < curve.line[-1] / (high - low) < 1
    assert grid.views[0].canvas.plot.box.values == levels
    assert _strip(grid).geometry() == place


def test_that_its_numbers_have_signs_and_none_stands_on_that_of_the_plot(grid, baseline, small):
    grid.show_run(ShownRun(small, baseline))
    texts = list(_strip(grid).values.marked().values())
    assert "0" in texts
    assert any(text.startswith("+") for text in texts)


def test_that_it_is_folded_away_while_the_baseline_alone_is_shown(grid, baseline, small):
    grid.show_run(ShownRun(baseline, baseline))
    plot = grid.views[0].canvas.plot
    bottom = plot.area.bottom()
    assert not _strip(grid).isVisible()
    grid.freeze(True)
    grid.show_run(ShownRun(small, baseline))
    assert _strip(grid).isVisible(), "as soon as a hand moves a lever"
    assert plot.area.bottom() < bottom - 40
    grid.show_run(ShownRun(baseline, baseline))
    assert _strip(grid).isVisible(), "until the hand rests"
    assert dict(_strip(grid).values.marked()) == {0.0: "0"}
    grid.freeze(False)
    assert not _strip(grid).isVisible()


def test_that_a_double_click_makes_it_the_difference_view(grid, baseline, doubled):
    grid.show_run(ShownRun(doubled, baseline))
    canvas, place = grid.views[0].canvas, _strip(grid).geometry().center().toPoint()
    QTest.mouseDClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert grid.view == "difference"
    assert grid.enlarged is None
    assert not _strip(grid).isVisible()


def test_that_it_can_be_left_out_and_then_gives_its_room_back(grid, baseline, doubled, qtbot):
    grid.show_run(ShownRun(doubled, baseline))
    bottom = grid.views[0].canvas.plot.area.bottom()
    with qtbot.waitSignal(grid.settings_changed):
        grid.show_strips(False)
    assert not any(_strip(grid, number).isVisible() for number in range(4))
    assert grid.views[0].canvas.plot.area.bottom() > bottom + 40


def test_that_a_low_chart_has_none(qapp, baseline, doubled):
    plot = ChartPlot(Look())
    plot.show_picture(chart_picture(ENTERPRISES, ShownRun(doubled, baseline)))
    for height, is_shown in ((130.0, False), (160.0, True), (300.0, True)):
        plot.resize_to((400.0, height))
        assert plot.strip.isVisible() == is_shown


def test_that_strips_take_turns_while_a_hand_moves_and_catch_up_when_it_rests(
    grid, baseline, doubled, small, qtbot
):
    def following(run):
        curves = [view.canvas.plot.strip.curves for view in grid.views]
        wanted = [effect_curves(setting, ShownRun(run, baseline)) for setting in grid.settings]
        return [
            bool(own) and np.array_equal(own[-1].line, there[-1].line)
            for own, there in zip(curves, wanted, strict=True)
            if there
        ]

    grid.show_run(ShownRun(small, baseline))
    grid.freeze(True)
    grid.show_run(ShownRun(doubled, baseline))
    assert sum(following(doubled)) * 2 == len(following(doubled)) > 0
    grid.show_run(ShownRun(small, baseline))
    grid.show_run(ShownRun(small, baseline))
    assert all(following(small))
    grid.show_run(ShownRun(doubled, baseline))
    qtbot.waitUntil(lambda: all(following(doubled)))


def test_that_a_second_number_tells_its_scale_also_around_zero(qapp):
    axis = EffectAxis(Look(LIGHT))
    axis.most = TICKS
    axis.resize(40, HEIGHT)
    for low, high in ((-500.0, 500.0), (0.0, 200.0), (-0.05, 0.0), (-30.0, 10.0)):
        axis.setRange(low, high)
        tops = [axis.top_of_number(v, (1 - axis.part(v)) * HEIGHT) for v in axis.marked()]
        assert 0.0 in axis.marked()
        assert len(tops) > 1
        assert min(abs(a - b) for a, b in combinations(tops, 2)) >= 0.85 * axis.look.line


@pytest.mark.parametrize("height", [HEIGHT, LOW_HEIGHT])
@pytest.mark.parametrize("ends", [(0.0, 400.0), (-60.0, 20.0), (-0.4, 0.4), (-500.0, 0.0)])
def test_that_its_numbers_are_equally_far_apart(qapp, ends, height):
    axis = EffectAxis(Look(LIGHT))
    axis.most = TICKS
    axis.resize(40, height)
    axis.setRange(*ends)
    values = sorted(axis.marked())
    apart = [after - before for before, after in pairwise(values)]
    assert apart
    assert apart == pytest.approx([apart[0]] * len(apart))


def _as_exported(run, scale=1.9):
    """Return the four charts of a first start as a sheet has them, low as there."""
    return [
        PrintedChart(chart_picture(default_setting(key), run), Look(scale=scale), (1200.0, 420.0))
        for key in AT_FIRST
    ]


def test_that_its_name_and_the_number_of_the_plot_stand_clear_of_it_on_screen_and_in_exports(
    grid, baseline, doubled
):
    run = ShownRun(doubled, baseline)
    grid.show_run(run)
    charts = _as_exported(run)
    for plot in some([*(view.canvas.plot for view in grid.views), *(c.plot for c in charts)]):
        strip, line = plot.strip, plot.look.line
        assert strip.shown_name.endswith("difference")
        assert strip.name_area.bottom() <= 0, "above all data of the strip"
        assert strip.y() + strip.name_area.top() >= plot.area.bottom(), "below that of the plot"
        top = strip.y() + min(
            strip.values.top_of_number(v, (1 - strip.values.part(v)) * strip.size().height())
            for v in some(strip.values.marked())
        )
        assert top >= plot.area.bottom() + line / 2, "two numbers never meet"
    for chart in charts:
        chart.close()


def test_that_legend_strip_and_readout_have_one_name_for_a_part(baseline, doubled):
    picture = chart_picture(default_setting("rent"), ShownRun(doubled, baseline))
    told = readout(picture, 131, ENGLISH, ENGLISH_NUMERALS).rows[0].name
    assert picture.effect_name == f"{told}, difference"
    assert told in {name_of(curve) for curve in all_named(picture)}
