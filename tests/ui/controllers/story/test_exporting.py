"""The story out of the window: slides and pictures, off its thread, with what is drawn beside."""

from functools import partial

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QFileDialog

from planner.files.scenario.picture import scenarios_in
from planner.model.scenario import Scenario, lever_value, with_lever
from planner.model.story.states import step_of, with_story
from tests.some import some
from ui.controllers.exports import ANONYMOUS_KEY
from ui.controllers.story.editing import StoryEditing
from ui.controllers.story.exporting import StoryExports
from ui.widgets.question import Question

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


def _asked_instead(suanli, key) -> Question:
    suanli.window.actions_[key].trigger()
    (box,) = (each for each in suanli.window.findChildren(Question) if each.isVisible())
    return box


def test_that_without_bookmarks_it_is_said_why_and_the_list_is_offered(drawn):
    for key in some(("export_story", "export_story_pictures")):
        box = _asked_instead(drawn, key)
        assert "A story has a slide for each bookmark, and there are none yet" in box.text()
        box.choose("bookmarks")
        (editing,) = drawn.window.findChildren(StoryEditing)
        assert editing.editor.isVisible()
        editing.editor.close()
        _asked_instead(drawn, key).choose("cancel")
    assert not drawn.window.findChildren(QFileDialog)


@pytest.mark.parametrize("key", ["export_story", "export_story_pictures"])
def test_that_without_bookmarks_what_is_shown_is_exported_as_one_slide(drawn, qtbot, tmp_path, key):
    folder = tmp_path / "out"
    folder.mkdir()
    drawn.document.edit("Few", with_lever(PLAN, LEVER, 400.0))
    drawn.window.center.charts.enlarge(1)
    _asked_instead(drawn, key).choose("now")
    (dialog,) = drawn.window.findChildren(QFileDialog)
    is_document = key == "export_story"
    if is_document:
        assert dialog.selectedFiles()[0].endswith("slide_plan.pdf")
    with qtbot.waitSignal(drawn.exports.done, timeout=A_MINUTE):
        dialog.fileSelected.emit(str(folder / "s.pdf" if is_document else folder))
    dialog.reject()
    (written,) = folder.iterdir()
    if is_document:
        (page,) = PdfReader(written).pages
        text = " ".join(page.extract_text().split())
        assert "Plan" in text
        assert "Compute supply" in text
        assert "Utilization" not in text
    else:
        assert lever_value(scenarios_in(written.read_bytes())[0], LEVER) == 400.0
