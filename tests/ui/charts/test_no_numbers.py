"""What is unbounded or undefined is said in words on every chart, and never stands at zero."""

import csv
import io
import json
import re
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from planner.ensemble.projection import Request, Series
from planner.files.exports.tidy_table import csv_text, json_text
from planner.model.scenario import Scenario, with_lever
from planner.storage.sentences.spoken import speaking
from ui.charts.canvas import Canvas
from ui.charts.contents.readout import readout
from ui.charts.contents.series import chart_picture
from ui.charts.contents.specs import EVERY, ChartSetting, parts
from ui.charts.contents.wording import ENGLISH
from ui.charts.layout.look import Look
from ui.charts.layout.naming import named_curves, written_name
from ui.charts.printed import PrintedChart
from ui.engine.shown_run import ShownRun
from ui.items.clipboard_text import tab_separated
from ui.items.comparison_sheet import WORDS, ComparisonSheet, Shown
from ui.items.sheet_columns import SheetColumn, columns_as_run
from ui.items.sheet_text import sheet_table
from ui.print.export import _sheet, chart_csv, chart_svg
from ui.print.reasons import reasons_of
from ui.print.size import PictureSize
from ui.style.theme import LIGHT
from ui.terminal.tables.figures import written_difference
from ui.terminal.tables.summary import summary
from ui.wording.numbers import ENGLISH_NUMERALS

COST = "public_cost_per_added_enterprise"
EACH = ChartSetting(COST, EVERY)
UNKNOWN = Series(np.full(132, np.nan), np.full((5, 132), np.nan))
ENDLESS = Series(np.full(132, np.inf), np.full((5, 132), np.inf))
SIZE = (1400.0, 700.0)
SCALE = re.compile(r">(\d{1,3}|0\.\d)</text>")


def _with(run, request, series):
    return replace(run, series={**run.series, request: series})


@pytest.fixture
def endless(baseline, doubled):
    """Beijing and Shandong pay and add nothing, in the scenario as in the baseline."""
    for area in ("beijing", "shandong"):
        baseline = _with(baseline, Request(COST, area), ENDLESS)
        doubled = _with(doubled, Request(COST, area), ENDLESS)
    return doubled, baseline


def _chart(shown, setting=EACH, size=SIZE):
    """Return a chart; its items live as long as it does."""
    return PrintedChart(chart_picture(setting, shown), Look(), size)


def test_that_names_of_unbounded_curves_say_so_and_the_baseline_ends_in_a_number(qapp, endless):
    chart = _chart(ShownRun(*endless))
    side, legend = chart.plot.names.curves, chart.plot.legend.curves
    names = [written_name(curve) for curve in (*side, *legend)]
    assert names.count("Beijing: unbounded") == names.count("Shandong: unbounded") == 1
    assert "Baseline" in names
    (below,) = [curve for curve in side if written_name(curve) == "Baseline"]
    assert below.end == pytest.approx(1500)


