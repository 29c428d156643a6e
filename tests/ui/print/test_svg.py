"""An SVG keeps its lines in the plot and asks for fonts as a browser wants it."""

import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from base64 import b64decode
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from planner.ensemble.projection import Request, Series
from planner.model.scenario import Scenario
from ui.charts.contents.specs import ChartSetting, default_setting
from ui.engine.shown_run import ShownRun
from ui.print.export import chart_svg
from ui.print.figures_column import APART, WIDTH
from ui.print.printed_sheet import MARGIN
from ui.print.report.make import report_bytes
from ui.print.report.parts import Asked
from ui.print.size import PictureSize
from ui.print.svg_fonts import with_font_lists
from ui.style.theme import LIGHT

SVG = "{http://www.w3.org/2000/svg}"
RENT = ChartSetting("rent", "cloud")


@pytest.fixture
def wild(doubled, baseline):
    """A curve that is unbounded for years, with bands that are so too."""
    center = np.full(132, 100.0)
    center[20:60] = np.inf
    center[70:90] = -1e9
    bands = np.stack([center * 0.5, center * 0.8, center, center * 1.2, np.full(132, np.inf)])
    run = replace(doubled, series={Request("rent", "cloud"): Series(center, bands)})
    return ShownRun(run, run)


def _outside(svg):
    """Return the points of shapes that lie above the plot or below it, and are not clipped."""
    root = ET.fromstring(svg)
    clips = {
        each.attrib["id"]: _numbers(path.attrib["d"])
        for each in root.iter(f"{SVG}clipPath")
        for path in each.iter(f"{SVG}path")
    }
    assert clips
    top = min(min(numbers[1::2]) for numbers in clips.values())
    found: list[float] = []

    def visit(element, is_clipped):
        is_clipped = is_clipped or "clip-path" in element.attrib
        for name in ("points", "d"):
            if name in element.attrib and not is_clipped:
                heights = _numbers(element.attrib[name])[1::2]
                found.extend(y for y in heights if y < 0 or y > 2000)
        for child in element:
            if child.tag != f"{SVG}defs":
                visit(child, is_clipped)

    visit(root, is_clipped=False)
    return found, top


def _numbers(text):
    return [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?(?:e-?\d+)?", text)]


def test_that_curves_are_clipped_to_the_plot(qapp, wild):
    found, top = _outside(chart_svg(RENT, wild))
    assert found == []
    assert top > 120  # below title and subtitle


def test_that_no_line_is_drawn_over_the_title_of_an_svg(qapp, wild, tmp_path):
    convert = shutil.which("rsvg-convert")
    if convert is None:
        pytest.skip("there is no rsvg-convert to draw an SVG with")
    (tmp_path / "a.svg").write_bytes(chart_svg(RENT, wild))
    subprocess.run(
        [convert, "-w", "1600", "-o", tmp_path / "a.png", tmp_path / "a.svg"], check=True
    )
    image = QImage(str(tmp_path / "a.png"))
    line = QColor(LIGHT.data[0]).rgb()
    rows = {
        y
        for y in range(0, image.height(), 2)
        for x in range(130, image.width(), 2)
        if image.pixel(x, y) == line
    }
    assert rows, "the curve is drawn"
    assert min(rows) > 130


def test_that_the_charts_of_a_report_are_clipped_too(qapp, wild):
    shown = ShownRun(wild.projection, wild.baseline)
    page = report_bytes(shown, Asked(settings=(RENT,))).decode()
    (picture,) = re.findall(r"data:image/svg\+xml;base64,([^\"]+)", page)
    found, _ = _outside(b64decode(picture))
    assert found == []


def test_that_every_family_is_a_list_that_ends_in_a_generic_one(qapp, doubled, baseline):
    svg = chart_svg(default_setting("enterprises"), ShownRun(doubled, baseline))
    families = {
        each.attrib["font-family"]
        for each in ET.fromstring(svg).iter()
        if "font-family" in each.attrib
    }
    assert families
    for family in families:
        names = [name.strip() for name in family.split(",")]
        assert names[-1] == "sans-serif"
        assert len(names) > 2
        assert "'Sans Serif'" not in names
        assert all(re.fullmatch(r"'[^']+'", name) for name in names[:-1])


def test_that_a_title_that_looks_like_a_font_is_left_as_it_is(qapp, made, baseline):
    title = 'a font-family="Sans Serif" of mine'
    svg = chart_svg(default_setting("enterprises"), ShownRun(made(Scenario(title=title)), baseline))
    assert title in "".join(ET.fromstring(svg).itertext())
    plain = b'<text font-family="Serif"> font-family="Mine" </text>'
    assert with_font_lists(plain).endswith(b'> font-family="Mine" </text>')


@pytest.mark.parametrize(("width", "height"), [(1600, 1000), (333, 517), (2400, 600)])
def test_that_pictures_of_every_shape_are_clipped(qapp, wild, width, height):
    found, _ = _outside(chart_svg(RENT, wild, size=PictureSize(width, height, 1.0)))
    assert found == []


@pytest.mark.parametrize("has_strip", [True, False])
def test_that_names_beside_the_curves_are_not_cut_to_a_box(qapp, doubled, baseline, has_strip):
    setting = replace(default_setting("compute_supply"), has_strip=has_strip)
    root = ET.fromstring(chart_svg(setting, ShownRun(doubled, baseline)))
    clips = {
        f"url(#{each.attrib['id']})": max(_numbers(path.attrib["d"])[::2])
        for each in root.iter(f"{SVG}clipPath")
        for path in each.iter(f"{SVG}path")
    }
    ends = {
        text.strip(): clips[group.attrib["clip-path"]]
        for group in root.iter(f"{SVG}g")
        if "clip-path" in group.attrib
        for text in group.itertext()
    }
    assert min(clips.values()) < 1400  # the box of the plot ends before the names
    edge = 1600 - MARGIN - WIDTH - APART
    assert {ends[name] for name in ("Realized", "Can be sold", "Used")} == {edge}


def test_that_it_is_described_by_its_values_and_what_they_rest_on(qapp, doubled, baseline):
    shown = ShownRun(doubled, baseline)
    root = ET.fromstring(chart_svg(RENT, shown))
    (said,) = (each.text for each in root.iter(f"{SVG}desc"))
    assert said is not None
    values, rests = said.splitlines()
    assert values.startswith(
        "Compute rent, Hyperscale clouds, Dec 2030 (80% range), and difference from the baseline: "
        "Alibaba doubled "
    )
    assert rests.startswith("Scenario: Alibaba doubled. Baseline of 2025.")
    page = report_bytes(shown, Asked(settings=(RENT,))).decode()
    drawn = [b64decode(each) for each in re.findall(r"svg\+xml;base64,([^\"]+)", page)]
    assert drawn
    assert all(b"Generated with Qt" not in each for each in drawn)
