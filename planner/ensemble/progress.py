"""How far long work has come: shares from 0 to 1, yielded by generators.

Fifth floor of planner. Whoever drives such a generator may leave it between two steps.
"""

from collections.abc import Callable, Generator
from typing import TypeVar

Result = TypeVar("Result")

Steps = Generator[float, None, Result]
"""Work that yields the share of it that is done, and returns what it gives."""


def as_part(steps: Steps[Result], begin: float, end: float) -> Steps[Result]:
    """Do work as a part of other work: its shares are those between `begin` and `end`."""
    while True:
        try:
            share = next(steps)
        except StopIteration as stop:
            result: Result = stop.value
            return result
        yield begin + (end - begin) * share


def to_the_end(steps: Steps[Result], is_stale: Callable[[], bool] | None = None) -> Result:
    """Do work at once. Raises StoppedError after the step at which it `is_stale`."""
    while True:
        try:
            next(steps)
        except StopIteration as stop:
            result: Result = stop.value
            return result
        if is_stale is not None and is_stale():
            steps.close()
            raise StoppedError


def seconds_left(share: float, seconds: float) -> float | None:
    """Return how long work will take that did a share in so many seconds; None before it began."""
    return seconds * (1 / share - 1) if share > 0 else None


class StoppedError(Exception):
    """Long work was stopped, because nobody waits for it any more."""