def test_that_no_name_of_an_unbounded_curve_leads_to_a_value(qapp, endless):
    chart = _chart(ShownRun(*endless))
    plot, area = chart.plot, chart.plot.area
    assert plot.names.curves
    image = QImage(1400, 700, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.translate(plot.names.pos())
    plot.names.paint(painter, None)
    painter.end()
    column = round(area.right()) + 2
    leads = [y for y in range(700) if image.pixelColor(column, y).lightness() < 220]
    assert leads, "names of curves that end in a number have a line to it"
    top, foot, ground = (plot.pixel_of(2035.0, value).y() for value in (3000.0, 1500.0, 0.0))
    assert all(top - 30 < y < foot + 30 for y in leads)
    assert foot + 30 < ground


def test_that_a_curve_that_only_ends_in_no_number_says_that(baseline, doubled):
    center = np.linspace(1, 2, 132)
    center[60:] = np.nan
    run = _with(doubled, Request("voucher_spend"), Series(center, None))
    picture = chart_picture(ChartSetting("voucher_money"), ShownRun(run, baseline))
    assert "Alibaba doubled: undefined at the end" in map(written_name, named_curves(picture))


def test_that_a_legend_of_scenarios_says_nothing_of_one_of_their_parts(qapp, endless, made):
    doubled, below = endless
    other = made(with_lever(Scenario(title="Other"), "network_build_time", 9), 0.5)
    chart = _chart(ShownRun(doubled, below, ((other, 1),)))
    named = {written_name(curve) for curve in chart.plot.legend.curves}
    assert {"Alibaba doubled", "Other"} <= named


@pytest.mark.parametrize("view", ["absolute", "difference", "percent", "index"])
def test_that_a_chart_of_nothing_but_unbounded_values_has_no_scale(qapp, endless, view, baseline):
    doubled, below = endless
    setting = ChartSetting(COST, "beijing", view)
    request = Request(COST, "beijing", view)
    change = request._replace(view="difference")
    runs = [_with(_with(run, change, UNKNOWN), request, ENDLESS) for run in (doubled, below)]
    shown = ShownRun(*runs)
    picture = chart_picture(setting, shown)
    svg = chart_svg(setting, shown).decode()
    if view in ("absolute", "index"):
        assert not picture.has_numbers
        assert not SCALE.search(svg)
    assert "Alibaba doubled: unbounded" in svg
    ordinary = chart_svg(
        ChartSetting("utilization", "centers"), ShownRun(doubled, baseline)
    ).decode()
    assert SCALE.search(ordinary)


def test_that_the_readout_says_words_for_value_range_and_difference(endless, baseline):
    doubled, below = endless
    setting = ChartSetting(COST, "beijing")
    told = readout(chart_picture(setting, ShownRun(doubled, below)), 131, ENGLISH, ENGLISH_NUMERALS)
    assert [row.value for row in told.rows] == ["unbounded", "unbounded", "unbounded"]
    assert told.rows[0].span == "unbounded"
    told = readout(
        chart_picture(setting, ShownRun(doubled, baseline)), 131, ENGLISH, ENGLISH_NUMERALS
    )
    assert [row.value for row in told.rows] == ["unbounded", "unbounded", "1,500"]


def test_that_the_readout_says_why_there_is_no_difference(baseline, doubled):
    request, center = Request("chip_shortage"), np.linspace(1, 2, 132)
    broken = center.copy()
    broken[100], broken[110] = np.inf, np.nan
    run = _with(doubled, request, Series(center, None))
    paired = Series(np.full(132, 0.25), np.full((5, 132), 0.25))
    run = _with(run, request._replace(view="difference"), paired)
    below = _with(baseline, request, Series(broken, None))
    picture = chart_picture(ChartSetting("chip_shortage"), ShownRun(run, below))
    changes = [
        readout(picture, month, ENGLISH, ENGLISH_NUMERALS).rows[0].change
        for month in (99, 100, 110)
    ]
    assert changes == ["+0.25", "baseline unbounded", "baseline undefined"]


def test_that_the_sheet_says_where_a_cost_is_unbounded(qapp, endless):
    sheet, _ = _sheet(EACH, ShownRun(*endless), LIGHT, PictureSize())
    assert "Unbounded where money was spent and less than one enterprise added" in sheet.reading
    finite, _ = _sheet(ChartSetting("enterprises"), ShownRun(*endless), LIGHT, PictureSize())
    assert "nbounded" not in finite.reading


def test_that_names_that_say_where_a_curve_ends_are_whole_at_the_side(qapp, doubled):
    setting, run = ChartSetting("enterprises", EVERY), doubled
    for number, (key, area) in enumerate(parts(setting)):
        center = np.linspace(number, number + 9.0, 132)
        center[60:] = np.nan
        run = _with(run, Request(key, area), Series(center, None))
    chart = _chart(ShownRun(run, run), setting, (520.0, 300.0))
    names = [written_name(curve) for curve in chart.plot.names.curves]
    assert sum(name.endswith(": undefined at the end") for name in names) == 7
    widest = max(chart.plot.look.metrics.horizontalAdvance(name) for name in names)
    assert 520.0 - chart.plot.area.right() > widest


def test_that_unbounded_values_are_the_reason_only_where_there_may_be_some(baseline, doubled):
    broken = Series(np.full(132, np.nan), None)
    for chart, element, said in (("utilization", "cloud", False), (COST, "beijing", True)):
        setting = ChartSetting(chart, element, "difference")
        run = _with(doubled, Request(chart, element, "difference"), broken)
        picture = chart_picture(setting, ShownRun(run, baseline))
        assert any("both unbounded" in why for why in reasons_of(picture)) == said, chart


@pytest.mark.parametrize(
    ("view", "why"),
    [("index", "There is no “Start = 100”"), ("percent", "There is no percentage")],
)
def test_that_the_sheet_says_why_a_view_has_no_numbers(qapp, baseline, doubled, view, why):
    run = _with(doubled, Request("voucher_spend", "", view), ENDLESS)
    setting = ChartSetting("voucher_money", "", view)
    sheet, _ = _sheet(setting, ShownRun(run, baseline), LIGHT, PictureSize())
    assert why in sheet.reading


def test_that_the_comparison_says_words_on_screen_and_on_the_clipboard(qapp, endless):
    sheet = ComparisonSheet()
    run, below = endless
    requests = (Request(COST, "beijing"), Request("enterprises"))
    columns = columns_as_run((SheetColumn(below), SheetColumn(run, 0)), requests, None)
    places = tuple((request, 2030) for request in requests)
    sheet.show(Shown(columns, (None, 0), ("Baseline", "Doubled"), 1, places))
    line = sheet.lines.index(places[0])
    assert sheet.index(line, 1).data(WORDS).level == "unbounded"
    copied = tab_separated(sheet_table(sheet))
    assert "\tunbounded" in copied
    assert "∞" not in copied
    assert "\tinf" not in copied


def test_that_files_for_programs_keep_inf_and_the_empty_cell(endless):
    center = ENDLESS.center.copy()
    center[0] = np.nan
    run = _with(endless[0], Request(COST, "beijing"), Series(center, None))
    rows = list(csv.DictReader(io.StringIO(csv_text([run]))))
    cells = [row["center"] for row in rows if (row["outcome"], row["index"]) == (COST, "beijing")]
    assert cells[:2] == ["", "inf"]
    text = json.loads(json_text([run]))
    (told,) = [
        each
        for each in text["runs"][0]["series"]
        if (each["outcome"], each["index"]) == (COST, "beijing")
    ]
    assert told["center"][:2] == [None, "inf"]
    lines = chart_csv(ChartSetting(COST, "beijing"), ShownRun(run, run))
    drawn = list(csv.DictReader(io.StringIO(lines)))
    assert [row["center"] for row in drawn[:2]] == ["", "inf"]


def test_that_the_terminal_says_words(doubled):
    run = _with(doubled, Request("chip_shortage"), ENDLESS)
    run = _with(
        run, Request("chip_shortage", "", "difference"), Series(ENDLESS.center * np.nan, None)
    )
    lines = summary(run, "").splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("Chip shortage"))
    assert lines[at].removeprefix("Chip shortage (times)").split() == ["unbounded"] * 4
    assert lines[at + 1].removeprefix("  80% of futures").split() == ["unbounded"] * 4
    assert lines[at + 2].count("both unbounded") == 4
    assert "inf" not in summary(run, "")


