"""What others do to open files, and what only looks like it."""

import os
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from planner.files.scenario import scenario_file
from planner.model.scenario import Scenario, with_lever
from planner.storage.identity import Identity
from tests.reliability.nobody import as_nobody
from ui.documents.document import Place
from ui.documents.watch import seen
from ui.views.bars.document_bars import bars_of
from ui.widgets.question import Question

SOON = 10_000
HUGE = 3 << 30


def _with(value):
    return with_lever(Scenario(title="Plan"), "alibaba_plan", value)


@pytest.fixture
def path():
    """Return a file in a folder that everybody may walk into, until a test forbids it."""
    folder = Path(tempfile.mkdtemp())
    path = folder / "plan.scenario.json"
    scenario_file.write(path, _with(400))
    for each, mode in ((folder, 0o777), (path, 0o666)):
        each.chmod(mode)
    yield path
    folder.chmod(0o777)
    shutil.rmtree(folder)


def _place(path):
    return Place(path, scenario_file.open_file(path).identity)


def test_that_a_folder_that_is_moved_away_is_noticed_and_so_is_its_return(suanli, path, qtbot):
    suanli.files.open_path(path)
    document, away = suanli.document, path.parent.with_name(path.parent.name + "-away")
    path.parent.rename(away)
    qtbot.waitUntil(lambda: document.place.outside == "gone", timeout=SOON)
    assert "was moved or deleted" in suanli.window.bars.bars["outside"].sentence.text()
    away.rename(path.parent)
    qtbot.waitUntil(lambda: document.place.outside == "", timeout=SOON)
    assert not suanli.window.bars.bars


@pytest.mark.parametrize("level", ["folder", "file"])
def test_that_what_may_not_be_looked_at_is_not_called_deleted(suanli, path, level, qtbot):
    suanli.files.open_path(path)
    document, closed = suanli.document, path.parent if level == "folder" else path
    mode = closed.stat().st_mode
    closed.chmod(0)
    os.utime(closed, ns=(1, 1))
    with as_nobody():
        qtbot.waitUntil(lambda: document.place.outside == "unreachable", timeout=SOON)
    told = suanli.window.bars.bars["outside"].sentence.text()
    assert told == "“plan.scenario.json” cannot be checked now: access is denied."
    assert not document.is_dirty
    closed.chmod(mode)
    qtbot.waitUntil(lambda: document.place.outside == "", timeout=SOON)
    assert not suanli.window.bars.bars


def test_that_saving_where_nothing_may_be_looked_at_fails_in_one_sentence(suanli, path):
    suanli.files.open_path(path)
    suanli.document.edit("Move", _with(500))
    path.parent.chmod(0)
    with as_nobody():
        suanli.saving.save(suanli.document)
    path.parent.chmod(0o777)
    assert "access is denied" in suanli.window.bars.bars["failed"].sentence.text()
    assert suanli.document.is_dirty


def test_that_a_file_replaced_by_a_huge_one_is_not_read(suanli, path):
    suanli.files.open_path(path)
    suanli.document.edit("Move", _with(500))
    os.truncate(path, HUGE)
    before = _bytes_read()
    suanli.watch.check()
    assert suanli.document.place.outside == "changed"
    suanli.window.bars.bars["outside"].buttons["keep"].click()
    suanli.watch.check()
    assert suanli.document.place.outside == "kept"
    os.truncate(path, HUGE + 1)
    suanli.saving.save(suanli.document)
    box = suanli.window.findChild(Question, "overwriting")
    assert path.stat().st_size == HUGE + 1
    box.choose("replace")
    assert scenario_file.read(path) == _with(500)
    assert _bytes_read() - before < HUGE / 10


def _bytes_read():
    """Return how many bytes this process has read so far."""
    lines = Path("/proc/self/io").read_text("ascii").splitlines()
    return int(dict(line.split(": ") for line in lines)["rchar"])


def test_that_a_file_that_looks_the_same_is_not_read_again(path):
    scenario_file.write(path, replace(_with(400), notes="x" * 20_000))
    place, look = seen(_place(path))
    assert place.outside == ""
    before = _bytes_read()
    assert seen(place, look) == (place, look)
    assert _bytes_read() - before < 10_000


def _make_pipe(path):
    path.unlink()
    os.mkfifo(path)


@pytest.mark.parametrize(
    ("act", "outside"),
    [
        (Path.unlink, "gone"),
        (lambda path: path.rename(path.with_name("other")), "gone"),
        (lambda path: (path.unlink(), path.symlink_to("nowhere")), "gone"),
        (lambda path: (path.unlink(), path.symlink_to(path)), "unreachable"),
        (lambda path: (path.unlink(), path.mkdir()), "changed"),
        (_make_pipe, "changed"),
        (lambda path: path.write_bytes(b""), "changed"),
        (lambda path: path.write_bytes(path.read_bytes()), ""),
        (lambda path: os.utime(path, ns=(1, 1)), ""),
    ],
)
def test_what_others_do_to_a_file(path, act, outside):
    place = _place(path)
    act(path)
    assert seen(place)[0].outside == outside


def test_that_a_folder_that_became_a_file_is_gone_with_what_was_in_it(path):
    place = _place(path)
    folder = path.parent
    shutil.rmtree(folder)
    folder.write_text("")
    found = seen(place)[0].outside
    folder.unlink()
    folder.mkdir()
    assert found == "gone"


def test_that_the_bar_says_why_a_file_cannot_be_looked_at(document, path):
    path.unlink()
    path.symlink_to(path)
    document.move(seen(Place(path, Identity(0, 0, 0, 0, "x")))[0])
    (bar,) = bars_of(document, {})
    assert bar.sentence == (
        "“plan.scenario.json” cannot be checked now: its links lead in a circle."
    )
    assert [key for key, _ in bar.choices] == ["save_as"]
