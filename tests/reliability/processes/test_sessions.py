"""A session in windows that are killed, in two windows, on a full disk and in a closed folder."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep

import pytest

from planner.files.session.session import Session, SessionScenario
from planner.files.session.session_file import read_session, session_to_bytes, write_session
from planner.model.scenario import Scenario, lever_value, with_lever
from planner.storage.sentences.file_error import FileError
from tests.reliability.nobody import as_nobody
from tests.reliability.remote_window import ROOT, Remote
from tests.reliability.saving.small_disk import run_on_a_small_disk
from ui.documents.autosave import EVERY_MS

LEVER = "alibaba_plan"
SESSION = Session(
    tuple(
        SessionScenario(with_lever(Scenario(title=title), LEVER, value))
        for title, value in (("One", 500), ("Two", 600))
    )
)
FILLING = """
import json, sys
from pathlib import Path
from planner.files.session.session import Session, SessionScenario
from planner.files.session.session_file import read_session, write_session
from planner.model.scenario import Scenario
from planner.storage.sentences.file_error import FileError

path = Path(sys.argv[1]) / "s.suanli"
old = Session((SessionScenario(Scenario(title="Old")),))
outcomes = {}
for number in range(60):
    path.unlink(missing_ok=True)
    write_session(path, old)
    notes = "x" * 20_000
    many = [Scenario(title=str(n), notes=notes, seed=n) for n in range(1 + number % 12)]
    new = Session(tuple(map(SessionScenario, many)))
    wanted = new
    try:
        write_session(path, new)
        said = "saved"
    except FileError as error:
        said, wanted = str(error).partition(" cannot be saved: ")[2], old
    inside = [each.scenario for each in read_session(path).contents]
    assert inside == [each.scenario for each in wanted.scenarios]
    assert [each.name for each in path.parent.iterdir()] == ["s.suanli"]
    outcomes[said] = outcomes.get(said, 0) + 1
print(json.dumps(outcomes))
"""


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "plan.suanli"
    write_session(path, SESSION)
    return path


def _values(path):
    return [lever_value(each.scenario, LEVER) for each in read_session(path).contents]


def test_that_a_killed_window_gives_its_work_back_to_the_session(tmp_path, path, sized, record):
    kills = sized(1, 20)
    for number in range(kills):
        write_session(path, SESSION)
        state = tmp_path / str(number)
        state.mkdir()
        window = Remote(state, path)
        assert window.hello["documents"] == ["One", "Two"]
        window.ask("edit", 900)
        sleep(EVERY_MS / 1000 + 1)
        window.kill()
        assert _values(path) == [500, 600]
        again = Remote(state)
        assert "Two" in again.hello["offer"]
        found = again.ask("offer", "recover")
        assert (found["documents"], found["value"]) == (["One", "Two"], 900)
        assert found["is_dirty"]
        assert found["path"] == str(path)
        assert not again.ask("save")["is_dirty"]
        assert again.close() == (0, "")
        assert _values(path) == [500, 900]
    record("A1", f"{kills} kills with a session open: work is back in it {kills} times")


def test_that_two_windows_never_both_write_a_session(tmp_path, path):
    one, two = (Remote(_state(tmp_path, name), path) for name in ("one", "two"))
    assert two.hello["questions"] == ["taken"]
    assert two.ask("choose", "read_only")["read_only"] == "another window writes to it"
    two.ask("edit", 700)
    two.ask("save")
    assert _values(path) == [500, 600]
    one.ask("edit", 900)
    assert not one.ask("save")["is_dirty"]
    assert _values(path) == [500, 900]
    for window in (one, two):
        window.kill()


def _state(folder, name) -> Path:
    state: Path = folder / name
    state.mkdir()
    return state


def test_that_a_full_disk_keeps_the_old_session(tmp_path, record):
    outcomes = json.loads(run_on_a_small_disk(FILLING, tmp_path, ROOT))
    assert set(outcomes) == {"saved", "the disk is full"}
    assert min(outcomes.values()) > 5
    record("S4", f"60 sessions on a disk of 128 kB: {outcomes}, 0 damaged, 0 temporaries")


def test_that_a_session_in_a_folder_that_takes_no_files_stays_whole():
    with TemporaryDirectory() as name:
        folder = Path(name)
        kept = folder / "plan.suanli"
        kept.write_bytes(session_to_bytes(SESSION))
        kept.chmod(0o644)
        folder.chmod(0o555)
        with as_nobody():
            assert _values(kept) == [500, 600]
            with pytest.raises(FileError, match="cannot be saved: "):
                write_session(kept, Session(SESSION.scenarios[:1]))
        assert _values(kept) == [500, 600]
