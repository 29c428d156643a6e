"""The parts of a frame, each by itself: answers that came during a drag are shown once more."""

from collections.abc import Callable, Mapping, Sequence
from itertools import count

from planner.ensemble.many import Projector
from tests.benchmarks.bare import BareWindow, fans_of
from tests.benchmarks.moves import paint_now
from ui.engine.runner import Answer
from ui.parts import Suanli


class Replay:
    """Does each part of a frame with one answer after the other, and both floors.

    The window of bare painters has to be on screen before.
    """

    def __init__(self, answers: Sequence[Answer], suanli: Suanli) -> None:
        center = suanli.window.center
        self._answers = answers
        self._suanli = suanli
        self._projector = Projector()
        self._turns = count()
        self._charts = [view.canvas.viewport() for view in center.charts.views]
        self._cards = list(center.kpis.cards)
        self.bare = BareWindow(suanli.window, self._charts, self._cards)
        self._fans = []
        for answer in answers:
            suanli.live.projected.emit(answer)
            self._fans.append(fans_of(center.charts.views))
        paint_now(suanli.window)

    def works(self) -> Mapping[str, Callable[[], object]]:
        """Return the parts by name, the two floors last; to be done in this order."""
        return {
            "engine": self._run_engine,
            "engine and bands": self._run_all,
            "building of all that is shown": self._build,
            "paint": self._paint,
            "same strokes, bare painters": self._paint_bare,
            "empty repaint of charts and cards": self._repaint,
        }

    def _answer(self) -> Answer:
        return self._answers[next(self._turns) % len(self._answers)]

    def _run_engine(self) -> None:
        order = self._answer().order
        self._projector.project(
            order.scenario, order.requests, futures=order.futures, bands=order.banded[:1]
        )

    def _run_all(self) -> None:
        order = self._answer().order
        self._projector.project(
            order.scenario, order.requests, futures=order.futures, bands=order.bands
        )

    def _build(self) -> None:
        self._suanli.live.projected.emit(self._answer())

    def _paint(self) -> None:
        paint_now(self._suanli.window)

    def _paint_bare(self) -> None:
        self.bare.show_fans(self._fans[next(self._turns) % len(self._fans)])
        paint_now(self.bare)

    def _repaint(self) -> None:
        for part in (*self._charts, *self._cards):
            part.update()
        paint_now(self._suanli.window)
