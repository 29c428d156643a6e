"""Does something as a user who may not do everything: root is refused nothing."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from planner.files.format.validation import load_validation

NOBODY = 65534


@contextmanager
def as_nobody() -> Iterator[None]:
    """Give up the rights of root for a while, where one has them.

    What checks of files need is loaded before: a Python of root's own is not nobody's to read.
    """
    load_validation()
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
