"""The one owner of the run on screen: it is published here once, and nobody keeps parts of it.

It knows neither what asks for runs nor what shows them.
"""

from PySide6.QtCore import QObject, Signal

from ui.engine.shown_run import ShownRun


class Published(QObject):
    """Keeps the run on screen; `changed` carries each new one."""

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run: ShownRun | None = None

    @property
    def run(self) -> ShownRun | None:
        """The run on screen, None before the first."""
        return self._run

    def publish(self, run: ShownRun) -> None:
        """Put a run on screen in place of the one before."""
        self._run = run
        self.changed.emit(run)
