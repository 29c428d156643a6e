"""Moves a slider of a real window, then opens everything in it, and prints what it holds meanwhile.

It runs in a process of its own, which `make bench ONLY=memory` starts.
"""

from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import QObject, QTimer

from tests.benchmarks.moves import slider_of
from ui.charts.contents.specs import charts, default_setting
from ui.engine.runner import Answer
from ui.parts import Suanli
from ui.process.output import say

REST_MS: Final = 500
TOGETHER: Final = 4
"""As many charts are on screen; the first ones are there from the start."""


class Holding(QObject):
    """Takes one step after each answer of the engine; closes the window after the last."""

    def __init__(self, suanli: Suanli, held: Callable[[], float], moves: int) -> None:
        super().__init__(suanli.window)
        self._suanli = suanli
        self._held = held
        self._steps = self._all_steps(moves)
        suanli.live.state_changed.connect(self._on_state)

    def _on_state(self, state: str) -> None:
        if state == "held":
            self._suanli.live.state_changed.disconnect(self._on_state)
            self._suanli.live.projected.connect(self._on_projected)
            QTimer.singleShot(REST_MS, self._step)

    def _on_projected(self, answer: Answer) -> None:
        QTimer.singleShot(0, self._step)

    def _step(self) -> None:
        if not next(self._steps, False):
            self._suanli.window.allow_close()

    def _all_steps(self, moves: int) -> Iterator[bool]:
        """Do something at every step that the engine answers; the last one ends it."""
        self._tell("start")
        yield from self._moves(moves)
        self._tell("moved")
        yield from self._sights()
        self._tell("seen")

    def _moves(self, moves: int) -> Iterator[bool]:
        slider = slider_of(self._suanli)
        slider.setSliderDown(True)
        span = slider.maximum() - slider.minimum()
        for number in range(moves):
            slider.setValue(slider.minimum() + (7 * number + 11) % span)
            yield True
        slider.setSliderDown(False)

    def _sights(self) -> Iterator[bool]:
        window = self._suanli.window
        window.side.tabs.setCurrentIndex(1)
        window.center.show_table(True)
        keys = list(charts())
        for start in range(TOGETHER, len(keys), TOGETHER):
            some = (keys[start : start + TOGETHER] + keys)[:TOGETHER]
            window.center.charts.set_settings([default_setting(key) for key in some])
            yield True

    def _tell(self, mark: str) -> None:
        say(f"{mark} {self._held()}")
