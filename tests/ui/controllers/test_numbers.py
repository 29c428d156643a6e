"""Numbers that are written in the background: how far they are, how they are left, and leaving."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from planner.ensemble import runs
from planner.ensemble.bands import stream
from planner.model.scenario import Scenario, with_lever
from tests.ui.conftest import PATIENCE
from ui.controllers.numbers import Numbers
from ui.engine.export_queue import Progress
from ui.engine.file_tasks import FileTasks
from ui.engine.jobs import Lane
from ui.views.compare.bar import CompareBar
from ui.views.status import task_text
from ui.widgets.question import Question

LONG = replace(Scenario(title="Long"), futures=400_000)
FEW = Scenario(futures=10, last_year=2027)
A_MINUTE = 60_000


@pytest.fixture
def numbers(qapp):
    made = Numbers(FileTasks(patience=PATIENCE))
    yield made
    made.close()


@pytest.fixture
def _in_pieces(monkeypatch):
    """Let a run be long: many small pieces."""
    monkeypatch.setattr(runs, "LARGEST_RUN", 0)
    monkeypatch.setattr(stream, "LARGEST_PIECE", 512)


@pytest.mark.usefixtures("_in_pieces")
def test_that_the_shares_of_a_run_rise_to_the_whole(numbers, qtbot, tmp_path):
    seen: list[Progress] = []
    numbers.progressed.connect(seen.append)
    with qtbot.waitSignal(numbers.written, timeout=A_MINUTE) as written:
        numbers.write([replace(LONG, futures=1500)], tmp_path / "a.csv")
    shares = [progress.share for progress in seen]
    assert written.args == [tmp_path / "a.csv", f"All numbers of {LONG.title}"]
    assert len(shares) > 5
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)
    assert {progress.name for progress in seen} == {"a.csv"}


@pytest.mark.usefixtures("_in_pieces")
def test_that_a_canceled_run_leaves_the_file_as_it_was(suanli, qtbot, tmp_path):
    path, task = tmp_path / "a.csv", suanli.window.status.task
    path.write_text("before")
    suanli.document.edit("Long", LONG)
    suanli.exports.write_numbers(path)
    qtbot.waitUntil(task.isVisible, timeout=A_MINUTE)
    with qtbot.waitSignal(suanli.exports.numbers.idle, timeout=A_MINUTE):
        task.button.click()
    assert path.read_text() == "before"
    assert not task.isVisible()
    assert "a.csv was not written" in suanli.window.status.told


@pytest.mark.usefixtures("_in_pieces")
def test_that_what_waits_behind_is_canceled_too(numbers, qtbot, tmp_path):
    numbers.write([LONG], tmp_path / "a.csv")
    numbers.write([LONG], tmp_path / "b.csv")
    with qtbot.waitSignal(numbers.idle, timeout=A_MINUTE):
        numbers.cancel()
    assert not numbers.has_work()
    assert list(tmp_path.glob("*.csv")) == []


def test_that_the_ending_of_the_name_says_what_is_written(numbers, qtbot, tmp_path):
    for name, beginning in (
        ("a.xlsx", b"PK"),
        ("a.json", b'{"format": "suanli-projection"'),
        ("a.csv", b"scenario,"),
        ("a.txt", b"scenario,"),
    ):
        with qtbot.waitSignal(numbers.written, timeout=A_MINUTE):
            numbers.write([FEW], tmp_path / name)
        assert (tmp_path / name).read_bytes().startswith(beginning)


def test_that_numbers_hold_every_scenario_on_screen_and_the_baseline(suanli, qtbot, tmp_path):
    for title in ("Half", "All"):
        share = {"Half": 0.5, "All": 1.0}[title]
        suanli.workspace.open(with_lever(replace(FEW, title=title), "center_share", share))
    shown = suanli.published
    qtbot.waitUntil(lambda: shown.run is not None and len(shown.run.others) == 1, timeout=A_MINUTE)
    with qtbot.waitSignal(suanli.exports.numbers.written, timeout=A_MINUTE):
        suanli.exports.write_numbers(tmp_path / "a.csv")
    lines = (tmp_path / "a.csv").read_text("utf-8").splitlines()[1:]
    assert list(dict.fromkeys(line.partition(",")[0] for line in lines)) == [
        "baseline",
        "all",
        "half",
    ]


def test_that_the_dialog_gives_the_name_the_ending_of_the_kind(suanli):
    suanli.export_dialogs.export_numbers()
    (dialog,) = suanli.window.findChildren(QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == "numbers_baseline.csv"
    dialog.filterSelected.emit("Excel workbook (*.xlsx)")
    assert Path(dialog.selectedFiles()[0]).name == "numbers_baseline.xlsx"
    assert dialog.defaultSuffix() == "xlsx"
    dialog.reject()


def test_that_the_button_for_a_workbook_asks_for_one(suanli):
    suanli.window.center.show_table(True)
    suanli.window.center.compare.findChild(CompareBar).workbook_button.click()
    (dialog,) = suanli.window.findChildren(QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == "numbers_baseline.xlsx"
    assert dialog.selectedNameFilter() == "Excel workbook (*.xlsx)"
    assert dialog.defaultSuffix() == "xlsx"
    dialog.reject()


def test_that_the_dialog_offers_a_csv_that_excel_opens(suanli, qtbot, tmp_path):
    suanli.document.edit("Few", replace(suanli.document.scenario, futures=10))
    for kind, beginning in (("CSV for Excel", b"\xef\xbb\xbfscenario"), ("CSV", b"scenario")):
        suanli.export_dialogs.export_numbers()
        dialog = suanli.window.findChildren(QFileDialog)[-1]
        dialog.selectNameFilter(f"{kind} (*.csv)")
        assert dialog.selectedNameFilter() == f"{kind} (*.csv)"
        with qtbot.waitSignal(suanli.exports.done, timeout=A_MINUTE):
            dialog.fileSelected.emit(str(tmp_path / "a.csv"))
        assert (tmp_path / "a.csv").read_bytes().startswith(beginning)
        dialog.reject()


def test_that_a_file_that_cannot_be_written_is_told_in_one_sentence(numbers, qtbot, tmp_path):
    with qtbot.waitSignal(numbers.told, timeout=A_MINUTE) as told:
        numbers.write([Scenario(futures=10)], tmp_path / "nowhere" / "a.csv")
    assert "a.csv cannot be saved: " in told.args[0]


def test_that_work_that_ended_is_done_even_if_it_was_to_be_left(qtbot):
    lane = Lane()

    def last_step():
        yield 1
        lane.stop(1)
        return "written"

    with qtbot.waitSignal(lane.done) as done:
        lane.start(last_step)
    assert done.args == [1, "written"]
    lane.close()


def _closing(suanli, qtbot, tmp_path):
    """Close the window while numbers are written; return the question."""
    suanli.exports.write_numbers(tmp_path / "a.csv")
    suanli.window.close()
    assert suanli.window.isVisible()
    box = suanli.window.findChild(Question, "writing")
    assert box is not None
    return box


def test_that_the_window_waits_for_numbers_if_told_to(suanli, qtbot, tmp_path):
    _closing(suanli, qtbot, tmp_path).choose("wait")
    qtbot.waitUntil(lambda: not suanli.window.isVisible(), timeout=A_MINUTE)
    assert (tmp_path / "a.csv").is_file()


def test_that_the_window_asks_again_about_what_was_changed_while_it_waited(suanli, qtbot, tmp_path):
    _closing(suanli, qtbot, tmp_path).choose("wait")
    suanli.document.edit("Move", with_lever(Scenario(title="Late"), "alibaba_plan", 777))
    with qtbot.waitSignal(suanli.exports.numbers.idle, timeout=A_MINUTE):
        pass
    assert suanli.window.isVisible()
    box = suanli.window.findChild(Question, "closing")
    assert "Late" in box.text()
    box.choose("discard")
    assert not suanli.window.isVisible()


def test_that_what_was_given_up_is_not_asked_about_again(suanli, qtbot, tmp_path):
    suanli.document.edit("Move", with_lever(replace(FEW, title="Given up"), "alibaba_plan", 777))
    suanli.exports.write_numbers(tmp_path / "a.csv")
    suanli.window.close()
    suanli.window.findChild(Question, "closing").choose("discard")
    suanli.window.findChild(Question, "writing").choose("wait")
    qtbot.waitUntil(lambda: not suanli.window.isVisible(), timeout=A_MINUTE)
    assert (tmp_path / "a.csv").is_file()


@pytest.mark.usefixtures("_in_pieces")
def test_that_the_window_closes_without_the_numbers_if_told_to(suanli, qtbot, tmp_path):
    suanli.document.edit("Long", LONG)
    suanli.document.mark_saved(tmp_path / "long.scenario.json")
    _closing(suanli, qtbot, tmp_path).choose("drop")
    assert not suanli.window.isVisible()
    suanli.exports.close()
    assert not (tmp_path / "a.csv").exists()


def test_that_the_window_stays_when_the_numbers_cannot_be_written(suanli, qtbot, tmp_path):
    box = _closing(suanli, qtbot, tmp_path / "nowhere")
    with qtbot.waitSignal(suanli.exports.numbers.idle, timeout=A_MINUTE):
        box.choose("wait")
    assert suanli.window.isVisible()
    assert "cannot be saved" in suanli.window.notice.sentence.text()


def test_that_a_task_tells_its_time_once_it_can(qapp):
    assert task_text(Progress("a.csv", 0.0, 3.0)) == "writing a.csv"
    assert task_text(Progress("a.csv", 0.25, 3.0)) == "writing a.csv: 25%, 9 s left"
