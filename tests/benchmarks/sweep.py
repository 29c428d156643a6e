"""`make bench ONLY=sweep`: a batch of a sweep, from its spec to its file, beside its kernel alone.

The floor is the kernel on one thread over the same futures, drawn before, in the same pieces. A
batch of half a second or more may cost 1.15 times as much: what it reads and encodes comes on top.
Beside it stands the first batch of a worker, which draws its futures; others of them use what was
drawn again.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import numpy as np

from planner.engine import threads
from planner.engine.batch import Batch, lever_values
from planner.engine.clock import Clock
from planner.engine.run import run_batch
from planner.ensemble.bands.paths import pairs_of
from planner.ensemble.draws.drawn import batch_at
from planner.ensemble.projection import Request
from planner.sweep.batches import running
from planner.sweep.batches.layout import Layout
from planner.sweep.batches.running import PIECE
from planner.sweep.batches.spec import Spec, spec_of
from planner.sweep.batches.work import work
from planner.sweep.plan.plan import Plan
from planner.sweep.plan.plan_file import read_plan
from tests.benchmarks.figures import against, has_kernel, show, timed_in_turn

FUTURES: Final = 10_000
POINTS: Final = 4
ROUNDS: Final = 7
_PLAN: Final = """
[inputs]
"voucher_budget.shanghai" = [0, 300, 600, 900]
[outcomes]
enterprises = [2030, 2035]
used_compute = "yearly"
"""


def main(json: bool = False) -> int:
    """Measure and print; return the exit code."""
    if not has_kernel():
        return 1
    floor, *others = timed_in_turn(_works(_plan()), ROUNDS)
    title = f"sweep: {POINTS} points, {FUTURES:,} futures each, one thread"
    show(title, against(floor, others), json=json)
    return 0


def _plan() -> Plan:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "plan.toml"
        path.write_text(f"futures = {FUTURES}\n{_PLAN}", "utf-8")
        return read_plan(path)


def _works(plan: Plan) -> dict[str, Callable[[], object]]:
    """Return what is measured, the floor first."""
    layout = Layout(plan.points.count, plan.futures, POINTS * FUTURES)
    spec = spec_of(plan, layout.batch(0), np.arange(plan.futures))
    return {
        "the kernel alone": partial(_run_all, spec, _drawn(spec)),
        "a batch, its futures known": partial(work, *spec.packed()),
        "a batch, its futures drawn anew": partial(_anew, spec),
    }


def _anew(spec: Spec) -> None:
    """Run a batch in a worker that has drawn none of its futures before."""
    running.forget_drawn()
    work(*spec.packed())


def _drawn(spec: Spec) -> list[Batch]:
    """Return what is drawn of each piece of the first point's futures."""
    clock, places = _clock(spec), np.arange(FUTURES)
    scenario = replace(spec.scenarios[0], levers=())
    return [
        batch_at(places[first : first + PIECE], scenario, clock)
        for first in range(0, FUTURES, PIECE)
    ]


def _run_all(spec: Spec, pieces: list[Batch]) -> None:
    clock, run = _clock(spec), None
    pairs = pairs_of(Request(each.outcome, each.element) for each in spec.columns)
    with threads.limited_to(1):
        for piece in pieces:
            for scenario in spec.scenarios:
                batch = replace(piece, levers=lever_values(scenario, clock))
                run = run_batch(batch, clock, pairs, spare=run)


def _clock(spec: Spec) -> Clock:
    months = 1 + max(column.month for column in spec.columns)
    return Clock(spec.scenarios[0].last_year, months_at_most=months)
