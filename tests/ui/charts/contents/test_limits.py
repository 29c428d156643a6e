"""The strip under the chart of supply: what limits the compute of each segment, year by year."""

import dataclasses
import xml.etree.ElementTree as ET

import numpy as np
import pytest
from PySide6.QtCore import QPointF

from planner.ensemble.projection import Projection, Request
from planner.storage.sentences.spoken import speaking
from tests.some import some
from ui.charts.contents.limits import limit_requests, limit_rows, run_text, shows_limits
from ui.charts.contents.series import chart_picture
from ui.charts.contents.specs import ChartSetting, charts, default_setting, default_settings
from ui.charts.contents.wording import ENGLISH
from ui.charts.contents.words import wording
from ui.charts.grid import ChartGrid
from ui.charts.layout.look import Look
from ui.charts.printed import PrintedChart
from ui.engine.shown_run import ShownRun
from ui.print.export import chart_svg
from ui.style.theme import LIGHT
from ui.views.center.panel import Center

SUPPLY = default_setting("compute_supply")


def _counted(baseline: Projection) -> Projection:
    """Let chips limit clouds in 51% to 77% of futures for three years, and demand afterwards."""
    chips = np.full(132, 0.1)
    for year, share in enumerate((0.51, 0.6, 0.77)):
        chips[12 * year : 12 * year + 12] = share
    shares = {"chips": chips, "demand": 1 - chips}
    none = np.zeros(132)
    series = {
        request: dataclasses.replace(each, share=shares.get(request.state, none))
        if request.outcome == "limit" and request.element == "cloud"
        else each
        for request, each in baseline.series.items()
    }
    return dataclasses.replace(baseline, series=series)


@pytest.fixture
def counted(baseline) -> Projection:
    return _counted(baseline)


@pytest.fixture
def grid(qtbot, qapp) -> ChartGrid:
    shown = ChartGrid(LIGHT)
    qtbot.addWidget(shown)
    shown.resize(1200, 900)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def _strip(grid):
    return grid.views[1].canvas.plot.limits


def test_that_years_with_one_cause_are_merged_and_tell_its_range(counted):
    clouds, centers = limit_rows(SUPPLY, counted, ENGLISH)
    assert (clouds.name, centers.name) == ("Clouds", "Centers")
    assert [run_text(run) for run in clouds.runs] == [
        "chips 51–77%, demand 23–49%, money and power 0% each",
        "demand 90%, chips 10%, money and power 0% each",
    ]
    assert [len(run) for run in clouds.runs] == [3, 8]
    assert [cell.year for cell in clouds.cells] == list(range(2025, 2036))


def test_that_a_segment_alone_has_its_row_and_the_country_none(counted):
    (row,) = limit_rows(ChartSetting("compute_supply", "centers"), counted, ENGLISH)
    assert row.name == "Centers"
    assert {request.element for request in limit_requests(SUPPLY)} == {"cloud", "centers"}


def test_that_the_chart_of_supply_alone_asks_for_shares_and_has_the_strip(counted):
    shown = [key for key in charts() if shows_limits(ChartSetting(key))]
    assert shown == ["compute_supply"]
    assert not limit_requests(ChartSetting("compute_supply", view="difference"))
    assert chart_picture(default_setting("utilization"), ShownRun(counted, counted)).limits == ()


def test_that_futures_that_are_not_counted_have_no_row(baseline):
    lines = {
        request: dataclasses.replace(each, share=None) for request, each in baseline.series.items()
    }
    assert limit_rows(SUPPLY, dataclasses.replace(baseline, series=lines), ENGLISH) == ()


def test_that_years_after_a_run_has_broken_off_have_no_cell(grid, counted, doubled):
    broken = {}
    for request, each in counted.series.items():
        share = None if each.share is None else each.share.copy()
        if share is not None:
            share[40:] = np.nan
        broken[request] = dataclasses.replace(each, share=share)
    run = dataclasses.replace(counted, series=broken)
    clouds, _ = limit_rows(SUPPLY, run, ENGLISH)
    assert [cell.year for cell in clouds.cells] == [2025, 2026, 2027]
    grid.show_run(ShownRun(run, doubled, is_whole=True))
    assert not grid.grab().isNull()


