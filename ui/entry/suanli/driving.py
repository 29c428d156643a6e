"""Does long work to its end, tells how far it is, and gives it up when that is wanted."""

import warnings
from collections.abc import Callable
from typing import TypeVar

from planner.ensemble.many import Projector
from planner.ensemble.progress import Steps
from suanli.errors import Cancelled, Error
from suanli.typed import given

Result = TypeVar("Result")

Progress = Callable[[float], object]
"""Is told the share that is done, 0 to 1."""
Cancel = Callable[[], bool]
"""Is asked between two pieces of work; the work is given up when it returns True."""


def driven(steps: Steps[Result], progress: Progress | None, cancel: Cancel | None) -> Result:
    """Return what the work gives. Raises Cancelled where it is given up, Error for no function."""
    _check_function("progress", progress)
    _check_function("cancel", cancel)
    while True:
        _check(steps, cancel)
        try:
            share = next(steps)
        except StopIteration as stop:
            result: Result = stop.value
            break
        if progress is not None:
            progress(share)
    done(progress)
    return result


def done(progress: Progress | None) -> None:
    """Tell that all of the work is done."""
    if progress is not None:
        progress(1.0)


def projector() -> Projector:
    """Return a projector on the compiled model; compiling it the first time takes some seconds.

    Warns where no compiled model can run here: the interpreter then computes the same, slowly.
    """
    made = Projector()
    if not made.ready() and (why := made.warm_up()):
        warnings.warn(f"the compiled model cannot run here: {why}", RuntimeWarning, stacklevel=3)
    return made


def _check_function(name: str, function: object) -> None:
    if function is not None and not callable(function):
        raise Error(f"{name} takes a function, not {given(function)}")


def _check(steps: Steps[Result], cancel: Cancel | None) -> None:
    if cancel is not None and cancel():
        steps.close()
        raise Cancelled


def in_parts(progress: Progress | None, first: float) -> tuple[Progress | None, Progress | None]:
    """Return what two pieces of work tell, of which the first is so large a share of both.

    Raises Error for no function.
    """
    _check_function("progress", progress)
    if progress is None:
        return None, None

    def of_first(share: float) -> None:
        progress(first * share)

    def of_second(share: float) -> None:
        progress(first + (1 - first) * share)

    return of_first, of_second
