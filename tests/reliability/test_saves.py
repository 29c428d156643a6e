"""S1 to S4, S8: a save gives the old file or the new one, whatever happens to it."""

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from planner.files.scenario_file import from_bytes, to_bytes
from tests.reliability.any_scenario import any_scenario
from tests.reliability.small_disk import run_on_a_small_disk

ROOT = Path(__file__).parents[2]
QUICK = ("-f", "--seccomp-bpf")  # stops at the calls asked for alone; cannot send signals
ON_POSIX = pytest.mark.skipif(os.name != "posix", reason="processes and limits of POSIX")
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}


@ON_POSIX
def test_that_killing_a_save_at_any_moment_loses_nothing(tmp_path, sized, record):
    """S1."""
    program = str(ROOT / "tests/reliability/kill_saves.py")
    command = [sys.executable, program, str(tmp_path), str(sized(200, 1000)), "4"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=ENVIRONMENT)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert (found["corrupt"], found["older"], found["remaining"]) == (0, 0, 0)
    assert found["saves"] > found["kills"] / 2  # they did save
    assert found["left"] > 0  # and were killed in between
    assert found["swept"] == found["left"]
    record(
        "S1",
        "{kills} kills in {saves} saves: {corrupt} corrupt, {older} older than acknowledged; "
        "{left} temporaries, all swept".format(**found),
    )


SAVE = """
import os, sys
sys.path[:0] = sys.argv[2:]
from planner.files.atomic import write_atomically
from planner.files.file_error import FileError
import planner.files.message
planner.files.message.texts_in("en")

os.access("/begin", os.F_OK)
try:
    write_atomically(sys.argv[1], b"new" * 2000, backup=True)
    said = "saved"
except FileError as error:
    said = str(error)
os.access("/end", os.F_OK)
print(said)
"""
OLD, NEW = b"old" * 1000, b"new" * 2000
LINE = re.compile(r"(?:\d+ +)?(\w+)\((.*)")


def _strace(tmp_path, *options):
    """Save under strace; return the finished process and what the trace says."""
    folder = tmp_path / "saves"
    folder.mkdir(exist_ok=True)
    for path in folder.iterdir():
        path.unlink()
    (folder / "a").write_bytes(OLD)
    libraries = sysconfig.get_path("purelib")
    trace = tmp_path / "trace"
    program = [sys.executable, "-I", "-S", "-B", "-c", SAVE, str(folder / "a"), str(ROOT), libraries]
    command = ["strace", "-o", str(trace), "-s", "200", *options, *program]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done, folder, trace.read_text("utf-8", "replace").splitlines()


@pytest.fixture
def trace(tmp_path):
    """Return the calls of a save as (name, which one of that name in the process, arguments)."""
    if not shutil.which("strace"):
        pytest.skip("without strace tests/files/test_atomic.py fails each call in turn instead")
    done, folder, lines = _strace(tmp_path, *QUICK, "-e", "trace=%file,%desc")
    if "ptrace" in done.stderr or not lines:
        pytest.skip("this system lets nobody trace; tests/files/test_atomic.py stands in")
    assert done.stdout == "saved\n", done.stderr
    assert (folder / "a").read_bytes() == NEW
    counted: Counter[str] = Counter()
    calls, inside = [], False
    for line in lines:
        found = LINE.match(line)
        if found is None:
            continue
        name, arguments = found.groups()
        counted[name] += 1
        inside = (inside or '"/begin"' in arguments) and '"/end"' not in arguments
        if inside and '"/begin"' not in arguments:
            calls.append((name, counted[name], arguments))
    assert len(calls) > 10
    return calls


CHANGES = {"write", "fsync", "link", "linkat", "rename", "renameat", "renameat2", "chmod", "unlink"}


def _faults(trace, sized):
    """Yield every call with every fault; short: an error at each, a kill where the disk changes."""
    for name, number, arguments in trace:
        yield name, number, arguments, "error=EIO"
        if sized(0, 1):
            yield name, number, arguments, "error=ENOSPC"
        if sized(0, 1) or name in CHANGES or "O_EXCL" in arguments:
            yield name, number, arguments, "signal=KILL"


