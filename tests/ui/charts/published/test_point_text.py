"""The tip of a measured mark tells what the model has there, and how far that is away."""

import re
from dataclasses import replace

import numpy as np
import pytest

from tests.some import some
from ui.charts.contents.series import chart_picture
from ui.charts.contents.specs import ChartSetting, default_setting
from ui.charts.contents.wording import Wording
from ui.charts.published.point_text import point_text
from ui.engine.shown_run import ShownRun
from ui.wording.numbers import Numerals

SHARE = ChartSetting("utilization")


def _moved(picture, value):
    """Return a picture whose curves all have one value, and no range."""
    curves = tuple(
        replace(each, line=np.full_like(each.line, value), bands=None) for each in picture.curves
    )
    return replace(picture, curves=curves)


def _model_line(point, picture):
    """Return the line of a tip that tells of the model, empty where there is none."""
    lines = point_text(point, picture, Wording(), Numerals()).splitlines()
    return next((line for line in lines if line.startswith("Model")), "")


@pytest.fixture
def picture(baseline):
    return chart_picture(SHARE, ShownRun(baseline, baseline))


def test_that_a_model_beside_the_range_of_a_figure_is_told_with_its_distance(picture):
    point = some(each for each in picture.points if each.low < each.high)[0]
    below = _model_line(point, _moved(picture, point.low - 2.4))
    assert below.endswith("2.4 points below the range of the figure"), below
    above = _model_line(point, _moved(picture, point.high + 3.1))
    assert above.endswith("3.1 points above the range of the figure"), above
    inside = _model_line(point, _moved(picture, (point.low + point.high) / 2))
    assert inside.endswith("%, within the range of the figure"), inside


def test_that_a_figure_without_a_range_is_told_with_its_distance_as_well(picture):
    point = replace(picture.points[0], fact_id="one")
    exact = replace(point, low=point.value, high=point.value)
    with_exact = replace(picture, points=(exact,))
    assert _model_line(exact, with_exact) == "", "nobody knows which curve it is about"


def test_that_value_and_model_have_their_ranges_each_with_its_percent(picture):
    point = some(each for each in picture.points if each.low < each.high)[0]
    lines = point_text(point, picture, Wording(), Numerals()).splitlines()
    assert lines[1] == "30% (20–32%)"
    assert re.match(r"Model: [\d.]+% \(80%: [\d.]+–[\d.]+%\), ", lines[2])


def test_that_every_figure_of_every_usual_chart_tells_of_the_model(baseline):
    keys = ("enterprises", "installed_compute", "utilization", "rent")
    pictures = [chart_picture(default_setting(key), ShownRun(baseline, baseline)) for key in keys]
    told = [
        _model_line(point, each)
        for each in pictures
        for point in each.points
        if any(curve.request is not None for curve in each.curves)
    ]
    assert [line for line in some(told) if not line.startswith("Model: ")] == []


def test_that_nothing_is_told_of_a_curve_that_is_hidden(picture):
    assert _model_line(picture.points[0], replace(picture, curves=())) == ""
