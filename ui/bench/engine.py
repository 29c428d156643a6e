"""`suanli bench engine`: the compiled model, and the interpreter as the floor of the same run."""

from collections.abc import Callable

from planner.engine.batch import Batch
from planner.engine.clock import Clock
from planner.engine.interpret import interpret
from planner.engine.run import run_batch, warm_up_kernel
from planner.ensemble.many import Projector, all_requests
from planner.ensemble.sample import draw
from planner.model.scenario import Scenario, with_lever
from ui.bench.figures import Figure, against, show, timed

FUTURES = 1000
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


def main(json: bool) -> int:
    """Measure and print; return the exit code."""
    show("engine: 132 months, monthly steps", _figures(), json=json)
    return 0


def _figures() -> tuple[Figure, ...]:
    warm_up_kernel()
    clock, batch = Clock(), draw(Scenario(), FUTURES)
    everything = tuple((r.outcome, r.element) for r in all_requests())
    variables = ("enterprises_total", "installed_total", "used_total", "drawn_total")
    floor = timed(
        f"interpreter, {FUTURES:,} futures",
        lambda: interpret(batch, clock, variables),
        3,
    )
    return against(
        floor,
        (
            timed("interpreter, 1 future", lambda: interpret(_one(), clock, variables), 5),
            timed("kernel, 1 future", lambda: run_batch(_one(), clock, SEEN), 20),
            timed(
                f"kernel, {FUTURES:,} futures, 8 outcomes",
                lambda: run_batch(batch, clock, SEEN),
                30,
            ),
            timed(
                f"kernel, {FUTURES:,} futures, all {len(everything)} outcomes",
                lambda: run_batch(batch, clock, everything),
                30,
            ),
            timed(
                "projection: kernel and bands of all outcomes",
                _projecting(),
                20,
            ),
        ),
    )


def _one() -> Batch:
    return draw(Scenario(), 0)


def _projecting() -> Callable[[], object]:
    """Return work that projects a new scenario each time, so that nothing is kept."""
    projector, count = Projector(), iter(range(10_000))

    def project() -> object:
        scenario = with_lever(Scenario(futures=FUTURES), "alibaba_plan", 400 + next(count))
        return projector.project(scenario, all_requests())

    return project
