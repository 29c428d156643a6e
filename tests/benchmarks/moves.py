"""A hand that drags: moves a slider of the real window and waits until what it shows is painted."""

from collections.abc import Callable
from functools import lru_cache
from time import perf_counter
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QGraphicsScene, QGraphicsView, QWidget

from planner.model.scenario import lever_value
from ui.engine.runner import Answer
from ui.parts import Suanli
from ui.widgets.fields.value_slider import ValueSlider

LEVER: Final = "alibaba_plan"
KEPT: Final = 40
"""Answers kept, to be shown again part by part."""


def slider_of(suanli: Suanli) -> ValueSlider:
    """Return the slider that is dragged."""
    slider = suanli.window.side.levers.row(LEVER).slider
    if not isinstance(slider, ValueSlider):
        raise TypeError(LEVER)
    return slider


class Drag(QObject):
    """Moves a slider again and again; notes the time until what it shows is painted.

    `moving` carries the number of the move that comes, the first ones included.
    """

    moving = Signal(int)

    def __init__(self, suanli: Suanli, moves: int, warm: int, finish: Callable[[], None]) -> None:
        super().__init__()
        self._suanli = suanli
        self._moves, self._warm = moves, warm
        self._finish = finish
        self._slider = slider_of(suanli)
        self._begin = 0.0
        self._value = 0.0
        self._all: list[float] = []
        self.answers: list[Answer] = []
        self.engine: list[float] = []
        self.futures: list[int] = []
        suanli.live.state_changed.connect(self._on_state)
        suanli.live.projected.connect(self._on_projected)

    @property
    def seconds(self) -> list[float]:
        """The time of each move but the first ones."""
        return self._all[self._warm :]

    def _on_state(self, state: str) -> None:
        if state == "held" and not self._all:
            self._suanli.live.state_changed.disconnect(self._on_state)
            self._slider.setSliderDown(True)
            QTimer.singleShot(0, self._move)

    def _move(self) -> None:
        self.moving.emit(len(self._all))
        span = self._slider.maximum() - self._slider.minimum()
        position = self._slider.minimum() + (7 * len(self._all) + 11) % span
        if position == self._slider.value():
            position += 1
        self._begin = perf_counter()
        self._slider.setValue(position)
        self._value = lever_value(self._suanli.document.scenario, LEVER)

    def _on_projected(self, answer: Answer) -> None:
        if not self._begin or lever_value(answer.projection.scenario, LEVER) != self._value:
            return
        paint_now(self._suanli.window)
        self._all.append(perf_counter() - self._begin)
        if len(self._all) > self._warm:
            self.answers = [*self.answers[1 - KEPT :], answer]
            self.engine.append(answer.seconds)
            self.futures.append(answer.projection.futures)
        if len(self._all) < self._moves + self._warm:
            QTimer.singleShot(0, self._move)
        else:
            self._suanli.live.projected.disconnect(self._on_projected)
            self._finish()


def paint_now(window: QWidget) -> None:
    """Paint what has changed in the window, each part once, without waiting for the event loop.

    A scene gathers what is to be painted and tells its views in an event of its own, which the
    event loop delivers before it paints.
    """
    for scene in _scenes(window):
        QCoreApplication.sendPostedEvents(scene, QEvent.Type.MetaCall.value)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    QCoreApplication.sendPostedEvents(window, QEvent.Type.UpdateRequest.value)


@lru_cache(maxsize=2)
def _scenes(window: QWidget) -> tuple[QGraphicsScene, ...]:
    """Return the scenes of a window, looked for once: an event loop does not look for them."""
    return tuple(view.scene() for view in window.findChildren(QGraphicsView))