def test_that_no_share_is_told_while_a_hand_moves_a_lever(grid, counted, doubled):
    grid.show_run(ShownRun(counted, counted))
    strip, image = _strip(grid), grid.views[1].canvas.grab().toImage()
    cell = QPointF(strip.size().width() / 2, strip.size().height() - 3)
    assert strip.isVisible()
    assert "0% each (mean share of futures)" in strip.text_at(cell)
    rows, place = strip.rows, strip.geometry()
    grid.freeze(True)
    grid.show_run(ShownRun(doubled, counted, is_whole=False))
    assert strip.is_waiting
    assert strip.text_at(cell) == ""
    assert (strip.rows, strip.geometry()) == (rows, place), "its room is kept"
    assert grid.views[1].canvas.grab().toImage() != image
    grid.freeze(False)
    grid.show_run(ShownRun(doubled, counted))
    assert not strip.is_waiting
    assert strip.rows != rows


def test_that_it_lines_up_with_the_years_and_names_are_whole(grid, counted):
    grid.show_run(ShownRun(counted, counted))
    plot, strip = grid.views[1].canvas.plot, _strip(grid)
    assert plot.area.left() >= strip.width_wanted
    assert strip.geometry().top() >= plot.years.geometry().bottom()
    assert strip.geometry().bottom() <= plot.size().height()
    for year in (2025, 2030, 2035):
        x = plot.pixel_of(year + 0.5, 0.0).x()
        assert f", {year}:" in strip.text_at(QPointF(x, strip.size().height() - 3))
    plot.see_years((2029.0, 2031.0))
    middle = QPointF(plot.area.center().x() - 5, strip.size().height() - 3)
    assert ", 2029:" in strip.text_at(middle)


def test_that_a_low_chart_has_none(grid, counted):
    grid.show_run(ShownRun(counted, counted))
    plot = grid.views[1].canvas.plot
    for height, is_shown in ((120.0, False), (300.0, True)):
        plot.resize_to((400.0, height))
        assert plot.limits.isVisible() == is_shown
        assert plot.area.height() > 30


def test_that_a_heading_says_what_shares_are_where_there_is_room(grid, counted):
    grid.show_run(ShownRun(counted, counted))
    plot, headed = grid.views[1].canvas.plot, []
    for height in some(range(100, 400, 5)):
        plot.resize_to((400.0, float(height)))
        if plot.limits.isVisible():
            headed.append(plot.limits.is_headed)
            _tells_clouds_above_centers(plot)
    assert headed == sorted(headed)
    assert {*headed} == {False, True}


def _tells_clouds_above_centers(plot):
    x, last = plot.pixel_of(2030.5, 0.0).x(), plot.limits.size().height()
    assert plot.limits.text_at(QPointF(x, last - 3)).startswith("Centers, 2030:")
    assert plot.limits.text_at(QPointF(x, last - 18)).startswith("Clouds, 2030:")
    assert plot.limits.text_at(QPointF(x, last - 33)) == ""


@pytest.mark.parametrize("language", ["en", "it", "zh_CN"])
def test_that_paper_has_the_heading_in_the_language(qapp, counted, language):
    with speaking(language):
        heading = wording().limits_heading
        drawn = chart_svg(SUPPLY, ShownRun(counted, counted))
    said = "".join("".join(ET.fromstring(drawn).itertext()).split())
    assert "".join(heading.split()) in said


def test_that_its_row_of_charts_gets_more_height(grid, counted):
    grid.show_run(ShownRun(counted, counted))
    above, below = (grid.views[number].height() for number in (1, 3))
    assert 20 <= above - below <= 80
    grid.set_settings([default_setting("rent"), default_setting("jobs"), *default_settings()[2:]])
    grid.layout().activate()
    assert abs(grid.views[1].height() - grid.views[3].height()) <= 1


def test_that_shares_are_asked_for_and_never_in_a_drag(qtbot, qapp):
    center = Center(LIGHT)
    qtbot.addWidget(center)
    qtbot.addWidget(center.head)
    asked = Request("limit", "cloud", state="chips")
    assert asked in center.requests()
    assert asked not in center.seen()
    center.charts.set_settings([default_setting(key) for key in ("rent", "jobs", "tax", "tokens")])
    assert asked in center.requests(), "the sentence under the cards tells of them too"


def test_that_a_sheet_has_it_too(qapp, counted):
    picture = chart_picture(SUPPLY, ShownRun(counted, counted))
    printed = PrintedChart(picture, Look(scale=2.0), (1600.0, 900.0))
    assert printed.plot.limits.isVisible()
    printed.close()
