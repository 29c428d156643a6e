"""G3: exported pictures of every size have exactly their pixels, and say what their axes mean."""

import itertools

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

from planner.ensemble.projection import Projection, Request, Series
from planner.model.scenario import Scenario
from ui.charts.contents.specs import default_setting
from ui.charts.layout.naming import GAP
from ui.charts.plot.axes import ValueAxis
from ui.engine.shown_run import ShownRun
from ui.print.export import chart_image, chart_png
from ui.print.size import PictureSize, SizeError
from ui.style.theme import LIGHT

SHAPES = (
    (1600, 1000),
    (1600, 900),
    (800, 900),
    (1000, 640),
    (1000, 1000),
    (640, 480),
    (1920, 1080),
    (1280, 720),
    (333, 517),
    (1601, 1001),
    (2400, 600),
    (600, 1800),
)
SCALES = (1.0, 1.5, 2.0)
SETTING = default_setting("enterprises")


def _shown():
    times = 2025 + np.arange(132) / 12
    center = 6000 * np.exp(0.09 * (times - 2025))
    bands = np.stack([center * share for share in (0.9, 0.95, 1.0, 1.1, 1.2)])
    run = Projection(Scenario(), times, {Request("enterprises"): Series(center, bands)}, 9, 0.0)
    return ShownRun(run, run)


def test_that_pictures_of_every_size_have_their_pixels_and_their_axes(qapp, sized, record):
    """G3."""
    shown, labels = _shown(), 0
    shapes = SHAPES[:: sized(4, 1)]
    for (width, height), scale in itertools.product(shapes, SCALES):
        size = PictureSize(width, height, scale)
        image = QImage.fromData(chart_png(SETTING, shown, size=size))
        assert (image.width(), image.height()) == (round(width * scale), round(height * scale))
        assert _ink(image, image.rect()) > 0.01, size
        boxes = _label_boxes(shown, size)
        assert len(boxes) >= 3
        for box in boxes:
            assert _ink(image, box.toAlignedRect()) > 0.02, (size, box)
        labels += len(boxes)
    for refused in ((8001, 1000, 1.0), (1000, 8001, 1.0), (4001, 1000, 2.0), (5400, 1000, 1.5)):
        with pytest.raises(SizeError, match="only sides of 320 to 8000 pixels"):
            PictureSize(*refused)
    count = len(shapes) * len(SCALES)
    record("G3", f"{count} sizes: exact pixels, none blank, {labels} axis labels there; 4 refused")


def test_that_an_empty_place_has_no_ink(qapp):
    """The measure of the row above sees the difference between text and none."""
    image = chart_image(SETTING, _shown())
    assert _ink(image, QRectF(4, 4, 60, 20).toAlignedRect()) == 0


def _label_boxes(shown, size):
    """Return where the numbers of the value axis stand in a picture, in its pixels."""
    painted = []

    def listen(axis, painter):
        look, marked = axis.look, dict(axis.marked())
        height, right = axis.size().height(), axis.size().width() - GAP * look.scale
        boxes = []
        for value, text in marked.items():
            width, line = look.metrics.horizontalAdvance(text), look.line / 1.5
            y = (1 - axis.part(value)) * height
            boxes.append(QRectF(right - width, y - line / 2, width, line))
        painted.append([painter.transform().mapRect(box) for box in boxes])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ValueAxis, "draw", listen)
        chart_image(SETTING, shown, size=size)
    (boxes,) = painted
    return boxes


def _ink(image, box):
    """Return the share of a box that is not the ground."""
    ground, part = QColor(LIGHT.panel).rgb(), image.copy(box)
    step = max(1, min(part.width(), part.height()) // 200)
    dots = [
        part.pixel(x, y) != ground
        for x in range(0, part.width(), step)
        for y in range(0, part.height(), step)
    ]
    return sum(dots) / len(dots)
