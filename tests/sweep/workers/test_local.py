"""Processes of this computer give the bytes of one process, also where some are killed."""

import os
import signal

import pytest

from planner.sweep.store.store import opened
from planner.sweep.sweeping import sweeping
from planner.sweep.workers.local import LocalWorkers
from planner.sweep.workers.workers import WorkersLostError
from tests.sweep.here import bytes_of, swept
from tests.sweep.plans import LEVERS, planned

MANY = LEVERS.replace("1200", "200")


def _children(workers):
    return list(workers._pool._processes)


def test_that_a_worker_killed_in_the_middle_changes_no_byte(tmp_path):
    plan = planned(tmp_path, MANY)
    swept(tmp_path / "one", plan, size=208)
    with opened(tmp_path / "two", plan, lambda: 208) as store:
        workers = LocalWorkers(2)
        killed = False
        for _ in sweeping(store, workers):
            if store.done and not killed:
                killed = True
                os.kill(_children(workers)[0], signal.SIGKILL)
    assert killed
    assert bytes_of(tmp_path / "two") == bytes_of(tmp_path / "one")


def test_that_leaving_a_sweep_ends_its_processes_and_keeps_what_is_done(tmp_path):
    plan = planned(tmp_path, MANY)
    with opened(tmp_path / "out", plan, lambda: 208) as store:
        workers = LocalWorkers(1)
        steps = sweeping(store, workers)
        while not store.done:
            next(steps)
        children = _children(workers)
        steps.close()
        done = len(store.done)
    assert done < store.layout.count
    assert [each for each in children if _is_there(each)] == []
    with opened(tmp_path / "out", plan, lambda: 208) as again:
        assert len(again.done) == done


def _is_there(process):
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_that_processes_that_never_begin_are_said():
    workers = LocalWorkers(1)
    for _ in range(5):
        workers.revive()
    with pytest.raises(WorkersLostError, match="too little memory for 1 of them"):
        workers.revive()
    workers.stop()
