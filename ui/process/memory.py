"""How much memory a command needs, held to what this shell allows: told before, not by a crash.

Below that, numpy, LLVM and Qt each fail in their own way: by a signal, or by standing still.
Imports nothing that needs much.
"""

import sys
from typing import Final

from planner.quantities.told.numerals import fixed
from planner.storage.sentences.catalog import translate

WINDOW: Final = 1200
"""Megabytes of addresses, here and below."""
PICTURES: Final = 1200
"""Of a run that is drawn, pictures of 8000 pixels a side among it."""
LARGE: Final = 1400
"""Of many futures, or of several scenarios."""
_OF_COMMANDS: Final = {
    "run": 800,
    "compare": 800,
    "backtest": 800,
    "variants": 800,
    "story": 800,
    "inspect": 800,
    "facts": 0,
    "explain": 800,
    "matters": 800,
    "solve": 800,
    "split": 800,
    "money": 800,
    "survive": 800,
    "discover": 800,
    "future": 800,
    "score": 800,
    "calibrate": 800,
    "sweep": 800,
}
_USUAL: Final = 200


def needed_by(command: str) -> int:
    """Return the megabytes that a command of the terminal takes at least."""
    return _OF_COMMANDS.get(command, _USUAL)


def shortage(megabytes: int) -> str:
    """Return in a sentence that this shell allows a process less; "" where it does not."""
    allowed = _allowed()
    if allowed is None or allowed >= megabytes:
        return ""
    text = translate(
        "Terminal",
        "this takes {needed} MB of memory, and the shell allows {allowed} MB; `ulimit -v` tells "
        "and changes that",
    )
    return text.format(needed=fixed(megabytes, 0), allowed=fixed(allowed, 0))


def _allowed() -> int | None:
    """Return the megabytes of addresses that a process may have, None for no limit."""
    if sys.platform == "win32":
        return None
    import resource

    limit, _ = resource.getrlimit(resource.RLIMIT_AS)
    return None if limit == resource.RLIM_INFINITY else limit // 2**20