@pytest.mark.parametrize(
    ("change", "level", "words"),
    [
        (np.inf, np.inf, "unbounded"),
        (-np.inf, 3.0, "baseline unbounded"),
        (np.nan, 3.0, "baseline undefined"),
        (np.nan, np.nan, "undefined"),
    ],
)
def test_that_the_terminal_says_why_there_is_no_difference(change, level, words):
    assert written_difference("rent", change, level, "baseline") == words


def test_that_a_crosshair_at_an_unbounded_value_is_painted(qtbot, endless):
    canvas = Canvas(Look())
    qtbot.addWidget(canvas)
    canvas.resize(900, 500)
    canvas.show_picture(chart_picture(EACH, ShownRun(*endless)))
    canvas.show_month(131)
    assert canvas.month == 131
    assert not canvas.grab().isNull()


@pytest.mark.parametrize("view", ["difference", "percent", "index"])
def test_that_no_reason_is_left_in_english(view, baseline, doubled):
    broken = Series(np.full(132, np.nan), None)
    run = ShownRun(_with(doubled, Request(COST, "beijing", view), broken), baseline)
    picture = chart_picture(ChartSetting(COST, "beijing", view), run)
    in_english = set(reasons_of(picture))
    with speaking("zh_CN"):
        assert len(in_english) == 2
        assert in_english.isdisjoint(reasons_of(picture))
