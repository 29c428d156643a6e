"""The card of own numbers: attached from a CSV, fitted, undone, refused, and on the chart."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from planner.model.scenario import Scenario
from ui.style.theme import DARK, LIGHT

A_MINUTE = 60_000
ROWS = """date,outcome,place,value,error
2027-12,enterprises,chengdu,1385,3%
2026,voucher_budget,chengdu,150,
"""


@pytest.fixture
def card(drawn):
    drawn.workspace.open(Scenario(title="Ours", futures=256), anew=True)
    drawn.window.actions_["ask_numbers"].trigger()
    return drawn.ask.panel.cards["numbers"]


def _attached(card, qtbot, tmp_path, rows=ROWS):
    path = tmp_path / "mine.csv"
    path.write_text(rows, "utf-8")
    with qtbot.waitSignal(
        card.answer_changed, timeout=A_MINUTE, check_params_cb=lambda: card.found is not None
    ):
        card.attach(path)
    return card.found


def test_that_a_scenario_without_numbers_shows_what_to_do(card):
    assert not card.start.isHidden()
    assert card.answer() is None
    for link in (card.attach_link, card.fit_link, card.compare_link, card.remove_link):
        assert link.isHidden()


def test_that_the_example_can_be_tried_and_taken_away(card, drawn, qtbot):
    with qtbot.waitSignal(
        card.answer_changed, timeout=A_MINUTE, check_params_cb=lambda: card.found is not None
    ):
        qtbot.mouseClick(card.start.example_button, Qt.MouseButton.LeftButton)
    assert not card.found.is_refused
    assert card.start.isHidden()
    qtbot.mouseClick(card.remove_link, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not card.start.isHidden(), timeout=A_MINUTE)
    assert not drawn.document.scenario.own
    assert drawn.document.scenario.levers == ()


def test_that_the_example_is_written_and_attached_as_it_is(card, drawn, qtbot, tmp_path):
    path = tmp_path / "example.csv"
    with qtbot.waitSignal(card.attaching.told, timeout=A_MINUTE):
        card.attaching.write_example(path)
    card.attach(path)
    qtbot.waitUntil(lambda: bool(drawn.document.scenario.own), timeout=A_MINUTE)
    assert len(drawn.document.scenario.own.points) == 3


def test_that_copied_cells_are_pasted_with_the_usual_keys(card, drawn, qtbot):
    QGuiApplication.clipboard().setText(ROWS.replace(",", "\t"))
    qtbot.keyClick(card, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(drawn.document.scenario.own), timeout=A_MINUTE)
    QGuiApplication.clipboard().setText(" ")
    card.attaching.paste()
    assert "no text to paste" in card.fault.text()


def test_that_a_fitted_copy_opens_beside_the_scenario(card, drawn, qtbot, tmp_path):
    _attached(card, qtbot, tmp_path)
    before = drawn.document.scenario
    qtbot.mouseClick(card.compare_link, Qt.MouseButton.LeftButton)
    assert drawn.document.scenario.title == "Ours, fitted"
    assert drawn.document.scenario.draws == "calibrated"
    assert drawn.document.scenario.own == before.own
    assert before in [each.scenario for each in drawn.workspace.documents]


def test_that_every_assumption_is_shown_before_and_after(card, qtbot, tmp_path):
    found = _attached(card, qtbot, tmp_path)
    assert len(card.shifts.shown.rows) == len(found.shifts) > len(found.told)
    assert card.shifts.minimumHeight() > card.points.height()


def test_that_a_csv_is_attached_as_one_step_and_answered(card, drawn, qtbot, tmp_path):
    found = _attached(card, qtbot, tmp_path)
    scenario = drawn.document.scenario
    assert len(scenario.own.points) == 1
    assert [name for name, _ in scenario.own.levers] == ["voucher_budget.chengdu"]
    assert card.sentence.text().startswith("Fitted to your numbers")
    assert "1 point, 1 lever in force" in card.line.toolTip() + card.line.text()
    assert found.scenario.own == scenario.own
    answered = card.answer()
    assert answered is not None
    image = QImage(600, 260, QImage.Format.Format_RGB32)
    image.fill(LIGHT.panel)
    before = image.copy()
    painter = QPainter(image)
    assert answered.paint is not None
    answered.paint(painter, QRectF(0, 0, 600, 260), LIGHT)
    painter.end()
    assert image != before
    card.set_theme(DARK)
    drawn.window.actions_["undo"].trigger()
    assert not drawn.document.scenario.own


def test_that_fitting_is_one_step_that_can_be_taken_back(card, drawn, qtbot, tmp_path):
    _attached(card, qtbot, tmp_path)
    assert card.fit_link.text() == "Fit"
    qtbot.mouseClick(card.fit_link, Qt.MouseButton.LeftButton)
    assert drawn.document.scenario.draws == "calibrated"
    qtbot.waitUntil(lambda: card.fit_link.text() == "As before", timeout=A_MINUTE)
    side = drawn.window.side
    assert side.draws.choice == "calibrated"
    assert not side.draws.buttons["calibrated"].isHidden()
    qtbot.mouseClick(card.fit_link, Qt.MouseButton.LeftButton)
    assert drawn.document.scenario.draws == "conditioned"
    qtbot.waitUntil(lambda: card.fit_link.text() == "Fit", timeout=A_MINUTE)
    qtbot.mouseClick(card.remove_link, Qt.MouseButton.LeftButton)
    assert drawn.document.scenario.levers == ()
    qtbot.waitUntil(lambda: not card.start.isHidden(), timeout=A_MINUTE)
    assert side.draws.buttons["calibrated"].isHidden()


def test_that_ranges_that_would_fit_can_be_tried(card, drawn, qtbot, tmp_path):
    rows = "date,outcome,place,value,error\n2027-12,enterprises,chengdu,1750,3%\n"
    found = _attached(card, qtbot, tmp_path, rows)
    assert found.is_refused
    assert card.sentence.text().startswith("Not used: ")
    assert card.fit_link.text() == "Try these ranges"
    qtbot.mouseClick(card.fit_link, Qt.MouseButton.LeftButton)
    assert drawn.document.scenario.assumptions == found.smoothed.scenario.assumptions
    assert drawn.document.scenario.draws == "conditioned"


def test_that_numbers_go_to_the_scenario_they_were_attached_to(card, drawn, qtbot, tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text(ROWS, "utf-8")
    ours = drawn.document
    card.attach(path)
    drawn.workspace.open(Scenario(title="Other", futures=256), anew=True)
    qtbot.waitUntil(lambda: bool(ours.scenario.own), timeout=A_MINUTE)
    assert not drawn.document.scenario.own
    drawn.workspace.switch(ours)
    card.attach(path)
    before = drawn.document.scenario
    drawn.workspace.close(ours)
    qtbot.waitUntil(lambda: "closed meanwhile" in drawn.window.status.told, timeout=A_MINUTE)
    assert before.own
    assert not drawn.document.scenario.own


def test_that_a_bad_csv_is_one_sentence_and_changes_nothing(card, drawn, qtbot, tmp_path):
    path = tmp_path / "bad.csv"
    path.write_text("date,outcome,value\n2027,enterprise,1\n", "utf-8")
    before = drawn.document.scenario
    card.attach(path)
    qtbot.waitUntil(lambda: "row 2: there is no outcome" in card.fault.text(), timeout=A_MINUTE)
    assert drawn.document.scenario == before
    assert not card.start.isHidden()
    _attached(card, qtbot, tmp_path)
    assert card.fault.isHidden()
