"""Runs every batch of a sweep that is not done, on whatever workers there are.

Eighth floor of planner. Whoever drives it may leave it between two steps: then the workers end, and
what is done stays done.
"""

from collections import deque
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Future, wait
from dataclasses import dataclass
from typing import Final

from planner.ensemble.progress import Steps, as_part
from planner.model.scenario import ScenarioError
from planner.quantities.told.numerals import plain
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import one_line
from planner.sweep.batches.choices import Choices
from planner.sweep.batches.layout import Slice
from planner.sweep.batches.spec import spec_of
from planner.sweep.batches.work import Result
from planner.sweep.design.inputs import DesignError
from planner.sweep.reading.error import SweepError
from planner.sweep.store.store import Store
from planner.sweep.workers.answer import told
from planner.sweep.workers.workers import Workers, WorkersLostError

_AHEAD: Final = 2
"""Batches that are given to each worker: one that runs, and one that waits for it."""
_SECONDS: Final = 0.1


@dataclass(frozen=True, slots=True)
class Job:
    """A batch, and whether it runs in halves because memory was too little for it."""

    batch: Slice
    halved: bool = False


@dataclass(frozen=True, slots=True)
class Swept:
    """What a sweep has: batches, of them those run now, futures, bytes, and what is left empty.

    `few` is how many choices of futures few agree with what was measured.
    """

    batches: int
    run: int
    futures: int
    bytes: int
    broken: int
    empty: int
    few: int


def sweeping(store: Store, workers: Workers) -> Steps[Swept]:
    """Run what is not done; yields the share of it that is. Raises SweepError."""
    waiting = deque(map(Job, store.waiting()))
    running: dict[Future[Result], Job] = {}
    choices = Choices(store.plan, store.layout)
    due, done, few = len(waiting), 0, 0
    try:
        while waiting or running:
            giving = _giving(waiting, running, workers, choices, store)
            yield from as_part(giving, done / due, done / due)
            for result in _taken(running, waiting, workers):
                store.keep(result)
                done, few = done + 1, few + result["warnings"]
            yield done / due
    except WorkersLostError as error:
        raise SweepError(str(error)) from error
    finally:
        workers.stop()
    return _swept(store, due, few + len(choices.faults))


def _giving(
    waiting: deque[Job],
    running: dict[Future[Result], Job],
    workers: Workers,
    choices: Choices,
    store: Store,
) -> Steps[None]:
    """Give the workers as many batches as they need not to wait. Raises SweepError."""
    while waiting and len(running) < _AHEAD * workers.count:
        job = waiting[0]
        try:
            places = yield from choices.choosing(job.batch)
            spec = spec_of(store.plan, job.batch, places, store.origin)
        except (DesignError, ScenarioError) as error:
            raise SweepError(str(error)) from error
        try:
            future = workers.submit(*spec.packed(), halved=job.halved)
        except BrokenExecutor:  # a worker died while nothing was given to it
            _revive(running, waiting, workers)
            return
        running[future] = waiting.popleft()


def _taken(
    running: dict[Future[Result], Job], waiting: deque[Job], workers: Workers
) -> Iterator[Result]:
    """Yield what is finished within a moment; what failed waits again. Raises SweepError."""
    if not running:
        return
    finished, _ = wait(running, _SECONDS, FIRST_COMPLETED)
    failed: list[tuple[Job, BaseException]] = []
    for future in sorted(finished, key=lambda each: running[each].batch.number):
        job, error = running.pop(future), _error_of(future)
        if error is None:
            yield future.result()
        else:
            failed.append((job, error))
    waiting.extendleft([_again(job, error) for job, error in reversed(failed)])
    if any(isinstance(error, BrokenExecutor) for _, error in failed):
        _revive(running, waiting, workers)
    else:
        workers.check()


def _error_of(future: Future[Result]) -> BaseException | None:
    return CancelledError() if future.cancelled() else future.exception()


def _again(job: Job, error: BaseException) -> Job:
    """Return what is to be run again of a batch that failed. Raises SweepError if that is vain."""
    if isinstance(error, BrokenExecutor):
        return job
    if isinstance(error, MemoryError):
        return _halved(job)
    said = translate("Planner", "batch {number} cannot be run: {cause}; what is done is kept")
    text = said.format(number=plain(job.batch.number), cause=one_line(told(error)))
    raise SweepError(text) from error


def _revive(running: dict[Future[Result], Job], waiting: deque[Job], workers: Workers) -> None:
    """Let what was given to dead workers wait again, in order, and begin anew."""
    again = sorted((*running.values(), *waiting), key=lambda job: job.batch.number)
    running.clear()
    waiting.clear()
    waiting.extend(again)
    workers.revive()


def _halved(job: Job) -> Job:
    """Return a batch that needed too much memory to be run in halves. Raises SweepError."""
    if job.halved:
        said = translate(
            "Planner",
            "there is too little memory for a batch of {count} futures, even when it is split "
            "in two",
        )
        raise SweepError(said.format(count=plain(job.batch.rows)))
    return Job(job.batch, halved=True)


def _swept(store: Store, run: int, few: int) -> Swept:
    held = list(store.done.values())
    return Swept(
        batches=len(held),
        run=run,
        futures=sum(each.rows for each in held),
        bytes=sum(each.bytes for each in held),
        broken=sum(each.broken for each in held),
        empty=sum(each.empty for each in held),
        few=few,
    )
