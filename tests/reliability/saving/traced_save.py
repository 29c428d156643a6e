"""One save of another process, watched or disturbed by strace from the moment it begins."""

import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
OLD, NEW = b"old" * 1000, b"new" * 2000
STANDS_IN = "tests/storage/test_atomic.py fails each call in turn instead"

_SAVE = """
import os, select, sys
sys.path[:0] = sys.argv[2:]
from planner.storage.atomic import write_atomically
from planner.storage.sentences.file_error import FileError
from planner.storage.sentences.message import texts_in

texts_in("en")
os.write(1, b"ready\\n")
select.select([0], [], [])  # waits by a call that no save makes
os.access("/begin", os.F_OK)
try:
    remarks = write_atomically(sys.argv[1], b"new" * 2000, backup=True)
    said = ". ".join(map(str, remarks)) or "saved"
except FileError as error:
    said = str(error)
os.access("/end", os.F_OK)
os.write(1, said.encode())
"""
_CALL = re.compile(r"(\w+)\((.*)")


@dataclass(frozen=True, slots=True)
class Save:
    """What became of one save: what it said, how it ended, the traced calls, the file, others."""

    said: str
    code: int
    calls: Sequence[tuple[str, str]]
    content: bytes
    names: frozenset[str]


def traced_save(folder: Path, *options: str) -> Save:
    """Save over an old file while strace, with these options, is attached."""
    if not shutil.which("strace"):
        pytest.skip(f"there is no strace; {STANDS_IN}")
    place = folder / "saves"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    (place / "a").write_bytes(OLD)
    arguments = [str(place / "a"), str(ROOT), sysconfig.get_path("purelib")]
    program = [sys.executable, "-I", "-S", "-B", "-c", _SAVE, *arguments]
    pipe = subprocess.PIPE
    with subprocess.Popen(program, stdin=pipe, stdout=pipe, stderr=pipe) as saver:
        assert saver.stdin is not None
        assert saver.stdout is not None
        assert saver.stdout.readline() == b"ready\n"
        trace = folder / "trace"
        tracing = ["strace", "-p", str(saver.pid), "-o", str(trace), "-s", "200", *options]
        with subprocess.Popen(tracing, stderr=pipe) as tracer:
            assert tracer.stderr is not None
            attached = b"attached" in tracer.stderr.readline()
            said, complaint = saver.communicate(b"!")
        if not attached:
            pytest.skip(f"this system lets nobody trace; {STANDS_IN}")
    assert complaint == b""
    lines = trace.read_text("utf-8", "replace").splitlines()
    found = [(match[1], match[2]) for line in lines if (match := _CALL.match(line))]
    names = frozenset(path.name for path in place.iterdir())
    return Save(said.decode(), saver.returncode, found, (place / "a").read_bytes(), names)
