"""E9: names that are no text, or turn its direction, or are as long as the system takes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from planner.files.scenario.scenario_file import read, write
from planner.model.scenario import Scenario, lever_value, with_lever
from planner.storage.names import SCENARIO_ENDING
from planner.storage.sentences.readable import is_text, readable
from tests.reliability.remote_window import Remote
from tests.some import some

pytestmark = pytest.mark.skipif(
    os.name != "posix" or sys.platform == "darwin", reason="names are text on this system"
)
ROOT = Path(__file__).parents[3]
LEVER = "alibaba_plan"
ENDING = SCENARIO_ENDING.encode()
NAMES = {
    "Chinese of Windows": "情景".encode("gbk") + ENDING,
    "Western of Windows": "Entwürfe für März".encode("latin-1") + ENDING,
    "half a character": b"a\xed\xa0\x80b" + ENDING,
    "no letter at all": b"\xff\xfe\x80" + ENDING,
    "right to left": "תוכנית 60 קיבולת".encode() + ENDING,
    "left and right": "خطة 2030 plan".encode() + ENDING,
    "a mark that turns": "safe\u202egnp".encode() + ENDING,
    "two lines": b"two\nlines" + ENDING,
    "255 bytes of text": "算".encode() * 80 + b"x" + ENDING,
    "255 bytes of none": b"\xfe" * 241 + ENDING,
}


def _with(value):
    return with_lever(Scenario(title="Plan"), LEVER, value)


def _suanli(*arguments, folder):
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-m", "ui", *arguments],
        capture_output=True,
        check=False,
        cwd=folder,
        env=environment,
    )


def test_that_the_terminal_reads_and_writes_files_of_any_name(tmp_path):
    folder = tmp_path / os.fsdecode("方案".encode("gbk"))
    folder.mkdir()
    paths = [folder / os.fsdecode(name) for name in NAMES.values()]
    for path in paths:
        write(path, _with(400))
    done = _suanli("validate", *paths, folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.decode().splitlines()) == len(paths)
    odd, csv, page = paths[0], folder / os.fsdecode(b"\xff.csv"), folder / os.fsdecode(b"\xff.html")
    asked = ["--csv", csv, "--report", page, "--png", folder, "--futures", "50"]
    done = _suanli("run", odd, *asked, folder=tmp_path)
    assert done.returncode == 0, done.stderr
    said = done.stdout.decode()
    assert "方案 (GBK)/\\xff.csv" in said
    assert csv.stat().st_size > 10_000
    assert page.stat().st_size > 10_000
    done = _suanli("validate", folder / os.fsdecode(b"\xc7\xe9gone"), folder=tmp_path)
    assert done.returncode == 2
    assert len(done.stderr.decode().splitlines()) == 1


def test_that_work_on_a_file_of_any_name_is_kept_and_offered(tmp_path, record, sized):
    wanted = list(NAMES.values())[: sized(1, len(NAMES))]
    for number, name in some(enumerate(wanted)):
        folder, state = tmp_path / str(number), tmp_path / f"state {number}"
        folder.mkdir()
        path = folder / os.fsdecode(name)
        write(path, _with(400))
        window = Remote(state, path)
        assert window.ask("look")["path"] == str(path)
        window.ask("edit", 500)
        window.ask("flush")
        window.kill()
        again = Remote(state)
        assert "“Plan”" in again.hello["offer"]
        look = again.ask("offer", "recover")
        assert (look["path"], look["value"]) == (str(path), 500)
        again.ask("save")
        again.close()
        assert lever_value(read(path), LEVER) == 500
    record("E9", f"{len(NAMES)} names: opened, saved, locked, listed; {len(wanted)} recovered")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("情景.scenario.json".encode("gbk"), "情景.scenario.json (GBK)"),
        ("/数据/".encode() + "算力券".encode("gbk") + b"/a.json", "/数据/算力券 (GBK)/a.json"),
        (b"caf\xe9.json", "caf\\xe9.json"),
        (b"\xff\xfe", "\\xff\\xfe"),
        ("算力".encode(), "算力"),
        (b"a\xed\xa0\x80", "a\\xed\\xa0\\x80"),
    ],
)
def test_that_a_name_is_shown_as_text(name, shown):
    path = os.fsdecode(name)
    assert readable(path) == shown
    assert is_text(path) == (readable(path) == path)
    assert shown.encode()


OPENS = """
import sys
from ui.process.display.application import windowed_application
print(bool(windowed_application().screens()))
"""


def test_that_a_program_in_a_folder_of_any_name_opens_its_window(tmp_path):
    folder = tmp_path / os.fsdecode("程序".encode("gbk") + b"\xff")
    folder.mkdir()
    for part in ("planner", "ui", "seeds", "resources"):
        (folder / part).symlink_to(ROOT / part)
    program = folder / "start.py"
    program.write_text(OPENS)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(folder)}
    done = subprocess.run(
        [sys.executable, program], capture_output=True, check=False, text=True, env=environment
    )
    assert (done.returncode, done.stdout) == (0, "True\n"), done.stderr
