"""`suanli bench drag`: from a slider's value changed to four charts and the cards painted.

The real window with the real engine. The floor is an empty repaint of the same charts. The platform
is Qt's choice: run it under a real display for a figure a user would feel, offscreen otherwise.
"""

import os
from collections.abc import Callable, Sequence
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from planner.model.scenario import lever_value
from ui.app import Suanli, application, build
from ui.bench.figures import against, figure, show
from ui.live import Answer

MOVES = 300
WARM_MOVES = 20
LEVER = "alibaba_plan"


class Drag(QObject):
    """Moves a slider again and again; notes the time until what it shows is painted."""

    def __init__(self, suanli: Suanli, finish: Callable[[], None]) -> None:
        super().__init__()
        self._suanli = suanli
        self._finish = finish
        self._slider = suanli.window.side.levers.row(LEVER).slider
        self._begin = 0.0
        self._value = 0.0
        self.seconds: list[float] = []
        self.futures: list[int] = []
        suanli.live.state_changed.connect(self._on_state)
        suanli.live.projected.connect(self._on_projected)

    def _on_state(self, state: str) -> None:
        if state == "held" and not self.seconds:
            self._suanli.live.state_changed.disconnect(self._on_state)
            self._slider.setSliderDown(True)
            self._move()

    def _move(self) -> None:
        span = self._slider.maximum() - self._slider.minimum()
        position = self._slider.minimum() + (7 * len(self.seconds) + 11) % span
        if position == self._slider.value():
            position += 1
        self._begin = perf_counter()
        self._slider.setValue(position)
        self._value = lever_value(self._suanli.document.scenario, LEVER)

    def _on_projected(self, answer: Answer) -> None:
        scenario = answer.projection.scenario
        if not self._begin or lever_value(scenario, LEVER) != self._value:
            return
        paint_now(self._suanli.window)
        self.seconds.append(perf_counter() - self._begin)
        self.futures.append(answer.projection.futures)
        if len(self.seconds) < MOVES + WARM_MOVES:
            QTimer.singleShot(0, self._move)
        else:
            self._slider.setSliderDown(False)
            self._finish()


def painted(suanli: Suanli) -> tuple[QWidget, ...]:
    """Return what is painted at every move: four charts and the cards."""
    center = suanli.window.center
    return (*(view.canvas.viewport() for view in center.charts.views), center.kpis)


def paint_now(window: QWidget) -> None:
    """Paint what has changed in the window, each part once, without waiting for the event loop."""
    QCoreApplication.sendPostedEvents(window, QEvent.Type.LayoutRequest.value)
    QCoreApplication.sendPostedEvents(window, QEvent.Type.UpdateRequest.value)


def repaint(widgets: Sequence[QWidget]) -> None:
    """Paint the widgets at once."""
    for widget in widgets:
        widget.repaint()


def main(json: bool) -> int:
    """Measure and print; return the exit code."""
    app, suanli, drag = _dragged()
    widgets = painted(suanli)
    empties = [_seconds(widgets) for _ in range(100)]
    suanli.window.allow_close()
    suanli.window.close()
    suanli.close()
    floor = figure("empty repaint of the charts and cards", empties[10:])
    least = min(drag.futures[WARM_MOVES:])
    name = f"move to painted, {least:,} futures or more"
    moved = figure(name, drag.seconds[WARM_MOVES:])
    show(f"drag: {app.platformName()}, {MOVES} moves", against(floor, (moved,)), json=json)
    return 0


def _dragged() -> tuple[QApplication, Suanli, Drag]:
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = application()
    suanli = build()
    drag = Drag(suanli, app.exit)
    suanli.window.resize(1600, 900)
    suanli.window.show()
    app.exec()
    return app, suanli, drag


def _seconds(widgets: Sequence[QWidget]) -> float:
    begin = perf_counter()
    repaint(widgets)
    return perf_counter() - begin
