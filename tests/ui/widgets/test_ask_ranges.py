"""Ranges before and after, drawn on one axis."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from ui.style.theme import LIGHT
from ui.widgets.ask.ranges import ROW, RangeRow, RangeRows, RangeView, paint_ranges

ONE = RangeRow("Growth", "13 → 15", (-1.0, 0.0, 1.0), (0.0, 1.0, 2.0))
SHOWN = RangeRows("Before and after", (ONE,), (-2.0, 2.0), "before")


def _painted(shown: RangeRows, height: int = 200) -> QImage:
    image = QImage(400, height, QImage.Format.Format_RGB32)
    image.fill(LIGHT.panel)
    painter = QPainter(image)
    paint_ranges(painter, QRectF(0, 0, 400, height), LIGHT, shown)
    painter.end()
    return image


def _columns(image: QImage, color: str) -> list[int]:
    wanted = QColor(color).rgb()
    rows = range(image.height())
    return [x for x in range(image.width()) if any(image.pixel(x, y) == wanted for y in rows)]


def test_that_what_is_after_lies_where_its_numbers_say(qtbot) -> None:
    strong = _columns(_painted(SHOWN), LIGHT.accent)
    axis = 394 - 224
    assert abs(strong[0] - (224 + axis / 2)) < 4
    assert abs(strong[-1] - 394) < 4


def test_that_rows_without_room_are_left_out_and_still_told(qtbot) -> None:
    many = RangeRows("Many", (ONE,) * 9, (-2.0, 2.0), "before", is_assumption=True)
    low = _painted(many, 40 + 2 * ROW)
    assert low != _painted(RangeRows("Many", (), (-2.0, 2.0), "before"), 40 + 2 * ROW)
    view = RangeView(LIGHT)
    qtbot.addWidget(view)
    view.show_rows(many)
    assert view.accessibleDescription().count("Growth: 13 → 15") == 9


def test_that_a_range_alone_is_strong(qtbot) -> None:
    alone = RangeRow("Ours", "1,385", (-0.1, 0.0, 0.1))
    assert _columns(_painted(RangeRows("One", (alone,), (-0.2, 0.2), "")), LIGHT.accent)
