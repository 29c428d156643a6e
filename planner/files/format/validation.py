"""Loads the validating library, one thread at a time; seventh floor of planner.

It is imported where a file is checked, which may be in two threads at once, and imports itself in
pieces, more of them while models are made: one thread would then meet what another has half loaded.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from threading import RLock
from typing import Final

_LOADING: Final = RLock()
_NEEDED: Final = (
    "BaseModel",
    "ConfigDict",
    "Field",
    "InstanceOf",
    "ValidationError",
    "create_model",
)


@contextmanager
def loading_validation() -> Iterator[None]:
    """Keep other threads from the library while models are made of it; all of it is there."""
    with _LOADING:
        library = import_module("pydantic")
        for name in _NEEDED:  # each is loaded when it is first asked for
            getattr(library, name)
        yield


def load_validation() -> None:
    """Import what checks of files need; call it before importing any of it."""
    with loading_validation():
        pass
