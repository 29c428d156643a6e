"""The one way in which a file is written: under a name of its own until it is whole.

Lowest floor of planner. The name tells which process made the file, so that what a killed one has
left can be told and cleared away (`planner.storage.leftovers`). What else a file needs, its reach
to the disk, its attributes, a lock, is done by whoever fills it.
"""

import contextlib
import os
import re
from collections.abc import Callable, Iterator
from io import BufferedRandom
from pathlib import Path
from typing import Final

from planner.storage.names import BYTES_AT_MOST, TEMPORARY_ENDING, beside

OURS_ALONE: Final = 0o600
TEMPORARY: Final = re.compile(
    rf"\..*\.([0-9]{{1,10}})\.[0-9a-f]{{8}}{re.escape(TEMPORARY_ENDING)}", re.DOTALL
)
"""The names of files that are not whole yet; the number is that of the process."""
_FLAGS: Final = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def temporary_beside(target: Path) -> Path:
    """Return a name beside the target that nobody else uses and that tells who made it."""
    own = f".{os.getpid()}.{os.urandom(4).hex()}{TEMPORARY_ENDING}"
    return beside(target, ".", own, BYTES_AT_MOST)


@contextlib.contextmanager
def replacing(
    target: Path, mode: int = OURS_ALONE, before: Callable[[], object] | None = None
) -> Iterator[BufferedRandom]:
    """Yield a new file that takes the target's name when the block ends; `before` comes just then.

    On any failure the target stays as it was, and nothing is left beside it. Raises OSError.
    """
    temporary = temporary_beside(target)
    descriptor = os.open(temporary, _FLAGS, mode)
    try:
        with os.fdopen(descriptor, "w+b") as file:
            yield file
        if before is not None:
            before()
        temporary.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def check_room(target: Path) -> None:
    """Raise OSError where no file could be made beside the target; leaves nothing behind."""
    temporary = temporary_beside(target)
    os.close(os.open(temporary, _FLAGS, OURS_ALONE))
    temporary.unlink()
