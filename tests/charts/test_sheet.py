"""Four charts on one sheet: every chart named, the years of a column one below the other."""

import re
import xml.etree.ElementTree as ET
from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage

from planner.ensemble.projection import Projection
from planner.files.scenario.picture import scenarios_in
from planner.model.scenario import Scenario, with_lever
from ui.charts.contents.series import chart_picture
from ui.charts.contents.specs import default_setting, default_settings
from ui.charts.layout.look import Look
from ui.charts.printed import PrintedChart, align
from ui.engine.shown_run import ShownRun
from ui.print.export import sheet_name, sheet_work
from ui.print.sheet import sheet_of
from ui.print.sheet_files import ExportError
from ui.print.size import PictureSize


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
        assert texts.count(chart_picture(setting, shown).title) >= 2  # above, and over its chart
    assert "Alibaba doubled, Another" in texts
    assert texts.count("Thick line: the median of all futures.") == 1
    assert "suanli facts" not in texts


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
    assert sheet_name(doubled.scenario, "pdf") == "charts.alibaba-doubled.pdf"


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
