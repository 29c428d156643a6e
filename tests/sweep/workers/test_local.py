"""Processes of this computer give the bytes of one process, also where some are killed."""

import os
import pickle
import signal
from typing import Any

import pytest

from planner.sweep.reading.error import SweepError
from planner.sweep.store.store import opened
from planner.sweep.sweeping import sweeping
from planner.sweep.workers.answer import answer
from planner.sweep.workers.local import LocalWorkers, _exit_code
from planner.sweep.workers.workers import BatchError, WorkersLostError
from tests.sweep.here import Here, bytes_of, swept
from tests.sweep.plans import LEVERS, planned
from tests.sweep.workers.failing import FAULTS, KIND, SAID, fail
from tests.sweep.workers.failing import begin as begin_failing

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


def _swept_with(kind, tmp_path, monkeypatch):
    """Sweep with processes in which all but the first batch fail; return what is said."""
    monkeypatch.setenv(KIND, kind)
    monkeypatch.setattr("planner.sweep.workers.local.begin", begin_failing)
    with pytest.raises(SweepError) as told:
        swept(tmp_path / "out", planned(tmp_path, MANY), LocalWorkers(1), size=208)
    monkeypatch.undo()
    return str(told.value)


@pytest.mark.parametrize("kind", ["unreadable", "unwritable", "exit"])
def test_that_a_fault_nobody_foresaw_is_one_sentence_and_what_is_done_is_kept(
    kind, tmp_path, monkeypatch
):
    said = _swept_with(kind, tmp_path, monkeypatch)
    assert said == f"batch 1 cannot be run: {SAID[kind]}; what is done is kept"
    workers = Here()
    found = swept(tmp_path / "out", planned(tmp_path, MANY), workers, size=208)
    assert workers.given == found.batches - 1


@pytest.mark.parametrize("kind", FAULTS)
def test_that_a_worker_answers_every_fault_in_words(kind, monkeypatch):
    monkeypatch.setattr("planner.sweep.workers.answer.work", _Failing(kind))
    with pytest.raises(BatchError) as told:
        answer("", b"", halved=False)
    assert str(told.value) == SAID[kind]
    assert str(pickle.loads(pickle.dumps(told.value))) == SAID[kind]  # noqa: S301 - our own


class _Failing:
    def __init__(self, kind):
        self.kind = kind

    def __call__(self, *_given, **_options):
        fail(self.kind)


def test_that_processes_that_crash_are_said_to(tmp_path, monkeypatch):
    said = _swept_with("crash", tmp_path, monkeypatch)
    assert said == "the processes crash on the batches they are given (SIGSEGV)"


def test_that_an_exit_code_that_another_thread_has_taken_is_waited_for():
    class Taken:
        codes = [None, None, -11]  # noqa: RUF012 - of one process

        @property
        def exitcode(self):
            return self.codes.pop(0)

    process: Any = Taken()
    assert _exit_code(process) == -11


def test_that_batches_that_end_with_one_that_fails_are_kept(tmp_path):
    class AtOnce(Here):
        count = 3

    def fail_at_the_first(given, halved):
        if given == 1:
            raise BatchError("a bug")

    with pytest.raises(SweepError, match="batch 0 cannot be run: a bug; what is done is kept"):
        swept(tmp_path / "out", planned(tmp_path, MANY), AtOnce(fail_at_the_first), size=208)
    with opened(tmp_path / "out", planned(tmp_path, MANY), lambda: 208) as store:
        assert sorted(store.done) == [1, 2, 3, 4, 5]
