"""Does something as a user who may not do everything: root is refused nothing."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from planner.files.imports.any_file import open_any

NOBODY = 65534
_A_FILE = Path(__file__).with_name("corpus") / "good.json"


@contextmanager
def as_nobody() -> Iterator[None]:
    """Give up the rights of root for a while, where one has them.

    What reads files is loaded before: a Python of root's own is not nobody's to read.
    """
    _load_what_reads()
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        yield
        return
    os.setresgid(NOBODY, NOBODY, 0)
    os.setresuid(NOBODY, NOBODY, 0)  # the third is what one may come back to
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)
        os.setresgid(0, 0, 0)


@cache
def _load_what_reads() -> None:
    """Read a file, since some of what reads is imported by the first that is read."""
    assert open_any(str(_A_FILE)).opened
