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
from tests.reliability.test_literal import PAYLOADS
from ui.charts.contents.specs import default_setting
from ui.engine.shown_run import ShownRun
from ui.print.export import chart_pdf, chart_svg
from ui.print.report import report_html
from ui.print.sheet_files import ExportError
from ui.wording.key_figures import kpi_display, kpi_head
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
        assert {told.difference, told.band} <= set(read.texts["small"])
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
