"""The card on single futures: pick one, see what is unusual, move a lever in it, pin it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest

from planner.model.scenario import Scenario, with_lever
from planner.studies.future.one import number_at, one_future
from planner.studies.future.pinned import pinned
from ui.style.theme import DARK, LIGHT
from ui.views.ask.future.unusual import MOST

A_MINUTE = 60_000
FASTER = with_lever(Scenario(title="Faster", futures=64), "network_build_time", 2)


@pytest.fixture
def card(drawn, qtbot):
    drawn.workspace.open(FASTER, anew=True)
    drawn.window.actions_["ask_future"].trigger()
    shown = drawn.ask.panel.cards["future"]
    qtbot.waitUntil(
        lambda: shown.found is not None and shown.found.scenario.title == "Faster", timeout=A_MINUTE
    )
    return shown


def test_that_the_future_in_the_middle_is_picked_first_and_others_by_clicks(card, qtbot):
    found = card.found
    assert card.one == one_future(found, number_at(found, 0.5))
    assert card.sentence.text().startswith(f"Future {card.one.number}: ")
    assert "Against the baseline +" in card.sentence.text()
    assert card.state.text() == "live"
    card.chart.picked.emit(9)
    assert card.one == one_future(found, 9)
    assert card.chart.drawing.number == 9
    rank = card.one.rank
    qtbot.mouseClick(card.links["higher"], Qt.MouseButton.LeftButton)
    assert card.one.rank == min(rank + 3, 64)
    card.chart.stepped.emit(-1)
    assert card.one.rank == min(rank + 3, 64) - 1
    qtbot.mouseClick(card.links["lower"], Qt.MouseButton.LeftButton)
    assert card.one.rank < rank + 2


def test_that_unusual_assumptions_lead_to_their_rows(card, qtbot):
    told = card.one.unusual[:MOST]
    shown = [row.name for row in card.unusual.rows if not row.link.isHidden()]
    assert shown == [each.name for each in told]
    with qtbot.waitSignal(card.control_wanted) as caught:
        card.unusual.rows[0].link.click()
    assert caught.args == [told[0].name]


def test_that_the_future_at_hand_follows_a_lever_and_keeps_its_number(card, drawn, qtbot):
    card.pick(5)
    before, lines = card.chart.drawing.own.copy(), card.chart.drawing.lines
    row = drawn.window.side.levers.row("network_build_time")
    slider = row.slider
    place = slider.rect().center()
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseMove(slider, place)
    qtbot.waitUntil(lambda: bool((card.chart.drawing.own != before).any()), timeout=A_MINUTE)
    assert drawn.document.is_moving
    assert card.chart.drawing.lines is lines, "the others wait for the end of the drag"
    assert card.chart.drawing.number == 5
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=place)
    scenario = drawn.document.scenario
    qtbot.waitUntil(
        lambda: card.found is not None and card.found.scenario.levers == scenario.levers,
        timeout=A_MINUTE,
    )
    assert card.one.number == 5


def test_that_a_pinned_future_is_a_scenario_that_can_be_undone_and_saved(card, drawn, qtbot):
    card.pick(5)
    held = replace(pinned(card.found, 5), targets=())
    qtbot.mouseClick(card.links["pin"], Qt.MouseButton.LeftButton)
    made = drawn.document.scenario
    assert made.title == "Faster, future 5"
    assert (made.levers, made.assumptions) == (held.levers, held.assumptions)
    assert drawn.document.is_dirty
    qtbot.waitUntil(lambda: card.found is None, timeout=A_MINUTE)
    assert "every future is the same one" in card.blank.text()
    assert card.answer() is None
    card.pin()
    assert drawn.document.scenario is made, "there is nothing to pin"


def test_that_the_answer_goes_into_a_report_with_its_picture(card):
    card.set_theme(DARK)
    answered = card.answer()
    assert answered.answer.study == "future"
    assert "Unusual in it: " in answered.answer.sentence
    assert len(answered.answer.table.rows) == len(card.found.names)
    image = QImage(400, 240, QImage.Format.Format_RGB32)
    image.fill(LIGHT.panel)
    blank = image.copy()
    painter = QPainter(image)
    answered.paint(painter, QRectF(0, 0, 400, 240), LIGHT)
    painter.end()
    assert image != blank
