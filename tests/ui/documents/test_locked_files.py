"""Files whose lock is held, left behind, or no lock at all: what the window asks and does."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest

from planner.files.scenario import scenario_file
from planner.model.scenario import Scenario, lever_value, with_lever
from planner.storage.locks.lock import lock_path
from tests.reliability.nobody import as_nobody
from tests.some import some
from tests.storage.locks.strange_locks import STRANGE
from ui.documents.locks import Locks
from ui.widgets.question import Question

LEVER = "alibaba_plan"


def _with(value):
    return with_lever(Scenario(title="Plan"), LEVER, value)


@pytest.fixture
def path(tmp_path) -> Path:
    path = tmp_path / "plan.scenario.json"
    scenario_file.write(path, _with(400))
    return path


def _question(suanli):
    (box,) = suanli.window.findChildren(Question)
    return box


def _answer(suanli, key):
    box = _question(suanli)
    box.choose(key)
    box.setParent(None)
    box.deleteLater()


def test_that_what_is_no_lock_is_never_opened_and_can_be_taken_over(suanli, path):
    for make in some(STRANGE.values()):
        make(lock_path(path))
        suanli.files.open_path(path)
        assert "is no lock of Suanli" in _question(suanli).text()
        _answer(suanli, "break")
        assert (suanli.document.path, suanli.document.place.read_only) == (path, "")
        suanli.document.edit("Move", _with(500))
        assert suanli.saving.save_to(path)
        suanli.workspace.close(suanli.document)
        assert not os.path.lexists(lock_path(path))


def test_that_what_is_no_lock_leaves_the_file_to_be_read(suanli, path):
    lock_path(path).symlink_to("/dev/zero")
    suanli.files.open_path(path)
    _answer(suanli, "read_only")
    assert suanli.document.place.read_only == "its lock cannot be taken"
    assert lever_value(suanli.document.scenario, LEVER) == 400
    assert lock_path(path).is_symlink()


@pytest.mark.parametrize("text", ["", "no lock", "1\nsuanli\n\n"])
def test_that_an_empty_or_damaged_lock_locks_nothing(suanli, path, text):
    lock_path(path).write_text(text, "utf-8")
    suanli.files.open_path(path)
    assert not suanli.window.findChildren(Question)
    assert (suanli.document.path, suanli.document.place.read_only) == (path, "")


def test_that_saving_under_a_name_that_cannot_be_locked_offers_to_take_over(suanli, path):
    os.mkfifo(lock_path(path))
    suanli.document.edit("Move", _with(700))
    assert not suanli.saving.save_to(path)
    assert lever_value(scenario_file.read(path), LEVER) == 400
    _answer(suanli, "break")
    assert lever_value(scenario_file.read(path), LEVER) == 700
    assert suanli.document.path == path


def test_that_saving_over_a_file_of_another_computer_asks(suanli, path):
    lock_path(path).write_text("4242\nsuanli\nfar-away\nffff\nbbbb\n", "utf-8")
    suanli.document.edit("Move", _with(700))
    assert not suanli.saving.save_to(path)
    assert "another computer, far-away" in _question(suanli).text()
    _answer(suanli, "cancel")
    assert lever_value(scenario_file.read(path), LEVER) == 400


def test_that_a_lock_that_cannot_be_taken_over_is_told(suanli):
    folder = Path(tempfile.mkdtemp())  # one that nobody may walk into, as the test's own is not
    path = folder / "plan.scenario.json"
    scenario_file.write(path, _with(400))
    path.chmod(0o666)
    lock_path(path).mkdir()
    folder.chmod(0o555)
    with as_nobody():
        suanli.files.open_path(path)
        _answer(suanli, "break")
    assert "cannot be taken over: access is denied" in suanli.window.notice.sentence.text()
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_that_what_is_gone_when_it_is_to_be_taken_over_hinders_nothing(suanli, path):
    lock_path(path).mkdir()
    suanli.files.open_path(path)
    lock_path(path).rmdir()
    _answer(suanli, "break")
    assert suanli.document.path == path


def test_that_a_file_held_elsewhere_is_not_offered_for_taking_over(suanli, path):
    others = Locks()
    assert others.take("them", path).state == "held"
    suanli.files.open_path(path)
    keys = {button.objectName() for button in _question(suanli).buttons()}
    assert keys == {"copy", "read_only", "cancel"}
    _answer(suanli, "cancel")
    others.release("them")
    suanli.files.open_path(path)
    assert suanli.document.path == path
