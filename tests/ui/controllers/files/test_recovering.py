"""What is kept of unsaved work, when it cannot be kept, and where it goes when it is recovered."""

import atexit
import json
import os
import shutil
import signal
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from planner.files.scenario import scenario_file
from planner.files.scenario.scenario_file import to_bytes
from planner.model.scenario import Scenario, lever_value, with_lever
from planner.model.story.states import step_of, with_story
from planner.storage.locks.lock import is_locked
from planner.storage.sentences.file_error import FileError
from tests.long_story import everything_dated, with_long_story
from tests.reliability.reading.corpus_sessions import ANSWER, PAINTED
from tests.some import some
from ui.controllers.ending import Ending
from ui.documents.recovery import SET_ASIDE, Entry, Session, bytes_of, entries_of, entry_in
from ui.engine.answered import Answered
from ui.print.answers.repainted import reopened
from ui.process.errors import ErrorHook
from ui.process.exits import Exits
from ui.process.state.folder import find_state_folder, remove_stand_in

LEVER = "alibaba_plan"
NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)


def _with(value):
    return with_lever(Scenario(title="Plan"), LEVER, value)


@pytest.fixture
def path(tmp_path) -> Path:
    path = tmp_path / "plan.scenario.json"
    scenario_file.write(path, _with(400))
    return path


def _entry(**changes):
    return replace(Entry(None, "", NOW, _with(500), Scenario()), **changes)


def _left_behind(suanli, *entries):
    """Put entries of a process that is gone where the window looks for them."""
    left = Session(suanli.autosave.session.root, "left")
    for number, entry in enumerate(entries):
        left.write(str(number), bytes_of(entry))
    left.release()


def _starred(scenario, value):
    """Return a scenario with one bookmark, of a state with another value."""
    return with_story(scenario, (step_of(_with(value), "mark"),))


def test_that_an_entry_with_many_bookmarks_comes_back(suanli):
    marks = tuple(step_of(_with(400 + n), str(n), "s" * 600) for n in range(60))
    entry = _entry(scenario=with_story(replace(_with(500), notes="a, b, " * 3300), marks))
    assert entry_in(bytes_of(entry), "a") == entry


def test_that_a_story_too_long_for_a_file_is_not_lost(suanli, tmp_path):
    entry = _entry(scenario=with_long_story(everything_dated(), 3))
    with pytest.raises(FileError, match="its story is larger"):
        scenario_file.write(tmp_path / "a.scenario.json", entry.scenario)
    assert entry_in(bytes_of(entry), "a") == entry


def test_that_a_bad_bookmark_of_an_earlier_program_or_a_path_costs_no_more_than_itself():
    fields = json.loads(bytes_of(_entry()))
    old = {"text": " Voucher\u0007s ", "time": "now", "scenario": to_bytes(_with(400)).decode()}
    fields["bookmarks"] = [{**old, "scenario": "[]"}, old]
    fields["path"], fields["saved"] = "a\0b", "{}"
    found = entry_in(json.dumps(fields).encode(), "a")
    assert found.scenario == with_story(_with(500), (step_of(_with(400), "Vouchers"),))
    assert (found.path, found.saved) == (None, Scenario())


def test_that_an_entry_of_an_impossible_time_hinders_no_other(suanli):
    _left_behind(suanli, _entry(), _entry(scenario=_with(700)))
    bad = suanli.autosave.session.root / "left" / "0.json"
    fields = json.loads(bad.read_bytes()) | {"time": "0001-01-01T00:00:00"}
    bad.write_text(json.dumps(fields), "utf-8")
    suanli.recovering.offer()
    assert SET_ASIDE in suanli.window.warnings.bars["set_aside"].sentence.text()
    suanli.window.warnings.bars["set_aside"].buttons["dismiss"].click()
    assert not suanli.window.warnings.isVisible()
    assert (suanli.autosave.session.root / SET_ASIDE / "0.json").is_file()
    suanli.recovering.recover()
    assert lever_value(suanli.document.scenario, LEVER) == 700


