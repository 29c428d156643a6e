"""The story out of the window: slides and pictures, off its thread, with what is drawn beside."""

from functools import partial

import pytest
from PySide6.QtWidgets import QFileDialog

from planner.files.scenario.picture import scenarios_in
from planner.model.scenario import Scenario, lever_value, with_lever
from planner.model.story.states import step_of, with_story
from tests.some import some
from ui.controllers.exports import ANONYMOUS_KEY
from ui.controllers.story.editing import StoryEditing
from ui.controllers.story.exporting import StoryExports

A_MINUTE = 60_000
LEVER = "alibaba_plan"
PLAN = Scenario(title="Plan", author="Somebody", futures=32)
VALUES = (400.0, 900.0)
STORY = tuple(step_of(with_lever(PLAN, LEVER, value), f"Step {value:g}") for value in VALUES)


@pytest.fixture
def told(drawn):
    """Open a scenario with two bookmarks."""
    drawn.workspace.open(with_story(PLAN, STORY), anew=True)
    return drawn


def _slides(suanli) -> StoryExports:
    (found,) = suanli.window.findChildren(StoryExports)
    return found


def _is_idle(suanli) -> bool:
    return not suanli.exports.has_work()


def test_that_slides_are_written_with_progress_and_told(told, qtbot, tmp_path):
    path, shares, said = tmp_path / "s.pdf", list[float](), list[str]()
    told.exports.progressed.connect(lambda progress: shares.append(progress.share))
    told.exports.done.connect(said.append)
    if not _slides(told).write_slides(path):
        qtbot.waitUntil(partial(_is_idle, told), timeout=A_MINUTE)
    assert path.read_bytes().count(b"/Type /Page\n") == 2
    assert some(shares) == sorted(shares)
    assert said == ["Wrote s.pdf"]


def test_that_pictures_open_again_as_the_state_of_each_step(told, qtbot, tmp_path):
    folder = tmp_path / "out"
    told.settings.keep(ANONYMOUS_KEY, True)
    if not _slides(told).write_pictures(folder):
        qtbot.waitUntil(partial(_is_idle, told), timeout=A_MINUTE)
    names = ["01.step-400.png", "02.step-900.png"]
    assert sorted(each.name for each in folder.iterdir()) == names
    for name, value in zip(some(names), VALUES, strict=True):
        first, *_ = scenarios_in((folder / name).read_bytes())
        assert lever_value(first, LEVER) == value
        assert first.author == ""


def test_that_an_export_that_is_left_writes_nothing(told, qtbot, tmp_path):
    slides, path = _slides(told), tmp_path / "s.pdf"
    told.tasks.patience = 0.0
    slides.write_slides(path)
    told.exports.cancel()
    qtbot.waitUntil(partial(_is_idle, told), timeout=A_MINUTE)
    assert not path.exists()
    assert slides._work is None


def test_that_a_dialog_asks_where_and_names_the_scenario(told):
    told.window.actions_["export_story"].trigger()
    (dialog,) = told.window.findChildren(QFileDialog)
    assert dialog.selectedFiles()[0].endswith("story_plan.pdf")
    dialog.close()


def test_that_without_bookmarks_the_list_says_how_one_is_made(drawn):
    for key in some(("export_story", "export_story_pictures")):
        drawn.window.actions_[key].trigger()
        (editing,) = drawn.window.findChildren(StoryEditing)
        assert editing.editor.isVisible()
        editing.editor.close()
    assert not drawn.window.findChildren(QFileDialog)
