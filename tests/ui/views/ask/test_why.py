"""The card that says why: live with few inputs, and the same numbers as the terminal."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

import ui.views.ask.why
from planner.ensemble.many import Projector
from planner.ensemble.progress import to_the_end
from planner.model.scenario import Scenario, lever_addresses, with_assumption, with_lever
from planner.quantities.spread import Spread
from planner.studies.explain.explain import explained
from ui.style.theme import DARK, LIGHT
from ui.views.ask.why import LIVE_INPUTS, Wanted
from ui.wording.answers.explain import sentence

A_MINUTE = 60_000
BOTH = with_lever(
    with_lever(Scenario(title="Both", futures=64), "network_build_time", 2),
    "center_sellable_target",
    0.8,
)


def _card(drawn, qtbot, scenario):
    drawn.workspace.open(scenario, anew=True)
    drawn.window.actions_["ask_why"].trigger()
    card = drawn.ask.panel.cards["why"]
    qtbot.waitUntil(
        lambda: card.found is not None and card.found.turning is not None, timeout=A_MINUTE
    )
    return card


def test_that_the_card_explains_the_scenario_on_screen(drawn, qtbot):
    card = _card(drawn, qtbot, BOTH)
    about = drawn.ask.panel.about
    found = to_the_end(explained(Scenario(futures=64), BOTH, about))
    assert card.found.total == found.total
    assert card.found.parts == found.parts
    assert card.sentence.text() == sentence(card.found)
    assert card.state.text() == "live"
    assert "64 futures" in card.line.toolTip() or "64 futures" in card.line.text()
    answered = card.answer()
    assert answered is not None
    assert answered.answer.scenario == "Both"
    image = QImage(400, 260, QImage.Format.Format_RGB32)
    image.fill(LIGHT.panel)
    before = image.copy()
    painter = QPainter(image)
    assert answered.paint is not None
    answered.paint(painter, QRectF(0, 0, 400, 260), LIGHT)
    painter.end()
    assert image != before


def test_that_table_and_chart_take_turns_and_an_input_is_shown(drawn, qtbot):
    card = _card(drawn, qtbot, BOTH)
    qtbot.mouseClick(card.table_link, Qt.MouseButton.LeftButton)
    assert card.table.isVisible()
    assert card.table.rowCount() == 4
    assert card.table.item(0, 0).text() == "What centers can sell"
    assert card.table.item(3, 1).text().startswith("+")
    qtbot.mouseClick(card.table_link, Qt.MouseButton.LeftButton)
    assert card.chart.isVisible()
    with qtbot.waitSignal(card.control_wanted) as caught:
        qtbot.mouseClick(card.chart, Qt.MouseButton.LeftButton, pos=_first_row(card))
    assert caught.args == ["center_sellable_target"]
    card.set_theme(DARK)


def test_that_the_card_says_where_not_all_futures_are_used(drawn, qtbot, monkeypatch):
    monkeypatch.setattr("planner.studies.explain.explain.FUTURES", 900)
    card = _card(drawn, qtbot, replace(BOTH, futures=1200))
    assert card.fewer.isVisible()
    assert card.fewer.text().startswith("900 of 1,200 futures are used: ")
    assert card.fewer.text() in card.answer().answer.table.notes
    drawn.workspace.open(BOTH, anew=True)
    qtbot.waitUntil(card.fewer.isHidden, timeout=A_MINUTE)


def _first_row(card):
    point = card.chart.rect().center()
    point.setY(8)
    return point


def test_that_assumptions_are_explained_against_the_default_baseline(drawn, qtbot):
    ranges = with_assumption(replace(BOTH, title="Ranges"), "crowd_in", Spread(2, 4.15, 9))
    card = _card(drawn, qtbot, ranges)
    assert {each.changed.kind for each in card.found.parts} == {"lever", "assumption"}


def test_that_the_baseline_has_nothing_to_explain(drawn, qtbot):
    card = _card(drawn, qtbot, BOTH)
    drawn.workspace.show(None)
    qtbot.waitUntil(lambda: card.answer() is None, timeout=A_MINUTE)
    assert "Nothing differs from Baseline" in card.blank.text()


def test_that_many_inputs_are_explained_once_the_hand_rests(drawn, qtbot):
    many = replace(BOTH, title="Many")
    for name in [each for each in lever_addresses() if each.startswith("voucher_budget.")][:3]:
        many = with_lever(many, name, 900)
    card = _card(drawn, qtbot, many)
    assert len(card.found.parts) == 5 > LIVE_INPUTS
    assert card.state.text() == ""
    assert card.progress.isHidden()


def test_that_a_hand_that_moves_is_followed_to_where_it_stays(drawn, qtbot):
    card = _card(drawn, qtbot, replace(BOTH, futures=1000))
    document = drawn.document
    for years in (2.5, 3.0, 3.5):
        moved = with_lever(document.scenario, "network_build_time", years)
        document.edit("Move", moved, "network_build_time", final=False)
        qtbot.wait(20)
    qtbot.waitUntil(lambda: card.found.turning is None, timeout=A_MINUTE)
    assert card.found.stamp.futures == 250
    document.edit("Move", moved, "network_build_time")
    qtbot.waitUntil(lambda: card.found.turning is not None, timeout=A_MINUTE)
    assert card.found.stamp.futures == 1000
    assert card.found.after == document.scenario


def test_that_what_a_hand_passes_between_two_answers_is_not_asked_for(drawn, qtbot, monkeypatch):
    card = _card(drawn, qtbot, replace(BOTH, futures=1000))
    monkeypatch.setattr(ui.views.ask.why, "REFRESH", A_MINUTE)
    asked = []
    ask = card._live.ask

    def counted(work, **how):
        asked.append(work)
        ask(work, **how)

    monkeypatch.setattr(card._live, "ask", counted)
    document, run = drawn.document, drawn.published.run
    for years in (2.5, 3.0, 3.5):
        moved = with_lever(document.scenario, "network_build_time", years)
        document.edit("Move", moved, "network_build_time", final=False)
        qtbot.waitUntil(lambda: drawn.published.run.scenario == document.scenario, timeout=A_MINUTE)
    assert drawn.published.run is not run
    assert len(asked) == 1
    card._pause.setInterval(0)
    qtbot.waitUntil(lambda: card.found.after == moved, timeout=A_MINUTE)
    assert len(asked) == 2
    document.edit("Move", moved, "network_build_time")
    qtbot.waitUntil(lambda: card.found.turning is not None, timeout=A_MINUTE)


@pytest.mark.parametrize(("is_moving", "futures"), [(True, 250), (False, 1000)])
def test_that_a_moving_hand_is_answered_with_fewer_futures(drawn, is_moving, futures):
    after = replace(BOTH, futures=1000)
    drawn.window.actions_["ask_why"].trigger()
    about = drawn.ask.panel.about
    wanted = Wanted(Scenario(), after, about, 2, is_moving)
    found = to_the_end(wanted.steps(Projector()))
    assert found.stamp.futures == futures
    assert (found.turning is None) == is_moving
