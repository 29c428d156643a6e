"""A report says what it is, shows the numbers of the cards, and asks a browser to load nothing."""

import base64
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import numpy as np
import pytest

from planner.ensemble.projection import Projection, Request, Series
from planner.model.paths import LeverPath
from planner.model.scenario import Scenario, with_lever
from planner.quantities.shown import with_unit
from planner.studies.events import events
from planner.studies.key_figures import CARDS
from tests.reliability.reading.test_literal import PAYLOADS
from tests.some import some
from ui.charts.contents.specs import default_setting
from ui.engine.shown_run import ShownRun
from ui.print.export import chart_pdf, chart_svg
from ui.print.report import report_html
from ui.print.sheet_files import ExportError
from ui.wording.key_figures import kpi_display, kpi_head, ranged
from ui.wording.translate import numerals

DAY = date(2026, 11, 25)
DRAWN = default_setting("enterprises")


class Reader(HTMLParser):
    """Reads a page as a browser would: tags with their attributes, and the text in each."""

    def __init__(self, data):
        super().__init__()
        self.tags = []
        self.texts = {}
        self._open = []
        self.feed(data.decode())

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "img"):
            self._open.append(tag)

    def handle_endtag(self, tag):
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data):
        if self._open:
            self.texts.setdefault(self._open[-1], []).append(data)


@pytest.fixture
def page(qapp, doubled, baseline):
    return report_html(ShownRun(doubled, baseline), made=DAY)


def test_that_a_report_says_why_a_figure_is_unbounded(qapp, doubled, baseline, page):
    assert b"Unbounded where" not in page
    series = dict(doubled.series)
    endless = np.full(132, np.inf)
    series[Request("alibaba_payback")] = Series(endless, np.full((5, 132), np.inf))
    run = replace(doubled, series=series)
    read = Reader(report_html(ShownRun(run, baseline), made=DAY))
    assert read.texts["td"].count("unbounded") == 3
    assert any("payback: Unbounded where there is no return" in text for text in read.texts["p"])
    assert not any("∞" in text or "inf " in text for text in read.texts["td"])


def test_that_a_report_shows_the_figures_of_the_cards(page, doubled, baseline):
    read = Reader(page)
    cells = read.texts["td"]
    for key in CARDS:
        told = kpi_display(kpi_head(key), doubled, baseline, 2030, numerals())
        assert told.title in cells
        assert with_unit(told.value, told.unit) in cells
        said = {f"difference {told.difference}" if told.is_moved else told.difference}
        assert said | {ranged(told.span)} <= set(read.texts["small"])
    assert [text for text in read.texts["th"] if text.startswith("December")] == [
        "December 2028",
        "December 2030",
        "December 2035",
    ]


def test_that_a_report_says_what_is_changed_and_what_it_rests_on(page):
    read = Reader(page)
    assert read.texts["h1"] == ["Alibaba doubled"]
    assert {"Alibaba's plan", "380 → 760 bn CNY"} <= set(read.texts["td"])
    said = " ".join(read.texts["p"])
    assert "25 November 2026" in said
    assert "Baseline: baseline-2025. Figures: checked. Model 2.0, 1,000 futures" in said


def test_that_a_report_of_the_baseline_says_that_nothing_is_changed(qapp, baseline):
    read = Reader(report_html(ShownRun(baseline, baseline), made=DAY))
    assert "Nothing: this is the baseline." in read.texts["p"]


def test_that_a_shorter_horizon_ends_the_table_with_its_last_year(qapp, made):
    run = made(Scenario(last_year=2030))
    heads = Reader(report_html(ShownRun(run, run), made=DAY)).texts["th"]
    assert heads[-2:] == ["December 2028", "December 2030"]


def test_that_a_report_holds_its_four_charts_and_loads_nothing(page):
    read = Reader(page)
    pictures = [attributes["src"] for tag, attributes in read.tags if tag == "img"]
    assert len(pictures) == 4
    for source in pictures:
        kind, _, data = source.partition(",")
        assert kind == "data:image/svg+xml;base64"
        assert ET.fromstring(base64.b64decode(data)).tag.endswith("svg")
    rules = [a["content"] for t, a in read.tags if a.get("http-equiv") == "Content-Security-Policy"]
    assert rules == ["default-src 'none'; style-src 'unsafe-inline'; img-src data:"]
    assert not {tag for tag, _ in read.tags} & {"script", "link", "iframe", "object", "base"}
    assert not re.search(rb"https?:|url\(|@import", page)


def test_that_a_report_draws_and_names_every_scenario_on_screen(qapp, doubled, baseline, made):
    other = made(with_lever(Scenario(title="A < B"), "network_build_time", 9), 0.5)
    on_screen = ShownRun(doubled, baseline, ((other, 1),), events(doubled))
    read = Reader(report_html(on_screen, [DRAWN], DAY))
    assert read.texts["h1"] == ["Alibaba doubled"]
    assert read.texts["h3"] == ["Changed in A < B, which the charts draw as well"]
    assert "Network build time" in read.texts["td"]
    assert any(text.startswith("Scenarios: Alibaba doubled, A < B.") for text in read.texts["p"])
    (source,) = [attributes["src"] for tag, attributes in read.tags if tag == "img"]
    drawn = base64.b64decode(source.partition(",")[2]).decode()
    assert "A &lt; B" in drawn


def test_that_vector_files_name_every_scenario_they_show(qapp, doubled, baseline, made):
    other = made(with_lever(Scenario(title="Another"), "network_build_time", 9), 0.5)
    shown = ShownRun(doubled, baseline, ((other, 1),))
    names = "AI enterprises, all seven areas: Alibaba doubled, Another"
    assert f"<title>{names}  · " in chart_svg(DRAWN, shown).decode()
    assert names.encode("utf-16-be") in chart_pdf(DRAWN, shown) or names.encode() in chart_pdf(
        DRAWN, shown
    )


