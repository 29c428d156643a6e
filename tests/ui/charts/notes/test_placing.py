"""Notes that crowd on a chart lie apart, within the plot, or are folded; all can be read."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest

from planner.model.presented.note import PinnedNote
from planner.model.story.states import with_pinned
from tests.some import some
from tests.ui.style.inked import change_in, contrast_in
from ui.charts.layout.look import Look
from ui.charts.notes.placing import PlacedNote
from ui.charts.printed import PrintedChart
from ui.style.theme import DARK, LIGHT, READABLE

A_MINUTE = 60_000
CHART = "enterprises"
LONG = ("Chips arrive late, and centers stand half empty for a year. " * 4)[:200]
CHINESE = ("芯片到货晚、因为封装厂原本为手机而建、数据中心因此半空一年。" * 8)[:200]
SAME_MONTH = tuple(PinnedNote(f"Reason {number}", CHART, date=2029.0) for number in range(5))
NEXT_MONTHS = tuple(PinnedNote(f"Month {n}", CHART, date=2029.0 + n / 12) for n in range(5))
EDGES = tuple(PinnedNote(f"Edge {date}", CHART, date=date) for date in (2025.1, 2035.9))
LONG_ONES = tuple(PinnedNote(text, CHART, date=2029.0) for text in (LONG, CHINESE))
BY_HAND = tuple(PinnedNote(f"By hand {n}", CHART, date=2028.0, x=0.5, y=0.5) for n in range(4))
CROWDS = (SAME_MONTH, NEXT_MONTHS, EDGES, LONG_ONES, BY_HAND, (*LONG_ONES, *SAME_MONTH, *EDGES))
LOW_CROWD = (*LONG_ONES, *LONG_ONES, LONG_ONES[0])
WIDE, NARROW = (520.0, 330.0), (260.0, 190.0)
LOW = (
    (260.0, 135.0),
    (300.0, 135.0),
    (360.0, 110.0),
    (360.0, 150.0),
    (430.0, 110.0),
    (520.0, 120.0),
)


@pytest.fixture
def picture(drawn):
    return drawn.window.center.charts.views[0].picture


def _painted(picture, notes, size=WIDE, theme=LIGHT) -> tuple[PrintedChart, QImage]:
    """Return a printed chart with notes, and its pixels."""
    pinned = replace(picture, scenario=with_pinned(picture.scenario, notes))
    chart = PrintedChart(pinned, Look(theme), size)
    image = QImage(int(size[0]), int(size[1]), QImage.Format.Format_RGB32)
    image.fill(QColor(theme.panel))
    painter = QPainter(image)
    chart.paint(painter)
    painter.end()
    return chart, image


def _lie_apart(notes: Sequence[PlacedNote], room: QRectF) -> bool:
    within = all(room.adjusted(-0.5, -0.5, 0.5, 0.5).contains(each.box) for each in notes)
    return within and not any(a.box.intersects(b.box) for a, b in combinations(notes, 2))


@pytest.mark.parametrize("size", [WIDE, NARROW])
@pytest.mark.parametrize("crowd", CROWDS)
def test_that_crowded_notes_lie_apart_within_the_plot(picture, crowd, size):
    chart, _ = _painted(picture, crowd, size)
    notes, room = chart.plot.notes.notes, chart.plot.box.rect()
    assert [each.mark.note for each in some(notes)] == list(crowd)
    assert _lie_apart(notes, room)
    chart.close()


@pytest.mark.parametrize("size", LOW)
def test_that_long_notes_are_all_folded_before_one_hides_another(picture, size):
    chart, _ = _painted(picture, LOW_CROWD, size)
    notes = chart.plot.notes.notes
    assert _lie_apart(some(notes), chart.plot.box.rect())
    assert any(each.opened is not None for each in notes)
    chart.close()


def test_that_no_note_is_folded_where_there_is_room_for_all(picture):
    chart, _ = _painted(picture, CROWDS[-1])
    assert [each.opened for each in some(chart.plot.notes.notes)] == [None] * len(CROWDS[-1])
    chart.close()


def test_that_a_note_without_room_is_folded_and_opens_within_the_plot(picture):
    chart, _ = _painted(picture, (LONG_ONES[0],) * 3, NARROW)
    notes, room = chart.plot.notes.notes, chart.plot.box.rect()
    opened = [each.opened for each in notes if each.opened is not None]
    for box in some(opened):
        assert room.adjusted(-1, -1, 1, 1).contains(box)
    chart.close()


def test_that_keys_open_a_folded_note(drawn, picture, qtbot):
    many = tuple(replace(LONG_ONES[0], text=f"{n}: {LONG}") for n in range(6))
    drawn.workspace.open(with_pinned(picture.scenario, many))
    view = drawn.window.center.charts.views[0]
    item = view.canvas.plot.notes
    qtbot.waitUntil(lambda: len(item.notes) == 6, timeout=A_MINUTE)
    (place, *_) = [n for n, each in enumerate(item.notes) if each.opened is not None]
    before = view.canvas.grab().toImage()
    view.setFocus()
    for _ in range(place + 1):
        QTest.keyClick(view, Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
    opened = item.notes[place].opened.translated(view.canvas.plot.area.topLeft()).toAlignedRect()
    after = view.canvas.grab().toImage()
    below = opened.adjusted(8, opened.height() // 2, -8, -4)
    assert change_in(before.copy(below), after.copy(below)) >= READABLE


def test_that_a_note_that_would_be_taller_than_the_plot_is_wider(picture):
    chart, _ = _painted(picture, LONG_ONES[:1], NARROW)
    (note,) = chart.plot.notes.notes
    assert note.opened is None
    assert note.box.height() <= chart.plot.box.rect().height()
    chart.close()


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_that_notes_are_read_on_their_ground(picture, theme):
    chart, image = _painted(picture, SAME_MONTH, theme=theme)
    corner = chart.plot.area.topLeft()
    for each in some(chart.plot.notes.notes):
        text = each.box.adjusted(2, 2, -2, -2).translated(corner).toAlignedRect()
        assert contrast_in(image.copy(text)) >= READABLE
    chart.close()
