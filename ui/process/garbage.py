"""When Python searches for garbage: seldom while it would find next to none.

Not while the window starts, and in a command of the terminal only after many new objects.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_OBJECTS_BETWEEN: Final = 100_000


def collect_later() -> None:
    """Search for no garbage until `collect_again` is called."""
    gc.disable()


def collect_again() -> None:
    """Search for garbage again, what the start has made left aside: it lasts as long as we do."""
    gc.freeze()
    gc.enable()


@contextmanager
def collect_seldom() -> Iterator[None]:
    """Search for garbage seldom until the end: most of what a command makes is what it imports."""
    before = gc.get_threshold()
    gc.set_threshold(_OBJECTS_BETWEEN, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