def test_that_answers_that_are_in_no_file_come_back_with_their_pictures(suanli):
    suanli.sessions.answers.keep([Answered(ANSWER), reopened(PAINTED)])
    kept = suanli.sessions.answers.to_store
    assert suanli.autosave.has_work()
    assert suanli.autosave.flush()
    ((_, entry),) = entries_of(suanli.autosave.session)
    assert entry.answers == kept
    suanli.sessions.answers.clear()
    assert list(entries_of(suanli.autosave.session)) == []
    _left_behind(suanli, entry, _entry())
    suanli.recovering.offer()
    assert ANSWER.title in suanli.recovering.bar.findChild(QLabel).text()
    told: list[str] = []
    suanli.recovering.done.connect(told.append)
    suanli.recovering.recover()
    assert told == ["Recovered scenarios: 1. Recovered answers: 1"]
    assert suanli.sessions.answers.to_store == kept
    assert all(each.paint is not None for each in some(suanli.sessions.answers.all))
    assert lever_value(suanli.document.scenario, LEVER) == 500
    assert len(list(entries_of(suanli.autosave.session))) == 2


ORDER = "-summary 1 comparison charts"


def test_that_what_reports_tell_comes_back_with_answers(suanli):
    answers = suanli.sessions.answers
    answers.keep([Answered(ANSWER)])
    answers.restore_report(ORDER, (ANSWER,))
    chosen = answers.report_text
    assert chosen.startswith("-summary 1 ")
    assert suanli.autosave.flush()
    ((_, entry),) = entries_of(suanli.autosave.session)
    assert entry.report == chosen
    answers.clear()
    answers.restore_report("", ())
    assert list(entries_of(suanli.autosave.session)) == []
    _left_behind(suanli, entry)
    suanli.recovering.offer()
    suanli.recovering.recover()
    assert answers.report_text == chosen


def test_that_what_reports_tell_comes_back_where_no_answer_is_kept(suanli):
    answers = suanli.sessions.answers
    answers.restore_report("-summary", ())
    chosen = answers.report_text
    assert suanli.autosave.flush()
    ((_, entry),) = entries_of(suanli.autosave.session)
    assert (entry.answers, entry.report) == ((), chosen)
    answers.restore_report("", ())
    assert not suanli.autosave.has_work()
    _left_behind(suanli, entry)
    suanli.recovering.offer()
    assert "“Reports”" in suanli.recovering.bar.findChild(QLabel).text()
    told: list[str] = []
    suanli.recovering.done.connect(told.append)
    before = suanli.workspace.documents
    suanli.recovering.recover()
    assert told == ["Recovered contents of reports"]
    assert suanli.workspace.documents == before
    assert answers.report_text == chosen


def test_that_what_reports_tell_is_not_kept_beside_the_session_that_has_it(suanli, tmp_path):
    suanli.document.edit("Move", _with(600))
    suanli.sessions.answers.restore_report("-summary", ())
    assert suanli.autosave.has_work()
    suanli.sessions.save_to(tmp_path / "s.suanli")
    assert not suanli.autosave.has_work()


def test_that_answers_in_the_file_of_a_session_are_not_kept_twice(suanli, tmp_path):
    suanli.document.edit("Move", _with(600))
    suanli.sessions.answers.keep([Answered(ANSWER)])
    assert suanli.autosave.flush()
    suanli.sessions.save_to(tmp_path / "s.suanli")
    assert not suanli.autosave.has_work()
    assert list(entries_of(suanli.autosave.session)) == []


def test_that_an_entry_of_answers_that_cannot_be_read_brings_no_scenario(suanli):
    answers = Entry(None, "", NOW, Scenario(), Scenario(), answers=(ANSWER,))
    fields = json.loads(bytes_of(answers))
    assert entry_in(json.dumps(fields).encode(), "a") == answers
    fields["answers"][0]["year"] = "soon"
    with pytest.raises(FileError):
        entry_in(json.dumps(fields).encode(), "a")


def test_that_recovering_into_an_open_file_that_others_changed_overwrites_nothing(suanli, path):
    digest = scenario_file.open_file(path).identity.digest
    starred = _starred(_with(600), 450)
    path.write_bytes(to_bytes(_with(999)))
    _left_behind(suanli, _entry(path=path, digest=digest, scenario=starred))
    suanli.files.open_path(path)
    suanli.recovering.offer()
    suanli.recovering.recover()
    assert lever_value(suanli.document.scenario, LEVER) == 600
    assert suanli.document.path is None
    assert suanli.document.story == starred.presented.story
    assert "without a file" in suanli.window.bars.bars["remark"].sentence.text()
    assert lever_value(scenario_file.read(path), LEVER) == 999


