"""A chart on paper tells the number of the year of each scenario, in each language."""

import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import combinations
from unicodedata import normalize

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QImage

from planner.model.scenario import Scenario, with_lever
from planner.quantities.told.numerals import numerals
from planner.storage.sentences.spoken import speaking
from tests.some import some
from ui.charts.contents.series import chart_picture
from ui.charts.contents.specs import EVERY, ChartSetting, default_setting, default_settings
from ui.charts.contents.words import wording
from ui.charts.layout.look import Look
from ui.engine.shown_run import ShownRun
from ui.print.export import chart_svg, chart_to_copy, sheet_work
from ui.print.printed_sheet import PrintedSheet
from ui.print.sheet import sheet_of_several
from ui.print.size import PictureSize
from ui.print.values.line import ValuesLine
from ui.print.values.told import chart_values
from ui.style.theme import LIGHT, font
from ui.wording.key_figures import kpi_display, kpi_head

ENTERPRISES, SUPPLY = default_setting("enterprises"), default_setting("compute_supply")
WRITTEN = {
    "en": ("Dec 2028", "1,179", "Baseline", "(1,"),
    "it": ("dic 2028", "1179", "Riferimento", "("),
    "zh_CN": ("2028年12月", "1,179", "基准情景", "\N{FULLWIDTH LEFT PARENTHESIS}"),
}


@pytest.fixture
def shown(qapp, doubled, baseline, made):
    """Return two scenarios beside the baseline, in 2028."""
    other = made(with_lever(Scenario(title="Another"), "network_build_time", 9), 0.5)
    return ShownRun(doubled, baseline, ((other, 1),), year=2028)


def _look():
    return Look(words=wording(), numerals=numerals())


def _values(setting, run):
    found = chart_values(setting, run, _look())
    assert found is not None
    return found


def _near(text, run, setting):
    """Return whether a value begins with the number that a run has in its year."""
    return float(text.split(" (")[0].rpartition(" ")[2].replace(",", "")) == pytest.approx(
        _median(run, setting), rel=0.01
    )


def _median(run, setting):
    month = 12 * (2028 - 2025) + 11
    found = next(each for request, each in run.series.items() if request[:2] == (setting, ""))
    return float(found.line[month])


def test_that_each_scenario_and_the_baseline_have_a_value_with_its_range(shown):
    said = _values(ENTERPRISES, shown)
    assert said.about == "Dec 2028 (80% range)"
    assert [each.text.partition(" 1,")[0] for each in said.each] == [
        "Alibaba doubled",
        "Another",
        "Baseline",
    ]
    runs = (shown.projection, shown.others[0][0], shown.baseline)
    assert all(
        _near(each.text, run, "enterprises") for each, run in zip(said.each, runs, strict=True)
    )
    assert all(each.text.endswith(")") and "–" in each.text for each in some(said.each))
    assert len({each.color for each in said.each}) == 3


@pytest.mark.parametrize("language", WRITTEN)
def test_that_a_chart_alone_tells_level_and_difference_of_each_with_their_ranges(shown, language):
    with speaking(language):
        said = chart_values(ENTERPRISES, shown, _look(), differing=True)
        slide = sheet_work(shown, (ENTERPRISES,), suffix="svg")()
        several = sheet_work(shown, suffix="svg")()
        head = kpi_head("enterprises", "", 2028)
        cards = [
            kpi_display(head, each, shown.baseline, 2028, numerals())
            for each in (shown.projection, shown.others[0][0])
        ]
    assert said is not None
    *told, baseline = said.each
    for value, card in zip(told, cards, strict=True):
        told_of = (card.value, card.span, card.difference, card.difference_span)
        assert all(each and each in value.text for each in some(told_of))
        assert _joined(value.text) in _joined("".join(ET.fromstring(slide).itertext()))
        assert _joined(value.text) not in _joined("".join(ET.fromstring(several).itertext()))
    assert not any(card.difference in baseline.text for card in cards)
    if language == "en":
        assert said.about == "Dec 2028 (80% range), and difference from the baseline"


def test_that_a_low_picture_of_many_tells_levels_and_keeps_its_chart(shown, made):
    more = tuple(
        (made(Scenario(title=f"A further scenario, number {n}"), 1.0 + n / 10), n)
        for n in range(2, 9)
    )
    crowd = replace(shown, others=(*shown.others, *more))
    for run, is_told in ((shown, True), (crowd, False)):
        svg = chart_svg(ENTERPRISES, run, size=PictureSize(800, 500, 1))
        said = "".join(ET.fromstring(svg).itertext())
        assert ("difference from the baseline:" in said) == is_told
        assert _joined("Alibaba doubled 1,") in _joined(said)


def test_that_what_others_are_held_against_has_no_difference(shown):
    other = shown.others[0][0]
    said = chart_values(ENTERPRISES, replace(shown, reference=other), _look(), differing=True)
    assert said is not None
    assert said.about.endswith("and difference from Another")
    assert said.each[1].text == _values(ENTERPRISES, shown).each[1].text


def test_that_of_several_lines_it_says_which_one_is_told(shown):
    assert _values(SUPPLY, shown).about == "Used compute, Dec 2028 (80% range)"
    rent = _values(default_setting("rent"), shown)
    assert rent.about == "Compute rent, clouds, Dec 2028 (80% range)"


