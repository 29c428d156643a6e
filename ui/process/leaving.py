"""The end of a command that a signal stopped: at once, with what was begun and is not kept let go.

Python takes itself down piece by piece and waits for threads, which takes a second or more once
numba and numpy are loaded. Whoever stopped a command waits for its end and for nothing else. A
command that ended by itself, and whatever loaded Qt, end as usual.
"""

import atexit
import os
import sys
from contextlib import suppress
from typing import Final

from ui.process.exit_codes import INTERRUPTED, TERMINATED

_STOPPED: Final = (INTERRUPTED, TERMINATED)


def left_at_once(code: int) -> int:
    """End this process with an exit code of a signal; return any other one, for the usual end."""
    if code not in _STOPPED or "PySide6.QtCore" in sys.modules:
        return code
    atexit._run_exitfuncs()  # noqa: SLF001 - temporary files and semaphores go as they would
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)
