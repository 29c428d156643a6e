"""A cluster gives the bytes of this computer, whatever dies; what is lost is said in a sentence."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import BrokenExecutor, Future
from io import BytesIO
from itertools import repeat
from pathlib import Path
from zipfile import ZipFile

import pytest

from planner.sweep.batches.work import Result
from planner.sweep.reading.error import SweepError
from planner.sweep.store.store import opened
from planner.sweep.sweeping import sweeping
from planner.sweep.workers.bundle import bundled, name_of
from planner.sweep.workers.carried import _unpack
from planner.sweep.workers.cluster import ClusterWorkers, address_of, check_distributed
from planner.sweep.workers.versions import ALIKE, NEEDED, fault_of_versions
from planner.sweep.workers.workers import WorkersLostError
from tests.some import some
from tests.sweep.here import bytes_of, swept
from tests.sweep.plans import LEVERS, planned
from ui.command_line import main

ROOT = Path(__file__).parents[3]
MANY = LEVERS.replace("1200", "64")
SIZE = 64


class Cluster:
    """The process of a cluster, its address and its workers' processes."""

    def __init__(self, folder):
        command = [sys.executable, str(Path(__file__).with_name("a_cluster.py"))]
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            start_new_session=True,
        )
        assert self.process.stdout is not None
        told = json.loads(self.process.stdout.readline())
        self.address, self.pids = told["address"], told["pids"]

    def kill(self):
        """Kill scheduler and workers at once."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def close(self):
        """End all of it."""
        if self.process.poll() is None:
            self.kill()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    made = Cluster(tmp_path_factory.mktemp("cluster"))
    yield made
    made.close()


def test_that_a_worker_of_a_cluster_killed_in_the_middle_changes_no_byte(tmp_path, cluster):
    plan = planned(tmp_path, MANY)
    swept(tmp_path / "one", plan, size=SIZE)
    killed = False
    with opened(tmp_path / "two", plan, lambda: SIZE) as store:
        workers = ClusterWorkers(address_of(cluster.address))
        assert workers.count == 4
        for _ in sweeping(store, workers):
            if store.done and not killed:
                killed = True
                os.kill(cluster.pids[0], signal.SIGKILL)
    assert killed
    assert bytes_of(tmp_path / "two") == bytes_of(tmp_path / "one")


FAILING = """
_work = work
def work(text, places, *, halved):
    import asyncio, pathlib, threading, time
    class Unreadable(Exception):
        def __init__(self, place, found):
            super().__init__(f"{place} holds {found}")
            self.lock = threading.Lock()
    result = _work(text, places, halved=halved)
    if result["number"] > 1:
        end = time.monotonic() + 60
        while time.monotonic() < end and not [*pathlib.Path("FOLDER").rglob("batch-*.parquet")]:
            time.sleep(0.01)
        FAULT
    return result
