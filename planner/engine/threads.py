"""How many threads the engine uses; fourth floor of planner."""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

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
