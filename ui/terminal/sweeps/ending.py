"""A sweep that the system ends, as a scheduler of jobs does: workers end, what is done stays."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from ui.process.exit_codes import TERMINATED


@contextmanager
def ended_by_system() -> Iterator[None]:
    """Leave the block when SIGTERM comes, as Ctrl+C does; the exit code is that of the signal."""
    before = signal.signal(signal.SIGTERM, _leave)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _leave(_number: int, _frame: FrameType | None) -> None:
    raise SystemExit(TERMINATED)
