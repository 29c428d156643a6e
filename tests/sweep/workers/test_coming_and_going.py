"""Workers of a cluster come late, are unfit, hang and go; the sweep uses those that are there."""

import os
import signal
import subprocess
import sys
from concurrent.futures import Future
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

import pytest

from planner.sweep.reading.error import SweepError
from planner.sweep.store.store import opened
from planner.sweep.sweeping import sweeping
from planner.sweep.workers.cluster import LOG, ClusterWorkers, address_of
from planner.sweep.workers.fit import Fit
from tests.sweep.here import bytes_of, swept
from tests.sweep.plans import LEVERS, planned
from tests.sweep.workers.deployed import DASK, free_port

SIZE = 32
PLAN = LEVERS.replace("1200", str(SIZE)).replace("600", "320", 1)
WORKER = (sys.executable, str(Path(__file__).with_name("a_worker.py")))


class Cluster:
    """A scheduler, and workers that are started and killed by hand."""

    def __init__(self, folder):
        self.folder, port = folder, free_port()
        self.address = f"tcp://127.0.0.1:{port}"
        self.workers = []
        self.scheduler = self._started(
            *DASK, "scheduler", f"--port={port}", "--host=127.0.0.1", "--no-dashboard"
        )

    def add(self, *version):
        """Start a worker and return its process."""
        made = self._started(*WORKER, self.address, str(self.folder), *version)
        self.workers.append(made)
        return made

    def reached(self):
        """Return the workers when they are there."""
        for _ in range(30):  # it takes a while to begin on a busy computer
            try:
                return ClusterWorkers(address_of(self.address))
            except SweepError as error:
                told = error
                if "must have the same" in str(error):
                    break
        raise told

    def close(self):
        """End all of it."""
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()

    def _started(self, *command):
        return subprocess.Popen(
            command, cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )


@pytest.fixture
def cluster(tmp_path):
    (tmp_path / "cluster").mkdir()
    made = Cluster(tmp_path / "cluster")
    yield made
    made.close()


@pytest.fixture
def plan(tmp_path):
    return planned(tmp_path, PLAN)


@pytest.fixture
def undisturbed(tmp_path, plan):
    swept(tmp_path / "undisturbed", plan, size=SIZE)
    return bytes_of(tmp_path / "undisturbed")


