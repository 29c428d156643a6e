"""`make bench ONLY=drag`: from a slider's value changed to four charts and the cards painted.

The real window with the real engine, as it is first opened. Two floors in the same run: an empty
repaint of the same charts and cards, and the very same strokes by bare painters. At the end the
drag with all that a plan brings is held against the plain one, window after window in turn: what
disturbs the machine meets both, as it does not where minutes lie between them. So it is with Ask
open, with and without an explanation that follows the hand, and with an inspection and its map. The
platform is Qt's choice: run it under a real display for a figure a user would feel, offscreen
otherwise.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from planner.model.paths import LeverPath
from planner.model.scenario import Scenario, with_lever, with_targets
from planner.model.targets.target import Target
from tests.benchmarks.asking import AskedDrag, asked_drag
from tests.benchmarks.figures import Figure, against, figure, show, timed_in_turn
from tests.benchmarks.inspecting import inspected_drag
from tests.benchmarks.moves import Drag
from tests.benchmarks.replay import Replay
from ui.app import build
from ui.parts import Suanli
from ui.process.output import say
from ui.program import application

MOVES = 300
WARM_MOVES = 20
TURNS = 5
"""Windows of each case that are dragged in turn."""
ROUNDS = 100
"""Times that each part of a frame is done by itself."""
SIZE = (1600, 900)
PLAN = LeverPath(((2025.0, 98.4), (2025.25, 120.0), (2026.5, 140.0), (2028.25, 180.0)))
TARGETS = (
    Target("enterprises", "at least", 12_000.0, year=2030),
    Target("used_compute", "at most", "deliverable_compute"),
)
PLACES = ("shanghai", "chengdu")
OTHERS = (("voucher_budget.shanghai", 5000.0), ("alibaba_plan", 150.0), ("alibaba_plan", 900.0))


@dataclass(frozen=True, slots=True)
class Case:
    """What is dragged: how many futures, None for as many as a frame affords, beside how many.

    `areas` are the places that the window is about. A scenario that `is_planned` follows a path of
    its own in the lever that is dragged, and has two targets.
    """

    name: str
    futures: int | None = 1000
    others: int = 0
    areas: tuple[str, ...] = ()
    is_planned: bool = False


PLAIN = Case("one scenario, 1,000 futures", 1000)
PLANNED = Case("a path, two places, two targets, 1,000 futures", 1000, 0, PLACES, True)
CASES = (
    PLAIN,
    Case("one scenario, 4,000 futures", 4000),
    Case("four scenarios, 1,000 futures", 1000, len(OTHERS)),
    Case("two places side by side, 1,000 futures", 1000, areas=PLACES),
    PLANNED,
    Case("as the window does it", None),
)


@dataclass(frozen=True, slots=True)
class DragFigure(Figure):
    """A row that is held against both floors: `ratio` is to the bare painters."""

    ratio_to_empty: float | None = None


def main(json: bool) -> int:
    """Measure and print; return the exit code."""
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    rows: list[DragFigure] = []
    app = application()
    for case in CASES:
        rows += _measured(case, app)
    title = f"drag: {app.platformName()}, {MOVES} moves"
    _show(rows, title, in_turn(app), asked_drag(app), inspected_drag(app), json=json)
    return 0


def in_turn(app: QApplication) -> tuple[Figure, ...]:
    """Drag plain and planned windows in turn; return both, over all turns, with their ratio."""
    seconds: dict[Case, list[float]] = {PLAIN: [], PLANNED: []}
    for _turn in range(TURNS):
        for case in seconds:
            with _dragged(case, app) as (_suanli, drag):
                seconds[case] += drag.seconds
    plain, planned = (figure(case.name, times) for case, times in seconds.items())
    return against(plain, [planned])


def _measured(case: Case, app: QApplication) -> list[DragFigure]:
    """Drag in a window of its own; return its rows."""
    with _dragged(case, app) as (suanli, drag):
        replay = Replay(drag.answers, suanli)
        replay.bare.painted.connect(app.exit, Qt.ConnectionType.QueuedConnection)
        replay.bare.show()
        app.exec()
        rows = _rows(case, drag, replay)
        replay.bare.close()
        replay.bare.deleteLater()
    return rows


@contextmanager
def _dragged(case: Case, app: QApplication) -> Iterator[tuple[Suanli, Drag]]:
    """Open a window that remembers nothing and drag in it; take it down in the end."""
    kept = os.environ.get("SUANLI_STATE_FOLDER")
    with TemporaryDirectory() as folder:
        os.environ["SUANLI_STATE_FOLDER"] = folder
        suanli = build(futures_of_drags=case.futures)
        _open(suanli, case)
        drag = Drag(suanli, MOVES, WARM_MOVES, app.exit)
        suanli.window.resize(*SIZE)
        suanli.window.show()
        app.exec()
        yield suanli, drag
        suanli.close()
        suanli.take_down()
        del os.environ["SUANLI_STATE_FOLDER"]
        if kept is not None:
            os.environ["SUANLI_STATE_FOLDER"] = kept


def _open(suanli: Suanli, case: Case) -> None:
    """Open the other scenarios, and one to drag, in the places of a case."""
    suanli.window.center.areas.choose(case.areas)
    futures = case.futures or Scenario().futures
    for name, value in OTHERS[: case.others]:
        changed = with_lever(Scenario(), name, value)
        suanli.workspace.open(replace(changed, title=f"{name} {value:g}", futures=futures))
    if case.is_planned:
        suanli.workspace.open(replace(planned(), futures=futures))
    elif case.others or futures != Scenario().futures:
        suanli.workspace.open(replace(Scenario(title="Dragged"), futures=futures))


def planned() -> Scenario:
    """Return a scenario with a path of its own in the lever that is dragged, and two targets."""
    changed = with_lever(Scenario(title="Planned"), "alibaba_capex", PLAN)
    return with_targets(changed, TARGETS)


def _rows(case: Case, drag: Drag, replay: Replay) -> list[DragFigure]:
    """Return the moves, their parts, and both floors."""
    parts = timed_in_turn(replay.works(), ROUNDS)
    bare, empty = parts[-2:]
    name = case.name
    if case.futures is None:
        name = f"{name}: {min(drag.futures):,} to {max(drag.futures):,} futures"
    moved = figure("move to painted", drag.seconds)
    run = figure("of that engine and bands, on their thread", drag.engine)
    return [
        DragFigure(
            f"{name}: {row.name}",
            row.median_ms,
            row.p95_ms,
            row.runs,
            None if row is bare else row.median_ms / bare.median_ms,
            None if row is empty else row.median_ms / empty.median_ms,
        )
        for row in (moved, run, *parts)
    ]


def _show(
    rows: Sequence[DragFigure],
    title: str,
    planned: tuple[Figure, ...],
    asked: AskedDrag,
    inspected: tuple[Figure, ...],
    *,
    json: bool,
) -> None:
    """Print the rows, of a plan, of Ask and of Inspect; as text, once against each floor."""
    explained = (asked.silent, asked.live)
    if json:
        turns = (
            replace(row, name=f"in turn: {row.name}") for row in (*planned, *explained, *inspected)
        )
        show(title, (*rows, *turns), json=True)
        return
    show(f"{title}, ratio to the same strokes by bare painters", rows, json=False)
    against_empty = [
        replace(row, ratio=row.ratio_to_empty) for row in rows if " to painted" in row.name
    ]
    show("ratio to an empty repaint", against_empty, json=False)
    show(
        f"plain and planned, {TURNS} windows of each in turn: move to painted", planned, json=False
    )
    _say_late(*planned)
    show("Ask, in turn in one window: move to painted", explained, json=False)
    _say_late(*explained)
    say(f"answers a second: {asked.answers_a_second:.1f}")
    show("Inspect, in turn in one window: move to painted", inspected, json=False)


def _say_late(plain: Figure, other: Figure) -> None:
    say(f"ratio of the 95th percentiles: {other.p95_ms / plain.p95_ms:.2f}")
