"""How many threads the engine uses, and how work is shared out to them; fourth floor of planner."""

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import TypeVar

Piece = TypeVar("Piece")

MOST = 8

_limit: ContextVar[int] = ContextVar("most threads", default=MOST)


def count() -> int:
    """Return the number of threads a run is shared out to: one per processor, eight at most."""
    return max(1, min(_limit.get(), MOST, os.cpu_count() or 1))


@contextmanager
def limited_to(most: int) -> Iterator[None]:
    """Let runs inside the block use at most so many threads."""
    token = _limit.set(most)
    try:
        yield
    finally:
        _limit.reset(token)


@cache
def pool() -> ThreadPoolExecutor:
    """Return the threads themselves; they live as long as the process."""
    return ThreadPoolExecutor(MOST, thread_name_prefix="suanli-engine")


def share_out(work: Callable[[Piece], None], pieces: Sequence[Piece]) -> None:
    """Do the work for every piece, on all threads; the calling one helps.

    Each thread takes the next piece when it has done its last. After a pause the system may wake
    the other threads late, or on one processor: then the calling one has done most by itself, and
    waits for none that has not begun.
    """
    waiting = deque(pieces)
    helpers = min(count(), len(pieces)) - 1
    others = [pool().submit(_work_through, work, waiting) for _ in range(helpers)]
    _work_through(work, waiting)
    for other in others:
        if not other.cancel():
            other.result()


def _work_through(work: Callable[[Piece], None], waiting: deque[Piece]) -> None:
    while True:
        try:
            piece = waiting.popleft()
        except IndexError:
            return
        work(piece)
