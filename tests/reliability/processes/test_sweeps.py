"""Sweeps through kills, full disks, too little memory, and given up at any moment.

test_sweep_rows tells which test holds which row.
"""

import os
import random
import resource
import signal
import subprocess
import sys
from contextlib import suppress
from itertools import islice
from pathlib import Path
from time import monotonic, sleep

import pytest

from planner.sweep.store.store import opened
from planner.sweep.summary.reader import read_folder
from planner.sweep.sweeping import sweeping
from planner.sweep.workers.local import LocalWorkers
from tests.reliability.saving.small_disk import run_on_a_small_disk
from tests.sweep.here import Here, bytes_of, swept
from tests.sweep.plans import planned, written

ROOT = Path(__file__).parents[3]
PLAN = """
draws = "as-drawn"
futures = 2000
batch = 400

[inputs]
"voucher_budget.shanghai" = [0, 300, 600, 900]
"""
SIZE = 400
TOO_LARGE = """
draws = "as-drawn"
futures = 1000000
batch = 1000000
"""
MONTHS = "[outcomes]\nenterprises = 'monthly'\nused_compute = 'monthly'\n"
FILLING = """
import shutil
import sys
from pathlib import Path
from planner.sweep.plan.plan_file import read_plan
from planner.sweep.reading.error import SweepError
from tests.sweep.here import Here, swept

folder = Path(sys.argv[1]) / "out"
plan = read_plan("PLAN")
try:
    swept(folder, plan, size=400)
except SweepError as error:
    print(str(error).partition(": ")[2])
print([path.name for path in folder.rglob("*.tmp")])
larger, workers = Path(sys.argv[1]).parent / "larger", Here()
shutil.copytree(folder, larger)
whole = len([*larger.rglob("batch-*.parquet")])
found = swept(larger, plan, workers, size=400)
print(whole > 0, workers.given > 0, workers.given == found.batches - whole)
"""


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("undisturbed")
    swept(folder / "out", planned(folder, PLAN), size=SIZE)
    return bytes_of(folder / "out")


def test_that_workers_killed_again_and_again_change_no_byte(tmp_path, sized, undisturbed):
    plan, kills = planned(tmp_path, PLAN), sized(2, 20)
    chosen, done = random.Random(1), 0  # noqa: S311 - it chooses whom to kill
    with opened(tmp_path / "out", plan, lambda: SIZE) as store:
        workers = LocalWorkers(2)
        before = -1
        for _ in sweeping(store, workers):
            if done < kills and len(store.done) > before:  # after each batch one of them
                before, done = len(store.done), done + 1
                living = list(workers._pool._processes or ())
                with suppress(ProcessLookupError, IndexError):  # it has just gone by itself
                    os.kill(chosen.choice(living), signal.SIGKILL)
    assert done >= sized(2, 8)
    assert bytes_of(tmp_path / "out") == undisturbed


def test_that_a_sweep_killed_at_any_moment_goes_on_to_the_same_bytes(tmp_path, sized, undisturbed):
    path, out = written(tmp_path, PLAN), tmp_path / "out"
    chosen, kills = random.Random(2), sized(2, 12)  # noqa: S311 - it chooses when to kill
    for number in range(kills):
        _kill_after(_started(path, out), out, number + 1, chosen.random() / 10)
    left = list(out.rglob("*.tmp"))
    workers = Here()
    swept(out, planned(tmp_path, PLAN), workers, size=SIZE)
    assert workers.given < 20
    assert bytes_of(out) == undisturbed
    assert [path for path in left if path.exists()] == []


def test_that_a_sweep_given_up_at_any_moment_is_told_to_be_a_part_and_goes_on(
    tmp_path, sized, undisturbed
):
    plan, out = planned(tmp_path, PLAN), tmp_path / "out"
    chosen, kept = random.Random(3), 0  # noqa: S311 - it chooses when to give up
    for _ in range(sized(2, 100)):
        left = _given_up(plan, out, chosen.randrange(60))
        assert [process for process in left if process.is_alive()] == []
        folder = read_folder(out)
        assert kept <= len(folder.done)
        assert folder.is_whole == (len(folder.done) == 20)
        kept = len(folder.done)
    swept(out, plan, size=SIZE)
    assert bytes_of(out) == undisturbed


def _given_up(plan, out, steps):
    """Sweep for so many steps and give up; return the processes that there were."""
    with opened(out, plan, lambda: SIZE) as store:
        workers = LocalWorkers(2)
        sweep = sweeping(store, workers)
        for _ in islice(sweep, steps):
            pass
        there = list((workers._pool._processes or {}).values())
        sweep.close()
    return there


def _started(path, out):
    command = [sys.executable, "-m", "ui", "sweep", str(path), "--out", str(out)]
    return subprocess.Popen(
        [*command, "--processes", "1"], cwd=ROOT, stderr=subprocess.DEVNULL, start_new_session=True
    )


def _kill_after(running, out, batches, moment):
    """Kill the process alone, after some batches and a moment; its workers have to end by it."""
    while len([*out.rglob("batch-*.parquet")]) < batches and running.poll() is None:
        sleep(0.01)
    sleep(moment)
    os.kill(running.pid, signal.SIGKILL)
    running.wait()
    end = monotonic() + 20
    while _lives(running.pid) and monotonic() < end:
        sleep(0.05)
    assert not _lives(running.pid)


def _lives(group):
    """Tell whether a process of the group is there that is no zombie."""
    states = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[2]) == group:
            states.append(fields[0])
    return any(state != "Z" for state in states)


@pytest.mark.parametrize("processes", [1, 2, 4])
def test_that_any_number_of_processes_gives_the_same_bytes(processes, tmp_path, sized, undisturbed):
    if processes > sized(1, 4):
        pytest.skip("at full length")
    with opened(tmp_path / "out", planned(tmp_path, PLAN), lambda: SIZE) as store:
        list(sweeping(store, LocalWorkers(processes)))
    assert bytes_of(tmp_path / "out") == undisturbed


def test_that_too_little_memory_is_said_in_one_line(tmp_path):
    path = written(tmp_path, TOO_LARGE, MONTHS)
    command = [sys.executable, "-m", "ui", "sweep", str(path), "--out", str(tmp_path / "out")]
    done = subprocess.run(
        [*command, "--processes", "1"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=_allow_a_gigabyte,
    )
    assert done.returncode == 2
    assert "too little memory" in done.stderr
    assert done.stderr.count("\n") == 1


def _allow_a_gigabyte():
    resource.setrlimit(resource.RLIMIT_AS, (2**30, 2**30))


def test_that_a_full_disk_is_said_and_every_whole_batch_counts(tmp_path):
    path = written(tmp_path, PLAN.replace("2000", "8000"))
    (tmp_path / "disk").mkdir()
    code = FILLING.replace("PLAN", str(path))
    said = run_on_a_small_disk(code, tmp_path / "disk", ROOT).splitlines()
    assert said == ["the disk is full", "[]", "True True True"]
