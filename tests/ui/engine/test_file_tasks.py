"""Questions about files: asked in threads, answered in the GUI thread, never waited for long."""

import sys
import threading
import time
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from planner.files.scenario import scenario_file
from planner.model.scenario import Scenario, lever_value, with_lever
from ui.app import build
from ui.documents.locks import lock_path
from ui.engine.file_tasks import FileTasks, Wait
from ui.engine.file_threads import answer_within
from ui.widgets.question import Question

SOON = 10_000


@pytest.fixture
def tasks(qapp):
    made = FileTasks(patience=0.1)
    yield made
    made.close()


@pytest.fixture
def hangs():
    """Return work that takes until the test is over."""
    free = Event()
    yield partial(free.wait, 60)
    free.set()


def test_that_an_answer_that_comes_at_once_is_there_at_once(tasks, tmp_path):
    answers: list[object] = []
    tasks.patience = 60
    assert tasks.settle(tasks.ask(tmp_path, lambda: 42, answers.append))
    assert answers == [42]
    QApplication.processEvents()
    assert answers == [42], "told twice"


def test_that_a_late_answer_comes_in_the_thread_of_the_window(tasks, tmp_path, qtbot):
    threads: list[object] = []
    free = Event()
    work = partial(free.wait, 60)
    task = tasks.ask(tmp_path, work, lambda _: threads.append(threading.current_thread()))
    assert not tasks.settle(task)
    free.set()
    qtbot.waitUntil(lambda: bool(threads), timeout=SOON)
    assert threads == [threading.main_thread()]


def test_that_a_file_that_hangs_holds_up_only_itself(tasks, tmp_path, hangs, qtbot):
    answers: list[object] = []
    first = tasks.ask(tmp_path / "dead", hangs, answers.append)
    tasks.settle(first)
    behind = [tasks.ask(tmp_path / "dead", lambda: 1, answers.append) for _ in range(50)]
    begin = time.monotonic()
    assert not tasks.settle(*behind)
    assert time.monotonic() - begin < 50 * tasks.patience, "each was waited for"
    tasks.ask(tmp_path / "beside", lambda: 2, answers.append)
    qtbot.waitUntil(lambda: answers == [2], timeout=SOON)
    waiting = [each for each in threading.enumerate() if each.name == "suanli-file"]
    assert len(waiting) <= 2, "a thread for each question"
    assert all(each.daemon for each in waiting), "the process could not end"


def test_that_questions_about_one_file_are_answered_in_order_and_the_thread_ends(
    tasks, tmp_path, qtbot
):
    answers: list[object] = []
    for number in range(200):
        tasks.ask(tmp_path, lambda number=number: number, answers.append)
    qtbot.waitUntil(lambda: len(answers) == 200, timeout=SOON)
    assert answers == list(range(200))
    qtbot.waitUntil(lambda: not _threads(), timeout=SOON)


def _threads():
    return [each for each in threading.enumerate() if each.name == "suanli-file"]


