"""Leads through four steps on the real controls, and goes on when one of them was really done.

Floor: controllers.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.documents.current import Current
from ui.views.first.tour_frame import TourFrame
from ui.views.main_window import MainWindow
from ui.wording.first.tour import STEPS, Place
from ui.wording.translate import first_text

LEVER: Final = "center_sellable_target"
"""The lever of the first step: it moves cards and charts of a first start."""


class Tour(QObject):
    """Knows which step is on; `started` tells that questions have to make room."""

    started = Signal()

    def __init__(self, window: MainWindow, current: Current) -> None:
        super().__init__(window)
        self._window = window
        self._current = current
        self._number: int | None = None
        self._levers: object = None
        self.frame: TourFrame | None = None

    @property
    def place(self) -> Place | None:
        """The place of the step that is on, None where the tour is not."""
        return None if self._number is None else STEPS[self._number].place

    def start(self) -> None:
        """Begin with the first step, also where the tour is on already."""
        if self.frame is None:
            self.frame = self._made()
        self.started.emit()
        self._window.center.cover.take()
        self._levers = self._current.scenario.levers
        self._window.side.show_control(LEVER)
        self._go(0)
        self.frame.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Close the tour and give the focus back to the charts."""
        self._number = None
        if self.frame is not None:
            self.frame.end()
        self._window.center.setFocus()

    def _made(self) -> TourFrame:
        frame, center = TourFrame(self._window), self._window.center
        frame.turned.connect(self._on_turned)
        frame.closed.connect(self.end)
        self._current.changed.connect(self._on_moved)
        self._current.settled.connect(self._on_moved)
        self._current.dirty_changed.connect(self._on_saved)
        center.kpis.opened.connect(self._on_card)
        center.answer.why_wanted.connect(self._on_why)
        return frame

    def _go(self, number: int) -> None:
        """Show a step beside its control."""
        self._number = number
        step = STEPS[number]
        if self.frame is not None:
            self.frame.show_step(
                first_text(step.title), first_text(step.text), number + 1, len(STEPS)
            )
            self.frame.point_at(self._targets()[step.place](), is_below=step.place == "keep")

    def _targets(self) -> dict[Place, Callable[[], QWidget | None]]:
        return {
            "lever": self._lever,
            "card": self._card,
            "why": self._why,
            "keep": self._keep,
        }

    def _lever(self) -> QWidget:
        return self._window.side.levers.row(LEVER)

    def _card(self) -> QWidget:
        return self._window.center.kpis.cards[0]

    def _why(self) -> QWidget:
        answer = self._window.center.answer
        return answer if answer.why_button.isHidden() else answer.why_button

    def _keep(self) -> QWidget:
        return self._window.toolbar.widgetForAction(self._window.actions_["save"])

    def _on_turned(self, step: int) -> None:
        number = (self._number or 0) + step
        if number >= len(STEPS):
            self.end()
        else:
            self._go(max(0, number))

    def _done(self, place: Place) -> None:
        """Go on from a step whose thing was done."""
        if self.place == place:
            self._on_turned(1)

    def _on_moved(self) -> None:
        """Go on once the hand rests: nothing jumps under it."""
        is_resting = not self._current.document.is_moving
        if is_resting and self._current.scenario.levers != self._levers:
            self._done("lever")

    def _on_card(self) -> None:
        self._done("card")

    def _on_why(self) -> None:
        self._done("why")

    def _on_saved(self, is_dirty: bool) -> None:
        if not is_dirty and self._current.document.path is not None:
            self._done("keep")
