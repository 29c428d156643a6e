"""Memory that the kernel writes outcomes to; fourth floor of planner."""

from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

from planner.engine.clock import Clock
from planner.engine.kernel.codegen.layout import PART

CACHE_LINE = 64

Wanted = tuple[tuple[str, str], ...]


def buffer_shape(futures: int, clock: Clock, wanted: Wanted) -> tuple[int, int, int, int]:
    """Return the shape of a run's buffer: parts, months, wanted, futures of a part."""
    return (padded(futures) // PART, clock.months, len(wanted), PART)


def make_buffer(
    futures: int, clock: Clock, wanted: Wanted, kind: DTypeLike
) -> NDArray[np.float32 | np.float64]:
    """Return an empty buffer for a run, shaped as `buffer_shape` says."""
    return aligned(buffer_shape(futures, clock, wanted), kind)


def aligned(shape: tuple[int, ...], kind: DTypeLike) -> NDArray[Any]:
    """Return an empty array that begins with a cache line: vectors then never span two."""
    size = int(np.prod(shape)) * np.dtype(kind).itemsize
    raw = np.empty(size + CACHE_LINE, np.uint8)
    begin = -raw.ctypes.data % CACHE_LINE
    return raw[begin : begin + size].view(kind).reshape(shape)


def padded(futures: int) -> int:
    """Return the number of futures filled up to whole parts."""
    return -(-futures // PART) * PART