def test_that_what_goes_wrong_is_raised_where_the_answer_is_wanted(tasks, tmp_path):
    tasks.patience = 60
    with pytest.raises(ZeroDivisionError):
        tasks.settle(tasks.ask(tmp_path, lambda: 1 // 0))


def test_that_what_takes_long_is_told_and_can_be_given_up(tasks, tmp_path, hangs, qtbot):
    told: list[list[str]] = []
    given_up: list[str] = []
    tasks.waits_changed.connect(lambda waits: told.append([wait.words for wait in waits]))
    wait = Wait("Waiting for a", lambda: given_up.append("a"))
    tasks.ask(tmp_path / "a", hangs, wait=wait)
    tasks.ask(tmp_path / "b", hangs, wait=Wait("b is being saved"))
    qtbot.waitUntil(lambda: told[-1:] == [["Waiting for a", "b is being saved"]], timeout=SOON)
    tasks.give_up()
    assert given_up == ["a"]
    assert told[-1] == ["b is being saved"]


def test_that_what_comes_soon_is_not_told(tasks, tmp_path, qtbot):
    told: list[object] = []
    answers: list[object] = []
    tasks.waits_changed.connect(told.append)
    tasks.ask(tmp_path, lambda: 1, answers.append, Wait("Waiting for a"))
    qtbot.waitUntil(lambda: answers == [1], timeout=SOON)
    qtbot.wait(900)
    assert told == []


def test_that_nothing_is_told_after_the_end(tasks, tmp_path, qtbot):
    free = Event()
    answers: list[object] = []
    tasks.ask(tmp_path, partial(free.wait, 60), answers.append)
    tasks.close()
    free.set()
    qtbot.waitUntil(lambda: not _threads(), timeout=SOON)
    QApplication.processEvents()
    assert answers == []


def test_that_the_end_waits_for_a_thread_that_is_telling(tasks, tmp_path):
    speaks, may_end = Event(), Event()

    def hold(_task: object) -> None:
        speaks.set()
        may_end.wait(60)

    tasks._finished.connect(hold, Qt.ConnectionType.DirectConnection)
    tasks.ask(tmp_path, lambda: 42)
    assert speaks.wait(10)
    closing = threading.Thread(target=tasks.close)
    closing.start()
    closing.join(0.05)
    assert closing.is_alive(), "what the thread speaks to may be destroyed now"
    may_end.set()
    closing.join(10)
    assert not closing.is_alive()


def test_that_the_first_folder_that_answers_is_taken(tasks, tmp_path, hangs):
    tasks.ask(tmp_path / "dead", hangs)
    here = tmp_path / "here"
    here.mkdir()
    tasks.patience = 0.5
    assert tasks.first_folder([tmp_path / "dead", tmp_path / "gone", here]) == here


def test_that_a_question_before_any_window_is_waited_for_only_so_long(tmp_path, hangs):
    assert not answer_within(0.05, tmp_path, hangs).is_done
    assert answer_within(60, tmp_path, tmp_path.exists).result()


def test_that_files_open_and_are_saved_by_a_window_that_waits_for_nothing(qtbot, qapp, tmp_path):
    paths = [tmp_path / f"{name}.scenario.json" for name in ("one", "two")]
    for path in paths:
        scenario_file.write(path, with_lever(Scenario(title=path.name), "alibaba_plan", 400))
    suanli = build(patience=0.0)
    suanli.files.open_all([*paths, paths[0]])
    qtbot.waitUntil(lambda: len(suanli.workspace.documents) == 2, timeout=SOON)
    assert {each.path for each in suanli.workspace.documents} == set(paths)
    (first,) = (each for each in suanli.workspace.documents if each.path == paths[0])
    done: list[int] = []
    for value in (500, 600):
        first.edit(lambda: "Move", with_lever(first.scenario, "alibaba_plan", value))
        suanli.saving.save(first, partial(done.append, value))
    first.edit(lambda: "Move", with_lever(first.scenario, "alibaba_plan", 700))
    qtbot.waitUntil(lambda: done == [500, 600], timeout=SOON)
    assert first.is_dirty is (lever_value(scenario_file.read(paths[0]), "alibaba_plan") != 700)
    assert lever_value(first.saved, "alibaba_plan") == lever_value(
        scenario_file.read(paths[0]), "alibaba_plan"
    )
    suanli.close()
    suanli.take_down()


@pytest.fixture
def impatient(qtbot, qapp):
    """Return a window that waits for nothing."""
    made = build(patience=0.0)
    with qtbot.waitExposed(made.window):
        made.window.show()
    yield made
    made.close()
    made.take_down()


def test_that_closing_while_a_scenario_is_being_saved_asks_and_can_wait(impatient, tmp_path, qtbot):
    free, path = Event(), tmp_path / "plan.scenario.json"
    impatient.tasks.ask(path, partial(free.wait, 60))
    assert not impatient.saving.save_to(path)
    impatient.window.close()
    assert impatient.window.isVisible()
    box = impatient.window.findChild(Question, "writing")
    assert "still being saved" in box.text()
    box.choose("wait")
    free.set()
    qtbot.waitUntil(lambda: not impatient.window.isVisible(), timeout=SOON)
    assert scenario_file.read(path).title == "plan"


def test_that_a_scenario_closed_while_it_is_saved_gives_its_lock_back(impatient, tmp_path, qtbot):
    free, path = Event(), tmp_path / "plan.scenario.json"
    impatient.tasks.ask(path, partial(free.wait, 60))
    impatient.saving.save_to(path)
    impatient.workspace.close(impatient.document)
    free.set()
    qtbot.waitUntil(lambda: not impatient.saving.has_work(), timeout=SOON)
    qtbot.waitUntil(lambda: not lock_path(path).exists(), timeout=SOON)
    assert path.exists()
    assert impatient.document.path is None


def test_that_what_was_typed_while_a_reload_waited_is_not_lost(impatient, tmp_path, qtbot):
    path = tmp_path / "plan.scenario.json"
    scenario_file.write(path, with_lever(Scenario(title="Plan"), "alibaba_plan", 400))
    impatient.files.open_path(path)
    qtbot.waitUntil(lambda: impatient.document.path == path, timeout=SOON)
    impatient.files.reload(impatient.document)
    edited = with_lever(impatient.document.scenario, "alibaba_plan", 500)
    impatient.document.edit(lambda: "Move", edited)
    qtbot.waitUntil(lambda: not impatient.tasks.has_waits(), timeout=SOON)
    assert impatient.document.scenario == edited


@pytest.mark.skipif(sys.platform == "win32", reason="users and homes of POSIX")
def test_that_a_user_without_a_home_is_offered_a_folder_all_the_same(tasks, tmp_path, monkeypatch):
    assert tasks.first_folder([tmp_path / "gone"]) == Path.home()
    monkeypatch.delenv("HOME")
    monkeypatch.setattr("os.getuid", lambda: 54_321)
    assert tasks.first_folder([tmp_path / "gone"]) == Path("/")
