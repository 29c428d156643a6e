"""One after the other: a short turn at a file of ours that several windows read and write.

The kernel holds the turn and ends it with the process, however that ends. Whoever waits too long
goes on without one: a window that stands still must not stop the others.
"""

import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

try:
    import fcntl
except ImportError:  # no such locks on this system
    fcntl = None  # type: ignore[assignment]

SECONDS_AT_MOST: Final = 0.5
_BETWEEN_TRIES: Final = 0.01


@contextlib.contextmanager
def turn_at(path: Path, seconds: float = SECONDS_AT_MOST) -> Iterator[bool]:
    """Keep others who ask from this file meanwhile; yield whether that could be done in time."""
    descriptor = _opened(path.with_name(f".{path.name}.turn"))
    if descriptor is None:
        yield False
        return
    try:
        yield _taken(descriptor, time.monotonic() + seconds)
    finally:
        os.close(descriptor)


def _opened(path: Path) -> int | None:
    if fcntl is None:
        return None
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK, 0o600)
    except OSError:
        return None


def _taken(descriptor: int, until: float) -> bool:
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > until:
                return False
            time.sleep(_BETWEEN_TRIES)
        except OSError:
            return False
        else:
            return True
