"""What the curve of a solution shows: its lines, the mark, round ticks, and a way of several."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from planner.model.scenario import Scenario
from planner.studies.answers.about import About
from planner.studies.answers.stamp import stamp_of
from planner.studies.solve.handle import handle_of
from planner.studies.solve.question import Goal, Question
from planner.studies.solve.solution import Move, Solution
from planner.studies.solve.trials import Trial
from tests.some import some
from ui.charts.takes.curve import paint_curve
from ui.charts.takes.drawing import drawing_of
from ui.style.theme import DARK, LIGHT

CENTERS = handle_of("center_sellable_target")
CURVE = tuple(Trial((x,), share, 0.0) for x, share in ((0.2, 0.1), (0.55, 0.5), (0.9, 0.85)))
QUESTION = Question(
    Scenario(title="Mine"),
    Goal(About("used_compute", "", 2030), "at least", 3000.0),
    (CENTERS,),
    0.8,
    Scenario(title="Baseline"),
)
FOUND = Solution(
    question=QUESTION,
    stamp=stamp_of(Scenario()),
    status="reached",
    moves=(Move(CENTERS, 0.65, 0.86),),
    scenario=Scenario(),
    share_before=0.5,
    share=0.81,
    reached=3010.0,
    curve=CURVE,
    beside=CURVE,
    effects=(),
    held_back=None,
)


def test_that_both_curves_the_share_and_the_mark_are_drawn():
    drawing = drawing_of(FOUND, 1)
    own, beside = drawing.curves
    assert (own.name, own.color, own.is_dashed) == ("Mine", 1, False)
    assert (beside.name, beside.color, beside.is_dashed) == ("Baseline", None, True)
    assert drawing.need == 0.8
    assert drawing.mark == ((0.86 - 0.2) / 0.7, 0.81)
    assert drawing.mark_text == "86%: met in 81%"
    assert drawing.axis == "What centers can sell"


def test_that_ticks_are_round_numbers_within_the_axis():
    ticks = drawing_of(FOUND, 0).ticks
    assert [text for _, text in ticks] == ["20%", "40%", "60%", "80%"]
    assert all(0 <= place <= 1 for place, _ in some(ticks))


def test_that_a_place_between_points_is_read_straight():
    drawing = drawing_of(FOUND, 0)
    assert [name for name, _ in drawing.at(0.25)] == ["Mine", "Baseline"]
    assert [share for _, share in drawing.at(0.25)] == pytest.approx([0.3, 0.3])
    assert drawing.number_at(0.5) == "55%"


def test_that_what_stays_has_no_mark():
    stays = drawing_of(replace(FOUND, status="met already", moves=(Move(CENTERS, 0.65, 0.65),)), 0)
    assert (stays.mark, stays.mark_text) == (None, "")
    outside = drawing_of(replace(FOUND, moves=(Move(CENTERS, 0.1, 0.86),)), 0)
    assert outside.now is None


def test_that_several_levers_go_a_way_together():
    network = Move(handle_of("network_build_time"), 4.0, 2.75)
    curve = tuple(Trial((x, 4.0), share, 0.0) for x, share in ((0.65, 0.4), (0.8, 0.6), (0.9, 0.8)))
    drawing = drawing_of(replace(FOUND, moves=(*FOUND.moves, network), curve=curve), 0)
    assert drawing.curves[0].points == ((0.0, 0.4), (0.5, 0.6), (1.0, 0.8))
    assert drawing.mark == (1.0, 0.81)
    assert drawing.number_at(0.5) == "50%"
    assert [text for _, text in drawing.ticks] == ["0%", "25%", "50%", "75%", "100%"]


def test_that_it_is_painted_within_its_room_in_both_themes(qapp):
    drawing = drawing_of(FOUND, 0)
    for theme in (LIGHT, DARK):
        picture = QImage(400, 260, QImage.Format.Format_ARGB32)
        picture.fill(0)
        painter = QPainter(picture)
        paint_curve(painter, QRectF(20, 20, 360, 220), theme, drawing)
        painter.end()
        edges = [picture.pixel(x, y) for x in range(400) for y in (0, 5, 12, 248, 259)]
        assert {*some(edges)} == {0}
        assert any(picture.pixel(x, 100) for x in range(60, 380))
