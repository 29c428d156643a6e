"""Scenarios leave the window as a sheet and come back as new scenarios, or nothing does."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QPushButton

from planner.files.exports.scenario_sheet import scenario_sheet
from planner.files.imports.scenario_workbook import read_workbook
from planner.model.paths import LeverPath
from planner.model.scenario import Scenario, with_lever
from tests.reliability.reading.corpus_workbooks import HEAD, workbook_of
from ui.views.dialogs.fault_list import FaultList

KNOTS = LeverPath(((2025.0, 100.0), (2027.5, 600.0)))
PATH = with_lever(Scenario(title="On a path", notes="mine"), "data_voucher_budget", KNOTS)
HALF = with_lever(Scenario(title="Half", author="me"), "center_share", 0.5)


@pytest.fixture
def book(tmp_path):
    path = tmp_path / "book.xlsx"
    path.write_bytes(scenario_sheet([PATH, HALF]))
    return path


@pytest.fixture
def bad(tmp_path):
    path = tmp_path / "bad.xlsx"
    rows = (HEAD, ("center_share", "", 0.3, 1.4), ("seed", "", 1, -1))
    path.write_bytes(workbook_of(Scenarios=rows))
    return path


def _scenarios(suanli):
    return [document.scenario for document in suanli.workspace.documents]


def _faults(suanli):
    return suanli.window.findChild(FaultList)


def test_that_imported_scenarios_open_beside_what_is_open_and_have_no_file(suanli, book):
    suanli.document.edit("Move", HALF)
    suanli.files.open_path(book)
    assert _scenarios(suanli)[-3:] == [HALF, PATH, HALF]
    assert all(document.path is None for document in suanli.workspace.documents)
    assert suanli.document.scenario == HALF
    assert suanli.settings.recent_files()[0] == book


def test_that_a_workbook_that_is_dropped_opens(suanli, book):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(book))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    suanli.window.dropEvent(event)
    assert _scenarios(suanli)[-2:] == [PATH, HALF]


def test_that_a_bad_workbook_opens_nothing_and_is_told_in_one_list(suanli, bad):
    before = _scenarios(suanli)
    suanli.files.open_path(bad)
    assert _scenarios(suanli) == before
    found = _faults(suanli)
    assert found is not None
    assert not found.isModal()
    assert [found.faults.item(row).text() for row in range(found.faults.count())] == [
        "Scenarios, D2: 140% is more than 100%, the most that is allowed",
        "Scenarios, D3: seed is -1; it must be a whole number from 0 to 4294967295",
    ]
    found.findChild(QPushButton, "copy_faults").click()
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0].endswith("bad.xlsx: 2 things are wrong, so nothing of it was taken over")
    assert len(copied) == 3


def test_that_what_the_window_exports_it_imports_again(suanli, qtbot, tmp_path):
    suanli.document.edit("Move", PATH)
    suanli.workspace.open(HALF, anew=True)
    path = tmp_path / "out.xlsx"
    suanli.window.actions_["export_scenarios"].trigger()
    dialog = suanli.window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.close()
    qtbot.waitUntil(path.exists)
    assert [each.scenario for each in read_workbook(path).contents] == _scenarios(suanli)
    before = _scenarios(suanli)
    suanli.files.open_path(path)
    assert _scenarios(suanli) == before * 2


def test_that_a_sheet_may_leave_out_author_and_notes(suanli, qtbot, tmp_path):
    suanli.workspace.open(HALF)
    suanli.exports.leave_out_author(anonymous=True)
    path = tmp_path / "out.xlsx"
    suanli.window.actions_["export_scenarios"].trigger()
    sheets = suanli.window.findChild(QFileDialog)
    sheets.fileSelected.emit(str(path))
    qtbot.waitUntil(path.exists)
    assert {each.scenario.author for each in read_workbook(path).contents} == {""}


def test_that_a_workbook_is_chosen_in_a_dialog(suanli, book):
    suanli.window.actions_["import_sheet"].trigger()
    dialog = suanli.window.findChild(QFileDialog)
    assert dialog.nameFilters() == ["Workbooks (*.xlsx)"]
    dialog.fileSelected.emit(str(book))
    assert _scenarios(suanli)[-2:] == [PATH, HALF]
