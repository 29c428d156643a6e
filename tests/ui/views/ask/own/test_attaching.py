"""Bringing own numbers in: what is read, refused, and written."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.engine.studies import Studies
from ui.views.ask.own.attaching import Attaching

A_MINUTE = 60_000


@pytest.fixture
def attaching(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    studies = Studies(parent)
    yield Attaching(studies, parent)
    studies.close()


def test_that_a_file_that_is_not_there_is_refused(attaching, qtbot, tmp_path):
    with qtbot.waitSignal(attaching.refused, timeout=A_MINUTE) as refused:
        attaching.attach(tmp_path / "none.csv")
    assert "none.csv" in refused.args[0]


def test_that_what_was_pasted_is_named_in_a_refusal(attaching, qtbot):
    QGuiApplication.clipboard().setText("date\toutcome\tvalue\nsoon\tenterprises\t1")
    with qtbot.waitSignal(attaching.refused, timeout=A_MINUTE) as refused:
        attaching.paste()
    assert refused.args[0].startswith("what was pasted: row 2: date cannot be")


def test_that_dialogs_ask_for_a_table_and_for_a_place(attaching):
    attaching.ask_file()
    attaching.ask_where()
    first, second = attaching.window().findChildren(QFileDialog)
    assert first.acceptMode() == QFileDialog.AcceptMode.AcceptOpen
    assert second.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    assert second.defaultSuffix() == "csv"
    for dialog in (first, second):
        dialog.reject()


def test_that_the_example_does_not_take_the_place_of_a_scenario(attaching, qtbot, tmp_path):
    from planner.files.scenario.scenario_file import to_bytes
    from planner.model.scenario import Scenario

    path = tmp_path / "mine.scenario.json"
    path.write_bytes(to_bytes(Scenario()))
    with qtbot.waitSignal(attaching.refused, timeout=A_MINUTE):
        attaching.write_example(path)
    assert path.read_bytes() == to_bytes(Scenario())
