"""The chart of an outcome that is counted: areas to 100%, a panel for each segment."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import numpy as np
import pytest

from planner.ensemble.projection import VIEWS
from planner.model.graph import model
from planner.model.scenario import Scenario, with_lever
from ui.charts.contents.offer import offer_for
from ui.charts.contents.picture import BASELINE, DASHES
from ui.charts.contents.readout import readout
from ui.charts.contents.series import chart_picture
from ui.charts.contents.specs import EVERY, ChartSetting, default_setting
from ui.charts.contents.states import FULL_PANEL, PITCH
from ui.charts.contents.wording import ENGLISH
from ui.charts.layout.look import Look
from ui.charts.layout.naming import named_curves
from ui.charts.layout.panels import texts_of_panels
from ui.charts.layout.scale import scale_of
from ui.charts.printed import PrintedChart
from ui.engine.shown_run import ShownRun
from ui.print.export import chart_csv, chart_image, chart_svg
from ui.print.sheet import SCALE, sheet_of
from ui.print.size import PictureSize
from ui.wording.numbers import ENGLISH_NUMERALS

LIMIT = default_setting("limit")
CLOUDS = ChartSetting("limit", "cloud")
SMALL = PictureSize(800, 500, 1.0)


def own(picture):
    return [curve for curve in picture.curves if curve.color != BASELINE]


def _upper_edge(curve):
    assert curve.area is not None
    return curve.area[1]


def test_that_areas_of_a_panel_meet_and_fill_it(baseline):
    picture = chart_picture(LIMIT, ShownRun(baseline, baseline))
    assert picture.panels == ("Clouds", "Centers")
    for number, foot in enumerate((PITCH, 0.0)):
        areas = [curve.area for curve in own(picture)[4 * number : 4 * number + 4]]
        np.testing.assert_allclose(areas[0][0], foot)
        np.testing.assert_allclose(areas[-1][1], foot + FULL_PANEL)
        for below, above in pairwise(areas):
            np.testing.assert_array_equal(below[1], above[0])


@pytest.mark.parametrize("view", VIEWS)
def test_that_the_chart_is_the_same_in_every_view(baseline, doubled, view):
    shown = ShownRun(doubled, baseline)
    picture = chart_picture(ChartSetting("limit", EVERY, view), shown)
    first = chart_picture(LIMIT, shown)
    assert (picture.unit, picture.unit_beside) == ("% of futures", "%")
    assert picture.setting.view == view
    for one, other in zip(picture.curves, first.curves, strict=True):
        np.testing.assert_array_equal(one.line, other.line)


def test_that_a_readout_tells_each_share_and_by_how_much_it_moved(baseline, doubled):
    picture = chart_picture(CLOUDS, ShownRun(doubled, baseline))
    told = readout(picture, 66, ENGLISH, ENGLISH_NUMERALS)
    assert [(row.name, row.value, row.change, row.span) for row in told.rows] == [
        ("Chips", "0%", "\N{MINUS SIGN}50 points", ""),
        ("Demand", "100%", "+50 points", ""),
    ], "states that no future is in say nothing"
    both = readout(chart_picture(LIMIT, ShownRun(doubled, baseline)), 66, ENGLISH, ENGLISH_NUMERALS)
    assert both.rows[0].name == "Clouds: Chips"
    assert both.rows[-1].name == "Centers: Demand"


def test_that_the_baseline_is_thin_lines_where_its_areas_part(baseline, doubled):
    assert len(chart_picture(LIMIT, ShownRun(baseline, baseline)).curves) == 8
    below = [
        c for c in chart_picture(CLOUDS, ShownRun(doubled, baseline)).curves if c.color == BASELINE
    ]
    assert len(below) == 4
    edges = _upper_edge(below[0])
    np.testing.assert_allclose(edges[1:], 100 * baseline.series[below[0].request].line[1:])
    assert np.isnan(_upper_edge(below[-1])).all(), "the top of a panel is no boundary"


def test_that_the_lines_of_the_baseline_are_named_and_told_apart(baseline, doubled):
    setting = default_setting("limit")
    states = model().outcomes["limit"].states
    first, second = (state.key for state in states[:2])
    moved = {
        request: replace(series, share=np.full(len(baseline.times), share))
        for request, series in baseline.series.items()
        if request.outcome == "limit"
        for share in ({first: 0.2, second: 0.3, states[-1].key: 0.5}.get(request.state, 0.0),)
    }
    below = replace(baseline, series={**baseline.series, **moved})
    picture = chart_picture(setting, ShownRun(doubled, below))
    named = [curve for curve in named_curves(picture) if curve.color == BASELINE]
    labels = [ENGLISH.states[state.label] for state in states[:2]]
    assert [curve.name for curve in named] == [f"{label}, baseline" for label in labels]
    assert [curve.dash for curve in named] == list(DASHES[:2])
    drawn = [curve for curve in picture.curves if curve.color == BASELINE]
    assert {curve.name for curve in drawn} == {curve.name for curve in named}


def test_that_each_state_is_named_once_and_panels_have_their_own_scale(qapp, baseline):
    picture = chart_picture(LIMIT, ShownRun(baseline, baseline))
    assert [curve.label for curve in named_curves(picture)] == [
        "Chips",
        "Money",
        "Power",
        "Demand",
    ]
    scale = scale_of(picture, 250)
    assert list(texts_of_panels(scale, 250, Look()).values()) == ["0", "50", "100"] * 2
    assert list(texts_of_panels(scale, 140, Look()).values()) == ["0", "50", "100", "50", "100"]
    assert list(texts_of_panels(scale, 70, Look()).values()) == ["0", "100", "100"]
    chart = PrintedChart(picture, Look(), (420, 300))
    assert chart.plot.sides.right > Look().metrics.horizontalAdvance("Centers")
    assert scale_of(chart_picture(CLOUDS, ShownRun(baseline, baseline)), 250).high == FULL_PANEL


def test_that_titles_name_the_segment_or_the_country(baseline):
    titles = [
        chart_picture(ChartSetting("limit", element), ShownRun(baseline, baseline)).title
        for element in (EVERY, "cloud", "")
    ]
    assert titles == [
        "What limits compute, clouds and centers",
        "What limits compute, Hyperscale clouds",
        "What limits compute, all of China",
    ]


def test_that_no_difference_is_offered_of_what_is_counted(baseline, doubled):
    assert offer_for(chart_picture(LIMIT, ShownRun(doubled, baseline)), 1e9) is None


def test_that_a_picture_is_filled_with_the_colors_of_its_states(qapp, baseline, doubled):
    shown = ShownRun(doubled, baseline)
    image = chart_image(LIMIT, shown, size=SMALL)
    colors = {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 7)
        for y in range(0, image.height(), 7)
    }
    look = Look()
    for role in (4, "neutral"):
        fill, ground = look.fill(role), Look().theme.panel
        mixed = [
            round(a * fill.alphaF() + int(ground[i : i + 2], 16) * (1 - fill.alphaF()))
            for a, i in ((fill.red(), 1), (fill.green(), 3), (fill.blue(), 5))
        ]
        near = (
            all(
                abs(int(color[i : i + 2], 16) - m) <= 2
                for i, m in zip((1, 3, 5), mixed, strict=True)
            )
            for color in colors
        )
        assert any(near), (role, mixed)
    assert b"% of futures" in chart_svg(LIMIT, shown, size=SMALL)


def test_that_the_csv_of_the_chart_has_a_share_by_state_and_no_quantile(baseline):
    first, *lines = chart_csv(CLOUDS, ShownRun(baseline, baseline)).splitlines()
    head = first.split(",")
    rows = [dict(zip(head, line.split(","), strict=True)) for line in lines]
    assert len(rows) == 4 * 132
    assert {row["state"] for row in rows} == {"chips", "money", "power", "demand"}
    assert {row["unit"] for row in rows} == {"share of futures"}
    assert not any(row["p50"] for row in rows)
    assert [float(row["share"]) for row in rows[:1]] == [1.0]


def test_that_a_readout_of_the_baseline_alone_has_shares_and_no_change(baseline):
    told = readout(
        chart_picture(LIMIT, ShownRun(baseline, baseline)), 33, ENGLISH, ENGLISH_NUMERALS
    )
    assert [row.name for row in told.rows] == [
        "Clouds: Chips",
        "Clouds: Demand",
        "Centers: Chips",
        "Centers: Demand",
    ]
    assert all(row.value.endswith("%") and not row.change for row in told.rows)


def test_that_beside_other_scenarios_the_unit_says_whose_futures_are_counted(
    qapp, made, baseline, doubled
):
    other = made(with_lever(Scenario(title="Other"), "alibaba_plan", 100))
    shown = ShownRun(doubled, baseline, ((other, 1),), own=2)
    picture = chart_picture(LIMIT, shown)
    assert picture.unit == "% of futures, Alibaba doubled"
    assert len(own(picture)) == 8
    assert "Other" in chart_csv(LIMIT, shown) or "other" in chart_csv(LIMIT, shown)


def test_that_a_sheet_reads_areas_and_not_lines(qapp, baseline, doubled):
    shown = ShownRun(doubled, baseline)
    sheet = sheet_of(chart_picture(LIMIT, shown), doubled, Look(scale=SCALE), date(2026, 11, 22))
    assert sheet.reading.startswith("Height of each color: the share of futures in it.")
    assert "baseline" in sheet.reading
    assert "median" not in sheet.reading
