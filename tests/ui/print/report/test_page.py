"""A report says what it is, shows the numbers of the cards, and asks a browser to load nothing."""

import base64
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from planner.ensemble.projection import Projection
from planner.model.paths import LeverPath
from planner.model.presented.note import PinnedNote
from planner.model.scenario import Scenario, with_assumption, with_lever
from planner.model.story.states import with_pinned
from planner.quantities.spread import Spread
from planner.quantities.told.numerals import numerals
from planner.storage.sentences.spoken import speaking
from planner.studies.events import events
from tests.length import shortened
from tests.reliability.reading.test_literal import PAYLOADS
from tests.some import some
from ui.charts.contents.specs import default_setting
from ui.engine.shown_run import ShownRun
from ui.print.export import chart_pdf, chart_svg
from ui.print.report.columns import comparison_of
from ui.print.report.make import report_bytes
from ui.print.report.parts import Asked
from ui.print.sheet_files import ExportError
from ui.wording.compared.cells import cell_words

DAY = date(2026, 11, 25)
MOST_TELLING = (
    "<script>alert(1)</script>",
    "<!-- gone -->",
    "</p></body></html>",
    "&lt;b&gt;",
    "A & B",
    "算力 🇮🇹 e\u0301",
)
"""A tag, a comment, what ends the page, an entity, a bare mark, and letters of others."""
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
    return report_bytes(ShownRun(doubled, baseline), Asked(made=DAY))


def test_that_a_report_shows_what_the_sheet_in_the_window_says(page, doubled, baseline):
    shown, cells = ShownRun(doubled, baseline), Reader(page).texts["td"]
    table = comparison_of(shown, Asked())
    told = [row for row in some(table.rows) if row.cells[0].level is not None]
    for row in told:
        words = cell_words(row, 1, numerals(), "the baseline")
        assert {words.level, words.range, words.difference} <= {*cells, ""}
    assert any(text.startswith("AI enterprises") for text in Reader(page).texts["th"])


def test_that_a_screen_reader_is_told_the_heads_of_rows_and_columns(page):
    tags = Reader(page).tags
    scopes = [attributes.get("scope") for tag, attributes in tags if tag == "th"]
    assert set(scopes) == {"col", "colgroup", "row"}
    regions = [attributes for _, attributes in tags if attributes.get("role") == "region"]
    assert len(regions) == sum(tag == "table" for tag, _ in tags)
    for region in some(regions):
        assert region["aria-label"]
        assert region["tabindex"] == "0", "keys scroll what a narrow screen cuts"


def test_that_the_parts_of_a_page_have_landmarks_and_heads_in_order(page):
    tags = [tag for tag, _ in Reader(page).tags]
    assert [tag for tag in tags if tag in ("header", "main", "footer")] == [
        "header",
        "main",
        "footer",
    ]
    heads = [int(tag[1]) for tag in tags if tag in ("h1", "h2", "h3")]
    assert heads[:2] == [1, 2]
    for above, below in some(list(pairwise(heads))):
        assert below <= above + 1


def test_that_a_chart_is_told_with_its_values_and_its_notes(qapp, doubled, baseline):
    noted = replace(
        doubled,
        scenario=with_pinned(doubled.scenario, (PinnedNote("Double the plan", "enterprises"),)),
    )
    page = report_bytes(ShownRun(noted, baseline), Asked(settings=(DRAWN,), made=DAY))
    told = next(attributes["alt"] for tag, attributes in Reader(page).tags if tag == "img")
    assert told.startswith("AI enterprises, all seven places: enterprises. Dec 20")
    assert "Double the plan" in told
    assert "Alibaba doubled" in told


@pytest.mark.parametrize(
    ("language", "code"), [("en", "en-US"), ("it", "it-IT"), ("zh_CN", "zh-CN")]
)
def test_that_a_page_says_its_language(qapp, baseline, language, code):
    with speaking(language):
        page = report_bytes(ShownRun(baseline, baseline), Asked(settings=(DRAWN,), made=DAY))
    (html,) = [attributes for tag, attributes in Reader(page).tags if tag == "html"]
    assert html["lang"] == code


def test_that_a_report_says_what_differs_and_what_it_rests_on(page):
    read = Reader(page)
    assert read.texts["h1"] == ["Alibaba doubled"]
    assert "Alibaba's plan, bn CNY (Apr 2025 to Mar 2028)" in read.texts["th"]
    assert {"380", "760"} <= set(read.texts["td"])
    assert {"Inputs that differ", "Comparison, December 2030", "Read with care"} <= set(
        read.texts["h2"]
    )
    said = " ".join(read.texts["p"])
    assert "25 November 2026" in said
    assert "Baseline of 2025. Figures: checked. Model 2.0, 1,000 futures" in said
    assert any("47 measured points" in text for text in read.texts["li"])


def test_that_a_report_tells_differences_of_percentages_in_points(page, baseline):
    assert "Utilization, centers, % / points" in Reader(page).texts["th"]
    alone = Reader(report_bytes(ShownRun(baseline, baseline), Asked(made=DAY)))
    assert "Utilization, centers, %" in alone.texts["th"]


def test_that_a_report_of_several_says_whose_assumptions_differ(qapp, doubled, baseline, made):
    believing = with_assumption(Scenario(title="Believing"), "crowd_in", Spread(3, 6, 9))
    shown = ShownRun(doubled, baseline, ((made(believing, 0.5), 1),))
    said = Reader(report_bytes(shown, Asked(settings=(DRAWN,), made=DAY))).texts["li"]
    whose = (
        "Assumptions of Believing differ from the default: Private money per CNY of public funds."
    )
    assert [text for text in said if text.startswith("Assumptions")] == [whose]


