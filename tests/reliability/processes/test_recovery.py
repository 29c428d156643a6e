"""A1-A3: what is left of unsaved work when the program is killed, told to end, or fails."""

import random
import signal
import time
from pathlib import Path

import pytest

from planner.model.scenario import Scenario, lever_value, with_lever
from tests.reliability.remote_window import Remote
from ui.documents.autosave import EVERY_MS
from ui.documents.recovery import (
    SET_ASIDE,
    Session,
    abandoned_sessions,
    bytes_of,
    entries_of,
    recovery_folder,
)

SECONDS_LOST_AT_MOST = 3.0


def test_that_a_killed_window_loses_at_most_three_seconds(tmp_path, sized, record):
    chance, kills, lost = random.Random(7), sized(1, 50), 0.0  # noqa: S311 - luck that repeats
    for number in range(kills):
        state = tmp_path / str(number)
        state.mkdir()
        window = Remote(state)
        made = []
        for value in range(400, 404):
            window.ask("edit", value)
            made.append((time.monotonic(), value))
            time.sleep(chance.uniform(0.1, EVERY_MS / 1000 if value == 400 else 0.5))
        time.sleep(chance.uniform(0, 2.5))
        killed = time.monotonic()
        window.kill()
        lost = max(lost, _seconds_lost(state, made, killed))
    record("A1", f"{kills} kills: offered {kills} times, at most {lost:.1f} s of edits lost")
    assert lost <= SECONDS_LOST_AT_MOST


def test_that_a_kill_loses_neither_bookmarks_nor_notes_nor_what_is_argued(tmp_path, record):
    window = Remote(tmp_path)
    window.ask("edit", 410)
    made = window.ask("argue", "为什么\nWhy?", "=1+1, 芯片")["presented"]
    window.ask("edit", 420)
    assert [value for _, value in made[3]] == [410]
    window.ask("flush")
    window.kill()
    window = Remote(tmp_path)
    assert "My scenario" in window.ask("look")["offer"]
    found = window.ask("offer", "recover")
    code, said = window.close()
    assert (code, said) == (0, "")
    assert found["presented"] == made
    assert found["value"] == 420
    record("A1", "a kill: bookmark, note, question, finding and decision recovered")


def _seconds_lost(state, made, killed):
    """Start again, recover what is offered, and return how old the first lost edit was."""
    window = Remote(state)
    look = window.ask("look")
    written_late = made[0][0] > killed - SECONDS_LOST_AT_MOST
    if not look["offer"] and written_late:
        window.close()
        return killed - made[0][0]
    assert "My scenario" in look["offer"], look
    assert look["value"] == 380, "restored unasked"
    value = window.ask("offer", "recover")["value"]
    code, said = window.close()
    assert (code, said) == (0, "")
    missing = [at for at, edited in made if edited > value]
    return killed - min(missing) if missing else 0.0


def _entry(value):
    from datetime import datetime

    from ui.documents.recovery import Entry

    scenario = with_lever(Scenario(title="Moved"), "alibaba_plan", value)
    return Entry(None, "", datetime.now().astimezone(), scenario, Scenario())


def test_that_bad_entries_are_set_aside_and_the_start_goes_on(tmp_path, sized, record):
    chance, count = random.Random(5), sized(100, 1000)  # noqa: S311 - luck that repeats
    good, seen, aside = bytes_of(_entry(500)), 0, 0
    for number in range(count):
        root = tmp_path / str(number)
        root.mkdir()
        left = Session(root, "left")
        left.write("a", _mutated(good, chance))
        left.write("b", good)
        left.release()
        (found,) = abandoned_sessions(root)
        entries = dict(entries_of(found))
        assert lever_value(entries["b"].scenario, "alibaba_plan") == 500
        seen += len(entries)
        if "a" not in entries:
            aside += 1
            assert (root / SET_ASIDE / "a.json").is_file()
        found.release()
    assert aside > count / 2
    assert seen == 2 * count - aside
    record("A2", f"{count} damaged entries: {aside} set aside, 0 starts hindered, others offered")


def _mutated(data, chance):
    """Cut an entry short, as by a kill, or change a few of its bytes."""
    if chance.random() < 0.4:
        return data[: chance.randrange(len(data))]
    changed = bytearray(data)
    for _ in range(chance.randrange(1, 6)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def test_that_a_kill_while_an_entry_is_written_leaves_the_last_whole(tmp_path, sized, record):
    import subprocess
    import sys

    from tests.reliability.remote_window import ROOT

    program = (
        "import sys; from pathlib import Path\n"
        "from tests.reliability.processes.test_recovery import _entry\n"
        "from ui.documents.recovery import Session, bytes_of\n"
        "session = Session(Path(sys.argv[1]), 'left')\n"
        "for value in range(1, 9000):\n"
        "    session.write('a', bytes_of(_entry(value)))\n"
        "    print(value, flush=True)\n"
    )
    chance, kills = random.Random(3), sized(4, 100)  # noqa: S311 - luck that repeats
    for number in range(kills):
        root = tmp_path / str(number)
        root.mkdir()
        writer = subprocess.Popen(
            [sys.executable, "-c", program, str(root)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(chance.uniform(0, 0.3))
        writer.kill()
        told = [int(line) for line in writer.communicate()[0].split()]
        (found,) = abandoned_sessions(root)
        ((_, entry),) = entries_of(found)
        assert lever_value(entry.scenario, "alibaba_plan") >= max(told, default=1)
        found.release()
    record("A2", f"{kills} kills while writing: the last entry written is whole each time")


@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGTERM, 143), pytest.param(signal.SIGINT, 130, marks=pytest.mark.at_length)],
)
def test_that_a_signal_keeps_the_work_and_says_itself_in_the_exit_code(
    tmp_path, number, code, record
):
    window = Remote(tmp_path)
    window.ask("edit", 640)
    assert window.end(number) == (code, "")
    again = Remote(tmp_path)
    assert "My scenario" in again.ask("look")["offer"]
    assert again.ask("offer", "recover")["value"] == 640
    assert again.close()[0] == 0
    record("A3", f"{signal.Signals(number).name}: work kept, exit code {code}")