def test_that_levels_have_their_unit_where_the_axis_has_another_one(shown):
    percent = _values(replace(SUPPLY, view="percent"), shown)
    assert percent.about == "Used compute, EFLOPS realized, Dec 2028 (80% range)"


def test_that_the_places_of_one_scenario_have_a_value_each(qapp, doubled, baseline):
    alone = ShownRun(doubled, baseline, year=2028)
    setting = ChartSetting("enterprises", "chengdu,shanghai")
    names = [each.text.partition(" 1,")[0] for each in _values(setting, alone).each]
    assert names == ["Chengdu", "Shanghai"]
    assert len(_values(replace(setting, element=EVERY), alone).each) > 3


def test_that_one_future_has_no_range(qapp, doubled, baseline):
    series = {key: replace(each, bands=None) for key, each in doubled.series.items()}
    alone = ShownRun(replace(doubled, series=series), replace(baseline, series=series), year=2028)
    said = _values(ENTERPRISES, alone)
    assert said.about == "Dec 2028"
    assert not any("(" in each.text for each in some(said.each))


def test_that_charts_of_states_and_what_is_not_known_have_no_value(shown):
    assert chart_values(default_setting("limit"), shown, _look()) is None
    bare = replace(shown, projection=replace(shown.projection, series={}), others=())
    bare = replace(bare, baseline=bare.projection)
    assert chart_values(ENTERPRISES, bare, _look()) is None


def test_that_a_shorter_run_is_told_in_its_last_year(qapp, made):
    run = made(Scenario(last_year=2027))
    assert _values(ENTERPRISES, ShownRun(run, run)).about.startswith("Dec 2027")


@pytest.mark.parametrize("language", WRITTEN)
def test_that_a_picture_and_a_sheet_tell_them_in_each_language(shown, language):
    with speaking(language):
        texts = [chart_svg(ENTERPRISES, shown), sheet_work(shown, suffix="svg")()]
        values = _values(ENTERPRISES, shown)
    for each in texts:
        said = _joined("".join(ET.fromstring(each).itertext()))
        assert all(_joined(value.text) in said for value in some(values.each))
        assert _joined(values.about) in said
        assert all(_joined(word) in said for word in WRITTEN[language])


@pytest.mark.parametrize("language", WRITTEN)
def test_that_a_picture_says_them_inside_its_file_and_when_it_is_copied(shown, language):
    with speaking(language):
        copied = chart_to_copy(ENTERPRISES, shown)
        values = _values(ENTERPRISES, shown)
    for image in (copied.image, QImage.fromData(copied.png)):
        assert all(value.text in image.text("Description") for value in some(values.each))
        assert all(word in image.text("Description") for word in WRITTEN[language])


@pytest.mark.parametrize("language", WRITTEN)
def test_that_a_printed_sheet_has_them_as_text_in_fonts_of_the_file(shown, language):
    if language == "zh_CN" and not QFontMetricsF(font()).inFontUcs4(ord("基")):
        pytest.skip("there is no Chinese font here")
    with speaking(language):
        (page,) = PdfReader(BytesIO(sheet_work(shown, suffix="pdf")())).pages
    said = _joined(page.extract_text())
    assert all(_joined(word) in said for word in WRITTEN[language])
    described = [
        each.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        for each in page["/Resources"]["/Font"].values()  # type: ignore[index]
    ]
    assert all(any(key.startswith("/FontFile") for key in each) for each in some(described))


@pytest.mark.parametrize("language", WRITTEN)
@pytest.mark.parametrize("room", [90.0, 300.0, 700.0])
def test_that_no_value_lies_over_another_or_leaves_its_room(shown, language, room):
    with speaking(language):
        line = ValuesLine(_values(SUPPLY, shown), font(15), room, LIGHT, "EFLOPS")
    areas = [
        QRectF(x, top, _width(paragraph), paragraph.height)
        for x, top, paragraph, _ in some(line.places)
    ]
    assert not any(one.intersects(other) for one, other in combinations(areas, 2))
    assert all(area.right() <= room + 1 and area.bottom() <= line.height for area in areas)


def _joined(text):
    """Return a text without its spaces: each font has runs of its own."""
    return "".join(normalize("NFKC", text).split())


def _width(paragraph):
    return max(each.naturalTextWidth() for each, _ in paragraph._lines)


def test_that_charts_of_a_sheet_begin_below_their_values(shown):
    look = replace(_look(), scale=2.0)
    pictures = [chart_picture(each, shown) for each in default_settings()]
    sheet = sheet_of_several(pictures, shown.projection, look, date(2026, 11, 27))
    bare = PrintedSheet(sheet, look)
    values = tuple(chart_values(each, shown, look) for each in default_settings())
    told = PrintedSheet(replace(sheet, values=values), look)
    heights = [_heights(each) for each in (bare, told)]
    tops = [[each.place.top() for each in some(sheet.charts)] for sheet in (bare, told)]
    bare.close()
    told.close()
    more = [after - before for before, after in zip(*heights, strict=True)]
    assert min(more) > 0
    lower = [after - before for before, after in zip(*tops, strict=True)]
    assert lower == pytest.approx(more)


def _heights(sheet):
    return [each.values.height for each in sheet.charts]
