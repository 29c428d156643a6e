"""Lets pyqtgraph look up Qt's names as it needs them: it would copy every one while it is loaded.

WORKAROUND for pyqtgraph: it keeps mirrors of three modules of Qt and fills them with all that
`dir` lists, which makes PySide6 create 700 classes with their enums that it creates late
otherwise, an eighth of the time that a start imports. Told of no name but a function that finds
the others, `__getattr__`, it copies that.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Final

MIRRORED: Final = ("PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets")
_OWN: Final[tuple[str, ...]] = ("__getattr__", "__dir__")


@contextmanager
def names_looked_up_late() -> Iterator[None]:
    """Let modules of Qt that are loaded list no names until the end; they have all of them."""
    modules = [sys.modules[name] for name in MIRRORED if name in sys.modules]
    before = [{key: vars(module)[key] for key in _OWN if key in vars(module)} for module in modules]
    for module in modules:
        vars(module).update(__getattr__=_finder(module), __dir__=_list_only_the_finder)
    try:
        yield
    finally:
        for module, own in zip(modules, before, strict=True):
            for key in _OWN:
                del vars(module)[key]
            vars(module).update(own)


def _list_only_the_finder() -> list[str]:
    return ["__getattr__"]


def _finder(module: ModuleType) -> Callable[[str], object]:
    """Return what finds a name of the module; it raises AttributeError where there is none."""
    names = frozenset(dir(module))

    def find(name: str) -> object:
        if name not in names:
            message = f"module {module.__name__!r} has no attribute {name!r}"
            raise AttributeError(message)
        found: object = getattr(module, name)
        return found

    return find
