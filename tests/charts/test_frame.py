"""The plot area: what it spans and where values lie in pixels."""

import numpy as np
import pytest

from planner.ensemble.projection import Projection, Request, Series
from planner.model.scenario import Scenario
from ui.charts.contents.series import chart_picture
from ui.charts.contents.specs import default_setting
from ui.charts.layout.frame import Frame, Scale, scale_of
from ui.engine.shown_run import ShownRun

FRAME = Frame(50, 10, 550, 210, Scale(2025, 2035, 0, 100))


def test_that_values_map_to_pixels_and_back():
    assert FRAME.x_of(2030) == 300
    assert FRAME.y_of(0) == 210
    assert FRAME.y_of(100) == 10
    assert FRAME.time_at(300) == pytest.approx(2030)
    assert FRAME.value_per_pixel == pytest.approx(0.5)


def test_that_unbounded_values_stay_near_and_unknown_ones_unknown():
    y = FRAME.y(np.array([np.inf, -np.inf, np.nan]))
    assert y[0] < FRAME.top
    assert y[1] > FRAME.bottom
    assert np.isfinite(y[:2]).all()
    assert np.isnan(y[2])


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
