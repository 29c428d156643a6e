"""Every text stands on its baseline and is drawn whole, whichever font has its letters."""

import numpy as np
import pytest
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter

from planner.model.scenario import Scenario
from tests.some import some
from ui.charts.contents.series import chart_picture
from ui.charts.contents.specs import default_setting
from ui.charts.layout.look import Look
from ui.charts.printed import PrintedChart
from ui.engine.shown_run import ShownRun
from ui.print.export import chart_image
from ui.print.size import PictureSize
from ui.style import lettering
from ui.style.lettering import TALLEST, Paragraph, Shaped, paint_line, reach_of
from ui.style.theme import font

ENTERPRISES = default_setting("enterprises")
CHINESE = "情景高"
STACKED = "A" + "\N{COMBINING ACUTE ACCENT}\N{COMBINING TILDE}" * 12
TEXTS = [f"{CHINESE} py", "Ωg Ąj", "مرحبا", "😀 py", "Ấ\N{COMBINING DOT BELOW}g"]


def _has(text, pixels=38):
    metrics = QFontMetricsF(font(pixels))
    return all(metrics.inFontUcs4(ord(letter)) for letter in text)


@pytest.fixture
def _chinese(qapp):
    if not _has(CHINESE):
        pytest.skip("there is no Chinese font here")


def _rows(paint, width=900, height=300):
    """Return the rows that have ink when something is painted, and the columns."""
    image = QImage(width, height, QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setPen(QColor("black"))
    paint(painter)
    painter.end()
    dots = np.frombuffer(image.constBits(), np.uint8).reshape(height, -1)[:, :width] < 128
    rows, columns = np.flatnonzero(dots.any(axis=1)), np.flatnonzero(dots.any(axis=0))
    return int(rows[0]), int(rows[-1]), int(columns[0]), int(columns[-1])


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("bold", [False, True])
def test_that_a_line_gets_the_room_that_its_letters_take(qapp, text, bold):
    hand = font(38, bold=bold)
    reach = reach_of([text], hand)
    top, bottom, *_ = _rows(lambda painter: paint_line(painter, hand, 20, 150, text))
    assert 150 - reach.above - 1 <= top
    assert bottom <= 150 + reach.below + 1


@pytest.mark.parametrize("text", TEXTS)
def test_that_a_paragraph_is_painted_within_its_height(qapp, text):
    paragraph = Paragraph(" ".join([text] * 20), font(16), 400.0)
    top, bottom, left, right = _rows(lambda painter: paragraph.paint(painter, 10, 20))
    assert top >= 20 - 1
    assert bottom <= 20 + paragraph.height + 1
    assert left >= 8
    assert right <= 412


def test_that_a_word_longer_than_the_line_is_broken(qapp):
    paragraph = Paragraph("W" * 200, font(16), 400.0)
    *_, right = _rows(lambda painter: paragraph.paint(painter, 0, 0))
    assert right <= 400


@pytest.mark.usefixtures("_chinese")
def test_that_a_fallback_font_does_not_move_the_baseline(qapp):
    plain = _rows(lambda painter: Shaped("HH", font(38)).paint(painter, 20, 150))
    mixed = _rows(lambda painter: Shaped(f"HH{CHINESE}", font(38)).paint(painter, 20, 150))
    assert plain[0] >= mixed[0]
    letters = _rows(lambda painter: paint_line(painter, font(38), 20, 150, "HH"))
    assert plain[:2] == letters[:2]
    whole = _rows(lambda painter: paint_line(painter, font(38), 20, 150, f"HH{CHINESE}"))
    assert mixed[:2] == whole[:2]


@pytest.mark.usefixtures("_chinese")
def test_that_even_lines_stay_even_beside_a_fallback_font(qapp):
    assert reach_of([CHINESE], font(16)) == reach_of(["py"], font(16))
    plain, mixed = (Paragraph(text, font(16), 900.0).height for text in ("py", f"{CHINESE} py"))
    assert plain == mixed


def test_that_marks_stacked_without_end_are_cut_to_a_few_lines(qapp, monkeypatch):
    hand = font(38)
    most = TALLEST * QFontMetricsF(hand).height()
    assert reach_of([STACKED], hand).above <= most
    monkeypatch.setattr(lettering, "TALLEST", 0.2)  # so that any letter is too tall
    _forget()
    top, bottom, *_ = _rows(lambda painter: paint_line(painter, hand, 20, 150, "ÅÅ"))
    _forget()
    assert top >= 150 - 0.2 * QFontMetricsF(hand).height() - 2
    assert bottom <= 150


def _forget():
    lettering._measured.cache_clear()


def _subtitle_foot(made, title):
    """Return the lowest row with ink of the line under the title of a picture."""
    run = made(Scenario(title=title))
    image = chart_image(ENTERPRISES, ShownRun(run, run), size=PictureSize(1600, 1000, 1))
    ground, strip = QColor(image.pixel(2, 2)), image.copy(56, 100, 400, 50)
    rows = [
        y
        for y in range(strip.height())
        for x in range(strip.width())
        if abs(QColor(strip.pixel(x, y)).lightness() - ground.lightness()) > 60
    ]
    return max(rows)


@pytest.mark.usefixtures("_chinese")
def test_that_a_chinese_title_keeps_the_feet_of_its_letters(made):
    assert _subtitle_foot(made, f"{CHINESE} py") == _subtitle_foot(made, "Hh py")


@pytest.mark.usefixtures("_chinese")
def test_that_a_chinese_name_stands_level_in_the_legend(made, baseline):
    def feet(title):
        run = made(Scenario(title=title, levers=()), 0.5)
        other = made(Scenario(title="Hh"), 0.2)
        picture = chart_picture(
            default_setting("compute_supply"), ShownRun(run, baseline, ((other, 1),))
        )
        chart = PrintedChart(picture, Look(scale=2.0), (1800.0, 600.0))
        assert len(chart.plot.legend.curves) >= 2
        return _rows(chart.plot.legend.draw, 1800, 40)

    assert abs(feet(f"{CHINESE} H")[1] - feet("HHHH H")[1]) <= 4


@pytest.mark.parametrize("dash", ["–", "\N{FULLWIDTH TILDE}"])
def test_that_a_range_of_numbers_stays_on_one_line(qapp, dash):
    text = f"2026{dash}2028 芯片 56%{dash}79%、需求 −3{dash}+4%"
    broken = 0
    for room in some(range(90, 300, 7)):
        made = Paragraph(text, font(14), float(room))
        shown = made._layout.text()
        parts = [
            shown[line.textStart() : line.textStart() + line.textLength()]
            for line, _ in made._lines
        ]
        ends = [part.strip(" \N{WORD JOINER}") for part in parts]
        assert not any(part.endswith(dash) or part.startswith(dash) for part in ends)
        broken += len(parts) > 1
    assert broken > 5
    assert "".join(parts).replace("\N{WORD JOINER}", "") == text
