"""Bands are hatched where no plan or figure reaches, on a screen and in a vector file."""

import shutil
import subprocess
import xml.etree.ElementTree as ET

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from planner.ensemble.projection import Projection, Request
from ui.charts.contents.picture import EXTRAPOLATED_FROM
from ui.charts.contents.specs import default_setting
from ui.charts.grid import ChartGrid
from ui.charts.layout.pixels import Pixels
from ui.charts.plot.hatch import hatch_lines
from ui.engine.shown_run import ShownRun
from ui.print.export import chart_svg
from ui.style.theme import LIGHT

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def grid(qtbot, qapp, baseline: Projection):
    grid = ChartGrid(LIGHT)
    qtbot.addWidget(grid)
    grid.resize(1200, 800)
    with qtbot.waitExposed(grid):
        grid.show()
    grid.show_run(ShownRun(baseline, baseline))
    return grid


def _shades(grid, month, baseline):
    """Return the colors within the dark band over the median, along three months."""
    series = baseline.series[Request("enterprises")]
    canvas = grid.views[0].canvas
    image, plot = canvas.grab().toImage(), canvas.plot
    value = (float(series.bands[2, month]) + float(series.bands[3, month])) / 2
    first = plot.pixel_of(baseline.times[month], value).toPoint()
    return {image.pixelColor(first.x() + step, first.y()).name() for step in range(12)}


def test_that_bands_are_plain_before_and_hatched_after(grid, baseline):
    before = int((EXTRAPOLATED_FROM - 2025) * 12) - 10
    assert len(_shades(grid, before, baseline)) == 1
    shades = _shades(grid, before + 24, baseline)
    assert len(shades) > 1
    lightest = max(QColor(shade).lightness() for shade in shades)
    assert lightest > min(QColor(shade).lightness() for shade in shades) + 10


def test_that_a_vector_file_has_the_hatch_as_lines(qapp, baseline):
    svg = chart_svg(default_setting("enterprises"), ShownRun(baseline, baseline))
    strokes = [each for each in ET.fromstring(svg).iter(f"{SVG}g") if "stroke" in each.attrib]
    hatched = [each for each in strokes if each.attrib.get("stroke") == LIGHT.panel]
    assert hatched
    lines = [line for each in hatched for line in each.findall(f"{SVG}polyline")]
    assert len(lines) > 20


def test_that_a_vector_file_has_the_lines_whole_after_the_hatch(qapp, baseline):
    svg = chart_svg(default_setting("enterprises"), ShownRun(baseline, baseline))
    convert = shutil.which("rsvg-convert")
    if convert is None:
        pytest.skip("there is no rsvg-convert to draw an SVG with")
    done = subprocess.run([convert, "-w", "1600"], input=svg, capture_output=True, check=True)
    image, line = QImage.fromData(done.stdout), QColor(LIGHT.data[0]).rgb()
    columns = [
        x
        for x in range(120, image.width(), 10)
        if any(image.pixel(x, y) == line for y in range(160, 760))
    ]
    assert len(columns) > 90
    assert min(columns) < 250, "the median begins in 2025"


def test_that_lines_lie_within_their_band(baseline):
    times = baseline.times
    x = Pixels(-202500.0, 100.0, 0.0, -1.0, 400.0)
    low, high = np.linspace(300, 200, 132), np.linspace(290, 40, 132)
    lines = hatch_lines(times, np.array([low, high]), x, 1.0)
    assert len(lines) > 20
    for line in lines:
        assert line.x1() >= x.x(np.array([EXTRAPOLATED_FROM]))[0] - 1e-6
        for end in (line.p1(), line.p2()):
            at = (end.x() - x.left) / x.per_year
            assert np.interp(at, times, high) - 0.5 <= end.y() <= np.interp(at, times, low) + 0.5