def test_that_a_log_out_keeps_the_work(tmp_path, record):
    window = Remote(tmp_path)
    window.ask("edit", 641)
    window.ask("log_out")
    window.kill()
    again = Remote(tmp_path)
    assert again.ask("offer", "recover")["value"] == 641
    assert again.close()[0] == 0
    record("A3", "log-out: work kept before the session ends the program")


def test_that_a_failing_slot_keeps_the_work_and_the_window(tmp_path, record):
    window = Remote(tmp_path)
    window.ask("edit", 642)
    window.ask("fault")
    look = window.ask("look")
    assert "a slot that fails" in look["notice"]
    assert look["value"] == 642
    window.kill()
    assert "a slot that fails" in (tmp_path / "suanli.log").read_text("utf-8")
    again = Remote(tmp_path)
    assert again.ask("offer", "recover")["value"] == 642
    assert again.close()[0] == 0
    record("A3", "exception in a slot: told, logged, work kept, window open, exit code 0 later")


def test_that_what_is_put_off_is_offered_again_and_what_is_discarded_is_not(tmp_path):
    window = Remote(tmp_path)
    window.ask("edit", 643)
    window.end(signal.SIGTERM)
    for choice in ("later", "discard"):
        again = Remote(tmp_path)
        assert "My scenario" in again.ask("look")["offer"]
        assert again.ask("offer", choice)["value"] == 380
        again.close()
    last = Remote(tmp_path)
    assert last.ask("look")["offer"] == ""
    last.close()
    assert not [each for each in (tmp_path / "recovery").iterdir() if each.is_dir()]


def test_that_what_was_discarded_can_be_had_back_until_the_window_closes(tmp_path):
    window = Remote(tmp_path)
    window.ask("edit", 643)
    window.end(signal.SIGTERM)
    killed = Remote(tmp_path)
    assert "Discarded unsaved scenarios: 1" in killed.ask("offer", "discard")["offer"]
    killed.kill()
    again = Remote(tmp_path)
    again.ask("offer", "discard")
    assert "My scenario" in again.ask("offer", "undo")["offer"]
    assert again.ask("offer", "recover")["value"] == 643
    again.close()
    last = Remote(tmp_path)
    assert last.ask("look")["offer"] == ""
    last.close()


def test_that_saved_and_discarded_work_leaves_nothing_behind(tmp_path):
    window = Remote(tmp_path)
    window.ask("edit", 644)
    window.ask("flush")
    assert len(list((tmp_path / "recovery").rglob("*.json"))) == 1
    window.ask("save_to", str(tmp_path / "a.scenario.json"))
    assert not list((tmp_path / "recovery").rglob("*.json"))
    window.ask("edit", 645)
    window.ask("flush")
    window.close()
    assert not list((tmp_path / "recovery").rglob("*"))


def test_that_recovered_work_goes_back_to_its_file(tmp_path):
    path = tmp_path / "mine.scenario.json"
    window = Remote(tmp_path)
    window.ask("edit", 500)
    window.ask("save_to", str(path))
    window.ask("edit", 600)
    window.end(signal.SIGTERM)
    again = Remote(tmp_path)
    look = again.ask("offer", "recover")
    assert (look["value"], look["path"], look["is_dirty"]) == (600, str(path), True)
    assert look["outside"] == ""
    assert again.ask("save")["is_dirty"] is False
    assert '"alibaba_plan": 600' in path.read_text("utf-8")
    again.close()


def test_that_the_recovery_folder_is_made(tmp_path: Path):
    assert recovery_folder().is_dir()


def test_that_work_survives_a_state_folder_that_cannot_be_used_and_leaves_no_folder(tmp_path):
    temporary, state = tmp_path / "temporary", tmp_path / "state"
    temporary.mkdir()
    state.write_text("no folder")
    before = ("env", f"TMPDIR={temporary}")
    killed = Remote(state, before=before)
    assert "own folder cannot be used" in killed.ask("edit", 646)["warnings"]
    killed.ask("flush")
    killed.kill()
    state.unlink()
    again = Remote(state, before=before)
    look = again.ask("look")
    assert ("My scenario" in look["offer"], look["warnings"]) == (True, "")
    assert again.ask("offer", "recover")["value"] == 646
    assert again.close() == (0, "")
    assert not list(temporary.iterdir())