def test_that_a_report_of_the_baseline_tells_levels_and_no_inputs(qapp, baseline):
    read = Reader(report_bytes(ShownRun(baseline, baseline), Asked(made=DAY)))
    assert "Inputs that differ" not in read.texts["h2"]
    assert any(text.startswith("December 2030: AI enterprises") for text in read.texts["p"])


def test_that_a_shorter_horizon_is_compared_in_its_last_year(qapp, made):
    run = made(Scenario(last_year=2028))
    heads = Reader(report_bytes(ShownRun(run, run), Asked(made=DAY))).texts["h2"]
    assert "Comparison, December 2028" in heads


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
    read = Reader(report_bytes(on_screen, Asked(settings=(DRAWN,), made=DAY)))
    assert read.texts["h1"] == ["Alibaba doubled and A < B"]
    assert {"Baseline", "Alibaba doubled", "A < B"} <= set(read.texts["th"])
    assert any(text.startswith("Network build time") for text in read.texts["th"])
    source, *_ = [attributes["src"] for tag, attributes in read.tags if tag == "img"]
    drawn = base64.b64decode(source.partition(",")[2]).decode()
    assert "A &lt; B" in drawn


def test_that_vector_files_name_every_scenario_they_show(qapp, doubled, baseline, made):
    other = made(with_lever(Scenario(title="Another"), "network_build_time", 9), 0.5)
    shown = ShownRun(doubled, baseline, ((other, 1),))
    names = "AI enterprises, all seven places: Alibaba doubled, Another"
    assert f"<title>{names}  · " in chart_svg(DRAWN, shown).decode()
    assert names.encode("utf-16-be") in chart_pdf(DRAWN, shown) or names.encode() in chart_pdf(
        DRAWN, shown
    )


def test_that_a_report_says_every_knot_of_a_path(qapp, baseline, made):
    path = LeverPath(tuple((2025.0 + year, 100.0 + 7 * year) for year in range(9)))
    run = made(with_lever(Scenario(title="By steps"), "legal_imports", path), 1.0)
    page = report_bytes(ShownRun(run, baseline), Asked(made=DAY)).decode()
    told = page.partition("<table>")[2].partition("</table>")[0]
    assert all(f"{value:g}" in told for value in path.values)
    assert "more" not in told


@pytest.fixture(scope="module")
def plain_tags(qapp, made):
    """Return the tags of a report whose texts are plain."""
    plain = with_lever(Scenario(title="a", author="b", notes="c"), "network_build_time", 9)
    page = report_bytes(ShownRun(made(plain), made()))
    return [tag for tag, _ in Reader(page).tags]


@pytest.mark.parametrize("payload", shortened(PAYLOADS, MOST_TELLING))
def test_that_a_report_shows_texts_letter_by_letter(baseline, made, payload, plain_tags):
    scenario = Scenario(title=payload, author=payload, notes=payload)
    page = report_bytes(
        ShownRun(made(with_lever(scenario, "network_build_time", 9)), baseline), Asked(made=DAY)
    )
    read = Reader(page)
    assert read.texts["h1"] == read.texts["title"] == [payload]
    assert read.texts["p"][0].endswith(f"  ·  {payload}")
    assert read.texts["p"][1] == payload
    assert [tag for tag, _ in read.tags] == plain_tags


def test_that_a_run_with_nothing_to_draw_is_refused(qapp, baseline):
    empty = Projection(Scenario(), baseline.times, {}, 0, 0.0)
    with pytest.raises(ExportError, match="nothing to draw"):
        report_bytes(ShownRun(empty, empty))


def test_that_a_report_about_the_baseline_beside_others_is_called_after_all(qapp, baseline, made):
    other = made(with_lever(Scenario(title="Another"), "network_build_time", 9), 0.5)
    shown = ShownRun(baseline, baseline, ((other, 1),))
    read = Reader(report_bytes(shown, Asked(settings=(DRAWN,), made=DAY)))
    assert read.texts["h1"] == ["Baseline and Another"]
    assert "Another" in read.texts["th"]


@pytest.mark.parametrize(
    ("names", "title"),
    [
        (["One"], "One"),
        (["One", "Two", "Three"], "One, Two and Three"),
        (["One", "Two", "Three", "Four", "Five"], "One and 4 more"),
        (["One" * 15, "Two" * 15, "Three" * 10], f"{'One' * 15} and 2 more"),
    ],
)
def test_that_a_page_is_called_after_all_scenarios_in_the_order_of_the_list(
    qapp, baseline, made, names, title
):
    runs = [made(with_lever(Scenario(title=each), "alibaba_plan", 480), 0.1) for each in names]
    *before, last = runs
    others = tuple((run, n) for n, run in enumerate(before, 1))
    shown = ShownRun(last, baseline, others, place=len(before))
    read = Reader(report_bytes(shown, Asked(settings=(DRAWN,), made=DAY)))
    assert read.texts["h1"] == read.texts["title"] == [title]


def test_that_more_scenarios_than_have_room_stand_in_tables_below(qapp, baseline, made):
    runs = [
        made(with_lever(Scenario(title=f"At {years}"), "network_build_time", years), 0.1)
        for years in range(5, 11)
    ]
    shown = ShownRun(runs[0], baseline, tuple((run, n) for n, run in enumerate(runs[1:], 1)))
    page = report_bytes(shown, Asked(settings=(DRAWN,), made=DAY)).decode()
    inputs, first, second = re.findall(r'<table class="numbers">|<table>', page)[1:4]
    assert (inputs, first, second) == (
        "<table>",
        '<table class="numbers">',
        '<table class="numbers">',
    )
    heads = [text for text in Reader(page.encode()).texts["th"] if text.startswith("At ")]
    assert heads == [f"At {years}" for years in range(5, 11)] * 3, "of columns, of rows of limits"
