"""Dialogs for exports begin where the last export went, others beside the last scenario."""

from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QFileDialog

from planner.model.scenario import Scenario
from planner.model.story.states import step_of, with_story
from ui.controllers.files.near import folder_near

PLAN = Scenario(title="Plan", futures=32)
COMMANDS = (
    "export_all",
    "export_sheet",
    "export_numbers",
    "export_scenarios",
    "export_report_pdf",
    "export_story",
    "export_story_pictures",
)


@pytest.fixture
def told(drawn, tmp_path):
    """Open a scenario with a bookmark, when something was exported to a folder."""
    drawn.workspace.open(with_story(PLAN, (step_of(PLAN, "First"),)), anew=True)
    folder = tmp_path / "out"
    folder.mkdir()
    drawn.settings.keep("export_folder", str(folder))
    return drawn


def _dialog(suanli) -> QFileDialog | None:
    return suanli.window.findChild(QFileDialog)


@pytest.mark.parametrize("command", COMMANDS)
def test_that_it_begins_where_the_last_one_went_and_leaves_nothing(told, tmp_path, command):
    told.window.actions_[command].trigger()
    dialog = _dialog(told)
    assert dialog is not None
    assert dialog.directory().absolutePath() == str(tmp_path / "out")
    dialog.reject()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert _dialog(told) is None


def test_that_a_folder_that_is_gone_gives_place_to_that_of_the_file(told, tmp_path):
    assert told.saving.save_to(tmp_path / "a.scenario.json")
    (tmp_path / "out").rmdir()
    assert told.exports.folder == str(tmp_path)


def test_that_a_dialog_for_scenarios_begins_beside_the_last_one_that_is_still_there(told, tmp_path):
    near = partial(folder_near, told.workspace, told.settings, told.exports._tasks)
    assert told.saving.save_to(tmp_path / "a.scenario.json")
    assert near() == told.files.folder() == str(tmp_path)
    told.workspace.open(Scenario(title="Another"), anew=True)
    assert near() == str(tmp_path), "it has no file, the last one had"
    told.settings.keep_recent(tmp_path / "gone" / "b.scenario.json")
    assert near() != str(tmp_path / "gone")
