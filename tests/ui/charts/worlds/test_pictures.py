"""Pictures of worlds, trade-offs and misses show their numbers, and say them on request."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QHelpEvent, QImage, QPainter
from PySide6.QtWidgets import QToolTip

from planner.model.scenario import Scenario
from planner.model.targets.target import Target
from planner.studies.answers.about import About
from planner.studies.answers.stamp import stamp_of
from planner.studies.discover.discovery import Discovery, Limit, MissBox
from planner.studies.survive.survival import Outcome, Row, Survival
from planner.studies.survive.tradeoff import Point, TradeOff
from planner.studies.survive.worlds import worlds
from tests.some import some
from ui.charts.worlds.miss_boxes import MissBoxes
from ui.charts.worlds.picture import aspect_of, in_two_lines, text_width
from ui.charts.worlds.tradeoff_plot import place_beside, tradeoff_plot
from ui.charts.worlds.view import PictureView
from ui.charts.worlds.world_table import world_table
from ui.style.theme import DARK, LIGHT

ABOUT, COST = About("enterprises", "", 2030), About("net_public_cost", "", 2030)
STAMP = stamp_of(Scenario())
RECT = QRectF(0, 0, 480, 300)
PEELED = ((1.0, 0.4), (0.8, 0.7), (0.5, 0.9))


def _outcome(change, regret, met=0.6):
    up = 0.95 if change > 0 else 0.05
    return Outcome(9000.0, change, change - 40, change + 40, up, 1 - up, regret, 0.5, met)


def _survival(met=0.6):
    changes = ((200.0, 38.0), (120.0, -112.0))
    rows = tuple(
        Row(
            worlds()[number],
            (_outcome(each[0], 0.0, met), _outcome(each[1], each[0] - each[1], met)),
            _outcome(0.0, each[0], met),
            0,
            1000,
        )
        for number, each in enumerate(changes)
    )
    return Survival(ABOUT, "more", ("Network in 2 years", "Other spending"), rows, STAMP)


def _tradeoff():
    points = (
        Point("", (0.0, 0.0, 0.0), (0.0, 0.0, 0.0), False, 0.9),
        Point("Network", (200.0, 120.0, 300.0), (10.0, -5.0, 30.0), False, 0.8),
        Point("Vouchers", (150.0, 80.0, 280.0), (7800.0, 3000.0, 12000.0), True, 0.1),
    )
    return TradeOff(ABOUT, COST, ("more", "less"), worlds()[0], points, STAMP)


def _discovery():
    limits = (
        Limit("accelerator_life", None, 4.25, 0.0, 0.4, 0.001),
        Limit("platform_growth_2025", 0.3, None, 0.3, 1.0, 0.01),
    )
    targets = (Target("used_compute", "at least", 3000.0, year=2030),)
    return Discovery("Mine", targets, 0.4, (MissBox(limits, 0.7, 0.8, 0.3, PEELED),), STAMP)


PICTURES = {
    "worlds": lambda: world_table(_survival(), (0, 1)),
    "points": lambda: tradeoff_plot(_tradeoff(), (0, 1)),
    "boxes": lambda: MissBoxes(_discovery()),
}


@pytest.mark.parametrize("key", PICTURES)
@pytest.mark.parametrize("size", [(480, 300), (240, 160), (900, 260)])
def test_that_a_picture_is_painted_in_light_and_dark(qtbot, key, size):
    picture = PICTURES[key]()
    painted = [_painted(picture, theme, size) for theme in (LIGHT, DARK)]
    assert painted[0] != painted[1]
    assert painted[0] != _painted(None, LIGHT, size)


def test_that_the_table_marks_what_is_best_and_what_turns(qtbot):
    table = world_table(_survival(), (0, 1))
    assert [[cell.mark for cell in line.cells] for line in table.lines[:2]] == [
        ["best", ""],
        ["best", "turned"],
    ]
    assert [cell.text for cell in table.lines[1].cells] == ["+120", "\N{MINUS SIGN}112"]
    assert table.lines[1].cells[1].small == "232"


def test_that_under_the_worlds_stand_regret_sign_share_and_targets(qtbot):
    feet = {line.name: line.cells for line in world_table(_survival(), (0, 1)).lines[2:]}
    assert [each.text for each in feet["Worst regret"]] == ["0", "232"]
    assert [each.text for each in feet["Sign in all worlds"]] == ["holds", "open"]
    assert [each.text for each in feet["Targets met, at worst"]] == ["60%", "60%"]
    names = [line.name for line in world_table(_survival(None), (0, 1)).lines]
    assert "Targets met, at worst" not in names


def test_that_a_cell_and_a_heading_say_more_under_the_pointer(qtbot):
    table = world_table(_survival(), (0, 1))
    assert table.tip_at(RECT, QPointF(470, 5)) == "Other spending"
    tips = {table.tip_at(RECT, QPointF(300, y)) for y in range(40, 120, 5)}
    assert table.lines[0].cells[0].tip in tips
    names = [table.tip_at(RECT, QPointF(5, y)) for y in (5, 50, 80)]
    assert names == ["", table.lines[0].name, "Tight chips"]
    assert "Tight chips: +120 best" in table.in_words()


def test_that_a_narrow_table_has_all_columns_and_a_very_narrow_one_the_first(qtbot):
    table = world_table(_survival(), (0, 1))
    assert table.tip_at(QRectF(0, 0, 200, 200), QPointF(195, 5)) == "Other spending"
    assert table.tip_at(QRectF(0, 0, 90, 200), QPointF(85, 5)) == "Network in 2 years"


def test_that_regret_stands_below_its_difference_where_a_column_is_narrow(qtbot):
    table = world_table(_survival(), (0, 1))
    wide, narrow = (QRectF(0, 0, width, table.least_in(width)) for width in (480.0, 220.0))
    assert narrow.height() > wide.height()
    line = [table.tip_at(narrow, QPointF(110, y)) for y in range(int(narrow.height()))]
    heights = [line.count(table.lines[number].cells[0].tip) for number in (0, 1)]
    assert min(heights) >= 33
    assert _painted(table, LIGHT, (220, int(narrow.height()))) != _painted(
        replace(table, lines=_without_regret(table)), LIGHT, (220, int(narrow.height()))
    )


def test_that_a_picture_is_never_lower_than_can_be_read(qtbot):
    view = PictureView("Worlds", LIGHT)
    qtbot.addWidget(view)
    table = world_table(_survival(), (0, 1))
    view.show_picture(table)
    view.resize(220, 400)
    assert view.minimumSizeHint().height() == pytest.approx(table.least_in(220.0), abs=1)
    least = (
        tradeoff_plot(_tradeoff(), (0, 1)).least_in(300.0),
        MissBoxes(_discovery()).least_in(300),
    )
    assert min(least) > 100


def test_that_a_point_says_its_numbers_and_whether_it_is_beaten(qtbot):
    plot = tradeoff_plot(_tradeoff(), (0, 1))
    tips = {
        plot.tip_at(RECT, QPointF(x, y)) for x in range(0, 480, 6) for y in range(0, 300, 6)
    } - {""}
    assert len(tips) == 3
    assert any(tip.startswith("Vouchers: +150") and tip.endswith("; beaten") for tip in tips)
    assert plot.in_words().splitlines()[0].startswith("Do nothing: 0")


def test_that_both_axes_hold_every_range(qtbot):
    plot = tradeoff_plot(_tradeoff(), (0, 1))
    for point in some(plot.found.points):
        assert 0 < plot.across.place(min(point.first)) <= plot.across.place(max(point.first)) < 1
        assert 0 < plot.up.place(min(point.second)) <= plot.up.place(max(point.second)) < 1


def test_that_names_stand_on_no_other_name_and_within_the_plot():
    plot = QRectF(0, 0, 300, 200)
    taken: list[QRectF] = []
    for x in (100.0, 105.0, 110.0, 290.0):
        taken.append(place_beside(QPointF(x, 100), 80, plot, taken))
    assert not any(
        one.intersects(other) for one in some(taken) for other in taken if one is not other
    )
    assert max(each.right() for each in taken) <= 300


def test_that_a_limit_leads_to_its_assumption(qtbot):
    view = PictureView("Boxes", LIGHT)
    qtbot.addWidget(view)
    view.resize(480, 300)
    view.show_picture(MissBoxes(_discovery()))
    with qtbot.waitSignal(view.control_wanted) as caught:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(40, 70))
    assert caught.args == ["platform_growth_2025"]
    assert "88%" not in view.accessibleDescription()
    assert "70% of all misses" in view.accessibleDescription()


def test_that_keys_go_through_limits_and_lead_to_an_assumption(qtbot):
    view = PictureView("Boxes", LIGHT)
    qtbot.addWidget(view)
    view.resize(480, 300)
    view.show_picture(MissBoxes(_discovery()))
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    plain = view.grab().toImage()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(view, key)
    assert "Growth of platform use" in view.accessible().value
    assert view.grab().toImage() != plain, "the limit at hand has a frame"
    with qtbot.waitSignal(view.control_wanted) as caught:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert caught.args == ["platform_growth_2025"]
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert "Life of accelerators" in view.accessible().value


def test_that_keys_go_through_the_cells_of_worlds_and_the_points_of_a_plot(qtbot):
    table = world_table(_survival(), (0, 1))
    stops = table.stops(RECT)
    assert len(stops) == 2 * len(table.lines)
    assert stops[0].told.startswith(table.lines[0].name)
    assert table.lines[0].cells[0].tip in stops[0].told
    assert table.tip_at(RECT, stops[1].place.center()) == table.lines[0].cells[1].tip
    plot = tradeoff_plot(_tradeoff(), (0, 1))
    points = plot.stops(RECT)
    assert [plot.tip_at(RECT, each.place.center()) for each in points] == [
        each.told for each in points
    ]
    assert len(points) == len(plot.found.points)


def test_that_a_tip_tells_a_limit_in_full(qtbot):
    view = PictureView("Boxes", LIGHT)
    qtbot.addWidget(view)
    view.resize(480, 300)
    view.show_picture(MissBoxes(_discovery()))
    view.show()
    event = QHelpEvent(QEvent.Type.ToolTip, QPoint(40, 40), view.mapToGlobal(QPoint(40, 40)))
    view.event(event)
    assert "Life of accelerators: at most 4.25 years, 40% of all futures" in QToolTip.text()
    QToolTip.hideText()


def test_that_many_limits_stand_on_one_line_each_where_there_is_little_room(qtbot):
    limits = _discovery().boxes[0].limits
    box = replace(_discovery().boxes[0], limits=limits * 2)
    boxes = MissBoxes(replace(_discovery(), boxes=(box, box)))
    for height in (240.0, 480.0):
        rect = QRectF(0, 0, 400, height)
        last = max(y for y in range(int(height)) if boxes.address_at(rect, QPointF(50, y)))
        assert boxes.address_at(rect, QPointF(50, last)) == "platform_growth_2025"
        assert last > height * 0.7
    assert boxes.height > MissBoxes(_discovery()).height


def test_that_a_picture_is_as_high_on_a_page_as_it_has_rows(qtbot):
    few, more = (world_table(_survival(met), (0, 1)) for met in (None, 0.6))
    assert 0 < aspect_of(few) < aspect_of(more) < 1
    assert 0.3 < aspect_of(tradeoff_plot(_tradeoff(), (0, 1))) < 1


def test_that_a_long_name_is_broken_between_words(qtbot):
    width = text_width("Network in", bold=True) + 1
    assert in_two_lines("Network in 2 years", width, pixels=11) == ("Network in", "2 years")
    assert in_two_lines("Network", 1000) == ("Network", "")


def _without_regret(table):
    return tuple(
        replace(line, cells=tuple(replace(each, small="") for each in line.cells))
        for line in table.lines
    )


def _painted(picture, theme, size):
    width, height = size
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    if picture is not None:
        with QPainter(image) as painter:
            picture.paint(painter, QRectF(0, 0, width, height), theme)
    return image


def test_that_names_of_rows_have_their_room_where_columns_can_spare_it():
    table, rect = world_table(_survival(), (0, 1)), QRectF(0, 0, 366, 200)
    name = table.lines[-1].name
    end = QPointF(text_width(name, pixels=12, bold=True) + 4, 196)
    assert name == "Targets met, at worst"
    assert table.tip_at(rect, end) == name
    assert table.tip_at(rect, QPointF(360, end.y())) != name
