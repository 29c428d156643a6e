"""`make bench ONLY=engine`: the compiled model beside slower ways to run the same equations.

The floor is plain scalar C of the same equations on one thread, where a C compiler is there, else
the interpreter. It computes one world and eight outcomes, as the kernel does; where one of them
compares both worlds the kernel computes the one without vouchers as well. All times are per 1,000
futures, whatever was run, so that ratios compare, and all but PySD take turns, so that a busy
moment of the machine meets them alike. Models of different size compare by the values they compute
a second: every element of every equation, at every step, in both worlds.
"""

import warnings
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from planner.engine import threads
from planner.engine.batch import Batch
from planner.engine.clock import Clock
from planner.engine.interpret import interpret
from planner.engine.run import Trajectories, run_batch
from planner.ensemble.many import Projector, all_requests
from planner.ensemble.sample import draw
from planner.files.exports.xmile import xmile
from planner.model.graph import model
from planner.model.indices import ELEMENTS
from planner.model.scenario import Scenario, with_lever
from tests.benchmarks import scalar
from tests.benchmarks.figures import Figure, against, has_kernel, scaled, show, timed, timed_in_turn
from ui.process.output import say

FEW, FUTURES, MANY = 128, 1024, 16_384
ROUNDS, PYSD_ROUNDS = 15, 3
BOTH = ", both worlds"
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
COMPARED = (*SEEN[:-1], ("enterprises_added_by_vouchers", ""))
SLOWLY = ("enterprises_total", "installed_total", "used_total", "drawn_total")


def main(json: bool) -> int:
    """Measure and print; return the exit code."""
    if not has_kernel():
        return 1
    with TemporaryDirectory() as folder:
        figures = tuple(_figures(Path(folder)))
    from planner.engine.kernel.codegen.target import vector_bits

    bits = vector_bits()
    title = f"engine: 132 months, ms per 1,000 futures, vectors of {bits} bits"
    show(title, against(figures[0], figures[1:]), json=json)
    if not json:
        say(_values_a_second(figures))
    return 0


def _values_a_second(figures: Sequence[Figure]) -> str:
    """Say how many values the fastest run of both worlds computes a second."""
    equations = model().equations.values()
    values = sum(len(ELEMENTS[equation.index]) for equation in equations)
    compared = [each for each in figures if BOTH in each.name]
    fastest = min(each.median_ms for each in compared)
    a_second = values * 2 * Clock().steps * 1000 / (fastest / 1e3)
    return f"{values} values x 2 worlds x {Clock().steps} steps: {a_second:.2g} values a second"


def _figures(folder: Path) -> Iterator[Figure]:
    """Yield the floor and everything else, scaled to 1,000 futures."""
    sizes: dict[str, int] = {}
    works: dict[str, Callable[[], object]] = {}
    for name, size, work in _works(folder):
        sizes[name], works[name] = size, work
    found = [scaled(f, 1000 / sizes[f.name]) for f in timed_in_turn(works, ROUNDS)]
    yield from found[:2]
    yield from _pysd()
    yield from found[2:]


def _works(folder: Path) -> Iterator[tuple[str, int, Callable[[], object]]]:
    """Yield name, number of futures and work of everything that takes turns."""
    clock = Clock()
    few, batch, many = (draw(Scenario(), count - 1) for count in (FEW, FUTURES, MANY))
    run = scalar.compiled(folder, SEEN)
    if run is not None:
        yield "scalar C, gcc -O2, one thread", FEW, lambda: run(few, clock)
    yield "interpreter", FUTURES, lambda: interpret(batch, clock, SLOWLY)
    everything = tuple((r.outcome, r.element) for r in all_requests())
    alone, compared = _Running(batch, clock, SEEN), _Running(batch, clock, COMPARED)
    yield "kernel, one thread, 8 outcomes", FUTURES, lambda: alone.on_threads(1)
    yield f"kernel, one thread, 8 outcomes{BOTH}", FUTURES, lambda: compared.on_threads(1)
    name = f"kernel, {threads.count()} threads"
    for inputs, wanted in ((batch, SEEN), (batch, COMPARED), (many, COMPARED), (batch, everything)):
        running = _Running(inputs, clock, wanted)
        both = "" if wanted is SEEN else BOTH
        title = f"{name}, {len(wanted)} outcomes{both}, {inputs.futures:,} futures"
        yield title, inputs.futures, running.on_threads
    yield "all series with bands", FUTURES, _projecting()


class _Running:
    """Runs one batch again and again, in the memory of the run before, as the window does."""

    def __init__(self, batch: Batch, clock: Clock, wanted: tuple[tuple[str, str], ...]) -> None:
        self._batch, self._clock, self._wanted = batch, clock, wanted
        self._last: Trajectories | None = None

    def on_threads(self, most: int = threads.MOST) -> None:
        with threads.limited_to(most):
            self._last = run_batch(self._batch, self._clock, self._wanted, spare=self._last)


def _pysd() -> Iterator[Figure]:
    """Yield what PySD takes on the exported model, where it is installed."""
    if not PYSD_ROUNDS or find_spec("pysd") is None:
        return
    with TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # PySD's own, which a reader of figures cannot mend
        import pysd

        path = Path(folder) / "model.xmile"
        path.write_bytes(xmile(Scenario()))
        read = pysd.read_xmile(str(path))
        yield scaled(timed("PySD on the exported model", read.run, PYSD_ROUNDS), 1000)


def _projecting() -> Callable[[], object]:
    """Return work that projects a new scenario each time, so that nothing is kept."""
    projector, count = Projector(), iter(range(10_000))

    def project() -> object:
        scenario = with_lever(Scenario(futures=FUTURES - 1), "alibaba_plan", 400 + next(count))
        return projector.project(scenario, all_requests())

    return project
