"""Imports in a thread of its own what a first click is going to need.

A start imports nothing that can wait until after the first picture; whoever waits for it later
waits in front of a window that stands still. It can be ended between two imports. Floor: engine.
"""

from collections.abc import Callable, Generator

from PySide6.QtCore import QObject

from ui.engine.jobs import Lane


class Ahead(QObject):
    """Imports once, from when it is begun; whoever needs a module that fails is told then.

    `importing` yields between two imports.
    """

    def __init__(self, importing: Callable[[], Generator[None]], parent: QObject) -> None:
        super().__init__(parent)
        self._importing = importing
        self._lane: Lane | None = None

    def begin(self) -> None:
        """Import what is not imported; the second time this does nothing."""
        if self._lane is None:
            self._lane = Lane(self)
            self._lane.start(self._importing)

    def request_stop(self) -> None:
        """Import nothing further."""
        if self._lane is not None:
            self._lane.request_stop()

    def close(self) -> None:
        """End the thread."""
        if self._lane is not None:
            self._lane.close()
