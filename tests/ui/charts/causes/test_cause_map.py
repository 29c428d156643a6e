"""The map of causes: nodes apart, links in sight, walked and folded by pointer and by keys."""

from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF

from planner.model.scenario import Scenario
from planner.studies.inspect.causes import first_opened, map_of
from planner.studies.inspect.moment import course_of
from planner.studies.inspect.node import Node, node_at
from tests.some import some
from ui.charts.causes.layers import (
    COLUMN_GAP,
    LEAST_NODE_WIDTH,
    LEFT,
    MARGIN,
    NODE_HEIGHT,
    NODE_WIDTH,
    TALL_NODE_HEIGHT,
    laid_out,
)
from ui.charts.causes.paint import NodeText, box_of, lines_of, link_path
from ui.charts.causes.view import CauseMapView
from ui.style.theme import DARK, LIGHT, SMALL_PIXELS, font

COURSE = course_of(Scenario(), 47)
CHENGDU = node_at("enterprises.chengdu")
BIRTHS = node_at("births.chengdu")


def _map(root=CHENGDU, opened=None):
    return map_of(root, COURSE, first_opened(root, COURSE) if opened is None else opened)


def _texts(shown):
    return {
        placed.node: NodeText(placed.node.name, "1", "computed", tip=placed.node.address)
        for placed in shown.nodes
    }


def _view(qtbot, shown):
    view = CauseMapView(LIGHT, "Map")
    qtbot.addWidget(view)
    view.show_map(shown, _texts(shown), "Births on enterprises: more of it gives more.")
    view.show()
    return view


@pytest.mark.parametrize(
    "text", ["enterprises.chengdu", "rent.cloud", "chip_price", "births.henan"]
)
def test_that_no_boxes_lie_over_each_other_and_causes_stand_left(text):
    shown = _map(node_at(text), {BIRTHS, *first_opened(node_at(text), COURSE)})
    layout = laid_out(shown, 500, 300)
    boxes = {node: box_of(node, layout) for node in layout.places}
    for one, two in some(combinations(boxes.values(), 2)):
        assert not one.intersects(two)
    steps = {placed.node: placed.steps for placed in shown.nodes}
    for near, far in some(combinations(layout.places, 2)):
        if steps[near] < steps[far]:
            assert boxes[near].left() >= boxes[far].left() + layout.node_width
    assert min(box.left() for box in boxes.values()) >= 0
    assert min(box.top() for box in boxes.values()) >= 0
    assert max(box.bottom() for box in boxes.values()) <= layout.height


def test_that_nodes_get_narrower_where_that_shows_all_columns():
    shown = _map(node_at("enterprises.chengdu"), {BIRTHS})
    columns = 1 + max(placed.steps for placed in shown.nodes)
    beside = (columns - 1) * COLUMN_GAP + MARGIN + LEFT
    for node, wanted in ((LEAST_NODE_WIDTH, None), (150, None), (LEAST_NODE_WIDTH - 1, NODE_WIDTH)):
        room = columns * node + beside
        layout = laid_out(shown, room, 300)
        assert layout.node_width == (wanted or node)
        assert (layout.width <= room) == (wanted is None)


def test_that_narrow_nodes_are_higher_where_their_column_has_room():
    shown = _map(node_at("enterprises.chengdu"), {BIRTHS})
    columns = 1 + max(placed.steps for placed in shown.nodes)
    room = columns * (NODE_WIDTH - 20) + (columns - 1) * COLUMN_GAP + MARGIN + LEFT
    assert laid_out(shown, room, 3000).node_height == TALL_NODE_HEIGHT
    assert laid_out(shown, room, 200).node_height == NODE_HEIGHT
    assert laid_out(shown, 3000, 3000).node_height == NODE_HEIGHT
    boxes = [box_of(node, laid_out(shown, room, 3000)) for node in laid_out(shown, 0).places]
    assert not any(one.intersects(two) for one, two in some(combinations(boxes, 2)))


def test_that_words_take_as_many_lines_as_there_are_before_any_is_cut(qapp):
    metrics = QFontMetricsF(font(SMALL_PIXELS))
    name, width = (
        "Deaths of enterprises (each place)",
        metrics.horizontalAdvance("enterprises (each"),
    )
    assert lines_of(name, metrics, width + 1, 3) == ("Deaths of", "enterprises (each", "place)")
    assert lines_of(name, metrics, width + 1)[-1].endswith("\u2026")
    assert lines_of(name, metrics, width + 1, 1)[0].endswith("\u2026")


