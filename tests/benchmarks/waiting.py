"""Opens a scenario of very many futures in a real window, and prints how it answers meanwhile.

It runs in a process of its own, which `make bench ONLY=million` starts. A timer that is due every
five milliseconds tells how long the window ever stood still.
"""

from time import perf_counter
from typing import Final

from PySide6.QtCore import QObject, QTimer

from planner.model.scenario import Scenario, with_lever
from tests.benchmarks.moves import slider_of
from ui.engine.order import FUTURES_SOON
from ui.engine.runner import Answer
from ui.parts import Suanli
from ui.process.output import say

TICK_MS: Final = 5
MOVES: Final = 20


class Waiting(QObject):
    """Tells of each stage how many seconds it took and how long the window stood still at most.

    Once some futures of the scenario's own are there, a hand drags a lever while the others are
    chosen and run, and lets go; the window is closed when all are there.
    """

    def __init__(self, suanli: Suanli, futures: int) -> None:
        super().__init__(suanli.window)
        self._suanli = suanli
        self._futures = futures
        self._begun = self._last = perf_counter()
        self._longest = 0.0
        self._moves = MOVES
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._on_tick)
        suanli.live.state_changed.connect(self._on_state)

    def _on_state(self, state: str) -> None:
        if state == "held":
            self._suanli.live.state_changed.disconnect(self._on_state)
            self._suanli.live.projected.connect(self._on_projected)
            QTimer.singleShot(0, self._open)

    def _open(self) -> None:
        many = with_lever(Scenario(title="Many", futures=self._futures), "alibaba_plan", 500)
        self._begun = self._last = perf_counter()
        self._timer.start()
        self._suanli.workspace.open(many)

    def _on_projected(self, answer: Answer) -> None:
        if answer.order.scenario.futures != self._futures:
            return
        if self._moves == MOVES and answer.order.futures >= FUTURES_SOON:
            self._tell("own")
            self._drag()
        elif slider_of(self._suanli).isSliderDown():
            QTimer.singleShot(0, self._drag if self._moves else self._let_go)
        elif answer.order.is_whole:
            self._tell("whole")
            self._suanli.window.allow_close()

    def _drag(self) -> None:
        """Move the lever a step."""
        slider = slider_of(self._suanli)
        slider.setSliderDown(True)
        self._moves -= 1
        slider.setValue(slider.value() + 5)

    def _let_go(self) -> None:
        """End the drag, as the release of a mouse button does."""
        slider = slider_of(self._suanli)
        slider.setSliderDown(False)
        slider.settled.emit()
        self._tell("dragged")

    def _tell(self, mark: str) -> None:
        say(f"{mark}_seconds {perf_counter() - self._begun}")
        say(f"{mark}_still {1e3 * self._longest}")
        self._begun, self._longest = perf_counter(), 0.0

    def _on_tick(self) -> None:
        now = perf_counter()
        self._longest = max(self._longest, now - self._last - TICK_MS / 1e3)
        self._last = now
