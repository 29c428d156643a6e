"""A run of notches or key strokes: one step to the user, however many events it was."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

PAUSE_MS: Final = 700
"""After so long without a further notch or stroke the run is over."""


class StepRun(QObject):
    """Tells once that a run is over: after a pause, or when it is told to end."""

    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.ended)

    @property
    def is_on(self) -> bool:
        """Whether a run goes on."""
        return self._timer.isActive()

    def step(self) -> None:
        """Begin a run, or go on with it."""
        self._timer.start()

    def end(self) -> None:
        """End the run, if there is one."""
        if self._timer.isActive():
            self._timer.stop()
            self.ended.emit()
