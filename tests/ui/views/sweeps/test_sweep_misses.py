"""In which futures of a sweep a level is missed: boxes world by world, of all points or of one."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from planner.studies.discover.discovery import Limit, MissBox
from planner.sweep.summary.misses import InWorld
from ui.charts.sweeps.misses import MissesPicture
from ui.charts.worlds.miss_boxes import MissBoxes
from ui.style.theme import LIGHT
from ui.views.sweeps.misses_page import MissesPage
from ui.wording.answers.discover import box_sentence

A_MINUTE = 60_000


@pytest.fixture
def open_misses(open_sweep, sweep):
    """Return what opens the page of misses, with a level or without."""

    def opened(level=""):
        shown = open_sweep(sweep, level)
        (page,) = (each for each in shown.questions if isinstance(each, MissesPage))
        shown.tabs.setCurrentWidget(page)
        return shown, page

    return opened


def _middle(shown):
    return f"{sorted(shown.found.median)[3]:.0f}"


def test_that_it_asks_for_a_level_first(open_misses):
    _, page = open_misses()
    assert page.said.text() == "Type a level above to see in which futures it is missed."
    assert page.shown is None


def test_that_misses_of_all_points_are_told_world_by_world(open_misses, open_sweep, sweep, qtbot):
    _, page = open_misses(_middle(open_sweep(sweep)))
    qtbot.waitUntil(lambda: page.shown is not None, timeout=A_MINUTE)
    assert [each.world for each in page.shown.worlds] == ["licensed_chips", "tight_chips"]
    assert page.shown.futures == 960
    assert "of 960 futures" in page.said.text()
    assert "All of them were looked at" in page.said.text()
    assert len(page.views) == len([each for each in page.shown.worlds if each.boxes])
    assert page.picture is not None


def test_that_misses_of_one_point_follow_the_point_that_is_chosen(
    open_misses, open_sweep, sweep, qtbot
):
    shown, page = open_misses(_middle(open_sweep(sweep)))
    qtbot.waitUntil(lambda: page.shown is not None, timeout=A_MINUTE)
    page.whose.setCurrentIndex(1)
    page.whose.activated.emit(1)
    assert "Choose a point first" in page.said.text()
    shown.points.table.selectRow(shown.points.model.row_of_point(2))
    qtbot.waitUntil(lambda: page.shown is not None, timeout=A_MINUTE)
    assert page.shown.point == 2
    assert page.shown.futures == 160


def _box(*limits):
    return MissBox(limits, 0.6, 0.8, 0.3, ((1.0, 0.4), (0.6, 0.8)))


def test_that_a_box_names_levers_that_points_set_in_the_words_of_the_window():
    budget = Limit("voucher_budget.shanghai", None, 600.0, 0.0, 0.4, 0.01)
    target = Limit("voucher_budget", 300.0, None, 0.3, 1.0, 0.02)
    said = box_sentence(_box(budget, target))
    assert "voucher budget, Shanghai is at most 600 M CNY/yr" in said
    assert "voucher budget, each place is at least 300 M CNY/yr" in said


def test_that_boxes_of_worlds_are_painted_one_below_the_other(qapp):
    found = InWorld("", 100, 0.4, 2, 100, (_box(Limit("crowd_in", 2.0, None, 0.3, 1, 0.01)),))
    boxes = MissBoxes(found)
    assert boxes.height_beside == 150 < boxes.height
    pictures = [MissesPicture((("First", boxes),)), MissesPicture((("First", boxes),) * 2)]
    painted = []
    for picture in pictures:
        image = QImage(500, 600, QImage.Format.Format_RGB32)
        image.fill(0)
        with QPainter(image) as painter:
            picture.paint(painter, QRectF(image.rect()), LIGHT)
        painted.append(bytes(image.constBits()))
    assert painted[0] != painted[1]