def test_that_a_chinese_name_with_a_year_goes_to_a_second_line(qapp):
    metrics = QFontMetricsF(font(SMALL_PIXELS))
    name = "2025\u5e74\u4f01\u4e1a\u6570\uff08\u5404\u5730\u533a\uff09"
    lines = lines_of(name, metrics, 0.7 * metrics.horizontalAdvance(name))
    assert "".join(lines) == name
    assert len(lines) == 2


def test_that_a_small_map_is_spread_over_the_room():
    shown = _map(opened=())
    assert laid_out(shown, 700, 500).width == 700
    assert laid_out(shown, 700, 500).height == 500
    assert laid_out(shown, 10, 10).width > 10


def test_that_each_link_begins_at_its_cause_and_ends_at_its_effect():
    shown = _map(opened={BIRTHS, node_at("deaths.chengdu")})
    layout = laid_out(shown)
    for link in some(shown.links):
        path = link_path(link, layout)
        cause, effect = box_of(link.cause, layout), box_of(link.effect, layout)
        assert cause.adjusted(-1, -1, 1, 1).contains(path.pointAtPercent(0))
        assert effect.adjusted(-1, -1, 1, 1).contains(path.pointAtPercent(1))


def test_that_a_click_opens_a_node_and_one_on_its_badge_folds_it(qtbot):
    view = _view(qtbot, _map(opened=()))
    chosen: list[Node] = []
    folded: list[Node] = []
    view.chosen.connect(chosen.append)
    view.folded.connect(folded.append)
    for place in (view.place_of(BIRTHS), view.badge_place(BIRTHS).adjusted(0, 0, -6, 0)):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place.center().toPoint())
    assert chosen == [BIRTHS]
    assert folded == [BIRTHS]


def test_that_arrows_walk_to_a_cause_and_keys_open_and_fold_it(qtbot):
    view = _view(qtbot, _map(opened=()))
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    assert view.at_hand == CHENGDU
    qtbot.keyClick(view, Qt.Key.Key_Left)
    first = view.at_hand
    assert first in {BIRTHS, node_at("deaths.chengdu"), Node("enterprises_2025", "chengdu")}
    assert view.accessibleName() == f"Map: {first.address}"
    while view.at_hand != BIRTHS:
        before = view.at_hand
        qtbot.keyClick(view, Qt.Key.Key_Up)
        assert view.at_hand != before
    with qtbot.waitSignal(view.folded) as folded:
        qtbot.keyClick(view, Qt.Key.Key_Plus)
    with qtbot.waitSignal(view.chosen) as chosen:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert folded.args == chosen.args == [BIRTHS]
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.at_hand == CHENGDU


def test_that_marked_ways_and_themes_are_seen(qtbot):
    view = _view(qtbot, _map(opened={BIRTHS}))
    usual = view.grab().toImage()
    view.mark([("births", "enterprises")])
    marked = view.grab().toImage()
    assert marked != usual
    view.set_theme(DARK)
    assert view.grab().toImage() != marked
    view.set_room(QSize(2000, 1200))
    assert view.width() >= 2000
    assert view.accessibleDescription().startswith("Births on enterprises")
    assert {part.name for part in view.accessible().parts} >= {"births", "enterprises"}


@pytest.mark.parametrize("width", range(30, 130, 7))
def test_that_a_chinese_name_has_no_bracket_apart_from_what_it_encloses(qapp, width):
    metrics = QFontMetricsF(font(SMALL_PIXELS))
    name = "\u4eba\u5de5\u667a\u80fd\u4f01\u4e1a\u6570\uff08\u5404\u5730\u533a\uff09"
    lines = lines_of(name, metrics, float(width))
    assert not lines[0].endswith("\uff08")
    assert not some(lines)[-1].startswith("\uff09")


def test_that_a_share_is_told_in_numbers_alone_where_its_words_have_no_room(qtbot):
    shown = _map()
    view, images = _view(qtbot, shown), []
    for weight in ("78% ±3", "78% ±3 of all that is spread in many words"):
        node = replace(_texts(shown)[BIRTHS], weight=weight, share="78% ±3")
        view.show_map(shown, {**_texts(shown), BIRTHS: node}, "")
        images.append(view.grab().toImage())
    assert images[0] == images[1]
    view.show_map(shown, _texts(shown), "")
    assert view.grab().toImage() != images[0]


def test_that_the_map_is_no_larger_than_the_room_it_has_now(qtbot):
    view = _view(qtbot, _map())
    view.set_room(QSize(1600, 1400))
    view.set_room(QSize(1200, 900))
    assert view.size() == QSize(1200, 900)
