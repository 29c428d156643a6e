"""What axes span, and where a view box has it in pixels."""

import numpy as np
import pytest

from planner.ensemble.projection import Projection, Request, Series
from planner.model.scenario import Scenario
from ui.charts.contents.series import chart_picture
from ui.charts.contents.specs import default_setting
from ui.charts.layout.scale import Scale, scale_of
from ui.charts.plot.box import PlotBox
from ui.engine.shown_run import ShownRun


@pytest.fixture
def box(qapp):
    made = PlotBox()
    made.resize(500, 200)
    made.show_range(2025, 2035, 0, 100)
    return made


def test_that_values_map_to_pixels_as_the_view_box_does(box):
    assert box.pixels.x(np.array([2030.0])) == pytest.approx([250])
    assert box.pixels.y(np.array([0.0, 100.0])) == pytest.approx([200, 0])
    box.prepareForPaint()
    place = box.childTransform().map(2027.5, 25.0)
    assert place == pytest.approx((box.pixel_of(2027.5, 25.0).x(), box.pixel_of(2027.5, 25.0).y()))


def test_that_unbounded_values_stay_near_and_unknown_ones_unknown(box):
    y = box.pixels.y(np.array([np.inf, -np.inf, np.nan]))
    assert y[0] < 0
    assert y[1] > 200
    assert np.isfinite(y[:2]).all()
    assert np.isnan(y[2])


def test_that_logarithms_stand_as_far_apart_as_their_ratio(box):
    box.is_log = True
    box.show_range(2025, 2035, 0, 2)
    assert box.pixels.y(np.array([1.0, 10.0, 100.0])) == pytest.approx([200, 100, 0])
    assert box.pixels.y(np.array([0.0]))[0] > 200


def test_that_a_scale_holds_every_line_and_band(baseline, doubled):
    picture = chart_picture(default_setting("enterprises"), ShownRun(doubled, baseline))
    scale = scale_of(picture, 300)
    assert scale.low == 0
    assert scale.high >= max(curve.line.max() for curve in picture.curves)
    bands = picture.curves[0].bands
    assert bands is not None
    assert scale.high >= bands.max()
    assert (scale.first, scale.last) == (2025, 2036)


def test_that_a_value_that_runs_away_does_not_flatten_the_rest():
    center = np.full(132, 80.0)
    center[:3] = (np.inf, 1e6, 1e4)
    series = {Request("public_cost_per_added_enterprise"): Series(center, None)}
    times = 2025 + np.arange(132) / 12
    run = Projection(Scenario(), times, series, 0, 0.0)
    picture = chart_picture(default_setting("public_cost_per_added_enterprise"), ShownRun(run, run))
    assert 80 < scale_of(picture, 300).high < 1000


def test_that_an_empty_picture_still_has_a_scale():
    run = Projection(Scenario(), 2025 + np.arange(132) / 12, {}, 0, 0.0)
    picture = chart_picture(default_setting("enterprises"), ShownRun(run, run))
    assert picture.is_empty
    assert scale_of(picture, 300) == Scale()