def test_that_recovering_into_the_same_open_file_brings_its_bookmarks(suanli, path):
    digest = scenario_file.open_file(path).identity.digest
    starred = _starred(_with(600), 450)
    _left_behind(suanli, _entry(path=path, digest=digest, scenario=starred))
    suanli.files.open_path(path)
    suanli.recovering.offer()
    suanli.recovering.recover()
    assert suanli.document.path == path
    assert suanli.document.story == starred.presented.story
    assert suanli.document.is_dirty
    assert len(suanli.workspace.documents) == 1


def test_that_two_entries_of_one_file_are_two_scenarios_and_the_older_has_the_file(suanli, path):
    digest = scenario_file.open_file(path).identity.digest
    older = _entry(path=path, digest=digest, scenario=_with(600))
    newer = replace(older, scenario=_with(700), time=NOW.replace(hour=13))
    _left_behind(suanli, newer, older)
    suanli.recovering.offer()
    suanli.recovering.recover()
    found = [(lever_value(d.scenario, LEVER), d.path) for d in suanli.workspace.documents]
    assert found == [(600, path), (700, None)]


def test_that_work_that_was_saved_right_before_the_end_is_not_offered(suanli, path):
    _left_behind(suanli, _entry(path=path, digest="of the file before", scenario=_with(400)))
    suanli.recovering.offer()
    assert suanli.recovering.bar is None
    assert not (suanli.autosave.session.root / "left").exists()


def test_that_what_cannot_be_kept_anew_stays_where_it_was(suanli):
    _left_behind(suanli, _entry())
    suanli.recovering.offer()
    with _no_room(suanli):
        suanli.recovering.recover()
    left = Session(suanli.autosave.session.root, "left")
    assert [entry.scenario for _, entry in entries_of(left)] == [_with(500)]
    assert "Autosave failed" in _warnings(suanli)


def test_that_unsaved_work_is_kept_as_soon_as_there_is_room_again(suanli, qtbot):
    suanli.autosave._timer.setInterval(20)
    with _no_room(suanli):
        suanli.document.edit("Move", _with(500))
        with qtbot.waitSignal(suanli.autosave.failed, timeout=10_000) as failed:
            pass
        assert not suanli.autosave.session.files()
    assert "Autosave failed" in failed.args[0]
    qtbot.waitUntil(lambda: bool(suanli.autosave.session.files()), timeout=10_000)
    ((_, entry),) = entries_of(suanli.autosave.session)
    assert entry.scenario == _with(500)


@contextmanager
def _no_room(suanli):
    """Let no file of this process grow: a real refusal of the system, as on a full disk."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


def _warnings(suanli):
    return "\n".join(bar.sentence.text() for bar in suanli.window.warnings.bars.values())


def test_that_the_warning_stands_until_its_reason_is_gone_and_comes_again_with_it(suanli, qtbot):
    suanli.autosave._timer.setInterval(20)
    for value in (500, 600):
        with _no_room(suanli):
            suanli.document.edit("Move", _with(value))
            qtbot.waitUntil(lambda: "Autosave failed" in _warnings(suanli), timeout=10_000)
            suanli.conductor.on_done("Something else is done")
            suanli.window.notice.tell("Something else")
            suanli.window.notice.clear()
            assert "larger than this system allows" in _warnings(suanli)
            assert str(suanli.autosave.session.root) not in _warnings(suanli)
            assert ".json" not in _warnings(suanli)
            assert suanli.window.warnings.isVisible()
        qtbot.waitUntil(lambda: not suanli.window.warnings.bars, timeout=10_000)
        assert not suanli.window.warnings.isVisible()


def test_that_the_warning_goes_when_there_is_nothing_left_to_keep(suanli, qtbot):
    suanli.autosave._timer.setInterval(20)
    with _no_room(suanli):
        suanli.document.edit("Move", _with(500))
        qtbot.waitUntil(lambda: "Autosave failed" in _warnings(suanli), timeout=10_000)
        suanli.document.undo_stack.undo()
        assert not suanli.window.warnings.bars


def test_that_a_display_that_dies_after_the_answer_brings_nothing_back(suanli):
    hook, exits = ErrorHook(), Exits()
    ending = Ending(suanli, hook, exits)
    suanli.document.edit("Move", _with(500))
    suanli.window.allow_close()
    hook.dying.emit()
    assert not suanli.autosave.session.files()
    atexit.unregister(ending._on_dying)
    exits.remove()


def test_that_a_state_folder_that_vanishes_is_made_again(suanli):
    shutil.rmtree(suanli.autosave.session.root)
    suanli.document.edit("Move", _with(500))
    assert suanli.autosave.flush()
    ((_, entry),) = entries_of(suanli.autosave.session)
    assert entry.scenario == _with(500)


def test_that_what_is_swept_away_under_a_living_window_is_kept_again_as_its_own(suanli):
    session, first = suanli.autosave.session, suanli.document
    first.edit("Move", _with(500))
    assert suanli.autosave.flush()
    shutil.rmtree(session.root)
    suanli.workspace.open(Scenario(title="Other"), anew=True)
    suanli.document.edit("Move", _with(600))
    assert suanli.autosave.flush()
    assert {entry.scenario for _, entry in entries_of(session)} == {_with(500), _with(600)}
    assert is_locked(session.root / f"{session.name}.lock"), "others would take it for abandoned"
    suanli.workspace.close(first)
    assert suanli.autosave.flush()
    assert [entry.scenario for _, entry in entries_of(session)] == [_with(600)]


@pytest.fixture
def temporary(tmp_path, monkeypatch) -> Path:
    """Give tests a temporary directory of their own."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


