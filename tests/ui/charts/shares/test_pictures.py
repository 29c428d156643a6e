"""Bars and areas: where they stand, and which is under a point."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, QRectF

from planner.studies.answers.about import About
from planner.studies.answers.stamp import Stamp
from planner.studies.matters.first_order import Matters, Share
from planner.studies.matters.tornado import Swing, Tornado
from planner.studies.matters.totals import Total
from tests.some import some
from ui.charts.shares.areas import AreasPainter, area_at, areas_of
from ui.charts.shares.bars import DOWN, MOST, _total_row, share_bars, swing_bars
from ui.charts.shares.paint import BarsPainter, row_at
from ui.style.theme import LIGHT

ABOUT = About("used_compute", "", 2026)
STAMP = Stamp(2025, "conditioned", 1000, "2.0")
NAMES = ("accelerator_life", "cost_pull", "pue")
PLACE = QRectF(10, 20, 400, 260)


def _share(name: str, now: float, before: float, slope: float = 0.3) -> Share:
    return Share((name,), (now,), now, 0.02, slope, (before, now))


FOUND = Matters(
    ABOUT,
    STAMP,
    (2025, 2026),
    (_share(NAMES[0], 0.5, 0.2), _share(NAMES[1], 0.3, 0.6, -0.2), _share(NAMES[2], 0.001, 0.0)),
)


def test_that_bars_are_as_long_as_their_shares_and_the_smallest_have_none() -> None:
    first, second = share_bars(FOUND).rows
    assert first.end / second.end == pytest.approx(0.5 / 0.3)
    assert first.end < 1
    assert (first.mark, second.mark) == ("", DOWN)
    assert (first.text, second.text) == ("50%", "30%")


def test_that_no_more_bars_are_shown_than_a_reader_looks_at() -> None:
    many = tuple(_share(NAMES[0], 0.2, 0.1) for _ in range(30))
    assert len(share_bars(replace(FOUND, shares=many)).rows) == MOST


def test_that_a_total_shows_what_is_alone_and_its_interval() -> None:
    row = _total_row(Total("pue", 0.2, 0.03, 0.3, 0.05), 0.5)
    assert (row.begin, row.end) == pytest.approx((0.4, 0.6))
    assert (row.low, row.high) == pytest.approx((0.5, 0.7))


def test_that_swings_stand_around_the_middle() -> None:
    swings = (
        Swing("alibaba_plan", "lever", 0, 1500, 50.0, 150.0),
        Swing("pue", "assumption", 1.1, 1.4, 120.0, 90.0),
    )
    shown = swing_bars(Tornado(ABOUT, STAMP, 100.0, swings))
    assert shown.middle == pytest.approx(0.5)
    assert (shown.rows[0].begin, shown.rows[0].end) == (0.0, 1.0)
    assert (shown.rows[1].begin, shown.rows[1].end) == pytest.approx((0.4, 0.7))
    assert [row.mark for row in shown.rows] == ["", DOWN]
    assert not swing_bars(Tornado(ABOUT, STAMP, 100.0, ())).rows


def test_that_areas_stand_on_each_other() -> None:
    shown = areas_of(FOUND)
    assert shown.areas[0].lower == (0.0, 0.0)
    for below, above in some(pairwise(shown.areas)):
        assert above.lower == below.upper
    assert shown.areas[1].upper == pytest.approx((0.8, 0.8))


def test_that_a_year_without_a_share_leaves_a_gap_and_no_nonsense() -> None:
    first = replace(FOUND.shares[0], by_year=(float("nan"), 0.5))
    shown = areas_of(replace(FOUND, shares=(first,)))
    assert shown.areas[0].upper == (0.0, 0.5)


def test_that_a_long_name_takes_what_its_bar_can_spare_and_no_more(qapp) -> None:
    first, *others = share_bars(FOUND).rows
    place, painter = QRectF(0, 0, 386, 200), BarsPainter(LIGHT)
    for name in ("Response of new enterprises to price", "Long " * 40):
        bars = replace(share_bars(FOUND), rows=(replace(first, name=name), *others))
        room = painter.room(bars, place)
        assert room.right - room.left >= 80
        has_room = painter._names_width(bars.rows) <= room.left - room.rows[0].left()
        assert has_room == (name.count(" ") < 10)


def test_that_the_row_and_the_area_under_a_point_are_found(qapp) -> None:
    bars = share_bars(FOUND)
    room = BarsPainter(LIGHT).room(bars, PLACE)
    assert [row_at(room, row.center().y()) for row in some(room.rows)] == [0, 1]
    assert row_at(room, PLACE.bottom()) is None
    areas = areas_of(FOUND)
    plot = AreasPainter(LIGHT).plot(areas, PLACE)
    assert PLACE.contains(plot)
    assert area_at(areas, plot, QPointF(plot.right() - 1, plot.bottom() - 1)) == 0
    assert area_at(areas, plot, QPointF(plot.left() + 1, plot.bottom() - 0.5 * plot.height())) == 1
    assert area_at(areas, plot, QPointF(plot.left() + 1, plot.top() + 1)) is None
