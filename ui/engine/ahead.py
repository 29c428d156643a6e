"""Imports in a thread of its own what a first click is going to need.

A start imports nothing that can wait until after the first picture; whoever waits for it later
waits in front of a window that stands still. It can be ended between two modules. Floor: engine.
"""

from collections.abc import Generator
from functools import partial
from importlib import import_module

from PySide6.QtCore import QObject

from ui.engine.jobs import Lane


class Ahead(QObject):
    """Imports modules once, from when it is begun; whoever needs one that fails is told."""

    def __init__(self, modules: tuple[str, ...], parent: QObject) -> None:
        super().__init__(parent)
        self._modules = modules
        self._lane: Lane | None = None

    def begin(self) -> None:
        """Import what is not imported; the second time this does nothing."""
        if self._lane is None:
            self._lane = Lane(self)
            self._lane.start(partial(_imported, self._modules))

    def request_stop(self) -> None:
        """Import no further module."""
        if self._lane is not None:
            self._lane.request_stop()

    def close(self) -> None:
        """End the thread."""
        if self._lane is not None:
            self._lane.close()


def _imported(modules: tuple[str, ...]) -> Generator[None]:
    for name in modules:
        import_module(name)
        yield