@pytest.mark.parametrize("blocked", ["recovery", "suanli.log", "."])
def test_that_a_state_folder_that_cannot_be_used_is_told_and_another_serves(
    tmp_path, monkeypatch, temporary, blocked
):
    folder = tmp_path / "blocked"
    monkeypatch.setenv("SUANLI_STATE_FOLDER", str(folder))
    if blocked == "suanli.log":
        (folder / blocked).mkdir(parents=True)
    else:
        place = folder / blocked if blocked != "." else folder
        place.parent.mkdir(exist_ok=True)
        place.write_text("a file")
    found = find_state_folder()
    assert found is not None
    assert Path(os.environ["SUANLI_STATE_FOLDER"]) == found.folder != folder
    assert find_state_folder() is None
    assert not found.is_over()
    remove_stand_in(found.folder)
    assert not list(temporary.iterdir())


def test_that_a_stand_in_of_somebody_else_is_not_used(tmp_path, monkeypatch, temporary):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("SUANLI_STATE_FOLDER", str(tmp_path / "file"))
    place = temporary / f"suanli-{os.getuid()}"
    place.symlink_to(tmp_path)
    found = find_state_folder()
    assert found is not None
    assert found.folder.parent == temporary
    assert found.folder != place
    assert not (tmp_path / "recovery").exists()
    remove_stand_in(found.folder)
    assert list(temporary.iterdir()) == [place]


def test_that_the_window_warns_until_its_own_folder_can_be_used(
    suanli, tmp_path, monkeypatch, temporary, qtbot
):
    (tmp_path / "mine").write_text("")
    monkeypatch.setenv("SUANLI_STATE_FOLDER", str(tmp_path / "mine"))
    found = find_state_folder()
    assert found is not None
    suanli.safety._timer.setInterval(20)
    suanli.autosave.move_to(Session(found.folder / "recovery"))
    suanli.safety.watch(found)
    remove_stand_in(found.folder)  # as another window does when it closes
    assert found.folder.is_dir()
    suanli.document.edit("Move", _with(500))
    assert suanli.autosave.flush()
    assert "something of that name is already there" in _warnings(suanli)
    assert str(temporary) not in _warnings(suanli)
    (tmp_path / "mine").unlink()
    qtbot.waitUntil(lambda: not suanli.window.warnings.bars, timeout=10_000)
    assert suanli.autosave.session.root == tmp_path / "mine" / "recovery"
    ((_, entry),) = entries_of(suanli.autosave.session)
    assert entry.scenario == _with(500)
    remove_stand_in(found.folder)
    assert not list(temporary.iterdir())


def test_that_work_left_in_a_stand_in_is_offered_and_goes_with_it(suanli, temporary):
    root = temporary / f"suanli-{os.getuid()}" / "recovery"
    root.mkdir(mode=0o700, parents=True)
    root.parent.chmod(0o700)
    left = Session(root, "left")
    left.write("0", bytes_of(_entry()))
    left.release()
    remove_stand_in()
    suanli.recovering.offer()
    suanli.recovering.recover()
    assert suanli.document.scenario == _with(500)
    remove_stand_in()
    assert not list(temporary.iterdir())