def test_that_a_fault_at_every_call_of_the_system_leaves_old_or_new(trace, tmp_path, sized, record):
    """S2."""
    told: Counter[str] = Counter()
    for place in _faults(trace, sized):
        name, number, _, fault = place
        quick = () if "KILL" in fault else QUICK
        options = ("-e", f"trace={name}", "-e", f"inject={name}:{fault}:when={number}")
        done, folder, _ = _strace(tmp_path, *quick, *options)
        said = done.stdout.strip()
        assert (folder / "a").read_bytes() in ((NEW,) if said == "saved" else (OLD, NEW)), place
        if "KILL" in fault:
            assert (said, done.returncode in (-9, 137)) == ("", True), place
        else:
            assert done.returncode == 0, (place, done.stderr)
            assert said == "saved" or " cannot be saved: " in said, (place, said)
            assert name not in ("write", "fsync") or said != "saved", place
            assert name == "unlink" or {each.name for each in folder.iterdir()} <= {"a", "a.bak"}
        told["killed" if not said else "saved" if said == "saved" else "refused"] += 1
    assert told["killed"] > 6
    assert told["refused"] > 6
    counts = ", ".join(f"{count} {what}" for what, count in sorted(told.items()))
    record("S2", f"{told.total()} faults at {len(trace)} calls: 0 damaged ({counts})")


def test_that_bytes_reach_the_disk_before_the_name_and_the_name_before_the_end(trace, record):
    """S3."""
    wanted = ("write", "fsync", "rename", "renameat", "renameat2")
    steps = [(name, said) for name, _, said in trace if name in wanted and ".bak" not in said]
    names = [name.removesuffix("at2").removesuffix("at") for name, _ in steps]
    assert names == ["write", "fsync", "rename", "fsync"]
    (opened,) = [said for name, _, said in trace if name == "openat" and "O_EXCL" in said]
    temporary = opened.split('"')[1]
    assert temporary in steps[2][1]
    assert steps[0][1].split(",")[0] == steps[1][1].split(")")[0]  # the same open file
    (folder,) = [said for name, _, said in trace if name == "openat" and "O_DIRECTORY" in said]
    assert folder.rpartition("= ")[2] == steps[3][1].split(")")[0]
    record("S3", "write(tmp) → fsync(tmp) → rename → fsync(folder)")


FILLING = """
import sys
from pathlib import Path
from planner.files.atomic import write_atomically
from planner.files.file_error import FileError

folder, kept = Path(sys.argv[1]), {"a", "a.bak"}
path = folder / "a"
outcomes = {}
for number in range(200):
    path.unlink(missing_ok=True)
    (folder / "a.bak").unlink(missing_ok=True)
    write_atomically(path, b"old" * 1000)
    data = b"%d" % (number % 10) * (95_000 + number * 300)
    try:
        write_atomically(path, data, backup=number % 2 == 0)
        said = "saved"
        assert path.read_bytes() == data
    except FileError as error:
        said = str(error).partition(" cannot be saved: ")[2]
        assert path.read_bytes() == b"old" * 1000
    outcomes[said] = outcomes.get(said, 0) + 1
    assert {each.name for each in folder.iterdir()} <= kept
import json; print(json.dumps(outcomes))
"""


def test_that_a_full_disk_keeps_the_old_file(tmp_path, record):
    """S4, on a small disk of its own."""
    said = run_on_a_small_disk(FILLING, tmp_path, ROOT).strip()
    outcomes = json.loads(said)
    assert set(outcomes) == {"saved", "the disk is full"}
    assert sum(outcomes.values()) == 200
    assert min(outcomes.values()) > 20
    record("S4", f"200 sizes on a disk of 128 kB: {outcomes}, 0 damaged, 0 temporaries")


@ON_POSIX
def test_that_a_limit_on_file_sizes_keeps_the_old_file(tmp_path, record):
    """S4, by a limit of the process."""
    import resource

    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    command = [sys.executable, "-c", FILLING, str(tmp_path)]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, preexec_fn=limit, cwd=ROOT
    )
    assert done.returncode == 0, done.stderr
    outcomes = json.loads(done.stdout)
    assert set(outcomes) == {"saved", "the file would be larger than this system allows"}
    record("S4", f"200 sizes under a limit of 100 kB a file: {outcomes}, 0 damaged")


def test_that_a_scenario_is_the_same_bytes_the_second_time(sized, record):
    """S8."""
    count, random, different = sized(500, 10_000), Random(8), set()  # noqa: S311
    for _ in range(count):
        scenario = any_scenario(random)
        data = to_bytes(scenario)
        again = from_bytes(data, "x")
        assert again == scenario
        assert to_bytes(again) == data
        different.add(data)
    assert len(different) > count * 0.99
    record("S8", f"{count:,} scenarios saved, read, saved: equal scenarios, equal bytes")
