"""`make bench ONLY=versions`: this model's kernel beside that of model 1.0, from its last commit.

The floor is model 1.0. Its files are taken out of the repository into a folder that goes again, and
both run in processes of their own, one round of each in turn. Both compute the same eight outcomes
of the same number of futures; model 1.0 always computes the world without vouchers, this one only
where an outcome rests on it, so that it has two rows. Times on one thread are of its processor,
others of the clock on the wall.
"""

import io
import os
import subprocess
import sys
import tarfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, cast

from tests.benchmarks.figures import Figure, against, figure, has_kernel, show
from ui.process.output import complain

LAST_OF_MODEL_1 = "f77aa47c163ba1c54a0c8f76b1e095b7fc874416"
FUTURES = 1024
ROUNDS = 21
_ROOT = Path(__file__).parents[2]
_WORKER = """
import sys, time
from planner.engine import threads
from planner.engine.clock import Clock
from planner.engine.run import run_batch, warm_up_kernel, why_interpreted
from planner.ensemble.sample import draw
from planner.model.scenario import Scenario
warm_up_kernel()
batch, last = draw(Scenario(), int(sys.argv[1]) - 1), {}
print(why_interpreted() or "ready", flush=True)
shared = ("enterprises", ""), ("installed_compute", ""), ("deliverable_compute", "")
shared += ("used_compute", ""), ("utilization", ""), ("utilization", "cloud")
shared += (("utilization", "centers"),)
outcomes = {
    "one": (*shared, ("voucher_spend", "")),
    "both": (*shared, ("enterprises_added_by_vouchers", "")),
}
for line in sys.stdin:
    worlds, most = line.split()
    clock = time.thread_time if most == "1" else time.perf_counter
    with threads.limited_to(int(most)):
        begin = clock()
        last[line] = run_batch(batch, Clock(), outcomes[worlds], spare=last.get(line))
        print(clock() - begin, flush=True)
"""
"""Asked for one or both worlds on so many threads, it prints how long a run took."""


def main(json: bool) -> int:
    """Measure and print; return the exit code."""
    if not has_kernel():
        return 1
    with TemporaryDirectory() as folder:
        try:
            _take_out(LAST_OF_MODEL_1, Path(folder))
            rows = _measured({"model 1.0": Path(folder), "this model": _ROOT})
        except (OSError, subprocess.CalledProcessError):
            complain("the last commit of model 1.0 cannot be run here beside this one")
            return 1
    title = f"versions: {FUTURES:,} futures, 8 outcomes, ratio to model 1.0 on as many threads"
    show(title, rows, json=json)
    return 0


def _take_out(commit: str, folder: Path) -> None:
    """Put the files of a commit into a folder."""
    command = ["git", "-C", str(_ROOT), "archive", commit]
    done = subprocess.run(command, check=True, capture_output=True)
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        archive.extractall(folder, filter="data")


def _measured(roots: Mapping[str, Path]) -> tuple[Figure, ...]:
    """Return the rows of one thread, then of all, each with the floor first."""
    old, new = roots
    asked = [(name, worlds, most) for most in (1, 8) for name, worlds in _cases(old, new)]
    seconds: dict[tuple[str, str, int], list[float]] = {each: [] for each in asked}
    with ExitStack() as stack:
        workers = {name: stack.enter_context(_worker(root)) for name, root in roots.items()}
        for number in range(ROUNDS + 1):
            for name, worlds, most in asked:
                took = workers[name].ask(f"{worlds} {most}")
                if number:  # the first round warms up
                    seconds[name, worlds, most].append(took)
    rows: list[Figure] = []
    for most in (1, 8):
        titles = {each: _title(*each) for each in asked if each[2] == most}
        floor, *others = (figure(title, seconds[each]) for each, title in titles.items())
        rows += against(floor, others)
    return tuple(rows)


def _cases(old: str, new: str) -> tuple[tuple[str, str], ...]:
    return ((old, "both"), (new, "one"), (new, "both"))


def _title(name: str, worlds: str, most: int) -> str:
    on = "one thread" if most == 1 else "all threads"
    return f"{name}, {worlds} world{'s' if worlds == 'both' else ''}, {on}"


class _Worker:
    """A process that runs one version on demand."""

    def __init__(self, asked: IO[str], answers: IO[str]) -> None:
        self._asked = asked
        self._answers = answers

    def answer(self) -> str:
        """Return the next line it prints."""
        return self._answers.readline().strip()

    def ask(self, what: str) -> float:
        """Return how many seconds a run took."""
        self._asked.write(f"{what}\n")
        self._asked.flush()
        return float(self.answer())


@contextmanager
def _worker(root: Path) -> Iterator[_Worker]:
    """Run a version from its folder, whatever this process runs from."""
    process = subprocess.Popen(
        [sys.executable, "-P", "-c", _WORKER, str(FUTURES)],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    worker = _Worker(cast("IO[str]", process.stdin), cast("IO[str]", process.stdout))
    try:
        if worker.answer() != "ready":
            message = f"there is no kernel for {root}"
            raise OSError(message)
        yield worker
    finally:
        process.communicate()