@contextmanager
def stopped(process):
    """Let a process hang for a while."""
    os.kill(process.pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(process.pid, signal.SIGCONT)


def _until(steps, is_so):
    """Sweep on until something is so."""
    for _ in steps:
        if is_so():
            return
    pytest.fail("it never was")


def test_that_a_worker_that_comes_late_takes_over(tmp_path, cluster, plan, undisturbed):
    first = cluster.add()
    workers = cluster.reached()
    assert workers.count == 1
    with opened(tmp_path / "out", plan, lambda: SIZE) as store:
        steps = sweeping(store, workers)
        _until(steps, lambda: store.done)
        cluster.add()
        with stopped(first):  # else all may be done before the second is there
            _until(steps, lambda: workers.count == 2)
        first.kill()
        list(steps)
    assert bytes_of(tmp_path / "out") == undisturbed


def test_that_a_worker_of_other_versions_that_comes_late_gets_nothing(
    tmp_path, cluster, plan, undisturbed, caplog
):
    first = cluster.add()
    workers = cluster.reached()
    with opened(tmp_path / "out", plan, lambda: SIZE) as store:
        steps = sweeping(store, workers)
        _until(steps, lambda: store.done)
        cluster.add("1.0")
        cluster.add("1.0")
        with stopped(first):
            _until(steps, lambda: len(workers._fit._faults) == 3)
        list(steps)
    assert workers.count == 1
    ours = version("numpy")
    told = f"has numpy 1.0, this computer {ours}; both must have the same; this worker gets no batc"
    assert [told in said for said in caplog.messages] == [True]
    assert len([*cluster.folder.rglob("*.code")]) == 1  # our code was unpacked by the first alone
    assert bytes_of(tmp_path / "out") == undisturbed


def test_that_a_cluster_of_other_versions_alone_is_refused(cluster):
    cluster.add("1.0")
    with pytest.raises(SweepError, match=r"has numpy 1\.0, this computer .*; both must have the"):
        cluster.reached()


def test_that_workers_that_are_all_gone_are_followed_by_one_that_comes_in_time(
    tmp_path, cluster, plan, undisturbed, monkeypatch
):
    first = cluster.add()
    workers = cluster.reached()
    monkeypatch.setattr("planner.sweep.workers.cluster._SECONDS", 60.0)
    with opened(tmp_path / "out", plan, lambda: SIZE) as store:
        steps = sweeping(store, workers)
        _until(steps, lambda: store.done)
        first.kill()
        cluster.add()
        list(steps)
    assert bytes_of(tmp_path / "out") == undisturbed


class _Dying:
    """A finished task of dask whose worker dies when its result is fetched."""

    status = "finished"

    def __init__(self, given, die):
        self._given, self._die = given, die

    def result(self):
        self._die()
        return self._given.result()


def test_that_a_result_that_dies_with_the_last_worker_holds_up_no_other(
    tmp_path, cluster, plan, undisturbed, monkeypatch
):
    first, found = cluster.add(), ClusterWorkers._found
    workers = cluster.reached()
    monkeypatch.setattr("planner.sweep.workers.cluster._SECONDS", 60.0)

    def followed():
        first.kill()
        first.wait()
        cluster.add()

    def found_once_lost(self, given):
        return found(self, _Dying(given, followed) if first.poll() is None else given)

    monkeypatch.setattr(ClusterWorkers, "_found", found_once_lost)
    with opened(tmp_path / "out", plan, lambda: SIZE) as store:
        list(sweeping(store, workers))
    assert first.poll() is not None
    assert bytes_of(tmp_path / "out") == undisturbed


@pytest.mark.parametrize("who", ["scheduler", "worker"])
def test_that_one_that_hangs_is_told_and_waited_for(
    who, tmp_path, cluster, plan, undisturbed, caplog, monkeypatch
):
    worker = cluster.add()
    workers = cluster.reached()
    with opened(tmp_path / "out", plan, lambda: SIZE) as store:
        steps = sweeping(store, workers)
        _until(steps, lambda: store.done)
        monkeypatch.setattr("planner.sweep.workers.cluster._LONG", 1.0)
        with stopped(cluster.scheduler if who == "scheduler" else worker):
            _until(steps, lambda: caplog.messages)
        monkeypatch.undo()
        list(steps)
    told = f"no worker of {cluster.address} has ended a batch for "
    assert caplog.messages[0].startswith(told)
    assert caplog.messages[0].endswith(" s; the sweep waits, and what is done is kept")
    assert bytes_of(tmp_path / "out") == undisturbed


def test_that_a_worker_that_hangs_before_it_has_our_code_is_told_and_waited_for(
    tmp_path, cluster, plan, undisturbed, caplog, monkeypatch
):
    worker, known = cluster.add(), ClusterWorkers._wait_for_workers

    def known_and_stopped(self):
        known(self)
        os.kill(worker.pid, signal.SIGSTOP)

    def told_and_going_on(self, *sentences):
        LOG.warning(*sentences)
        os.kill(worker.pid, signal.SIGCONT)

    cluster.reached().stop()  # it is there
    monkeypatch.setattr("planner.sweep.workers.cluster._LONG", 1.0)
    monkeypatch.setattr(ClusterWorkers, "_wait_for_workers", known_and_stopped)
    monkeypatch.setattr(ClusterWorkers, "_warn", told_and_going_on)
    workers = ClusterWorkers(address_of(cluster.address))
    monkeypatch.undo()
    told = f"a worker of {cluster.address} has not taken Suanli's code for 1 s; the sweep waits"
    assert caplog.messages[0] == told
    swept(tmp_path / "out", plan, workers, size=SIZE)
    assert bytes_of(tmp_path / "out") == undisturbed


def test_that_a_scheduler_that_is_started_again_ends_the_sweep_which_then_goes_on(
    tmp_path, cluster, plan, undisturbed
):
    cluster.add()
    with opened(tmp_path / "out", plan, lambda: SIZE) as store:
        steps = sweeping(store, cluster.reached())
        _until(steps, lambda: store.done)
        cluster.scheduler.kill()
        with pytest.raises(SweepError, match="is lost; what is done is kept"):
            list(steps)
        done = len(store.done)
    cluster.close()
    again = Cluster(cluster.folder)
    again.add()
    try:
        assert swept(tmp_path / "out", plan, again.reached()).run == store.layout.count - done
    finally:
        again.close()
    assert bytes_of(tmp_path / "out") == undisturbed


def test_that_leaving_a_sweep_whose_scheduler_hangs_waits_for_nothing(tmp_path, cluster, plan):
    cluster.add()
    with opened(tmp_path / "out", plan, lambda: SIZE) as store:
        steps = sweeping(store, cluster.reached())
        _until(steps, lambda: store.done)
        with stopped(cluster.scheduler):
            next(steps)
            steps.close()
        done = len(store.done)
    assert 0 < done < store.layout.count


def test_that_a_worker_that_does_not_answer_is_asked_again():
    asked = []

    class Silent(Fit):
        def __init__(self):
            self._asking, self._faults, self._counting = {}, {}, None
            self._there, self._here = {"tcp://w": 2}, {}

        def _asked(self, question):
            question.close()
            asked.append(question)
            return _failed()

    class Client:
        class scheduler:  # noqa: N801 - as dask calls it
            @staticmethod
            async def ncores():
                return {}

    made = Silent()
    made._client = Client()
    made._counting = _counted({"tcp://w": 2})
    made.look()
    made._counting = _counted({"tcp://w": 2})
    made.look()
    assert len(asked) == 2
    assert made.threads == {}
    assert not made.is_known
    assert made.faults == []


def _failed():
    future: Future = Future()
    future.set_exception(TimeoutError())
    return future


def _counted(threads):
    future: Future = Future()
    future.set_result(threads)
    return future
