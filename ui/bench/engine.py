"""`suanli bench engine`: the compiled model beside slower ways to run the same equations.

The floor is plain scalar C of the same equations on one thread, where a C compiler is there, else
the interpreter. All times are per 1,000 futures, whatever was run, so that ratios compare.
"""

import warnings
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from planner.engine import threads
from planner.engine.batch import Batch
from planner.engine.clock import Clock
from planner.engine.interpret import interpret
from planner.engine.run import run_batch, warm_up_kernel
from planner.ensemble.many import Projector, all_requests
from planner.ensemble.sample import draw
from planner.files.xmile import xmile
from planner.model.scenario import Scenario, with_lever
from ui.bench import scalar
from ui.bench.figures import Figure, against, scaled, show, timed

FUTURES = 1023
SEEN = (
    ("enterprises", ""),
    ("installed_compute", ""),
    ("deliverable_compute", ""),
    ("used_compute", ""),
    ("utilization", ""),
    ("utilization", "cloud"),
    ("utilization", "centers"),
    ("voucher_spend", ""),
)
SLOWLY = ("enterprises_total", "installed_total", "used_total", "drawn_total")


def main(json: bool) -> int:
    """Measure and print; return the exit code."""
    figures = tuple(_figures())
    show("engine: 132 months, ms per 1,000 futures", against(figures[0], figures[1:]), json=json)
    return 0


def _figures() -> Iterator[Figure]:
    """Yield the floor and everything else, scaled to 1,000 futures."""
    warm_up_kernel()
    clock, batch = Clock(), draw(Scenario(), FUTURES)
    count = batch.futures
    yield from _scalar(batch, clock)
    yield _per_thousand(count, timed("interpreter", lambda: interpret(batch, clock, SLOWLY), 3))
    yield from _pysd()
    everything = tuple((r.outcome, r.element) for r in all_requests())
    with threads.limited_to(1):
        one = timed("kernel, one thread, 8 outcomes", lambda: run_batch(batch, clock, SEEN), 30)
    yield _per_thousand(count, one)
    name = f"kernel, {threads.count()} threads"
    for wanted, what in ((SEEN, "8 outcomes"), (everything, f"all {len(everything)} outcomes")):
        work = _running(batch, clock, wanted)
        yield _per_thousand(count, timed(f"{name}, {what}", work, 30))
    yield _per_thousand(count, timed("the same with bands", _projecting(), 20))


def _per_thousand(count: int, figure: Figure) -> Figure:
    return scaled(figure, 1000 / count)


def _running(
    batch: Batch, clock: Clock, wanted: tuple[tuple[str, str], ...]
) -> Callable[[], object]:
    return lambda: run_batch(batch, clock, wanted)


def _scalar(batch: Batch, clock: Clock) -> Iterator[Figure]:
    with TemporaryDirectory() as folder:
        run = scalar.compiled(Path(folder), SEEN)
        if run is not None:
            figure = timed("scalar C, gcc -O2, one thread", lambda: run(batch, clock), 7)
            yield _per_thousand(batch.futures, figure)


def _pysd() -> Iterator[Figure]:
    """Yield what PySD takes on the exported model, where it is installed."""
    if find_spec("pysd") is None:
        return
    with TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # PySD's own, which a reader of figures cannot mend
        import pysd

        path = Path(folder) / "model.xmile"
        path.write_bytes(xmile(Scenario()))
        model = pysd.read_xmile(str(path))
        yield _per_thousand(1, timed("PySD on the exported model", model.run, 3))


def _projecting() -> Callable[[], object]:
    """Return work that projects a new scenario each time, so that nothing is kept."""
    projector, count = Projector(), iter(range(10_000))

    def project() -> object:
        scenario = with_lever(Scenario(futures=FUTURES), "alibaba_plan", 400 + next(count))
        return projector.project(scenario, all_requests())

    return project