def test_that_a_report_says_every_knot_of_a_path(qapp, baseline, made):
    path = LeverPath(tuple((2025.0 + year, 100.0 + 7 * year) for year in range(9)))
    run = made(with_lever(Scenario(title="By steps"), "legal_imports", path), 1.0)
    page = report_html(ShownRun(run, baseline), made=DAY).decode()
    told = page.partition("<table>")[2].partition("</table>")[0]
    assert all(f"{value:g}" in told for value in path.values)
    assert "more" not in told


def test_that_values_in_a_printed_report_stand_on_lines_of_their_own(page):
    style = page.decode().partition("<style>")[2].partition("</style>")[0]
    assert "td { white-space: nowrap; }" in style
    assert "td:nth-child(2):last-child { white-space: normal; }" in style  # a path in one line
    assert "small { display: block;" in style
    assert "inline" not in style.partition("@media print")[2]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_that_a_report_shows_texts_letter_by_letter(qapp, baseline, made, payload):
    scenario = Scenario(title=payload, author=payload, notes=payload)
    page = report_html(
        ShownRun(made(with_lever(scenario, "network_build_time", 9)), baseline), made=DAY
    )
    read = Reader(page)
    tags = [tag for tag, _ in read.tags]
    assert read.texts["h1"] == read.texts["title"] == [payload]
    assert read.texts["p"][0].endswith(f"  ·  {payload}")
    assert read.texts["p"][1] == payload
    plain = replace(scenario, title="a", author="b", notes="c")
    expected = Reader(
        report_html(ShownRun(made(with_lever(plain, "network_build_time", 9)), baseline))
    )
    assert tags == [tag for tag, _ in expected.tags]


def test_that_a_run_with_nothing_to_draw_is_refused(qapp, baseline):
    empty = Projection(Scenario(), baseline.times, {}, 0, 0.0)
    with pytest.raises(ExportError, match="nothing to draw"):
        report_html(ShownRun(empty, empty))


def _rows(data):
    """Return each table of the key figures: its head, and the lines of the cells of each row."""
    page = data.decode().partition("Key figures</h2>")[2].partition("<h2>")[0]
    tables = [each.partition("</table>")[0] for each in re.split(r"<table[^>]*>", page)[1:]]
    return [
        (
            re.findall(r"<th[^>]*>(.*?)</th>", table),
            [
                [re.split(r"</?small>", cell) for cell in re.findall(r"<td>(.*?)</td>", row)]
                for row in re.findall(r"<tr>(<td>.*?)</tr>", table)
            ],
        )
        for table in tables
    ]


def _with_change(run, key, value, spread):
    """Return a run whose paired difference is not that of the medians."""
    line = np.full(132, value)
    bands = np.array([-1.0, -0.5, 0.0, 0.5, 1.0])[:, None] * spread + line
    changed = {Request(key, "", "difference"): Series(line, bands)}
    return replace(run, series={**run.series, **changed})


@pytest.fixture
def beside(qapp, doubled, baseline, made):
    other = made(with_lever(Scenario(title="Another"), "network_build_time", 9), 0.5)
    own = _with_change(doubled, "enterprises", 30.0, 10.0)
    return ShownRun(own, baseline, ((_with_change(other, "enterprises", -7.0, 2.0), 1),))


def test_that_several_scenarios_stand_side_by_side_in_each_year(beside):
    tables = _rows(report_html(beside, [DRAWN], DAY))
    heads = [head for head, _ in tables]
    assert [head[0] for head in heads] == ["December 2028", "December 2030", "December 2035"]
    assert {tuple(head[1:]) for head in heads} == {("Baseline", "Alibaba doubled", "Another")}
    assert all(len(rows) == len(CARDS) for _, rows in tables)


def test_that_each_difference_is_the_paired_one_with_its_range(beside):
    for _, rows in some(_rows(report_html(beside, [DRAWN], DAY))):
        title, below, own, other = rows[0]
        assert title[0] == "AI enterprises"
        assert below[1].startswith("80% range ")
        assert own[0] == "+30"
        assert own[1] == "80% range +20 to +40"
        assert (other[0], other[1]) == ("\u22127", "80% range \u22129 to \u22125")
        assert other[3].startswith("level ")


def test_that_one_scenario_has_the_range_of_its_difference_too(beside):
    ((_, rows),) = _rows(report_html(replace(beside, others=()), [DRAWN], DAY))
    for cell in some(rows[0][1:]):
        assert "difference +30" in cell
        assert cell[-2] == "80% range +20 to +40"


def test_that_more_scenarios_than_have_room_stand_in_tables_below(qapp, baseline, made):
    runs = [
        made(with_lever(Scenario(title=f"At {years}"), "network_build_time", years), 0.1)
        for years in range(5, 11)
    ]
    shown = ShownRun(runs[0], baseline, tuple((run, n) for n, run in enumerate(runs[1:], 1)))
    heads = [head for head, _ in _rows(report_html(shown, [DRAWN], DAY))]
    assert [len(head) for head in heads] == [6, 4] * 3
    assert heads[1][2:] == ["At 9", "At 10"]


def test_that_a_report_about_the_baseline_beside_others_is_called_after_all(beside, baseline):
    shown = replace(beside, projection=baseline, own=0)
    page = report_html(shown, [DRAWN], DAY)
    assert Reader(page).texts["h1"] == ["Baseline, Another"]
    ((head, _), *_) = _rows(page)
    assert head == ["December 2028", "Baseline", "Another"]
