"""How far long work has come, on one line of standard error; nothing where nobody looks at it."""

import sys
from time import monotonic
from typing import Final, TypeVar

from planner.ensemble.progress import Steps, seconds_left
from planner.storage.sentences.catalog import translate

Result = TypeVar("Result")

QUICK_SECONDS: Final = 1.0
"""Work that is over by then is not spoken of."""
_AGAIN_AFTER: Final = 0.2


def driven(steps: Steps[Result], what: str) -> Result:
    """Do work to its end, telling a person who waits at the terminal how far it is."""
    begun, told = monotonic(), 0.0
    is_told = False
    while True:
        try:
            share = next(steps)
        except StopIteration as stop:
            result: Result = stop.value
            break
        now = monotonic()
        if sys.stderr.isatty() and now - begun > QUICK_SECONDS and now - told > _AGAIN_AFTER:
            told, is_told = now, True
            sys.stderr.write(f"\r\x1b[K{line(what, share, now - begun)}")
            sys.stderr.flush()
    if is_told:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()
    return result


def line(what: str, share: float, seconds: float) -> str:
    """Return what is done, how far it is, and how long it will take once that can be told."""
    left = seconds_left(share, seconds)
    if left is None:
        return what
    text = translate("Terminal", "{what}: {share}, about {seconds} s left")
    return text.format(what=what, share=f"{share:.0%}", seconds=f"{left:.0f}")
