"""The lock that the system keeps on an open file, and that ends with its process however that ends.

Lowest floor of planner. Not every file system keeps any; whoever asks is told so.
"""

import contextlib
import errno
import os
import sys
from typing import Final

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

BYTES_AT_MOST: Final = 4096
"""Of a lock file; Windows locks a byte beyond them, so that they can be read."""
_REFUSED: Final = frozenset({errno.EACCES, errno.EAGAIN, errno.EDEADLK})
_NO_LOCKS_HERE: Final = frozenset(
    {errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL, errno.EBADF}
)


def ask(descriptor: int, *, shared: bool = False) -> bool | None:
    """Ask for the lock and tell whether it is granted; None where none is kept here.

    Never waits. A shared lock is refused only by one that is not. Raises OSError.
    """
    try:
        if sys.platform == "win32":
            _at_the_byte(descriptor, msvcrt.LK_NBLCK)
        else:
            fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _REFUSED:
            return False
        if error.errno in _NO_LOCKS_HERE:
            return None
        raise
    return True


def give_back(descriptor: int) -> None:
    """Give the lock back at once, also where a forked process still has the file open."""
    with contextlib.suppress(OSError):
        if sys.platform == "win32":
            _at_the_byte(descriptor, msvcrt.LK_UNLCK)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_UN)


if sys.platform == "win32":

    def _at_the_byte(descriptor: int, how: int) -> None:
        """Lock or unlock the one byte; where reading goes on stays as it was."""
        place = os.lseek(descriptor, 0, os.SEEK_CUR)
        try:
            os.lseek(descriptor, BYTES_AT_MOST, os.SEEK_SET)
            msvcrt.locking(descriptor, how, 1)
        finally:
            os.lseek(descriptor, place, os.SEEK_SET)
