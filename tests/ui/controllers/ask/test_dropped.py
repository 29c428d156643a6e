"""Tables that are dropped on the window become own numbers; other files open beside them."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from planner.files.scenario.scenario_file import to_bytes
from planner.model.scenario import Scenario, with_lever
from ui.controllers.ask.dropped import TABLES

A_MINUTE = 60_000
TABLE = "日期;指标;地区;数值;误差\n2027年12月;企业数;成都;1385;3%\n"


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "数字.CSV"
    path.write_bytes(TABLE.encode("gb18030"))
    return path


def _drop(window, *paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    held = (copy, mime, left, Qt.KeyboardModifier.NoModifier)
    window.dropEvent(QDropEvent(QPointF(50, 50), *held))


def test_that_a_dropped_table_is_attached_and_what_it_says_is_shown(drawn, qtbot, table):
    assert table.suffix.casefold() in TABLES
    drawn.document.edit("Few", Scenario(title="Ours", futures=256))
    _drop(drawn.window, table)
    assert drawn.ask.is_open
    qtbot.waitUntil(lambda: bool(drawn.document.scenario.own), timeout=A_MINUTE)
    (point,) = drawn.document.scenario.own.points
    assert (point.element, point.central) == ("chengdu", 1385)
    drawn.window.actions_["undo"].trigger()
    assert not drawn.document.scenario.own


def test_that_a_scenario_beside_a_table_opens_and_takes_its_numbers(drawn, qtbot, table, tmp_path):
    path = tmp_path / "other.scenario.json"
    path.write_bytes(to_bytes(with_lever(Scenario(title="Other"), "alibaba_plan", 500)))
    _drop(drawn.window, table, path)
    assert drawn.document.scenario.title == "Other"
    qtbot.waitUntil(lambda: bool(drawn.document.scenario.own), timeout=A_MINUTE)


def test_that_of_two_tables_one_is_attached_and_that_is_said(drawn, qtbot, table, tmp_path):
    second = tmp_path / "second.csv"
    second.write_text("date,outcome,value\n2027,enterprises,9000\n", "utf-8")
    _drop(drawn.window, table, second)
    assert "One table of own numbers is attached at a time" in drawn.window.notice.sentence.text()
    qtbot.waitUntil(lambda: bool(drawn.document.scenario.own), timeout=A_MINUTE)
    assert drawn.document.scenario.own.points[0].element == "chengdu"


def test_that_a_table_of_other_columns_is_refused_in_one_sentence(drawn, qtbot, tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text("name,color\nx,red\n", "utf-8")
    before = drawn.document.scenario
    _drop(drawn.window, path)
    card = drawn.ask.panel.cards["numbers"]
    qtbot.waitUntil(lambda: "column outcome is missing" in card.fault.text(), timeout=A_MINUTE)
    assert drawn.document.scenario == before
