"""E4: outputs that are no files are written through or refused, and no other file changes."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="names of descriptors on Linux")

ROOT = Path(__file__).parents[3]
OLD = "what the log held before\n"
HEAD = "scenario,time,outcome,"
RUN = ("run", "baseline", "--futures", "8", "--set", "alibaba_plan=500")


def _shell(command, folder, *arguments, **options):
    """Run a line of bash in which $S is the program."""
    environment = {**os.environ, "S": f"{sys.executable} -m ui", "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        ["bash", "-c", command, "bash", *arguments],  # noqa: S607
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
        env=environment,
        **options,
    )


def _csv(text):
    """Return the lines of the one table in a text; it stands whole, with nothing in between."""
    lines = text.splitlines()
    begin = next(place for place, line in enumerate(lines) if line.startswith(HEAD))
    table = [line for line in lines[begin:] if line.count(",") == 12]
    assert lines[begin : begin + len(table)] == table
    assert len(table) > 10_000
    return table


@pytest.fixture(scope="module")
def table(tmp_path_factory):
    """What the numbers are: those of a plain file."""
    folder = tmp_path_factory.mktemp("plain")
    assert _shell(f"$S {' '.join(RUN)} --csv a.csv", folder).returncode == 0
    return (folder / "a.csv").read_text("utf-8").splitlines()


THROUGH = {
    "standard output, appended": ("$S $RUN --csv /dev/stdout >> log", "log"),
    "the descriptor of it": ("$S $RUN --csv /proc/self/fd/1 >> log", "log"),
    "a link to it": ("ln -s /dev/stdout out; $S $RUN --csv out >> log", "log"),
    "a link to a folder of descriptors": ("ln -s /dev/fd fds; $S $RUN --csv fds/1 >> log", "log"),
    "standard error, appended": ("$S $RUN --csv /dev/stderr >/dev/null 2>> log", "log"),
    "another descriptor": ("$S $RUN --csv /dev/fd/7 7>> log >/dev/null", "log"),
    "a pipe of the shell": ("$S $RUN --csv /dev/stdout | cat >> log", "log"),
    "process substitution": (
        "$S $RUN --csv >(cat >> log; echo > done) >/dev/null; until [ -e done ]; do sleep .1; done",
        "log",
    ),
    "a named pipe": ("mkfifo p; cat p >> log & $S $RUN --csv p >/dev/null; wait", "log"),
}


ALIKE = {
    "the descriptor of it",
    "a link to a folder of descriptors",
    "standard error, appended",
    "a pipe of the shell",
}


@pytest.mark.parametrize("name", THROUGH)
def test_that_what_is_open_is_written_through_behind_what_it_holds(
    name, tmp_path, table, sized, record
):
    if name in ALIKE and not sized(0, 1):
        pytest.skip("much like another one; it runs at full length")
    command, file = THROUGH[name]
    (tmp_path / file).write_text(OLD, "utf-8")
    inode = (tmp_path / file).stat().st_ino
    done = _shell(command.replace("$RUN", " ".join(RUN)), tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    text = (tmp_path / file).read_text("utf-8")
    assert text.startswith(OLD)
    assert (tmp_path / file).stat().st_ino == inode
    assert _csv(text) == table
    record("E4", f"{name}: {len(table):,} lines behind the old ones")


def test_that_numbers_on_standard_output_stand_alone_by_whatever_name(tmp_path, table):
    done = _shell(f"$S {' '.join(RUN)} --csv /dev/stdout | cat", tmp_path)
    assert done.stdout.splitlines() == table


def test_that_what_is_printed_comes_in_order(tmp_path, table):
    command = f"(echo before; $S {' '.join(RUN)} --csv /dev/stdout; echo after) > log"
    assert _shell(command, tmp_path).returncode == 0
    lines = (tmp_path / "log").read_text("utf-8").splitlines()
    assert (lines[0], lines[-1]) == ("before", "after")
    assert lines[1:-1] == table


def test_that_every_option_that_writes_a_file_writes_through(tmp_path):
    options = "--json /dev/fd/5 --xlsx /dev/fd/6 --report /dev/fd/7"
    command = f"$S {' '.join(RUN)} {options} 5>> a.json 6>> a.xlsx 7>> a.html"
    assert _shell(command, tmp_path).returncode == 0
    assert _shell("$S model --xmile /dev/stdout >> a.xml", tmp_path).returncode == 0
    begin = {each.name: each.read_bytes()[:6] for each in tmp_path.iterdir()}
    assert begin["a.json"].startswith(b"{")
    assert begin["a.xlsx"].startswith(b"PK")
    assert begin["a.html"].startswith(b"<!")
    assert begin["a.xml"].startswith(b"<?xml")


def test_that_nothing_at_all_may_be_written_to(tmp_path):
    done = _shell(f"$S {' '.join(RUN)} --csv /dev/null --json /dev/null", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("wrote /dev/null\nwrote /dev/null\n")
    assert not list(tmp_path.iterdir())


REFUSED = {
    "$S $RUN --csv /dev/fd/77": "/dev/fd/77 cannot be saved: there is no such file or folder",
    "$S $RUN --csv /dev/stdin < log": "/dev/stdin cannot be saved: it is open for reading only",
    "$S $RUN --csv log >> log": "--csv names the file that standard output goes to: log",
    "$S $RUN --csv /dev/fd/5 --json /dev/fd/6 5>> log 6>> log": (
        "--csv and --json name the same file: /dev/fd/6"
    ),
    "$S $RUN --csv log --json /dev/fd/6 6>> log": "--csv and --json name the same file: /dev/fd/6",
    "exec 5>> log; P=$$; $S $RUN --csv /proc/$P/fd/5 5>&-": (
        "cannot be saved: it stands for an open file of a program, which is not to be replaced"
    ),
    "$S $RUN --png /dev/stdout": (
        "/dev/stdout cannot be made: something of that name is already there"
    ),
    "$S $RUN --csv /dev/full": "/dev/full cannot be saved: the disk is full",
    "$S model --xmile /dev/stdin < log": "it is open for reading only",
}


@pytest.mark.parametrize("command", REFUSED)
def test_that_what_cannot_be_written_through_is_refused_and_nothing_changes(
    command, tmp_path, record
):
    (tmp_path / "log").write_text(OLD, "utf-8")
    done = _shell(command.replace("$RUN", " ".join(RUN)), tmp_path)
    assert done.returncode == 2
    assert REFUSED[command] in done.stderr
    assert done.stderr.count("\n") == 1
    assert [each.name for each in tmp_path.iterdir()] == ["log"]
    assert (tmp_path / "log").read_text("utf-8") == OLD
    record("E4", f"refused: {command}")


def test_that_a_disk_is_not_written_over(tmp_path):
    try:
        os.mknod(tmp_path / "disk", 0o600 | 0o060000, os.makedev(7, 250))
    except OSError:
        pytest.skip("this machine lets nobody make a device")
    done = _shell(f"$S {' '.join(RUN)} --csv disk", tmp_path)
    assert (done.returncode, done.stderr) == (
        2,
        "suanli: disk cannot be saved: it is a device or a pipe, not a file\n",
    )


def test_that_a_pipe_that_nobody_reads_is_given_up_before_the_run(tmp_path, monkeypatch):
    from planner.storage import streams
    from planner.storage.sentences.file_error import FileError

    monkeypatch.setattr(streams, "READER_WITHIN", 0.2)
    os.mkfifo(tmp_path / "p")
    with pytest.raises(FileError, match="nobody reads from the pipe"):
        streams.open_stream(tmp_path / "p")


def test_that_a_reader_may_come_late_and_leave_early(tmp_path):
    from planner.storage.streams import open_stream

    os.mkfifo(tmp_path / "p")
    heard = []

    def read():
        with (tmp_path / "p").open("rb") as pipe:
            heard.append(pipe.read(10))

    reader = threading.Timer(0.3, read)
    reader.start()
    stream = open_stream(tmp_path / "p")
    assert stream is not None
    stream.write(b"0123456789" * 100_000)
    reader.join()
    assert heard == [b"0123456789"]


def test_that_a_reader_who_leaves_early_keeps_nothing_else_from_being_written(tmp_path, table):
    command = f"$S {' '.join(RUN)} --csv - --json b.json | head -1"
    assert _shell(command, tmp_path).stdout.splitlines() == table[:1]
    assert (tmp_path / "b.json").read_bytes().endswith(b"]}\n")


def test_that_a_scenario_is_not_saved_over_what_is_open(tmp_path):
    from planner.files.scenario.scenario_file import write
    from planner.model.scenario import Scenario
    from planner.storage.sentences.file_error import FileError

    log = tmp_path / "log"
    log.write_text(OLD, "utf-8")
    with log.open("a", encoding="utf-8") as file:
        name = f"/dev/fd/{file.fileno()}"
        with pytest.raises(FileError, match="stands for an open file of a program"):
            write(name, Scenario())
    assert log.read_text("utf-8") == OLD
