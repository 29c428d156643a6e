"""Tables that are written piece by piece: the same bytes everywhere, and no more than are read."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from planner.storage.sentences.file_error import FileError
from ui.terminal.writing.table_files import deliver_lines
from ui.terminal.writing.targets import target_of

MANY = 100_000
ON_POSIX = pytest.mark.skipif(os.name != "posix", reason="pipes and devices of POSIX")


def _texts(told):
    """Return a table of many lines that notes how many were told."""

    def lines():
        for number in range(MANY):
            told.append(number)
            yield f"{number},一\n"

    return {"csv": lines}


WHOLE = "".join(f"{number},一\n" for number in range(MANY)).encode()


def test_that_a_file_holds_every_line_of_a_long_table(tmp_path, capsys):
    path = tmp_path / "a.csv"
    deliver_lines([target_of("--csv", str(path))], "read", _texts([]))
    assert path.read_bytes() == WHOLE
    assert capsys.readouterr().out.startswith("read\n")


def test_that_a_printed_table_is_all_that_is_printed(capfdbinary):
    deliver_lines([target_of("--csv", "-")], "read", _texts([]))
    assert capfdbinary.readouterr().out == WHOLE


@ON_POSIX
def test_that_no_line_is_told_to_a_pipe_that_nobody_reads_any_more(tmp_path):
    pipe, told = tmp_path / "pipe", list[int]()
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    target = target_of("--csv", str(pipe))
    os.close(reading)
    deliver_lines([target], "read", _texts(told))
    assert 0 < len(told) < MANY


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_that_a_device_that_is_full_is_told_in_a_sentence():
    told = list[int]()
    with pytest.raises(FileError, match="/dev/full cannot be saved: the disk is full"):
        deliver_lines([target_of("--csv", "/dev/full")], "read", _texts(told))
    assert 0 < len(told) < MANY


CLOSED = """
import sys
from ui.terminal.writing.table_files import deliver_lines
from ui.terminal.writing.targets import target_of

told = []

def lines():
    for number in range(100_000):
        told.append(number)
        yield f"{number}\\n"

deliver_lines([target_of("--csv", "-")], "read", {"csv": lines})
sys.stderr.write(str(0 < len(told) < 100_000))
"""


@ON_POSIX
def test_that_a_printed_table_ends_when_its_reader_goes():
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-c", CLOSED], stdout=writing, stderr=subprocess.PIPE, check=False
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"True")
