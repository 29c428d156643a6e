"""Thin lines are as wide on a screen of many pixels as on one of few."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from ui.charts.plot.polygons import lines
from ui.charts.plot.strokes import draw_by_pen

SIDE = 40
ACROSS = np.array([5.0, 35.0]), np.array([20.5, 20.5])
UP = np.array([20.5, 20.5]), np.array([5.0, 35.0])


def _drawn(line, pixels, dash=()):
    """Return where a black line of one point was drawn on white, as darkness of each pixel."""
    image = QImage(SIDE * pixels, SIDE * pixels, QImage.Format.Format_Grayscale8)
    image.setDevicePixelRatio(pixels)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor("black"), 1.0)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dash:
        pen.setDashPattern(dash)
    draw_by_pen(painter, pen, lines(line[0], line[1], [(0, 2)]))
    painter.drawPoint(1, 1)  # the painter is where it was
    painter.end()
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    dark = 255 - rows[:, : image.width()].astype(float)
    assert dark[: 3 * pixels, : 3 * pixels].max() > 0
    dark[: 3 * pixels, : 3 * pixels] = 0
    return dark / 255


@pytest.mark.parametrize("pixels", [1, 2, 3])
@pytest.mark.parametrize("line", [ACROSS, UP])
def test_that_a_line_is_a_point_wide_whatever_the_pixels(qapp, line, pixels):
    dark = _drawn(line, pixels)
    area = dark.sum() / pixels**2
    assert area == pytest.approx(30, rel=0.15)
    middle = dark[:, 20 * pixels] if line is ACROSS else dark[20 * pixels]
    assert (middle > 0.9).sum() == pixels


@pytest.mark.parametrize("pixels", [1, 2])
def test_that_dashes_are_as_long_whatever_the_pixels(qapp, pixels):
    dark = _drawn(ACROSS, pixels, [7.0, 4.0])
    covered = (dark.max(axis=0) > 0.5).sum() / pixels
    assert covered == pytest.approx(21, abs=2)
