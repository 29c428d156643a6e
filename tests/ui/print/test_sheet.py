"""Four charts on one sheet: every chart named, the years of a column one below the other."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date
from itertools import combinations, pairwise

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QImage

from planner.ensemble.projection import Projection, Series
from planner.files.scenario.picture import scenarios_in
from planner.model.scenario import Scenario, with_lever
from tests.some import some
from ui.charts.contents.series import chart_picture
from ui.charts.contents.specs import (
    EVERY,
    ChartSetting,
    charts,
    default_setting,
    default_settings,
)
from ui.charts.layout.look import Look
from ui.charts.printed import PrintedChart, align
from ui.engine.shown_run import ShownRun
from ui.print.export import sheet_work
from ui.print.file_names import sheet_name
from ui.print.printed_sheet import printed_sheet
from ui.print.sheet import SCALE, SCALE_OF_SEVERAL, sheet_of, sheet_of_several
from ui.print.sheet_files import ExportError
from ui.print.size import PictureSize
from ui.wording.figures.others import others_requests


@pytest.fixture
def shown(qapp, doubled, baseline, made):
    other = made(with_lever(Scenario(title="Another"), "network_build_time", 9), 0.5)
    return ShownRun(doubled, baseline, ((other, 1),))


def test_that_a_picture_of_four_charts_has_the_size_and_carries_all_it_shows(shown):
    png = sheet_work(shown)()
    image = QImage.fromData(png)
    assert (image.width(), image.height()) == (3200, 2000)
    assert [each.title for each in scenarios_in(png)] == ["Alibaba doubled", "Another"]


def test_that_a_vector_sheet_names_every_chart_and_every_scenario(shown):
    root = ET.fromstring(sheet_work(shown, suffix="svg")())
    texts = " ".join(root.itertext())
    for setting in default_settings():
        picture = chart_picture(setting, shown)
        assert picture.title in texts  # over its chart
        assert texts.count(charts()[setting.chart].title) >= 2  # and above
    assert "Alibaba doubled, Another" in texts
    assert texts.count("Thick line: the median of all futures.") == 1
    assert "suanli facts" not in texts


def test_that_a_picture_of_a_place_tells_below_what_all_others_lose(doubled, baseline):
    (lost, *_) = others_requests(("chengdu",))
    bands = np.repeat(np.array([[-40.0], [-30.0], [-21.0], [-15.0], [-10.0]]), 132, axis=1)
    series = Series(bands[2], bands, None, np.zeros(132), np.ones(132))
    run = replace(doubled, series={**doubled.series, lost: series})
    said = []
    for element in ("chengdu", ""):
        setting = replace(default_setting("enterprises"), element=element)
        picture = chart_picture(setting, ShownRun(run, baseline))
        said.append(sheet_of(picture, run, Look(), date(2026, 11, 26)).changes)
    minus = "\N{MINUS SIGN}"
    assert said[0].endswith(
        f" December 2030: other six places: {minus}21 AI enterprises ({minus}40 to {minus}10), "
        "lower in all futures."
    )
    assert said[0].startswith(said[1])
    assert "other six places" not in said[1]


def test_that_a_sheet_is_one_page(shown):
    data = sheet_work(shown, suffix="pdf", size=PictureSize(1600, 900, 2))()
    assert data.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type /Page\b", data)) == 1


def test_that_plots_of_a_column_begin_and_end_below_each_other(shown):
    settings = (default_setting("enterprises"), default_setting("utilization"))
    charts = [
        PrintedChart(chart_picture(each, shown), Look(scale=1.35), (700.0, 250.0))
        for each in settings
    ]
    before = {(each.plot.area.left(), each.plot.area.right()) for each in charts}
    align(charts)
    after = {(each.plot.area.left(), each.plot.area.right()) for each in charts}
    for chart in charts:
        chart.close()
    QCoreApplication.sendPostedEvents()
    assert len(before) == 2
    assert len(after) == 1


def test_that_a_sheet_says_which_chart_has_nothing_to_draw(qapp, baseline):
    empty = Projection(Scenario(), baseline.times, {}, 0, 0.0)
    with pytest.raises(ExportError, match="nothing to draw for enterprises"):
        sheet_work(ShownRun(empty, empty))


def test_that_a_sheet_is_named_after_the_scenario(doubled):
    assert sheet_name(doubled.scenario.title, ".pdf") == "charts_alibaba-doubled.pdf"


@pytest.mark.parametrize(
    ("chart", "subtitle"),
    [
        ("chip_shortage", "Alibaba doubled  ·  times what is on offer"),
        ("utilization", "Alibaba doubled  ·  %"),
    ],
)
def test_that_a_unit_is_said_as_its_row_tells_it(chart, subtitle, doubled, baseline):
    picture = chart_picture(default_setting(chart), ShownRun(doubled, baseline))
    assert sheet_of(picture, doubled, Look(), date(2026, 1, 1)).subtitle == subtitle


@pytest.mark.parametrize(
    ("setting", "title"),
    [
        (ChartSetting("enterprises"), "AI enterprises, all seven places"),
        (ChartSetting("enterprises", EVERY), "AI enterprises, place by place"),
        (ChartSetting("enterprises", "shanghai"), "AI enterprises, Shanghai"),
        (ChartSetting("jobs"), "Jobs in AI enterprises, all seven places"),
        (ChartSetting("compute_supply"), "Compute supply, all of China"),
        (ChartSetting("utilization", EVERY), "Utilization, all of China"),
        (ChartSetting("rent", EVERY), "Compute rent, clouds and centers"),
        (ChartSetting("rent", "cloud"), "Compute rent, Hyperscale clouds"),
        (ChartSetting("listed"), "Beijing's listed AI companies"),
        (ChartSetting("alibaba_payback"), "Alibaba's payback time"),
    ],
)
def test_that_the_title_of_a_sheet_names_the_places_it_shows(setting, title, doubled, baseline):
    picture = chart_picture(setting, ShownRun(doubled, baseline))
    assert sheet_of(picture, doubled, Look(), date(2026, 1, 1)).title == title


SIZES = [PictureSize(1600, 900, 1), PictureSize(333, 517, 1), PictureSize(2400, 600, 1)]
STRIP = "Strip below a chart: the difference from the baseline, on its own scale."


def _printed(shown, settings, size):
    look = Look(scale=SCALE_OF_SEVERAL if len(settings) > 1 else SCALE)
    pictures = [chart_picture(each, shown) for each in settings]
    day = date(2026, 1, 1)
    others = [other.scenario for other, _ in shown.others]
    if len(pictures) == 1:
        sheet = sheet_of(pictures[0], shown.projection, look, day, size, others)
    else:
        sheet = sheet_of_several(pictures, shown.projection, look, day, size, others)
    return printed_sheet(sheet, look)


def _parts(cell):
    """Return the rectangles of a chart that hold something, on the sheet."""
    plot, place = cell.chart.plot, cell.place
    parts = [plot.legend, plot.lane, plot.box, plot.values, plot.years, plot.names]
    parts += [each for each in (plot.strip, plot.limits) if each.isVisible()]
    rectangles = (part.geometry().translated(place.topLeft()) for part in parts)
    return [each for each in rectangles if each.width() > 1 and each.height() > 1]


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("count", [1, 4], ids=["one chart", "four charts"])
def test_that_nothing_on_a_sheet_lies_over_anything(shown, size, count):
    printed = _printed(shown, default_settings()[:count], size)
    parts = [part for cell in printed.charts for part in _parts(cell)]
    assert len(parts) >= 4 * count
    for one, other in combinations(parts, 2):
        over = one.intersected(other)
        assert min(over.width(), over.height()) <= 1, (one, other)
    assert all(printed.top <= part.top() and part.bottom() <= printed.bottom for part in parts)
    printed.close()


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_that_a_sheet_has_the_strip_of_the_window_and_says_how_to_read_it(shown, size):
    printed = _printed(shown, default_settings()[:1], size)
    (cell,) = printed.charts
    assert cell.chart.plot.strip.isVisible()
    assert [each.name for each in cell.chart.plot.strip.curves] == ["Another", "Alibaba doubled"]
    assert STRIP in printed.sheet.reading
    printed.close()


def test_that_strips_follow_the_switch_of_the_window(shown):
    settings = [replace(each, has_strip=False) for each in default_settings()]
    printed = _printed(shown, settings, PictureSize())
    assert not printed.shows_strips
    assert STRIP not in printed.sheet.reading
    printed.close()


def test_that_charts_too_low_for_strips_say_nothing_of_them(shown):
    printed = _printed(shown, default_settings(), PictureSize(2400, 600, 1))
    assert not printed.shows_strips
    assert STRIP not in printed.sheet.reading
    assert "  " not in printed.sheet.reading
    printed.close()


def test_that_a_sheet_says_that_an_axis_is_logarithmic(doubled, baseline):
    setting = ChartSetting("compute_supply", log=True)
    picture = chart_picture(setting, ShownRun(doubled, baseline))
    assert "logarithmic" in sheet_of(picture, doubled, Look(), date(2026, 1, 1)).reading


def test_that_the_name_of_a_strip_stays_above_it_after_charts_are_lined_up(shown):
    printed = _printed(shown, default_settings(), PictureSize())
    strips = [cell.chart.plot.strip for cell in printed.charts]
    named = [strip for strip in strips if strip.isVisible()]
    assert named
    for strip in named:
        assert strip.name_area.width() > 0
        place = QRectF(strip.box.geometry())
        assert strip.name_area.left() == place.left()
        assert strip.name_area.right() <= place.right()
        assert strip.name_area.bottom() == place.top()
    printed.close()


@pytest.mark.parametrize("size", [PictureSize(1600, 900, 1), PictureSize(2400, 400, 1)], ids=str)
def test_that_a_sheet_explains_the_rows_of_limits_where_it_shows_them(shown, size):
    printed = _printed(shown, default_settings(), size)
    assert ("Rows below:" in printed.sheet.reading) == printed.shows_limits
    alone = _printed(shown, [ChartSetting("compute_supply")], PictureSize())
    assert alone.shows_limits
    assert "in what share of futures (mean over the year)." in alone.sheet.reading
    for each in (printed, alone):
        each.close()


def test_that_numbers_of_a_strip_are_whole_also_where_they_are_wider_than_those_above(made, qapp):
    scenario = with_lever(Scenario(title="More"), "alibaba_plan", 760)
    run = made(scenario, 2e-4)  # a difference has more letters than the levels that it is of
    shown = ShownRun(run, made())
    printed = _printed(shown, [ChartSetting("utilization", "cloud")] * 2, PictureSize())
    for cell in some(printed.charts):
        strip = cell.chart.plot.strip
        assert any(text.startswith("+") for text in some(strip.values.marked().values()))
        assert strip.values.width_wanted() > cell.chart.plot.values.width_wanted()
        assert strip.box.geometry().left() >= strip.values.width_wanted() - 1
    printed.close()


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_that_no_two_numbers_of_an_axis_meet(shown, size):
    printed = _printed(shown, default_settings(), size)
    for cell in some(printed.charts):
        plot = cell.chart.plot
        for axis in some(
            (plot.values, plot.strip.values) if plot.strip.isVisible() else (plot.values,)
        ):
            heights = sorted(axis.part(value) * axis.size().height() for value in axis.marked())
            assert len(heights) >= 2
            assert min(b - a for a, b in some(pairwise(heights))) > 0.85 * axis.look.line
    printed.close()
