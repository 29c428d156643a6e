"""When studies go on while a hand moves a slider: a step each time that the picture has been run.

A run of the picture takes every processor for some milliseconds, and the painting after it only
one. So a study begins no step while a run is on, and one at a time after it: what it costs is
shared out evenly to frames, and lengthens none of them by much. It knows neither picture nor study.
Floor: engine.
"""

from threading import Condition
from typing import Final

LONGEST: Final = 0.035
"""Seconds that a step waits at most: slow frames hold up no answer."""


class Gate:
    """Lets studies pass freely until `shut`, then once for each time that it is opened.

    It is asked from any thread.
    """

    def __init__(self) -> None:
        self._changed = Condition()
        self._is_free = True
        self._is_open = True
        self._times_opened = 0

    @property
    def is_open(self) -> bool:
        """Whether no run is on that a moving hand waits for."""
        return self._is_open

    def shut(self) -> None:
        """Let studies wait: a run begins that a moving hand waits for."""
        with self._changed:
            self._is_open = self._is_free = False

    def open(self) -> None:
        """Let each study do one step: the run has ended."""
        with self._changed:
            self._is_open = True
            self._times_opened += 1
            self._changed.notify_all()

    def free(self) -> None:
        """Let studies go on as they like: no hand moves."""
        with self._changed:
            self._is_open = self._is_free = True
            self._changed.notify_all()

    def wait(self, passed: int) -> int:
        """Wait for leave to do a step, no longer than `LONGEST`, and return what to wait with next.

        `passed` is what the last call returned.
        """
        with self._changed:
            if not self._may_pass(passed):
                self._changed.wait(LONGEST)
            return self._times_opened

    def _may_pass(self, passed: int) -> bool:
        return self._is_free or (self._is_open and self._times_opened != passed)
