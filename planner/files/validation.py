"""Loads the validating library, one thread at a time; top floor of planner.

It is imported where a file is checked, which may be in two threads at once, and imports itself in
pieces: one thread would then meet what the other has half loaded.
"""

from importlib import import_module
from threading import Lock

_LOADING = Lock()
_NEEDED = ("BaseModel", "ConfigDict", "Field", "ValidationError", "create_model")


def load_validation() -> None:
    """Import what checks of files need; call it before importing any of it."""
    with _LOADING:
        library = import_module("pydantic")
        for name in _NEEDED:  # each is loaded when it is first asked for
            getattr(library, name)
