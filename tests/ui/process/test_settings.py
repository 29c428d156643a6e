"""What several windows remember together: no one forgets what another one wrote."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ui.app import build
from ui.process.state.settings import FILE_NAME, Settings
from ui.process.state.turns import turn_at

GBK = os.fsdecode("情景".encode("gbk") + b".scenario.json")


@pytest.fixture
def file(tmp_path) -> Path:
    return tmp_path / "s.json"


def _made(folder: Path, *names: str) -> list[Path]:
    paths = [folder / f"{name}.scenario.json" for name in names]
    for path in paths:
        path.write_text("{}")
    return paths


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_that_a_pipe_in_place_of_the_settings_counts_as_empty_and_is_not_waited_for(file):
    os.mkfifo(file)
    assert Settings(path=file).recent_files() == []


def test_that_two_windows_list_the_files_of_both_newest_first(qapp, file, tmp_path):
    a, b, c, d = _made(tmp_path, "a", "b", "c", "d")
    one, other = Settings(path=file), Settings(path=file)
    one.keep_recent(a)
    other.keep_recent(b)
    one.keep_recent(c)
    other.keep_recent(d)
    one.keep_recent(b)
    assert Settings(path=file).recent_files() == [b, d, c, a]
    assert one.recent_files() == [b, d, c, a]


def test_that_a_window_writes_only_what_was_changed_in_it(qapp, file):
    first = Settings(path=file)
    first.keep("theme", "light")
    first.keep("year", "2030")
    first.sync()
    one, other = Settings(path=file), Settings(path=file)
    other.keep("theme", "dark")
    other.sync()
    one.keep("theme", "light")  # as it was when this window began
    one.keep("year", "2035")
    one.sync()
    kept = Settings(path=file)
    assert (kept.text("theme"), kept.text("year")) == ("dark", "2035")


def test_that_what_a_newer_program_keeps_is_left_in_place(qapp, file):
    file.write_text('{"of a newer one": "x", "table": true}')
    settings = Settings(path=file)
    settings.keep("year", "2031")
    settings.sync()
    assert json.loads(file.read_text())["of a newer one"] == "x"


def test_that_a_window_nobody_touched_leaves_another_ones_state(qtbot, qapp):
    touched, untouched = build(), build()
    for each in (touched, untouched):
        with qtbot.waitSignal(each.live.state_changed):
            each.window.show()
    touched.window.center.choose_year(2033)
    touched.window.actions_["table"].trigger()
    for each in (touched, untouched):
        each.window.close()
        each.close()
        each.take_down()
    kept = Settings()
    assert kept.text("year") == "2033"
    assert kept.flag("table", default=False)


def test_that_a_file_opened_while_the_disk_was_full_is_listed_once_there_is_room(
    qapp, tmp_path, caplog
):
    (a,) = _made(tmp_path, "a")
    in_the_way = tmp_path / "folder"
    in_the_way.write_text("x")
    settings = Settings(path=in_the_way / "s.json")
    settings.keep_recent(a)
    assert settings.recent_files() == [a]
    assert caplog.records
    in_the_way.unlink()
    settings.sync()
    assert Settings(path=in_the_way / "s.json").recent_files() == [a]


def test_that_settings_are_kept_though_a_file_beyond_utf8_is_recent(qapp, file, tmp_path):
    odd = tmp_path / GBK
    odd.write_text("{}")
    settings = Settings(path=file)
    settings.keep("year", "2034")
    settings.keep_recent(odd)
    kept = Settings(path=file)
    assert kept.text("year") == "2034"
    assert kept.recent_files() == [odd]


WRITES = """
import sys
from pathlib import Path
from ui.process.state.settings import Settings

path, name = Path(sys.argv[1]), sys.argv[2]
settings = Settings(path=path)
for number in range(40):
    settings.keep(f"{name}{number}", "x")
    settings.sync()
"""


def test_that_windows_that_write_at_the_same_time_lose_nothing(file):
    begun = [
        subprocess.Popen([sys.executable, "-c", WRITES, str(file), name]) for name in ("a", "b")
    ]
    assert [each.wait() for each in begun] == [0, 0]
    assert set(json.loads(file.read_text())) - {"recent"} == {
        f"{name}{number}" for name in "ab" for number in range(40)
    }


def test_that_a_window_that_stands_still_in_its_turn_stops_no_other(qapp, file):
    with turn_at(file) as is_had:
        assert is_had
        begin = time.monotonic()
        settings = Settings(path=file)
        settings.keep("year", "2031")
        settings.sync()
        assert time.monotonic() - begin < 5
    assert Settings(path=file).text("year") == "2031"


def test_that_a_turn_is_had_by_one_alone(file):
    with turn_at(file) as first, turn_at(file, seconds=0.05) as second:
        assert (first, second) == (True, False)


def test_that_the_settings_stand_where_the_state_is(qapp, tmp_path):
    settings = Settings()
    settings.keep("year", "2031")
    settings.sync()
    assert (tmp_path / "own" / "state" / FILE_NAME).is_file()
