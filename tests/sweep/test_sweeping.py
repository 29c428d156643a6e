"""A sweep takes its course through failures of its workers, and tells what it has."""

import errno
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace

import pytest

from planner.storage.atomic import write_atomically
from planner.storage.sentences.file_error import cause, refusal
from planner.sweep.reading.error import SweepError
from planner.sweep.workers.workers import WorkersLostError
from tests.sweep.here import Here, bytes_of, swept
from tests.sweep.plans import LEVERS, planned

MANY = LEVERS.replace("1200", "600")


@pytest.fixture
def plan(tmp_path):
    return planned(tmp_path, MANY)


@pytest.fixture
def undisturbed(tmp_path, plan):
    swept(tmp_path / "undisturbed", plan, size=600)
    return bytes_of(tmp_path / "undisturbed")


def test_that_a_sweep_tells_what_it_has(tmp_path, plan):
    found = swept(tmp_path / "out", plan, size=600)
    files = bytes_of(tmp_path / "out")
    assert (found.batches, found.run, found.futures) == (3, 3, 1800)
    assert found.bytes == sum(len(data) for name, data in files.items() if "batch" in name)
    assert (found.broken, found.empty, found.few) == (0, 0, 0)


def test_that_batches_of_dead_workers_are_run_again(tmp_path, plan, undisturbed):
    def die_twice(given, halved):
        if given in {2, 4}:
            raise BrokenProcessPool

    workers = Here(die_twice)
    swept(tmp_path / "out", plan, workers, size=600)
    assert workers.revived == 2
    assert bytes_of(tmp_path / "out") == undisturbed


def test_that_a_batch_without_memory_is_run_in_halves(tmp_path, plan, undisturbed):
    halves = []

    def need_halves(given, halved):
        halves.append(halved)
        if given == 1:
            raise MemoryError

    swept(tmp_path / "out", plan, Here(need_halves), size=600)
    assert halves.count(True) == 1
    assert bytes_of(tmp_path / "out") == undisturbed


def test_that_a_batch_without_memory_for_halves_is_said_and_others_stay(tmp_path, plan):
    def have_none(given, halved):
        if given > 1:
            raise MemoryError

    workers = Here(have_none)
    with pytest.raises(SweepError, match="too little memory for a batch of 600 futures, even when"):
        swept(tmp_path / "out", plan, workers, size=600)
    assert workers.is_stopped
    again = Here()
    swept(tmp_path / "out", plan, again, size=600)
    assert again.given == 2


def test_that_a_point_that_cannot_be_is_said_and_is_no_crash(tmp_path, plan):
    outside = replace(plan.points, values=plan.points.values - 1e6)
    with pytest.raises(SweepError, match="voucher_budget"):
        swept(tmp_path / "out", replace(plan, points=outside), size=600)


def test_that_it_is_said_when_all_workers_are_gone(tmp_path, plan):
    class Gone(Here):
        def submit(self, *_given, **_options):
            raise WorkersLostError("all are gone")

    with pytest.raises(SweepError, match="all are gone"):
        swept(tmp_path / "out", plan, Gone(), size=600)


def test_that_a_disk_that_takes_no_more_is_said_and_whole_batches_stay(
    tmp_path, plan, undisturbed, monkeypatch
):
    def full(path, data):
        if path.name == "batch-000001.parquet":
            raise refusal("cannot_be_saved", file=path.name, cause=cause(OSError(errno.ENOSPC, "")))
        return write_atomically(path, data)

    monkeypatch.setattr("planner.sweep.store.store.write_atomically", full)
    with pytest.raises(SweepError, match="the disk is full"):
        swept(tmp_path / "out", plan, size=600)
    monkeypatch.undo()
    workers = Here()
    swept(tmp_path / "out", plan, workers, size=600)
    assert workers.given == 2
    assert bytes_of(tmp_path / "out") == undisturbed
