"""Gives imports back to Python: Qt's binding replaces them by its own while it is loaded.

WORKAROUND for PySide6: its `__import__` reads the source of every module that is imported, in
search of its optional features, and steps aside for all threads while it does so. A module that
another thread imports meanwhile is met half loaded: opening a file failed once in some hundred
starts. We use none of these features. The original is kept in `builtins` for those who need it,
see https://doc.qt.io/qtforpython-6/considerations.html#the-feature-import
"""

import builtins
from typing import Final

ORIGINAL: Final = "__orig_import__"


def import_as_python_does() -> None:
    """Undo the replacement, if there is one; not to be called while a module is imported."""
    original = getattr(builtins, ORIGINAL, None)
    if original is not None:
        builtins.__import__ = original
