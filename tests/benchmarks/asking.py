"""A part of `make bench ONLY=drag`: what a live explanation costs the frames of a drag.

One window with Ask open and three changed inputs, one of which is dragged. Why is silent in one
block of moves and live in the next, so that whatever disturbs the machine meets both alike.
"""

import os
from dataclasses import dataclass
from itertools import pairwise
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from planner.model.scenario import Scenario, lever_at, with_lever
from planner.studies.answers.about import About
from tests.benchmarks.figures import Figure, against, figure
from tests.benchmarks.moves import Drag
from ui.app import build
from ui.engine.shown_run import ShownRun
from ui.parts import Suanli

BLOCK: Final = 50
BLOCKS: Final = 16
SETTLING: Final = 5
"""Moves at the begin of a block that are not counted: the one before still ends."""
WARM_MOVES: Final = 20
SIZE: Final = (1600, 900)
CHANGED: Final = ("network_build_time", "center_sellable_target")
_ABOUT: Final = About("enterprises", "", 2030)


@dataclass(frozen=True, slots=True)
class AskedDrag:
    """Both kinds of frames, and how many answers a second the live ones brought."""

    silent: Figure
    live: Figure
    answers_a_second: float


class _Blocks(QObject):
    """Lets Why answer in every other block; notes when it did, and how long each block took."""

    def __init__(self, suanli: Suanli, drag: Drag) -> None:
        super().__init__()
        if suanli.ask.panel is None:
            raise ValueError("Ask is not open")
        self._card = suanli.ask.panel.cards["why"]
        self._card.answer_changed.connect(self._on_answer)
        self.begun: list[float] = []
        self.answers: list[float] = []
        drag.moving.connect(self._on_moving)

    def _on_moving(self, number: int) -> None:
        if (number - WARM_MOVES) % BLOCK:
            return
        self.begun.append(perf_counter())
        if is_live((number - WARM_MOVES) // BLOCK):
            vars(self._card).pop("show_about", None)
        else:
            vars(self._card)["show_about"] = _be_silent

    def _on_answer(self) -> None:
        self.answers.append(perf_counter())

    def answers_a_second(self) -> float:
        """Return how often Why answered in the blocks in which it might."""
        spans = [span for number, span in enumerate(pairwise(self.begun)) if is_live(number)]
        told = sum(any(begin <= at < end for begin, end in spans) for at in self.answers)
        return told / sum(end - begin for begin, end in spans)


def is_live(block: int) -> bool:
    """Tell whether Why answers in a block."""
    return block % 2 == 1


def asked_drag(app: QApplication) -> AskedDrag:
    """Drag in a window that remembers nothing, Ask open."""
    kept = os.environ.get("SUANLI_STATE_FOLDER")
    with TemporaryDirectory() as folder:
        os.environ["SUANLI_STATE_FOLDER"] = folder
        suanli = build(futures_of_drags=1000)
        suanli.workspace.open(changed())
        drag = Drag(suanli, BLOCK * BLOCKS + 1, WARM_MOVES, app.exit)
        suanli.window.resize(*SIZE)
        suanli.window.show()
        suanli.ask.open_about("why", _ABOUT)
        blocks = _Blocks(suanli, drag)
        app.exec()
        suanli.close()
        suanli.take_down()
        del os.environ["SUANLI_STATE_FOLDER"]
        if kept is not None:
            os.environ["SUANLI_STATE_FOLDER"] = kept
    silent, live = against(_figure(drag, live=False), [_figure(drag, live=True)])
    return AskedDrag(silent, live, blocks.answers_a_second())


def changed() -> Scenario:
    """Return a scenario with two changed levers, beside which a third is dragged."""
    scenario = Scenario(title="Dragged", futures=1000)
    for name in CHANGED:
        row, _ = lever_at(name)
        scenario = with_lever(scenario, name, row.low + 0.6 * (row.high - row.low))
    return scenario


def _figure(drag: Drag, *, live: bool) -> Figure:
    name = "Ask open, Why live" if live else "Ask open, Why silent"
    counted = [
        seconds
        for number, seconds in enumerate(drag.seconds)
        if is_live(number // BLOCK) is live and number % BLOCK >= SETTLING
    ]
    return figure(name, counted)


def _be_silent(_about: About, _run: ShownRun) -> None:
    """Answer nothing."""
