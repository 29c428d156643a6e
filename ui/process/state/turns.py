"""One after the other: a short turn at a file of ours that several windows read and write.

The turn ends with its process, however that ends. Whoever waits too long goes on without one: a
window that stands still must not stop the others.
"""

import contextlib
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

SECONDS_AT_MOST: Final = 0.5
_BETWEEN_TRIES: Final = 0.01


@contextlib.contextmanager
def turn_at(path: Path, seconds: float = SECONDS_AT_MOST) -> Iterator[bool]:
    """Keep others who ask from this file meanwhile; yield whether that could be done in time."""
    from planner.storage.locks.lock import Refusal, lock_path, take_lock

    lock, until = lock_path(path), time.monotonic() + seconds
    answer = take_lock(lock, kernel_decides=True)
    while isinstance(answer, Refusal) and answer.why == "taken" and time.monotonic() < until:
        time.sleep(_BETWEEN_TRIES)
        answer = take_lock(lock, kernel_decides=True)
    if isinstance(answer, Refusal):
        yield False
        return
    try:
        yield True
    finally:
        answer.release()
