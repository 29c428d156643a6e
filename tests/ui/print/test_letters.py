"""The window says which letters of a title no font has, and what is exported says it too."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from planner.model.scenario import Scenario, with_lever
from tests.test_fonts import NOWHERE
from ui.style.theme import font


def test_that_the_window_says_it_once_for_each_title(suanli):
    bars = suanli.window.bars
    suanli.document.edit("Rename", Scenario(title=f"A {NOWHERE}"))
    bars.refresh()
    assert f"U+{ord(NOWHERE):04X}" in bars.bars["letters"].display.sentence
    bars.bars["letters"].chosen.emit("letters", "dismiss")
    assert "letters" not in bars.bars
    bars.refresh()
    assert "letters" not in bars.bars
    suanli.document.edit("Rename", Scenario(title=f"B {NOWHERE}"))
    bars.refresh()
    assert "letters" in bars.bars
    suanli.document.edit("Rename", Scenario(title="C"))
    bars.refresh()
    assert "letters" not in bars.bars


def test_that_an_exported_and_a_copied_chart_tell_their_boxes(drawn, qtbot, tmp_path):
    with qtbot.waitSignal(drawn.published.changed, timeout=60_000):
        drawn.document.edit(
            "Move", with_lever(Scenario(title=f"A {NOWHERE}"), "network_build_time", 9)
        )
    said: list[str] = []
    drawn.exports.done.connect(said.append)
    drawn.exports.copy_one(0)
    drawn.exports.write_chart(0, tmp_path / "a.png")
    drawn.exports.write_chart(0, tmp_path / "a.csv")
    assert ["boxes in their place" in each for each in said] == [True, True, False]


def _feet(delegate, model, width, height):
    """Return the lowest row with ink of the text that a delegate paints in the first row."""
    image = QImage(width, height, QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    option, painter = QStyleOptionViewItem(), QPainter(image)
    option.rect = QRect(0, 0, width, height)
    option.font = font()
    delegate.paint(painter, option, model.index(0, 0))
    painter.end()
    rows = [
        y for y in range(height) for x in range(40, 140) if QColor(image.pixel(x, y)).value() < 110
    ]
    return max(rows)


def test_that_a_title_in_a_fallback_font_stands_level_in_the_lists(suanli):
    if not QFontMetricsF(font()).inFontUcs4(ord("情")):
        pytest.skip("there is no Chinese font here")
    feet = {}
    for title in ("HHHHHHHHHHHHHHHHHHHH", "HHHHHHHHHHHHHHHHH情", "HHHHHHHHHHHHHHHHH情 H"):
        suanli.document.edit("Rename", Scenario(title=title))
        panel = suanli.window.shelf.scenarios
        feet[title] = _feet(panel.view.itemDelegate(), panel.view.model(), 400, 26)
    assert len(set(feet.values())) == 1, feet
