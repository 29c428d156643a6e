"""W1-W3: one file and two processes, what others do to it, locks that are left or impossible."""

import json
import os
import shutil
import tempfile
import time
from pathlib import Path

import pytest

from planner.files.scenario import scenario_file
from planner.model.scenario import Scenario, lever_value, with_lever
from tests.reliability.nobody import as_nobody
from tests.reliability.remote_window import Remote
from tests.ui.conftest import suanli  # noqa: F401 - a fixture
from ui.documents.locks import lock_path

LEVER = "alibaba_plan"
SEEN_WITHIN = 1.0


@pytest.fixture
def path(tmp_path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    path = folder / "plan.scenario.json"
    scenario_file.write(path, _with(400))
    return path


def _with(value, title="Plan"):
    return with_lever(Scenario(title=title), LEVER, value)


def _value_in(path):
    return lever_value(scenario_file.read(path), LEVER)


def test_that_of_two_windows_only_one_writes(tmp_path, path, sized, record):
    saves = sized(3, 200)
    first, second = Remote(tmp_path / "one", path), Remote(tmp_path / "two")
    assert second.ask("open", str(path))["questions"] == ["taken"]
    look = second.ask("choose", "read_only")
    assert look["read_only"]
    assert "read_only" in look["bars"]
    lost = 0
    for number in range(saves):
        first.ask("edit", 401 + number)
        second.ask("edit", 1400 - number)
        second.ask("save_to", str(path))
        first.ask("save")
        lost += _value_in(path) != 401 + number
    assert lost == 0
    assert first.close() == (0, "")
    assert second.close() == (0, "")
    record("W1", f"two processes, {saves} interleaved saves each: {lost} lost updates")


def test_that_a_copy_of_a_file_in_use_is_a_scenario_of_its_own(tmp_path, path):
    first, second = Remote(tmp_path / "one", path), Remote(tmp_path / "two")
    second.ask("open", str(path))
    look = second.ask("choose", "copy")
    assert (look["value"], look["path"], look["read_only"]) == (400, "", "")
    first.close()
    second.close()


def _rewrite(path, number):
    path.write_bytes(scenario_file.to_bytes(_with(500 + number)))


def _replace(path, number):
    beside = path.with_name("new")
    beside.write_bytes(scenario_file.to_bytes(_with(500 + number)))
    beside.replace(path)


def _delete(path, number):
    path.unlink()


def _move(path, number):
    path.rename(path.with_name(f"moved-{number}.json"))


def _set_back(path, number):
    """Write the same number of bytes and give the file its old date."""
    before = path.stat()
    path.write_bytes(scenario_file.to_bytes(_with(300 + number)))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


OUTSIDE = (_rewrite, _replace, _delete, _move, _set_back)


def test_that_what_others_do_to_a_file_is_told_and_nothing_of_theirs_is_lost(
    tmp_path, path, sized, record
):
    times, overwritten, slowest = sized(len(OUTSIDE), 100), 0, 0.0
    window = Remote(tmp_path / "state", path)
    for number in range(times):
        act = OUTSIDE[number % len(OUTSIDE)]
        act(path, number)
        slowest = max(slowest, _seconds_until_told(window))
        theirs = _bytes_of(path)
        window.ask("edit", 700 + number)
        assert window.ask("save")["questions"] == ["overwriting"], act.__name__
        overwritten += _bytes_of(path) != theirs
        assert window.ask("choose", "replace")["outside"] == ""
        assert _value_in(path) == 700 + number
    window.close()
    assert overwritten == 0
    assert slowest <= SEEN_WITHIN
    record("W2", f"{times} changes outside: told within {slowest:.2f} s, {overwritten} overwritten")


def _bytes_of(path):
    return path.read_bytes() if path.exists() else None


def _seconds_until_told(window):
    begin = time.monotonic()
    while "outside" not in window.ask("look")["bars"]:
        assert time.monotonic() - begin < 5 * SEEN_WITHIN, "the bar did not come"
        time.sleep(0.02)
    return time.monotonic() - begin


def test_that_the_bar_reloads_or_keeps(tmp_path, path):
    window = Remote(tmp_path / "state", path)
    _replace(path, 1)
    _seconds_until_told(window)
    look = window.ask("bar", "outside", "reload")
    assert (look["value"], look["is_dirty"], look["outside"]) == (501, False, "")
    _replace(path, 2)
    _seconds_until_told(window)
    look = window.ask("bar", "outside", "keep")
    assert (look["value"], look["is_dirty"], look["bars"]) == (501, True, [])
    look = window.ask("save")
    assert (look["questions"], look["is_dirty"]) == ([], False)
    assert _value_in(path) == 501
    window.close()


def test_that_our_own_saving_is_no_change_from_outside_and_the_watch_goes_on(tmp_path, path):
    window = Remote(tmp_path / "state", path)
    for value in (610, 620):
        window.ask("edit", value)
        window.ask("save")
        time.sleep(0.4)
        assert window.ask("look")["bars"] == []
    _rewrite(path, 3)
    assert _seconds_until_told(window) <= SEEN_WITHIN
    window.close()


def test_that_the_lock_of_a_killed_window_is_taken_over_at_once(tmp_path, path, record):
    first = Remote(tmp_path / "one", path)
    first.kill()
    assert lock_path(path).exists()
    second = Remote(tmp_path / "two", path)
    look = second.ask("edit", 611)
    assert (look["questions"], look["read_only"]) == ([], "")
    second.ask("save")
    assert _value_in(path) == 611
    second.close()
    assert not lock_path(path).exists()
    record("W3", "lock of a killed window: taken over at once")


def test_that_a_lock_of_another_computer_is_asked_about(tmp_path, path, record):
    lock_path(path).write_text("4242\nsuanli\nfar-away\nffff\nbbbb\n", "utf-8")
    window = Remote(tmp_path / "one")
    assert window.ask("open", str(path))["questions"] == ["taken"]
    look = window.ask("choose", "break")
    assert (look["value"], look["read_only"]) == (400, "")
    window.close()
    record("W3", "lock of another computer: asked, taken over when told to")


def test_that_a_folder_without_locks_opens_with_a_notice(suanli, record):  # noqa: F811
    folder = Path(tempfile.mkdtemp())  # one that nobody may walk into, as the test's own is not
    path = folder / "plan.scenario.json"
    scenario_file.write(path, _with(400))
    path.chmod(0o666)
    folder.chmod(0o555)
    with as_nobody():
        assert suanli.files.open_path(path)
    folder.chmod(0o755)
    assert suanli.document.scenario == _with(400)
    assert "No lock" in suanli.window.bars.bars["remark"].sentence.text()
    shutil.rmtree(folder)
    record("W3", "folder that takes no lock: opened, with a notice")


def test_that_a_newer_file_opens_read_only_and_stays_as_it_is(tmp_path, path):
    fields = json.loads(path.read_text("utf-8")) | {"version": 99, "wonder": 1}
    path.write_text(json.dumps(fields), "utf-8")
    before = path.read_bytes()
    window = Remote(tmp_path / "state", path)
    look = window.ask("look")
    assert "99" in look["read_only"]
    assert "wonder" in look["read_only"]
    window.ask("edit", 420)
    window.ask("save_to", str(path))
    assert path.read_bytes() == before
    copy = path.with_name("copy.scenario.json")
    look = window.ask("save_to", str(copy))
    assert (look["path"], look["read_only"], look["is_dirty"]) == (str(copy), "", False)
    window.close()