"""
"""What stands below the code that is sent: all but two batches fail, when one is kept."""


def _sending(code, monkeypatch):
    """Let workers get our code with other lines below `answer`."""
    out = BytesIO()
    with ZipFile(BytesIO(bundled())) as own, ZipFile(out, "w") as archive:
        for name in own.namelist():
            more = code.encode() if name.endswith("workers/answer.py") else b""
            archive.writestr(name, own.read(name) + more)
    monkeypatch.setattr("planner.sweep.workers.cluster.bundled", out.getvalue)


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("raise Unreadable('seat 3', 'nothing')", "Unreadable: seat 3 holds nothing"),
        ("raise SystemExit(3)", "SystemExit: 3"),
        ("raise asyncio.CancelledError('given up')", "CancelledError: given up"),
        ("raise AssertionError", "AssertionError"),
    ],
    ids=["unreadable", "exit", "cancelled", "assertion"],
)
def test_that_a_fault_nobody_foresaw_is_one_sentence_and_what_is_done_is_kept(
    fault, said, tmp_path, cluster, monkeypatch
):
    plan = planned(tmp_path, MANY)
    failing = FAILING.replace("FAULT", fault).replace("FOLDER", str(tmp_path / "out"))
    _sending(failing, monkeypatch)
    workers = ClusterWorkers(address_of(cluster.address))
    sentence = rf"^batch \d+ cannot be run: {said}; what is done is kept$"
    with pytest.raises(SweepError, match=sentence):
        swept(tmp_path / "out", plan, workers, size=SIZE)
    assert len([*tmp_path.rglob("batch-*.parquet")]) > 0


def test_that_workers_that_are_all_gone_are_said(cluster, monkeypatch):
    workers = ClusterWorkers(address_of(cluster.address))
    monkeypatch.setattr("planner.sweep.workers.cluster._SECONDS", 0.6)
    monkeypatch.setattr(workers, "_fit", NoWorkers())
    with pytest.raises(WorkersLostError, match="has no workers; what is done is kept"):
        _check_again_and_again(workers)
    workers.stop()


class NoWorkers:
    threads: Mapping[str, int] = {}
    faults: Sequence[str] = ()

    def look(self):
        """See nobody."""

    def stop(self):
        """Do nothing."""


def _check_again_and_again(workers):
    for _ in repeat(None):
        workers.check()


def test_that_a_lost_scheduler_is_said_and_the_sweep_goes_on_here(tmp_path, cluster):
    plan = planned(tmp_path, MANY)
    swept(tmp_path / "one", plan, size=SIZE)
    with opened(tmp_path / "two", plan, lambda: SIZE) as store:
        steps = sweeping(store, ClusterWorkers(address_of(cluster.address)))
        while not store.done:
            next(steps)
        cluster.kill()
        with pytest.raises(SweepError, match="is lost; what is done is kept, and the same command"):
            list(steps)
        done = len(store.done)
    assert 0 < done < store.layout.count
    assert swept(tmp_path / "two", plan).run == store.layout.count - done
    assert bytes_of(tmp_path / "two") == bytes_of(tmp_path / "one")


class _Task:
    """A task of dask whose worker died when it was finished, and before it was fetched."""

    def __init__(self, status):
        self.status = status

    def result(self):
        raise OSError("the worker that had it is gone")


@pytest.mark.parametrize("status", ["finished", "lost", "pending"])
def test_that_a_result_that_cannot_be_fetched_is_run_again_and_not_waited_for(status):
    workers, future = object.__new__(ClusterWorkers), Future[Result]()
    workers.pass_on(_Task(status), future)
    with pytest.raises(BrokenExecutor):
        future.result(timeout=0)


def test_that_it_is_said_how_to_install_what_reaches_a_cluster(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(SweepError, match=r'pip install "suanli\[cluster\]"'):
        check_distributed()


def test_that_an_address_nobody_answers_at_is_said(tmp_path, capsys):
    (tmp_path / "plan.toml").write_text(f"{MANY}\n[outcomes]\nenterprises = [2026]\n")
    out = str(tmp_path / "out")
    given = ["sweep", str(tmp_path / "plan.toml"), "--out", out, "--scheduler"]
    assert main([*given, "tcp://127.0.0.1:1"]) == 2
    told = capsys.readouterr().err
    assert told.startswith("suanli: the scheduler tcp://127.0.0.1:1 cannot be reached: ")
    assert told.count("\n") == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("http://a:1", "write tcp://HOST:PORT or tls://HOST:PORT"),
        ("here", "is no address"),
        ("tcp://a:99999", "is no address"),
        ("tcp://:1", "is no address"),
        ("host:²", "is no address"),
        (f"host:{'9' * 5000}", "is no address"),
    ],
)
def test_that_what_is_no_address_is_said(text, said):
    with pytest.raises(SweepError, match=said):
        address_of(text)


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ("127.0.0.1:8786", False),
        ("tcp://localhost:8786", False),
        ("tcp://[::1]:8786", False),
        ("tls://10.0.0.7:8786", False),
        ("tcp://10.0.0.7:8786", True),
        ("tcp://head.node:8786", True),
    ],
)
def test_that_an_address_that_anybody_may_listen_at_is_known(text, is_open):
    assert address_of(text).is_open == is_open


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({}, ""),
        ({"numpy": "1.0"}, "the worker tcp://w has numpy 1.0, this computer 2.0; both must have"),
        ({"python": "3.13.1.final.0"}, "has python 3.13, this computer 3.12"),
        ({"python": "3.12.9.final.0"}, ""),
        ({"pyarrow": None}, "the worker tcp://w has no pyarrow"),
        ({"pydantic": "9"}, ""),
    ],
)
def test_that_other_versions_are_said(change, said):
    here = {"python": "3.12.1.final.0", **dict.fromkeys((*ALIKE, *NEEDED), "2.0")}
    told = fault_of_versions({"packages": here}, {"tcp://w": {"packages": {**here, **change}}})
    assert (told == "") == (said == "")
    assert said in told


def test_that_the_code_that_is_sent_runs_a_batch_by_itself(tmp_path):
    data = bundled()
    assert name_of(bundled()) == name_of(data)
    sent = tmp_path / "code.bundle"
    sent.write_bytes(data)
    with ZipFile(BytesIO(data)) as archive:
        names = some(archive.namelist())
    assert "planner/sweep/batches/work.py" in names
    assert not [name for name in names if "__pycache__" in name]
    _unpack(sent, tmp_path / "code")
    program = (
        "import planner\nfrom planner.ensemble.many import Projector\n"
        "from planner.model.scenario import Scenario\nfrom planner.ensemble.sample import draw\n"
        "print(planner.__file__, draw(Scenario(futures=8), 8).futures)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path / "code",
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "code")},
    )
    assert done.stdout.split() == [str(tmp_path / "code/planner/__init__.py"), "9"]


def test_that_code_installed_below_another_name_is_sent_below_it(monkeypatch):
    monkeypatch.setattr("planner.sweep.workers.bundle._PACKAGE", "suanli.planner")
    with ZipFile(BytesIO(bundled())) as archive:
        names = some(archive.namelist())
        assert archive.read("suanli/__init__.py") == b""
    assert "suanli/planner/sweep/batches/work.py" in names
    assert "suanli/planner/bundled/seeds/disputes.toml" in names
    assert [name for name in names if not name.startswith("suanli/")] == []


def test_that_no_file_names_a_scheduler(tmp_path):
    with pytest.raises(SweepError, match="there is no key scheduler"):
        planned(tmp_path, f"scheduler = 'tcp://10.0.0.7:1'\n{MANY}")
