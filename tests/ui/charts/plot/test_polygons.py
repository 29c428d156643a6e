"""Polygons follow their values and leave gaps where nothing is known."""

import numpy as np
import pytest

from ui.charts.plot.polygons import bands, lines, ribbons, runs_of

X = np.arange(6.0) * 10
Y = np.array([0.0, 5.0, np.nan, 5.0, 0.0, 0.0])


def _points(polygon):
    shape = polygon.shape
    return [(shape[i].x(), shape[i].y()) for i in range(shape.size())]


def test_that_a_line_breaks_where_a_value_is_unknown():
    first, second = lines(X, Y, runs_of(Y[None]))
    assert _points(first) == [(0, 0), (10, 5)]
    assert _points(second) == [(30, 5), (40, 0), (50, 0)]


def test_that_a_lone_value_is_no_line():
    assert runs_of(np.where(X == 20, 1.0, np.nan)[None]) == []
    assert runs_of(np.full((1, 6), np.nan)) == runs_of(np.zeros((1, 1))) == []


def test_that_a_band_goes_along_one_edge_and_back_along_the_other():
    (band,) = bands(X[:2], np.zeros(2), np.full(2, 7.0), [(0, 2)])
    assert _points(band) == [(0, 0), (10, 0), (10, 7), (0, 7)]


def test_that_a_band_breaks_where_either_edge_is_unknown():
    for edges in (np.stack((Y, np.ones(6))), np.stack((np.ones(6), Y))):
        low, high = edges
        assert len(bands(X, low, high, runs_of(edges))) == 2


def test_that_a_ribbon_is_as_wide_as_its_line():
    (flat,) = ribbons(X, np.zeros(6), 2.0, [(0, 6)])
    assert {y for _, y in _points(flat)} == {-1.0, 1.0}
    (steep,) = ribbons(np.zeros(6), X, 2.0, [(0, 6)])
    assert {x for x, _ in _points(steep)} == {-1.0, 1.0}


def test_that_a_corner_of_a_ribbon_keeps_its_width():
    x, y = np.array([0.0, 10.0, 10.0]), np.array([0.0, 0.0, 10.0])
    (bent,) = ribbons(x, y, 2.0, [(0, 3)])
    corners = sorted(_points(bent))
    assert (pytest.approx(9.0), pytest.approx(1.0)) in corners
    assert (pytest.approx(11.0), pytest.approx(-1.0)) in corners
