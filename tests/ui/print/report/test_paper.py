"""A report on paper: one page in the usual case, text that can be read, what differs and how sure.

Read back by a reader of PDF; the runs are those of the engine, with few futures.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any
from unicodedata import normalize

import pytest
from pypdf import PdfReader

from planner.engine.run import warm_up_kernel
from planner.ensemble.many import Projector, all_requests
from planner.ensemble.progress import to_the_end
from planner.ensemble.projection import Request
from planner.model.indices import AREAS
from planner.model.paths import LeverPath
from planner.model.presented.presented import Presented
from planner.model.scenario import Scenario, baseline_under, with_lever, with_target
from planner.model.targets.target import Target
from planner.storage.sentences.spoken import speaking
from planner.studies.cards import SETS, Card
from planner.studies.combination import combinations_of, pairs_added_up
from planner.studies.events import events
from tests.reliability.reading.corpus_sessions import ANSWER
from tests.some import some
from ui.charts.contents.effect import effect_requests
from ui.charts.contents.scopes import settings_in
from ui.engine.answered import Answered
from ui.engine.shown_run import ShownRun
from ui.print.report.blocks import TextBlock
from ui.print.report.columns import report_requests
from ui.print.report.contents import contents
from ui.print.report.make import report_bytes
from ui.print.report.pages.sections import closing, key_of_charts
from ui.print.report.pages.sizes import A4
from ui.print.report.parts import Asked, Combined
from ui.print.without_author import without_author

BUDGET = LeverPath(((2025.0, 10.0), (2025 + 8 / 12, 100.0), (2027.0, 200.0), (2031.0, 0.0)))
PLAN = Scenario(
    title="Chengdu doubles its vouchers", notes="What does it buy?", author="Z. Li", futures=64
)
DOUBLED = with_target(
    with_lever(PLAN, "voucher_budget.chengdu", BUDGET),
    Target("enterprises", "at least", 1850.0, "chengdu", 2030),
)
LEGIBLE = 7.0
"""Points of the smallest text that is printed."""
RATE = replace(with_lever(DOUBLED, "subsidy_rate.chengdu", 0.5), title="Doubled, rate 50%")
ASKED = Asked(areas=("chengdu",), made=date(2026, 11, 26))


def _run(*scenarios, asked=ASKED) -> ShownRun:
    used = Projector()
    strips = [each for one in settings_in(asked.areas) for each in effect_requests(one)]
    requests = tuple(dict.fromkeys((*all_requests(), *strips, *report_requests(asked))))
    targets = scenarios[0].targets
    first, *others = (used.project(each, requests, targets=targets) for each in scenarios)
    below = used.project(baseline_under(scenarios[0]), requests, targets=targets)
    beside = tuple((each, color) for color, each in enumerate(others, 1))
    return ShownRun(first, below, beside, events(first))


@pytest.fixture(scope="module")
def one() -> ShownRun:
    """Return the run of one scenario about one place."""
    return _run(DOUBLED)


def _pages(data: bytes) -> list[str]:
    """Return the text of each page, as one selects it."""
    reader = PdfReader(BytesIO(data))
    return [" ".join(normalize("NFKC", page.extract_text()).split()) for page in reader.pages]


def _fonts(data: bytes) -> dict[str, bool]:
    """Return the fonts of the first page, and whether each is in the file."""
    fonts: Any = PdfReader(BytesIO(data)).pages[0]["/Resources"]
    fonts, held = fonts["/Font"], {}
    for font in fonts.values():
        (below,) = font.get_object()["/DescendantFonts"]
        described = below.get_object()["/FontDescriptor"].get_object()
        held[described["/FontName"]] = any(key.startswith("/FontFile") for key in described)
    return held


def test_that_one_scenario_stands_on_one_page(qapp, one):
    (page,) = _pages(report_bytes(one, ASKED, "pdf"))
    for said in (
        "Chengdu doubles its vouchers",
        "26 November 2026",
        "What does it buy?",
        "Z. Li",
        "By December 2030, against the baseline: AI enterprises, Chengdu ",
        "Other six places: ",
        "200 from 2027, ",
        "Comparison, December 2030",
        "Dates (80% range)",
        "Chengdu: budget fully used",
        "AI enterprises, Chengdu: at least 1,850 enterprises in 2030",
        "In dispute and acting here: Voucher budget",
        "After 2030",
        "suanli run baseline --set futures=64",
        "1 of 1",
    ):
        assert said in page, said


def test_that_the_command_on_paper_breaks_at_spaces_alone(qapp, one):
    said = replace(contents(one, ASKED, "report.pdf"), care=())
    for room in range(450, 700):
        (block,) = closing(said, room)
        assert isinstance(block, TextBlock)
        lines = [block._paragraph._layout.lineAt(n) for n in range(len(block._paragraph._lines))]
        text = block._paragraph._layout.text()
        shown = [text[each.textStart() :][: each.textLength()].strip() for each in some(lines)]
        assert " ".join(shown) == f"{said.heads.reproduce}: {said.command}"
        assert not any(each.endswith("-") for each in shown), shown


def test_that_two_scenarios_about_a_place_stand_on_one_page(qapp):
    (page,) = _pages(report_bytes(_run(DOUBLED, RATE), ASKED, "pdf"))
    assert "Doubled, rate 50%: By December 2030" in page
    head = "Outcome (80% range: line below) level level difference level difference"
    assert page.count(head) == 1
    assert "Targets: met in so many futures" in page


def test_that_three_scenarios_about_all_of_china_stand_on_one_page(qapp):
    asked = Asked(made=ASKED.made)
    others = [
        replace(with_lever(PLAN, "network_build_time", 3.0 + n), title=f"Built {n}", targets=())
        for n in range(2)
    ]
    first = replace(DOUBLED, targets=())
    (page,) = _pages(report_bytes(_run(first, *others, asked=asked), asked, "pdf"))
    assert "To reproduce" in page
    assert page.count("(80% range ") > 3, "of each level that is told"
    assert page.count(" difference ") >= 4, "of each outcome, below its levels"
    assert "What limits compute, share of futures" in page
    assert "Alibaba's plan starts" not in page.partition("Dates (80% range)")[2]


def _all_levers(title: str) -> Scenario:
    more = replace(PLAN, title=title)
    for area in AREAS:
        more = with_lever(more, f"voucher_budget.{area}", 800.0)
        more = with_lever(more, f"subsidy_rate.{area}", 0.3)
    return more


def test_that_the_first_of_several_pages_has_what_is_said_and_the_charts_asked_for(qapp):
    plans = [
        with_lever(_all_levers(f"Plan {value}"), "alibaba_plan", value)
        for value in (500.0, 600.0, 700.0, 760.0, 800.0)
    ]
    asked = Asked(made=ASKED.made, cards=(Card("used_compute"), Card("rent", "cloud")))
    first, *others = _pages(report_bytes(_run(*plans, asked=asked), asked, "pdf"))
    assert "By December 2030" in first
    charts = ("Compute supply", "Compute rent, clouds")
    assert all(each in first for each in charts)
    behind = " ".join(others)
    assert "Comparison, December 2030" in behind
    assert "To reproduce" in behind


def _centers() -> tuple[list[Scenario], Asked]:
    """Return what a planner of centers compares, apart and together, by year."""
    levers = {
        "Network in 2 years": ("network_build_time", 2.0),
        "Centers can sell 80%": ("center_sellable_target", 0.8),
        "New capex": ("other_capex", 700.0),
    }
    apart = [with_lever(replace(PLAN, title=title), *each) for title, each in levers.items()]
    whole = replace(PLAN, title="All three", notes="")
    for each in levers.values():
        whole = with_lever(whole, *each)
    scenarios = [*apart, whole]
    found = to_the_end(combinations_of(Projector(), scenarios, pairs_added_up()))
    titles = tuple(each.title for each in scenarios)
    return scenarios, Asked(
        made=ASKED.made, cards=SETS["centers"], combined=Combined(tuple(found), titles)
    )


def test_that_measures_apart_and_together_by_year_have_their_ranges_and_limits(qapp):
    warm_up_kernel()
    scenarios, asked = _centers()
    data = report_bytes(_run(*scenarios, asked=asked), asked, "pdf")
    pages = _pages(data)
    page = " ".join(pages)
    for said in (
        "All three is more than its parts. Utilization: ",
        "Apart and together by year: Utilization",
        "Utilization, all of China",
        "Compute rent, clouds and centers",
        "Comparison, December 2030",
        "Inputs that differ",
        "limited by",
        "only together",
        "Clouds, difference",
        "To reproduce",
    ):
        assert said in page, said
    assert all(str(year) in page for year in range(2025, 2036))
    assert re.search(r"Utilization, centers, % / points( \d\d\.\d \d\d\.\d–\d\d\.\d){5}", page)
    assert "What limits compute, share of futures" in page
    assert _smallest_points(data) >= LEGIBLE


@pytest.mark.parametrize("language", ["en", "it", "zh_CN"])
def test_that_a_very_full_report_of_two_takes_a_second_page_and_loses_no_limits(qapp, language):
    full = with_lever(with_lever(DOUBLED, "network_build_time", 2.0), "center_sellable_target", 0.8)
    full = replace(full, title="Chengdu doubles its vouchers and builds the network")
    scarce = with_lever(replace(PLAN, title="Legal imports stop"), "legal_imports", 0.0)
    asked = Asked(2028, ("chengdu", "shanghai", "ningbo"), SETS["centers"], made=ASKED.made)
    with speaking(language):
        data = report_bytes(_run(full, scarce, asked=asked), asked, "pdf")
        (limits,) = contents(_run(full, scarce, asked=asked), asked, "report.pdf").limits
    _, behind = map(_figures, _pages(data))
    for text in some(cell.text for row in limits.rows for cell in row[1:]):
        assert _figures(text) in behind, text
    assert _smallest_points(data) >= LEGIBLE


def test_that_an_answer_beside_them_stands_behind_the_comparison(qapp):
    warm_up_kernel()
    scenarios, asked = _centers()
    asked = replace(asked, answers=(Answered(ANSWER),))
    pages = _pages(report_bytes(_run(*scenarios, asked=asked), asked, "pdf"))
    assert "All three: By December 2030" in pages[0]
    assert "Comparison, December 2030" in pages[0]
    told = " ".join(pages)
    parts = ("Comparison, December 2030", "What limits compute, share of futures", ANSWER.title)
    places = [told.index(part) for part in (*parts, "Apart and together")]
    assert places == sorted(places)


def _figures(text: str) -> str:
    """Return the years and shares of a text; a reader may have other letters of some fonts."""
    return "".join(re.findall(r"[\d%]", text))


def _smallest_points(data: bytes) -> float:
    """Return how high the smallest letters are; none is narrowed to less than half its width."""
    sizes: list[float] = []

    def visit(text: str, cm: Sequence[float], tm: Sequence[float], _: Any, size: float) -> None:
        if text.strip():
            sizes.append(abs(size * tm[3] * cm[3]))
            assert abs(tm[0] * cm[0]) > abs(tm[3] * cm[3]) / 2, text

    PdfReader(BytesIO(data)).pages[0].extract_text(visitor_text=visit)
    return min(sizes)


def test_that_many_scenarios_take_more_pages_that_are_numbered(qapp):
    more = [
        replace(with_lever(PLAN, "network_build_time", 5 + n), title=f"Built in {5 + n} years")
        for n in range(4)
    ]
    pages = _pages(report_bytes(_run(DOUBLED, *more), ASKED, "pdf"))
    assert len(pages) > 1
    for number, page in enumerate(pages, 1):
        assert f"{number} of {len(pages)}" in page
        assert "Baseline of 2025. Figures: checked." in page
    assert all(any(each.title in page for page in pages) for each in more)


def test_that_above_charts_whose_legends_are_cut_whole_titles_stand_in_their_colors(qapp):
    titles = [f"Network built in {n} years, all else as it is planned" for n in range(5, 13)]
    more = [
        replace(with_lever(PLAN, "network_build_time", 5.0 + n), title=title)
        for n, title in enumerate(titles)
    ]
    asked = Asked(made=ASKED.made)
    run = _run(*more, asked=asked)
    said = contents(run, asked, "report.pdf")
    assert [each.text for each in said.scenarios[1:]] == titles
    assert len({each.color for each in said.scenarios}) == 1 + len(titles)
    (key,) = key_of_charts(said, A4)
    assert key.leads
    assert not key_of_charts(replace(said, scenarios=said.scenarios[:2]), A4), "legends have room"
    first, *others = _pages(report_bytes(run, asked, "pdf"))
    assert all(first.count(title) >= 2 for title in some(titles)), "in words, and above charts"
    assert any(" ".join(titles) in page for page in others), (
        "again above charts on a page of their own"
    )


def test_that_without_author_and_notes_neither_is_told(qapp, one):
    for suffix in ("pdf", "html"):
        data = report_bytes(without_author(one), ASKED, suffix)
        said = " ".join(_pages(data)) if suffix == "pdf" else data.decode()
        assert "Z. Li" not in said
        assert "What does it buy?" not in said
        assert "Chengdu doubles its vouchers" in said


def test_that_question_finding_and_decision_stand_on_paper_unless_nobody_is_named(qapp, one):
    said = Presented("Is it enough?", "It is not", "Wait")
    asked = replace(
        one, projection=replace(one.projection, scenario=replace(DOUBLED, presented=said))
    )
    for told in (asked, replace(asked, others=((one.projection, 1),))):
        page = _pages(report_bytes(told, ASKED, "pdf"))[0]
        assert "Question: Is it enough? Finding: It is not Decision: Wait" in page
    web = report_bytes(asked, ASKED, "html").decode()
    assert '<p class="argument">Finding: It is not</p>' in web
    assert "Is it enough?" not in _pages(report_bytes(without_author(asked), ASKED, "pdf"))[0]


def test_that_a_chinese_title_is_text_in_a_font_of_the_file(qapp, one):
    title = "成都把算力券预算翻一番" * 6
    named = replace(one.projection, scenario=replace(DOUBLED, title=title))
    data = report_bytes(replace(one, projection=named), ASKED, "pdf")
    (page,) = _pages(data)
    assert "成都把算力券预算翻一番" in page.replace(" ", "")
    assert len(_fonts(data)) >= 2
    assert all(_fonts(data).values())


def test_that_charts_are_drawn_as_lines_and_not_as_pixels(qapp, one):
    (page,) = PdfReader(BytesIO(report_bytes(one, ASKED, "pdf"))).pages
    sizes = [image.image.width for image in page.images if image.image is not None]
    assert all(width <= 16 for width in sizes), "at most the hatch of a fan"
    drawn = page.get_contents()
    assert drawn is not None
    assert drawn.get_data().count(b" l\n") > 500


def test_that_a_single_chart_is_shown_as_level_and_as_difference(qapp, one):
    asked = replace(ASKED, settings=settings_in(("chengdu",))[:1])
    said = " ".join(_pages(report_bytes(one, asked, "pdf")))
    assert said.count("AI enterprises, Chengdu ") >= 2
    assert "difference from the baseline, enterprises" in said


def test_that_an_open_sign_is_said_to_be_open(qapp, one):
    request = Request("enterprises", "chengdu", "difference")
    series = dict(one.projection.series)
    found = series[request]
    series[request] = replace(
        found, bands=found.bands - found.bands[2] + 1.0 * (found.bands > -1e9)
    )
    shown = replace(one, projection=replace(one.projection, series=series))
    said = " ".join(_pages(report_bytes(shown, ASKED, "pdf")))
    assert "Whether it rises or falls is open" in said
    assert "hold both: AI enterprises (Chengdu)" in said
    assert "open: higher in" in said
